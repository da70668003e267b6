import { beforeEach, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { actions } from '../../listeners/actions/index.ts';
import { subcommands } from '../../listeners/commands/index.ts';
import { pressed } from '../../listeners/press.ts';
import { submitted } from '../../listeners/submission.ts';
import { views } from '../../listeners/views/index.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { showHome } from '../../src/flows/show-home.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { ACTIONS, type CallbackId } from '../../src/views/ids.ts';
import { aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { formOf, press } from '../helpers/doors.ts';
import { BEN, DANA } from '../helpers/facts.ts';
import { aMentionIn, cardRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const FORBIDDEN = 'Only a community manager can change the settings.';
const text = (value: string) => ({ text: { value } });

type Answer = { response_action?: string; errors?: Record<string, string>; view?: ModalView } | undefined;

/** Submits a form as it stands in a view of this id and hash; gives the answer and what the view became later. */
async function submit(view: ModalView, answers: Record<string, unknown>, at = { id: 'V1', hash: 'h1' }) {
  let answer: Answer;
  const later: ModalView[] = [];
  await submitted(
    world.deps,
    views[view.callback_id as CallbackId],
  )({
    ack: async (given: Answer) => {
      answer = given;
    },
    body: { user: { id: DANA } },
    view: { ...view, ...at, state: { values: answers } },
    client: { views: { update: async (wish: { view: ModalView }) => later.push(wish.view) } },
  } as never);
  await world.settled();
  return { errors: answer?.errors ?? {}, view: answer?.view, later };
}

const WATCH = {
  watch_name: text('Beta'),
  watch_channel: { channel: { selected_conversation: GEN } },
  watch_any: text('beta'),
  watch_all: text(''),
  watch_none: text(''),
  watch_addresses: text(''),
  watch_newest: { show: { selected_options: [] } },
  watch_voices: { people: { selected_users: [] } },
};

const TITLES = {
  settings: 'Settings',
  teamEdit: 'The team',
  watchAdd: 'Add a watch',
  watchOpen: 'Watch',
  watchEdit: 'Change the watch',
  policyEdit: 'Votes',
  ladderEdit: 'Calls for help',
  departmentAdd: 'Add a department',
  departmentEdit: 'Change the department',
  goalAdd: 'Add a goal',
  welcomeChannel: '1 of 3: the channel',
  welcomeWatch: '2 of 3: what is said',
  welcomeApprovers: '3 of 3: who approves',
} as const;
const OPENINGS = Object.entries(TITLES) as [keyof typeof TITLES, string][];

test.each(OPENINGS)('the button %s opens “%s” for managers, and tells others kindly', async (name, title) => {
  const { id } = await aWatch(world);
  const departments = JSON.stringify([{ name: 'Product', channel: GEN, takes: ['idea'] }]);
  await world.db.updateTable('teams').set({ departments }).execute();
  await world.db.updateTable('watches').set({ from_file: false }).execute();
  const row = name === 'departmentEdit' ? 0 : id;
  expect(formOf(await press(world, ACTIONS[name], row, DANA)).title.text).toBe(title);
  expect(await press(world, ACTIONS[name], row, BEN)).toBe(FORBIDDEN);
});

test('of a watch that community.yml manages only the page is opened', async () => {
  const { id } = await aWatch(world);
  expect(formOf(await press(world, ACTIONS.watchOpen, id, DANA)).title.text).toBe('Watch');
  for (const name of ['watchEdit', 'policyEdit', 'ladderEdit', 'watchPause', 'watchResume'] as const) {
    expect(await press(world, ACTIONS[name], id, DANA)).toMatch(/^This is set in community\.yml/);
  }
});

test.each([
  ['settings', 'Settings'],
  ['watch add', 'Add a watch'],
])('/community %s opens the same, and refuses others kindly', async (words, title) => {
  const seen = async (personId: string) => {
    let view: unknown;
    const show = async (_: string, fill: () => Promise<unknown>) => {
      const filled = await fill();
      view = isRefusal(filled) ? refusalSentence(filled) : (filled as ModalView).title.text;
    };
    await subcommands.find((one) => one.words === words)?.run(world.deps, { personId, rest: '', show } as never);
    return view;
  };
  expect([await seen(DANA), await seen(BEN)]).toEqual([title, FORBIDDEN]);
});

test('a watch is stored before its form turns into the wait, and the wait into what became of it', async () => {
  const form = formOf(await press(world, ACTIONS.watchAdd, 0, DANA));
  const { errors, view, later } = await submit(form, WATCH);
  expect(errors).toEqual({});
  expect(linesOf(view?.blocks ?? [])).toEqual([
    'It is saved. Checking the addresses… You can close this: Porchlight goes on by itself.',
  ]);
  expect(linesOf(later[0]?.blocks ?? [])).toContain('Beta is saved.');
  expect(await world.db.selectFrom('watches').select('name').execute()).toEqual([{ name: 'Beta' }]);
});

test('a form delivered twice is stored once; the next form in the same window is stored too', async () => {
  const form = formOf(await press(world, ACTIONS.watchAdd, 0, DANA));
  await submit(form, WATCH);
  expect((await submit(form, WATCH)).errors).toEqual({});
  const anew = { id: 'V1', hash: 'h2' };
  expect((await submit(form, WATCH, anew)).errors).toEqual({ watch_name: 'There is a watch of this name already.' });
  const listener = submitted(world.deps, views.watch_save);
  const deliver = async (name: string, hash: string) => {
    let answer: Answer;
    await listener({
      ack: async (given: Answer) => {
        answer = given;
      },
      body: { user: { id: DANA } },
      view: { ...form, id: 'V1', hash, state: { values: { ...WATCH, watch_name: text(name) } } },
      client: { views: { update: async () => {} } },
    } as never);
    await world.settled();
    return answer;
  };
  expect(await deliver('Gamma', 'h3')).toMatchObject({ response_action: 'update' });
  expect(await deliver('Gamma', 'h3')).toBeUndefined();
  expect(await deliver('Delta', 'h4')).toMatchObject({ response_action: 'update' });
  expect(await world.db.selectFrom('watches').select('name').orderBy('id').execute()).toMatchObject([
    { name: 'Beta' },
    { name: 'Gamma' },
    { name: 'Delta' },
  ]);
});

test('every fault stands under its own field, and a field that the form does not have lends none its place', async () => {
  const form = formOf(await press(world, ACTIONS.watchAdd, 0, DANA));
  const wrong = { ...WATCH, watch_name: text(''), watch_any: text('™'), watch_addresses: text('ftp://x') };
  expect((await submit(form, wrong)).errors).toEqual({
    watch_name: 'Must have at least 1 character.',
    watch_any: '“™” has nothing in it to look for.',
    watch_addresses: '“ftp://x” is not a web address, such as https://blog.example.com.',
  });
  const bare = { ...form, blocks: form.blocks.filter((block) => block.block_id !== 'watch_any') };
  expect(Object.keys((await submit(bare, { ...WATCH, watch_any: text('™') })).errors)).toEqual(['watch_name']);
});

/** Presses a button as Bolt hands it on: on a message of the channel, or on App Home. */
async function pressReally(id: string, value: number, personId: string, on: 'message' | 'home', ts = '') {
  const { on: kind, act } = actions[id as keyof typeof actions];
  const place = on === 'home' ? { view: { id: 'V1', type: 'home' } } : { channel: { id: GEN }, message: { ts } };
  await pressed(
    world.deps,
    kind,
    act,
  )({
    ack: async () => {},
    body: { user: { id: personId }, container: {}, trigger_id: 't', ...place },
    action: { value: String(value) },
    client: { views: { open: async () => ({ view: { id: 'V2' } }), update: async () => ({}) } },
  } as never);
  await world.settled();
}

test('the first press on a card brings one line of help, the second none', async () => {
  const mentionId = await aMentionIn(world, 'new');
  const { message_ts: ts } = await cardRow(world, mentionId);
  await pressReally(ACTIONS.claim, mentionId, BEN, 'message', ts ?? '');
  await pressReally(ACTIONS.release, mentionId, BEN, 'message', ts ?? '');
  expect(world.slack.whispers.map((one) => one.text)).toEqual([expect.stringMatching(/community help says more/)]);
});

test('App Home follows what a person does, once they opened it', async () => {
  const mentionId = await aMentionIn(world, 'new');
  await pressReally(ACTIONS.claim, mentionId, BEN, 'home');
  expect(world.slack.homes.has(BEN)).toBe(false);
  await showHome(world.deps, BEN);
  expect(linesOf(world.slack.homes.get(BEN)?.blocks ?? [])).toContain('Write the reply…');
  await pressReally(ACTIONS.release, mentionId, BEN, 'home');
  expect(linesOf(world.slack.homes.get(BEN)?.blocks ?? [])).not.toContain('Write the reply…');
  world.pass(2 * 60 * 60_000);
  const calls = world.slack.calls.length;
  await pressReally(ACTIONS.claim, mentionId, BEN, 'home');
  expect(world.slack.calls.slice(calls).map((call) => call.method)).not.toContain('publishHome');
});
