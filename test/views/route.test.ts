import { expect, test } from '@jest/globals';
import type { RouteFacts } from '../../src/domain/card.ts';
import { choiceKey } from '../../src/domain/route.ts';
import { activitySentence } from '../../src/views/activity.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import { readMentionRef } from '../../src/views/modal.ts';
import { moreModal } from '../../src/views/more-modal.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { askedBackNotice, explainedNotice, finishedNotice, overdueNotice } from '../../src/views/notices.ts';
import { routeMessage } from '../../src/views/route-message.ts';
import { readRoute, routeModal } from '../../src/views/route-modal.ts';
import { readRouteStep, routeStepModal } from '../../src/views/route-step-modal.ts';
import { ANA, aCard, aJudgement, aRoute, BEN, CHI, DANA, minutesAgo, NOW } from '../helpers/facts.ts';
import { HOSTILE } from './any-facts.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

const TAKEN: Partial<RouteFacts> = { state: 'accepted', ownerId: DANA, acceptedAt: minutesAgo(1) };
const ASKING: Partial<RouteFacts> = { ...TAKEN, state: 'asked_back', question: 'which format?', questionBy: DANA };
const ANSWERED: Partial<RouteFacts> = { ...ASKING, state: 'accepted', explanation: 'that of Excel', explainedBy: BEN };
const DONE: Partial<RouteFacts> = { ...TAKEN, state: 'done', outcome: 'shipped in 2.4', doneBy: DANA, doneAt: NOW };

const everybody = { mayReadMention: true };

test('a department reads who asks for what, how often it was heard, by when, and with what', () => {
  const route = aRoute({ dueOn: '2026-11-27' });
  const { text, blocks } = routeMessage(aCard(), route, everybody, NOW);
  expect(linesOf(blocks)).toEqual([
    'Ben has a product idea for Product: “export to CSV”',
    'She runs it every Monday.',
    'Asked 4 times since June · due Fri 27 Nov · routed {ago}',
    'Maya Ito on Bluesky:',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    'Open the card',
    'Nobody has taken it yet',
    'Accept',
    'Ask back…',
    'Done…',
  ]);
  expect(text.split('\n')[0]).toBe('<@U0BEN> has a product idea for Product: “export to CSV”');
});

test.each<[string, Partial<RouteFacts>, string[], string[]]>([
  ['asked', {}, ['Nobody has taken it yet'], ['Accept *', 'Ask back…', 'Done…']],
  ['asked of a person', { ownerId: CHI }, ['For Chi, who has not taken it yet'], ['Accept *', 'Ask back…', 'Done…']],
  ['accepted', TAKEN, ['Dana took it, {ago}'], ['Done… *', 'Ask back…']],
  ['asked back', ASKING, ['Dana asks:', 'which format?', 'Waits for an answer'], ['Answer… *', 'Done…']],
  [
    'answered',
    ANSWERED,
    ['Dana asked:', 'which format?', 'Ben answered:', 'that of Excel', 'Dana took it, {ago}'],
    ['Done… *', 'Ask back…'],
  ],
  ['done', DONE, ['Done by Dana {ago}: shipped in 2.4'], []],
  ['told', { ...DONE, toldAt: NOW }, ['Done by Dana {ago}: shipped in 2.4 · the author was told'], []],
])('a route that is %s says so and offers what comes next', (_, facts, lines, buttons) => {
  const { blocks } = routeMessage(aCard(), aRoute(facts), everybody, NOW);
  const read = linesOf(blocks.filter((block) => block.type === 'rich_text'));
  expect(read.slice(-lines.length)).toEqual(lines);
  expect(buttonsOf(blocks)).toEqual(buttons);
  const values = everyObject(blocks).filter((one) => one.type === 'button');
  for (const button of values) expect(button.value).toBe('61');
});

test('who may not read the watch’s channel sees neither the words nor the author', () => {
  const { text, blocks } = routeMessage(aCard(), aRoute(), { mayReadMention: false }, NOW);
  expect(linesOf(blocks)).toContain('The mention is in a private channel · Open the card');
  expect(`${text}${JSON.stringify(blocks)}`).not.toMatch(/Maya|export times out|Bluesky/);
});

test.each<[Partial<RouteFacts>, string]>([
  [{}, 'Routed to Product: “export to CSV”, asked 4 times since June; nobody has taken it yet'],
  [TAKEN, 'Routed to Product: “export to CSV”, asked 4 times since June; Dana took it'],
  [
    { ...TAKEN, asked: { times: 1, since: NOW }, dueOn: '2026-11-27' },
    'Routed to Product: “export to CSV”; Dana took it, due Fri 27 Nov',
  ],
  [ASKING, 'Routed to Product: “export to CSV”, asked 4 times since June; Dana asks: “which format?”'],
  [
    { ...DONE, dueOn: '2026-11-27', toldAt: NOW },
    'Routed to Product: “export to CSV”, asked 4 times since June; done by Dana: “shipped in 2.4”, and the author was told',
  ],
  [
    { asked: { times: 2, since: new Date('2025-06-03') } },
    'Routed to Product: “export to CSV”, asked 2 times since June 2025; nobody has taken it yet',
  ],
])('the card has a line for it: %#', (facts, line) => {
  const card = mentionCard(aCard({ routes: [aRoute(facts)] }), NOW);
  expect(linesOf(card.blocks)).toContain(line);
});

test('a card shows the newest three routes and says how many there are', () => {
  const routes = [1, 2, 3, 4, 5].map((id) => aRoute({ id, wish: `wish ${id}`, asked: { times: 1, since: NOW } }));
  const read = linesOf(mentionCard(aCard({ routes }), NOW).blocks).filter((line) => /Routed|earlier/.test(line));
  expect(read).toEqual([
    ...[5, 4, 3].map((id) => `Routed to Product: “wish ${id}”; nobody has taken it yet`),
    'and 2 earlier routes',
  ]);
});

const CHOICES = [
  { kind: 'idea' as const, department: 'Product', channelId: 'C1' },
  { kind: 'lead' as const, department: 'Sales', channelId: 'C2' },
];
const WISHES = [{ id: 71, department: 'Product', title: 'export to CSV', times: 4 }];

test('the department that a mention’s kind concerns is proposed with the reason, and another may be chosen', () => {
  const lead = aCard({ judgement: aJudgement({ kind: 'lead', because: 'free trial' }) });
  const field = routeModal(lead, CHOICES, []).blocks.find((one) => one.block_id === 'route_kind');
  expect(field).toMatchObject({
    element: { initial_option: { text: { text: 'Sales lead' } } },
    hint: { text: 'Porchlight takes it for a sales lead, because it says “free trial”.' },
  });
  const other = routeModal(aCard(), CHOICES, []).blocks.find((one) => one.block_id === 'route_kind');
  expect(JSON.stringify(other)).not.toMatch(/initial_option|hint/);
});

test('the form offers what the departments take, and the wishes heard before', () => {
  const view = routeModal(aCard(), CHOICES, WISHES);
  expect(readMentionRef(view.private_metadata)).toEqual({ mentionId: 11, draftId: null });
  const options = everyObject(view.blocks)
    .filter((one) => one.description)
    .map((one) => [(one.text as { text: string }).text, (one.description as { text: string }).text]);
  expect(options).toEqual([
    ['Product idea', 'Product takes it'],
    ['Sales lead', 'Sales takes it'],
    ['export to CSV', 'Product, asked 4 times'],
  ]);
  const first = routeModal(aCard(), CHOICES, []);
  expect(first.blocks.map((block) => block.block_id)).not.toContain('route_heard');
  const isOptional = (form: typeof view) => everyObject(form).find((one) => one.block_id === 'route_wish')?.optional;
  expect([isOptional(view), isOptional(first)]).toEqual([true, false]);
});

test('the form is read whole, and without answers it holds none', () => {
  const key = choiceKey({ kind: 'idea', department: 'Product' });
  const values = {
    route_kind: { kind: { type: 'static_select', selected_option: { value: key } } },
    route_wish: { text: { type: 'plain_text_input', value: '  export to CSV ' } },
    route_heard: { wish: { type: 'static_select', selected_option: { value: '71' } } },
    route_owner: { person: { type: 'users_select', selected_user: DANA } },
    route_note: { text: { type: 'plain_text_input', value: null } },
    route_due: { day: { type: 'datepicker', selected_date: '2026-11-27' } },
  };
  const read = { choice: key, title: 'export to CSV', wishId: 71, ownerId: DANA, note: '', dueOn: '2026-11-27' };
  expect(readRoute(values)).toEqual(read);
  const none = { choice: '', title: '', wishId: null, ownerId: null, note: '', dueOn: null };
  const broken = { route_owner: { person: 7 }, route_heard: { wish: { selected_option: { value: '-1' } } } };
  for (const nothing of [undefined, null, {}, [], 'x', broken]) expect(readRoute(nothing)).toEqual(none);
});

test.each([
  ['ask_back', 'route_question', 'What do you need to know?'],
  ['explain', 'route_explanation', 'Your answer'],
  ['finish', 'route_outcome', 'What became of it?'],
] as const)('%s asks for words about the wish, and shows nothing of the mention', (step, block, label) => {
  const view = routeStepModal(aRoute(ASKING), step);
  expect(linesOf(view.blocks)).toContain('Product: “export to CSV”');
  expect(linesOf(view.blocks)).toContain(label);
  expect(linesOf(view.blocks).includes('which format?')).toBe(step === 'explain');
  expect(readMentionRef(view.private_metadata)).toEqual({ mentionId: 11, draftId: null, routeId: 61 });
  expect(readRouteStep({ [block]: { text: { value: ' so \n' } } }, step)).toBe('so');
  expect(readRouteStep(undefined, step)).toBe('');
});

test('“More…” offers to route, to answer the department and to tell the author', () => {
  const facts = aCard({ routes: [aRoute({ id: 5, state: 'asked_back' }), aRoute({ id: 6 })] });
  const view = moreModal(facts, ['route', 'explain_route', 'tell_author'], [], NOW);
  expect(buttonsOf(view.blocks)).toEqual(['Route…', 'Answer…', 'Tell the author…']);
  const values = everyObject(view.blocks).flatMap((one) => (one.type === 'button' ? [one.value] : []));
  expect(values).toEqual(['11', '5', '11']);
});

const detail = { department: 'Product', wish: 'export to CSV', kind: 'idea' };
test.each([
  ['route', BEN, detail, '<@U0BEN> routed it to Product: “export to CSV”'],
  ['accept_route', DANA, detail, '<@U0DANA> took it for Product: “export to CSV”'],
  ['ask_back', DANA, { ...detail, reason: 'why?' }, '<@U0DANA> of Product asked back: why?'],
  ['explain_route', BEN, { ...detail, reason: 'so' }, '<@U0BEN> answered Product: so'],
  ['finish_route', DANA, { ...detail, reason: '<!here>' }, '<@U0DANA> finished it for Product: &lt;!here&gt;'],
  ['route_overdue', null, detail, 'Product was not done by the day that was asked for'],
  ['tell_author', BEN, {}, '<@U0BEN> told the author the outcome'],
  ['route', BEN, {}, '<@U0BEN> routed it to a department'],
])('the record tells %s in words', (act, personId, facts, told) => {
  expect(activitySentence({ at: NOW, personId, act, detail: facts })).toBe(told);
});

test.each(HOSTILE)('nothing that people write comes alive in a notice: %#', (text) => {
  const words = { wish: text, department: text, question: text, explanation: text, outcome: text };
  const route = aRoute({ ...words, questionBy: DANA, explainedBy: BEN });
  const notices = [
    askedBackNotice(ANA, route),
    explainedNotice(route),
    finishedNotice(ANA, route),
    overdueNotice(route, 'Fri 27 Nov'),
  ];
  for (const notice of notices) {
    const { text: summary, blocks } = noticeMessage(notice);
    expect(summary).not.toMatch(/<!|<(?!@[UW]\w+>|#|https:\/\/acme)/);
    const alive = everyObject(blocks).filter((one) => ['user', 'link', 'usergroup', 'date'].includes(String(one.type)));
    for (const one of alive) expect([ANA, BEN, DANA, route.link]).toContain(one.user_id ?? one.url);
  }
});
