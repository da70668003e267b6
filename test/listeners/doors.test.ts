import { beforeEach, expect, test } from '@jest/globals';
import { actions } from '../../listeners/actions/index.ts';
import { findSubcommand, subcommands } from '../../listeners/commands/index.ts';
import { views } from '../../listeners/views/index.ts';
import { ACTION_IDS, ACTIONS, CALLBACK_IDS, CALLBACKS, FIELDS } from '../../src/views/ids.ts';
import { type Door, inChannel, inModal, openDoor, USER } from '../helpers/bolt-app.ts';
import { aTeam, aWatch, GEN, VOTES } from '../helpers/builders.ts';
import { aMentionIn, ballotPlace, ballotRow, cardRow, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
let door: Door;
beforeEach(async () => {
  await aTeam(world);
  door = await openDoor(world);
});

/** Presses a button on the card of a mention. */
async function pressCard(id: number, actionId: string) {
  const { message_ts: ts } = await cardRow(world, id);
  return door.press(actionId, id, inChannel(ts ?? ''));
}

const said = (view: unknown) => JSON.stringify(view);

test('every button that is drawn has a listener, and every listener a button', () => {
  expect(Object.keys(actions).sort()).toEqual([...ACTION_IDS].sort());
  expect(Object.keys(views).sort()).toEqual([...CALLBACK_IDS].sort());
});

test.each(ACTION_IDS)('the press of %s is answered once, whatever its value', async (actionId) => {
  for (const value of ['999999', 'nonsense', '-1', '1.5', '2147483648', '9007199254740991', '1e300', '']) {
    expect((await door.press(actionId, value)).acks).toEqual([undefined]);
  }
  expect(world.takeErrors()).toEqual([]);
});

test('a claim by its button is stored and drawn', async () => {
  const id = await aMentionIn(world, 'new');
  expect((await pressCard(id, ACTIONS.claim)).acks).toHaveLength(1);
  expect(await mentionRow(world, id)).toMatchObject({ status: 'claimed', claimant_id: USER });
  expect(world.slack.shown(GEN)[0]?.message.text).toContain('has it');
});

test('the same press delivered twice claims once', async () => {
  const id = await aMentionIn(world, 'new');
  await Promise.all([pressCard(id, ACTIONS.claim), pressCard(id, ACTIONS.claim)]);
  expect(await mentionRow(world, id)).toMatchObject({ status: 'claimed', version: 2 });
});

test('a refusal is told to the person alone, where they pressed', async () => {
  const id = await aMentionIn(world, 'new');
  world.slack.describe(USER, { isGuest: true });
  await pressCard(id, ACTIONS.claim);
  expect(world.slack.whispers).toEqual([
    { channel: GEN, person: USER, text: expect.stringContaining('Guest accounts') },
  ]);
});

test('a refusal of a press in a modal is told in that modal', async () => {
  const id = await aMentionIn(world, 'new');
  world.slack.describe(USER, { isGuest: true });
  await door.press(ACTIONS.claim, id, inModal('V0MORE'));
  expect(door.api).toMatchObject([{ method: 'views.update', args: { view_id: 'V0MORE' } }]);
  expect(said(door.lastView())).toContain('Guest accounts');
});

test('a form is opened at once with Loading and then filled under its hash', async () => {
  const id = await aMentionIn(world, 'claimed');
  await pressCard(id, ACTIONS.draftOpen);
  const [opened, filled] = door.api;
  expect(opened).toMatchObject({ method: 'views.open', args: { trigger_id: '1.2.3' } });
  expect(said(opened?.args.view)).toContain('Loading');
  expect(filled).toMatchObject({ method: 'views.update', args: { hash: expect.stringMatching(/^hash /) } });
  expect(filled?.args.view_id).toMatch(/^V/);
  expect(door.lastView()).toMatchObject({ callback_id: CALLBACKS.draft });
});

test('a form that cannot be opened says why in the modal that was opened for it', async () => {
  const id = await aMentionIn(world, 'new');
  await pressCard(id, ACTIONS.draftOpen);
  expect(said(door.lastView())).toContain('claim it first');
});

test('a form that breaks while it is filled does not stay at Loading', async () => {
  const id = await aMentionIn(world, 'claimed');
  world.pass(11 * 60_000);
  world.slack.fail('person', 'lost before');
  await pressCard(id, ACTIONS.draftOpen);
  expect(said(door.lastView())).toContain('Something went wrong on our side');
  expect(world.takeErrors()).toHaveLength(1);
});

test.each(['not_found', 'hash_conflict'])(
  'a form whose window was closed or drawn anew while it loaded is nobody’s fault: %s',
  async (error) => {
    const id = await aMentionIn(world, 'approved');
    door.refuseNext('views.update', error);
    await pressCard(id, ACTIONS.draftOpen);
    door.refuseNext('views.update', error);
    await door.press(ACTIONS.publish, id, inModal('V0MORE'));
    expect((await mentionRow(world, id)).status).toBe('approved');
    world.slack.describe(USER, { isGuest: true });
    world.pass(11 * 60_000);
    door.refuseNext('views.update', error);
    await door.press(ACTIONS.claim, id, inModal('V0MORE'));
    expect(world.takeErrors()).toEqual([]);
    expect(world.slack.whispers.filter(({ text }) => text.includes('went wrong'))).toEqual([]);
  },
);

test('a submitted form is stored before it is answered', async () => {
  const id = await aMentionIn(world, 'claimed');
  const drafts = () => world.db.selectFrom('drafts').selectAll().execute();
  const text = 'We are on it & will write again';
  const { draftText } = FIELDS;
  const values = { [draftText.block]: { [draftText.action]: { value: text } } };
  const { acks, peeked } = await door.submit(CALLBACKS.draft, { mentionId: id, draftId: null }, values, drafts);
  expect(acks).toEqual([undefined]);
  expect(peeked).toMatchObject([{ text, writer_id: USER }]);
  expect((await mentionRow(world, id)).status).toBe('voting');
});

test('what cannot be stored is told under its field, and the form stays open', async () => {
  const id = await aMentionIn(world, 'claimed');
  const { acks } = await door.submit(CALLBACKS.draft, { mentionId: id, draftId: null }, {});
  expect(acks).toEqual([
    { response_action: 'errors', errors: { [FIELDS.draftText.block]: expect.stringContaining('still empty') } },
  ]);
  expect((await mentionRow(world, id)).status).toBe('claimed');
});

test.each(CALLBACK_IDS)('%s with nothing in it, and nobody’s metadata, is answered and changes nothing', async (id) => {
  const mentionId = await aMentionIn(world, 'voting');
  const before = await mentionRow(world, mentionId);
  for (const metadata of [null, 'x', { mentionId: -1 }, { mentionId: 999, draftId: null }, { mentionId: '1; drop' }]) {
    expect((await door.submit(id, metadata, {})).acks).toHaveLength(1);
  }
  expect(await mentionRow(world, mentionId)).toEqual(before);
  expect(world.takeErrors()).toEqual([]);
});

test('what breaks while a form is stored is said in the form, and logged without a word of it', async () => {
  const id = await aMentionIn(world, 'claimed');
  world.pass(11 * 60_000);
  world.slack.fail('person', 'lost before');
  const { draftText } = FIELDS;
  const values = { [draftText.block]: { [draftText.action]: { value: 'a private word' } } };
  const { acks } = await door.submit(CALLBACKS.draft, { mentionId: id, draftId: null }, values);
  expect(acks).toEqual([
    { response_action: 'errors', errors: { [draftText.block]: expect.stringContaining('Something went wrong') } },
  ]);
  const [logged, ...more] = world.takeErrors();
  expect(more).toEqual([]);
  expect(logged).toContain('view_submission');
  expect(logged).not.toContain('private word');
});

test('an error behind a press reaches the person as a sentence, and the log once', async () => {
  const id = await aMentionIn(world, 'new');
  world.pass(11 * 60_000);
  world.slack.fail('person', 'lost before');
  await pressCard(id, ACTIONS.claim);
  expect(world.slack.whispers).toEqual([
    { channel: GEN, person: USER, text: expect.stringContaining('Something went wrong on our side') },
  ]);
  expect(world.takeErrors()).toHaveLength(1);
  await door.press(ACTIONS.claim, id, inModal('V0MORE'));
  expect(world.takeErrors()).toHaveLength(0);
});

test('an error behind a press in a modal is said in the modal, and when Slack is away too nothing more breaks', async () => {
  const id = await aMentionIn(world, 'new');
  world.pass(11 * 60_000);
  world.slack.fail('person', 'lost before', 'lost before');
  await door.press(ACTIONS.claim, id, inModal('V0MORE'));
  expect(said(door.lastView())).toContain('Something went wrong');
  world.slack.fail('whisper', 'lost before');
  await pressCard(id, ACTIONS.claim);
  expect(world.takeErrors()).toHaveLength(2);
});

test('a press on a twin removes it and says where the card is', async () => {
  const id = await aMentionIn(world, 'new');
  const { message_ts: living } = await cardRow(world, id);
  const twin = await world.slack.post(GEN, { text: 'twin', blocks: [] }, 1);
  await door.press(ACTIONS.claim, id, inChannel(twin.ts));
  expect((await mentionRow(world, id)).status).toBe('new');
  expect(world.slack.shown(GEN).map(({ ts }) => ts)).toEqual([living]);
  expect(world.slack.whispers).toMatchObject([{ person: USER, text: expect.stringContaining('second copy') }]);
});

test('every subcommand answers, with a message or a modal', async () => {
  await aWatch(world);
  for (const { words } of subcommands) {
    door.responses.splice(0);
    door.api.splice(0);
    expect((await door.command(words.toUpperCase())).acks).toHaveLength(1);
    expect({ words, answers: door.responses.length + door.api.length }).toEqual({ words, answers: expect.any(Number) });
    expect(door.responses.length + door.api.length).toBeGreaterThan(0);
  }
});

test.each([
  '',
  '   ',
  'frobnicate',
  'constructor',
  '__proto__',
  'log\u0000',
  '<@U1|x>',
  '(a+)+$',
  `x${'y'.repeat(9_999)}`,
])('the unknown text %j gets the help, for the person alone', async (text) => {
  const { acks } = await door.command(text);
  expect(acks).toEqual([undefined]);
  expect(door.responses).toMatchObject([{ response_type: 'ephemeral' }]);
  expect(said(door.responses[0])).toContain('/community queue');
});

test.each([
  ['queue', 'queue', ''],
  ['  QUEUE  ', 'queue', ''],
  ['watch   list', 'watch list', ''],
  ['watch\tlist extra words', 'watch list', 'extra words'],
  ['Log somebody called', 'log', 'somebody called'],
  ['logout', undefined, 'logout'],
  ['watch', undefined, 'watch'],
  ['', undefined, ''],
])('the text %j means the subcommand %j with %j behind it', (text, words, rest) => {
  const found = findSubcommand(text);
  expect({ words: found.subcommand?.words, rest: found.rest }).toEqual({ words, rest });
});

test('a reaction marks its ballot; one elsewhere, or with another emoji, does nothing', async () => {
  const id = await aMentionIn(world, 'voting');
  const at = await ballotPlace(world, id);
  const reaction = (ts: string, name: string) =>
    door.event({
      ...{ type: 'reaction_added', user: USER, reaction: name, event_ts: '1' },
      item: { type: 'message', channel: VOTES, ts },
    });
  const { marks } = await ballotRow(world, id);
  await reaction('9.9', 'white_check_mark');
  await reaction(at.ts, 'eyes');
  expect((await ballotRow(world, id)).marks).toBe(marks);
  await reaction(at.ts, 'white_check_mark');
  await reaction(at.ts, 'white_check_mark');
  expect((await ballotRow(world, id)).marks).toBe(marks + 2);
});

test('a deleted card is forgotten, an archived channel paused, and both by their events', async () => {
  const id = await aMentionIn(world, 'new');
  const { message_ts: ts } = await cardRow(world, id);
  await door.event({
    type: 'message',
    subtype: 'message_deleted',
    channel: GEN,
    deleted_ts: ts,
    ts: '2',
    event_ts: '2',
  });
  expect((await cardRow(world, id)).removed_at).not.toBeNull();
  const paused = async () => (await world.db.selectFrom('watches').selectAll().executeTakeFirstOrThrow()).paused_reason;
  await door.event({ type: 'channel_archive', channel: GEN, user: USER, event_ts: '3' });
  expect(await paused()).toBe('The channel was archived.');
  await door.event({ type: 'channel_unarchive', channel: GEN, user: USER, event_ts: '4' });
  expect(await paused()).toBeNull();
  await door.event({ type: 'channel_left', channel: GEN, event_ts: '5' });
  expect(await paused()).toContain('Porchlight was removed');
  const joined = { type: 'member_joined_channel', channel: GEN, channel_type: 'C', team: 'T0ACME', event_ts: '6' };
  await door.event({ ...joined, user: USER });
  expect(await paused()).not.toBeNull();
  await door.event({ ...joined, user: 'U0BOT' });
  expect(await paused()).toBeNull();
});

test('App Home is drawn for who opens it, and not for its messages tab', async () => {
  await door.event({ type: 'app_home_opened', user: USER, channel: 'D1', tab: 'messages', event_ts: '1' });
  expect(world.slack.homes.size).toBe(0);
  await door.event({ type: 'app_home_opened', user: USER, channel: 'D1', tab: 'home', event_ts: '1' });
  expect([...world.slack.homes.keys()]).toEqual([USER]);
});
