import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { pino } from 'pino';
import { keepWish } from '../../src/db/wishes.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import { troubleNotice } from '../../src/views/copy.ts';
import { ACTIONS, CALLBACKS } from '../../src/views/ids.ts';
import { BAD_TEXTS, SECRET_WORD } from '../helpers/bad-text.ts';
import { openDoor } from '../helpers/bolt-app.ts';
import { aTeam, aWatch, HELP, TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { DANA } from '../helpers/facts.ts';
import { FORMS, type FormRow, type Open, openForm } from '../helpers/matrix/forms.ts';
import { deliver, type House, pressBody, type Seen, submitBody } from '../helpers/matrix/knock.ts';
import { allRows } from '../helpers/matrix/rows.ts';
import { setInSlack } from '../helpers/matrix/stage.ts';
import { inviteStrangers } from '../helpers/matrix/strangers.ts';
import { aMentionIn, mentionRow } from '../helpers/stages.ts';
import { nextWorld, type World } from '../helpers/world.ts';
import { messageProblems, viewProblems } from '../views/limits.ts';
import { everyObject } from '../views/reading.ts';

const database = testDatabase();
afterAll(closeNetworks);
let world: World;
let house: House;
let logged: string[];

beforeEach(begin);

async function begin(): Promise<void> {
  world = await nextWorld(database);
  await aTeam(world, { managers: [DANA] });
  inviteStrangers(world);
  logged = [];
  world.deps.log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  house = { world, door: await openDoor(world) };
}

const ROWS = Object.entries(FORMS);

type State = Record<string, unknown>;
type Values = Record<string, Record<string, State>>;

/** Submits a form with these values in place of its own; each time as another form. */
let times = 0;
function submit(row: FormRow, { form, staged }: Open, change: (values: Values) => unknown, metadata?: string) {
  times += 1;
  const body = submitBody(staged, form, row.answers(world, form), `h${times}`);
  const view = body.view as unknown as ModalView & { state: { values: unknown } };
  view.state.values = change(structuredClone(view.state.values) as Values);
  return deliver([house], {
    ...body,
    view: { ...view, ...(metadata !== undefined && { private_metadata: metadata }) },
  });
}

/** Stored, or refused by whole sentences under fields of the form; never a fault, and nothing told twice. */
function expectGoodAnswer({ acks, errors: [errors = {}] }: Seen, { form }: Open): void {
  expect(acks.map((answers) => answers.length)).toEqual([1]);
  const fields = form.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  expect(fields).toEqual(expect.arrayContaining(Object.keys(errors)));
  for (const sentence of Object.values(errors)) {
    expect(sentence).toMatch(/^[A-Z“].*[.…”]/su);
    expect(sentence).not.toBe(troubleNotice());
  }
  expect(logged.filter((line) => JSON.parse(line).level >= 50 || line.includes(SECRET_WORD))).toEqual([]);
}

const eachState = (values: Values, change: (state: State) => State) =>
  Object.fromEntries(
    Object.entries(values).map(([block, elements]) => [
      block,
      Object.fromEntries(Object.entries(elements).map(([action, state]) => [action, change(state)])),
    ]),
  );

/** The values of a form as Slack would never send them. */
const BROKEN: Record<string, (values: Values) => unknown> = {
  'no values': () => ({}),
  'values that are null': () => null,
  'values that are a list': () => [1, [2]],
  'blocks that are null': (values) => Object.fromEntries(Object.keys(values).map((block) => [block, null])),
  'elements that are null': (values) => eachState(values, () => null as unknown as State),
  'answers that are null': (values) =>
    eachState(values, (state) =>
      Object.fromEntries(Object.keys(state).map((key) => [key, key === 'type' ? state[key] : null])),
    ),
  'answers of other types': (values) =>
    eachState(values, (state) => Object.fromEntries(Object.keys(state).map((key) => [key, 7]))),
  'more blocks than it has': (values) => ({
    ...values,
    strange: { x: { type: 'plain_text_input', value: SECRET_WORD } },
    ['__proto__']: { constructor: { value: SECRET_WORD } },
    'draft_text.999999999999999999': { text: { value: 'x' } },
  }),
};

test.each(ROWS)('%s with broken values is refused in words, or stored without them', async (_, row) => {
  const opened = await openForm(house, row);
  for (const change of Object.values(BROKEN)) {
    expectGoodAnswer(await submit(row, opened, change), opened);
    await world.rest();
  }
});

const NUMBERS = ['-1', '1.5', '1e9', '1e400', 'NaN', '0x10', '', '٣', '1 000'];
const TIMES = [-1, 1e18, Number.MAX_SAFE_INTEGER];
const DAYS = ['2026-02-30', '0000-00-00', '9999-12-31', 'tomorrow'];
const IDS = ['U0NOBODY', "'; drop table teams; --", '', 'U'.repeat(3_000)];
const OPTIONS = ['nothing of ours', '__proto__', '2147483648', ''];

/** The answers of one element as nobody should give them, by what Slack calls its type. */
function badStates(type: unknown): State[] {
  switch (type) {
    case 'number_input':
      return NUMBERS.map((value) => ({ value }));
    case 'datetimepicker':
      return TIMES.map((time) => ({ selected_date_time: time }));
    case 'datepicker':
      return DAYS.map((day) => ({ selected_date: day }));
    case 'users_select':
      return IDS.map((id) => ({ selected_user: id }));
    case 'multi_users_select':
      return [...IDS.map((id) => ({ selected_users: [id] })), { selected_users: Array(500).fill('U0BEN') }];
    case 'conversations_select':
      return IDS.map((id) => ({ selected_conversation: id }));
    case 'static_select':
    case 'radio_buttons':
      return OPTIONS.map((value) => ({ selected_option: { value } }));
    case 'multi_static_select':
    case 'checkboxes':
      return [OPTIONS, Array(500).fill('idea')].map((values) => ({
        selected_options: values.map((value) => ({ value })),
      }));
    default:
      return [];
  }
}

test.each(ROWS)(
  '%s with choices that it does not offer is refused in words, or stored without them',
  async (_, row) => {
    const opened = await openForm(house, row);
    const elements = everyObject(opened.form.blocks).filter((one) => one.type === 'input');
    for (const { block_id: block, element } of elements) {
      const { action_id: action, type } = element as State;
      for (const state of badStates(type)) {
        const seen = await submit(row, opened, (values) => ({
          ...values,
          [String(block)]: { [String(action)]: { type, ...state } },
        }));
        expectGoodAnswer(seen, opened);
      }
    }
    await world.rest();
    expect(logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  },
);

const isText = (element: unknown) =>
  /^(plain_text|url_text|email_text|rich_text)_input$/.test(String((element as State).type));
const WITH_TEXT = ROWS.filter(([, { answers }]) => /typed|value/.test(String(answers)));

const joined = (...some: string[]) =>
  BAD_TEXTS.filter(([what]) => some.includes(what))
    .map(([, text]) => text)
    .join(' ');

/** Texts, and those that only a form can bring: longer than its fields allow. */
const TEXTS = [
  joined('a NUL', 'controls', 'a lone surrogate', 'right to left', 'stacked accents', 'emoji', 'line breaks'),
  joined(
    'a call to everybody',
    'a user group',
    'a person',
    'a channel',
    'a link',
    'escaped signs',
    'mrkdwn',
    'a script',
  ),
  joined('SQL quotes', 'SQL wildcards', 'a trap', 'a regex bomb', 'smart quotes', 'a billion', 'a day that is none'),
  ' \u200B\u0000 ',
  'a'.repeat(3_001),
  'é'.repeat(30_000),
];

test.each(WITH_TEXT)(
  '%s takes whatever is typed, or says why not, and what it shows of it Slack takes',
  async (_, row) => {
    const opened = await openForm(house, row);
    const places = everyObject(opened.form.blocks).filter((one) => one.type === 'input' && isText(one.element));
    for (const text of TEXTS) {
      const change = (values: Values) => {
        for (const { block_id: block, element } of places)
          values[String(block)] = { [String((element as State).action_id)]: { value: text } };
        return values;
      };
      expectGoodAnswer(await submit(row, opened, change), opened);
      await world.rest();
    }
    const unfit = world.slack.shown().flatMap(({ message }) => messageProblems(message));
    expect(unfit).toEqual([]);
    const kept = JSON.stringify(await allRows(world));
    expect(kept).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|\\u0000|\\u001b|\\ud800(?!\\ud)/i);
  },
);

const METADATA = [
  ...['', 'null', '{}', '{"__proto__":{"mentionId":1}}', '{"id":"1; drop","mentionId":"1","draftId":null}'],
  ...[-1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER].map((id) =>
    JSON.stringify({
      mentionId: id,
      draftId: id,
      routeId: id,
      escalationId: id,
      crisisId: id,
      answerId: id,
      id,
      seen: 'x',
    }),
  ),
];

/** These are about no row: what they remember says only which state of the settings was seen. */
const WITHOUT_METADATA: string[] = [
  CALLBACKS.log,
  CALLBACKS.welcomeChannel,
  CALLBACKS.welcomeWatch,
  CALLBACKS.welcomeApprovers,
];
const REMEMBERING = ROWS.filter(([id]) => !WITHOUT_METADATA.includes(id));

test.each(REMEMBERING)('%s whose memory was tampered with meets nothing of ours', async (id, row) => {
  const opened = await openForm(house, row);
  const before = await allRows(world);
  for (const metadata of METADATA) {
    const seen = await submit(row, opened, (values) => values, metadata);
    expectGoodAnswer(seen, opened);
    const isNew = [CALLBACKS.watch, CALLBACKS.department, CALLBACKS.goal].some((one) => one === id);
    if (!isNew) expect(await allRows(world)).toEqual(before);
  }
});

const LINKS = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://x.example',
  'http://',
  'http://u:p@',
  '//x',
  'x y',
];
test.each([CALLBACKS.posted, CALLBACKS.log])('%s takes no link that is not of the web', async (id) => {
  const row = FORMS[id] as FormRow;
  const opened = await openForm(house, row);
  const before = await allRows(world);
  const block = id === CALLBACKS.posted ? 'reply_url' : 'log_url';
  for (const value of LINKS) {
    const seen = await submit(row, opened, (values) => ({
      ...values,
      [block]: { url: { type: 'url_text_input', value } },
    }));
    expectGoodAnswer(seen, opened);
    expect(Object.values(seen.errors[0] ?? {})).toEqual([expect.stringMatching(/^This is not a web address\./)]);
  }
  expect(await allRows(world)).toEqual(before);
});

test('forms with more to choose from than Slack takes are drawn with as much as it takes', async () => {
  const MANY = 130;
  const numbers = Array.from({ length: MANY }, (_, n) => n);
  const departments = numbers.map((n) => ({ name: `Department ${n}`, channel: HELP, takes: ['idea', 'lead'] }));
  for (const n of numbers) {
    await aWatch(world, { name: `Watch ${n}`, position: n });
    world.slack.groups.set(`S0GROUP${n}`, []);
  }
  await world.db
    .updateTable('teams')
    .set({ departments: JSON.stringify(departments) })
    .execute();
  await setInSlack(world);
  const mentionId = await aMentionIn(world, 'claimed');
  for (const n of numbers) {
    const title = `wish ${n}`;
    await world.db
      .transaction()
      .execute((trx) =>
        keepWish(trx, { teamId: TEAM, department: 'Department 1', title, key: title, at: world.now() }),
      );
  }
  const { watch_id: watchId } = await mentionRow(world, mentionId);
  const opened = [
    [ACTIONS.logOpen, 0],
    [ACTIONS.route, mentionId],
    [ACTIONS.policyEdit, watchId],
    [ACTIONS.ladderEdit, watchId],
    [ACTIONS.settings, 0],
  ] as const;
  for (const [id, value] of opened) {
    const { form, told } = await deliver([house], pressBody({ by: DANA }, id, value, 'home'));
    expect({ id, told, problems: form ? viewProblems(form) : ['no form'] }).toEqual({ id, told: [], problems: [] });
  }
});
