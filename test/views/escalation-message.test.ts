import { expect, test } from '@jest/globals';
import type { EscalationFacts } from '../../src/domain/card.ts';
import { closeCallModal, readOutcome } from '../../src/views/close-call-modal.ts';
import { escalationMessage } from '../../src/views/escalation-message.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import { readMentionRef } from '../../src/views/modal.ts';
import { ANA, aCard, anEscalation, BEN, CHI, DANA, minutesAgo, NOW } from '../helpers/facts.ts';
import { HOSTILE } from './any-facts.ts';
import { messageProblems, viewProblems } from './limits.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

/** Ben called 45 minutes ago; Dana was called half an hour later, and the leads are next. */
const CLIMBING: Partial<EscalationFacts> = {
  at: minutesAgo(45),
  rung: 1,
  nextAt: minutesAgo(-15),
  ladder: [
    { to: 'C0HELP', afterMs: 0, name: null, calledAt: minutesAgo(45), isEmpty: false },
    { to: DANA, afterMs: 1_800_000, name: null, calledAt: minutesAgo(15), isEmpty: false },
    { to: 'S0LEADS', afterMs: 3_600_000, name: 'Team leads', calledAt: null, isEmpty: false },
  ],
};
const AT_THE_TOP: Partial<EscalationFacts> = {
  ...CLIMBING,
  rung: 2,
  nextAt: null,
  ladder: CLIMBING.ladder?.map((rung) => ({ ...rung, calledAt: rung.calledAt ?? NOW })) ?? [],
};
const PASSED_OVER: Partial<EscalationFacts> = {
  ...CLIMBING,
  rung: 2,
  nextAt: null,
  ladder: CLIMBING.ladder?.map((rung) => ({ ...rung, isEmpty: !rung.calledAt })) ?? [],
};
const ANSWERED: Partial<EscalationFacts> = { acknowledgedBy: DANA, acknowledgedAt: minutesAgo(1) };
const CLOSED: Partial<EscalationFacts> = { closedBy: CHI, closedAt: NOW, outcome: 'we sent them\nthe contract' };

test('a call for help says who asks, how urgently, why and with what', () => {
  const { text, blocks } = escalationMessage(aCard({ status: 'claimed' }), anEscalation({ level: 'urgent' }), NOW);
  expect(linesOf(blocks)).toEqual([
    'Ben asked for urgent help with a mention by Maya Ito on Bluesky:',
    'legal question',
    'The mention:',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    'Open the card · Ben has it, claimed {ago}',
    'Nobody has answered yet · asked {ago}',
    'Called #C0HELP',
    'I am on it',
  ]);
  expect(text.split('\n')[0]).toBe(
    '<@U0BEN> asked for urgent help with a mention by Maya Ito on Bluesky: legal question',
  );
});

test.each<[string, Partial<EscalationFacts>, string[], string[]]>([
  ['nobody has answered', {}, ['Nobody has answered yet · asked {ago}', 'Called #C0HELP'], ['I am on it *']],
  [
    'it climbs',
    CLIMBING,
    [
      'Nobody has answered yet · asked {ago}',
      'Called #C0HELP, Dana after 30 minutes · next is the user group “Team leads”, {date_short_pretty} at {time}',
    ],
    ['I am on it *'],
  ],
  [
    'it is at the top',
    AT_THE_TOP,
    [
      'Nobody has answered yet · asked {ago}',
      'Called #C0HELP, Dana after 30 minutes, the user group “Team leads” after 45 minutes · nobody else is left to call',
    ],
    ['I am on it *'],
  ],
  [
    'its last user group is empty',
    PASSED_OVER,
    ['Nobody has answered yet · asked {ago}', 'Called #C0HELP, Dana after 30 minutes · nobody else is left to call'],
    ['I am on it *'],
  ],
  ['somebody is on it', ANSWERED, ['Dana is on it, answered {ago}', 'Called #C0HELP'], ['Close with an outcome…']],
  [
    'it is closed',
    { ...ANSWERED, ...CLOSED },
    ['Dana is on it, answered {ago}', 'Closed by Chi: we sent them the contract · {ago}'],
    [],
  ],
  ['it closed by itself', CLOSED, ['Closed by Chi: we sent them the contract · {ago}'], []],
])('when %s, it says so and offers what comes next', (_, facts, said, offered) => {
  const { blocks } = escalationMessage(aCard(), anEscalation(facts), NOW);
  expect(linesOf(blocks).slice(5, 5 + said.length)).toEqual(said);
  expect(buttonsOf(blocks)).toEqual(offered);
});

test.each<[string, Partial<EscalationFacts>, string]>([
  ['one call', {}, 'Ben asked for help: “legal question” · nobody has answered yet · called #C0HELP'],
  [
    'a climb',
    { ...CLIMBING, level: 'urgent' },
    'Ben asked for urgent help: “legal question” · nobody has answered yet · called #C0HELP, Dana after 30 minutes · next is the user group “Team leads”, {date_short_pretty} at {time}',
  ],
  ['an answer', { ...CLIMBING, ...ANSWERED }, 'Ben asked for help: “legal question” · Dana is on it'],
  [
    'an outcome',
    { ...CLIMBING, ...ANSWERED, ...CLOSED },
    'Ben asked for help: “legal question” · closed by Chi: we sent them the contract',
  ],
])('the card tells of %s in one line', (_, facts, line) => {
  const { blocks } = mentionCard(aCard({ escalations: [anEscalation(facts)] }), NOW);
  expect(linesOf(blocks)).toContain(line);
});

test('the newest three calls stand on the card, the others are counted', () => {
  const escalations = [4, 3, 2, 1, 0].map((n) => anEscalation({ id: n + 1, reason: `reason ${n}`, at: minutesAgo(n) }));
  const lines = linesOf(mentionCard(aCard({ escalations }), NOW).blocks).filter((one) => /reason|earlier/.test(one));
  expect(lines.map((one) => one.slice(0, 40))).toEqual([
    expect.stringContaining('reason 0'),
    expect.stringContaining('reason 1'),
    expect.stringContaining('reason 2'),
    'and 2 earlier calls for help',
  ]);
});

test('a user group is called by its mention in the posting that calls it, and by its words in all others', () => {
  const escalation = anEscalation(AT_THE_TOP);
  const calling = escalationMessage(aCard(), escalation, NOW, { called: 'S0LEADS' });
  expect(calling.text).toMatch(/^<!subteam\^S0LEADS> \(the user group “Team leads”\): <@U0BEN> asked for help/);
  expect(everyObject(calling.blocks).filter((one) => one.type === 'usergroup')).toEqual([
    { type: 'usergroup', usergroup_id: 'S0LEADS' },
  ]);
  const other = escalationMessage(aCard(), escalation, NOW, { called: 'C0HELP' });
  expect(JSON.stringify(other)).not.toMatch(/subteam|"usergroup"/);
});

test('those who may not read the mention read the call without its words and its author', () => {
  const { text, blocks } = escalationMessage(aCard(), anEscalation(), NOW, { mayReadMention: false });
  expect(linesOf(blocks).slice(0, 4)).toEqual([
    'Ben asked for help with a mention:',
    'legal question',
    'The mention is in a private channel',
    'Open the card · Nobody has it yet',
  ]);
  expect(`${text} ${JSON.stringify(blocks)}`).not.toMatch(/Maya|export/);
});

test('a crisis is called over a mention', () => {
  const { blocks } = escalationMessage(aCard(), anEscalation({ level: 'crisis' }), NOW);
  expect(linesOf(blocks)[0]).toBe('Ben called a crisis over a mention by Maya Ito on Bluesky:');
});

test('the reason is not markup, and the button carries the id of the call', () => {
  const { text, blocks } = escalationMessage(aCard(), anEscalation({ id: 5, reason: '<!channel> now' }), NOW);
  expect(linesOf(blocks)[1]).toBe('<!channel> now');
  expect(text).not.toContain('<!channel>');
  expect(everyObject(blocks).find((one) => one.type === 'button')?.value).toBe('5');
});

test.each(HOSTILE)('hostile words revive nothing and stay within the limits (%#)', (hostile) => {
  const closed = { ...ANSWERED, ...CLOSED, reason: hostile, outcome: hostile };
  const named = {
    ...AT_THE_TOP,
    reason: hostile,
    ladder: AT_THE_TOP.ladder?.map((one) => ({ ...one, name: hostile })),
  };
  for (const facts of [closed, named]) {
    const escalation = anEscalation(facts as Partial<EscalationFacts>);
    expect(messageProblems(escalationMessage(aCard(), escalation, NOW, { called: 'S0LEADS' }))).toEqual([]);
    expect(messageProblems(mentionCard(aCard({ escalations: [escalation] }), NOW))).toEqual([]);
    expect(viewProblems(closeCallModal(aCard(), escalation))).toEqual([]);
  }
});

test('the form that closes a call quotes it, and remembers which one it is', () => {
  const view = closeCallModal(aCard({ mention: { id: 77 } }), anEscalation({ id: 9, by: ANA }));
  expect(readMentionRef(view.private_metadata)).toEqual({ mentionId: 77, draftId: null, escalationId: 9 });
  expect(linesOf(view.blocks)).toEqual([
    'Ana asked for help:',
    'legal question',
    'What came of it?',
    'Your colleagues see this on the card and wherever help was called for.',
  ]);
  const values = { call_outcome: { text: { type: 'plain_text_input', value: ' solved ' } } };
  expect(readOutcome(values)).toEqual({ outcome: 'solved' });
  expect(readOutcome(null)).toEqual({ outcome: '' });
  expect(BEN).toBe('U0BEN');
});
