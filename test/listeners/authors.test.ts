import { beforeEach, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import type { Author } from '../../src/domain/item.ts';
import { PAGE_AUTHORS } from '../../src/flows/list-influencers.ts';
import { ACTIONS, CALLBACKS, FIELDS } from '../../src/views/ids.ts';
import { readInfluencersTurn, writeInfluencersTurn } from '../../src/views/influencers-turn.ts';
import { type Door, openDoor, USER } from '../helpers/bolt-app.ts';
import { aMention, aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { CHI, DANA } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';
import { buttonsOf, everyObject, linesOf } from '../views/reading.ts';

const world = testWorld();
let door: Door;
beforeEach(async () => {
  await aTeam(world, { managers: [DANA] });
  door = await openDoor(world);
});

const MAYA: Author = { name: 'Maya Ito', handle: 'maya', reach: 12_400 };
const told = () => JSON.stringify(door.responses.at(-1));
const ephemeral = {
  channel: { id: GEN, name: 'community' },
  container: { type: 'message', message_ts: '1.000001', channel_id: GEN, is_ephemeral: true },
};
const blocksOf = (n: number) => (door.responses[n]?.blocks ?? []) as KnownBlock[];
const viewLines = () => linesOf((door.lastView().blocks ?? []) as KnownBlock[]);
const authorRow = () => world.db.selectFrom('authors').select(['id', 'list', 'watched_by']).executeTakeFirstOrThrow();
const withValues = (isWatching: boolean, list?: string) => ({
  [FIELDS.authorWatch.block]: {
    [FIELDS.authorWatch.action]: { selected_options: isWatching ? [{ value: 'watch' }] : [] },
  },
  ...(list && { [FIELDS.authorList.block]: { [FIELDS.authorList.action]: { selected_option: { value: list } } } }),
});

test('“More…” leads to what is known of the author, and the form watches them', async () => {
  const mentionId = await aMention(world, { author: MAYA, text: 'Acme is slow' });
  await door.press(ACTIONS.more, mentionId);
  expect(JSON.stringify(door.lastView())).toContain('About the author…');
  await door.press(ACTIONS.authorAbout, mentionId);
  expect(door.lastView().callback_id).toBe(CALLBACKS.author);
  expect(viewLines().slice(0, 2)).toEqual([
    'Maya Ito on Blog or feed',
    'A person of weight: 12,400 followers, spoke of us for the first time.',
  ]);
  expect(viewLines().join('\n')).toContain('They are on none of your lists.');
  const { id } = await authorRow();
  await door.submit(CALLBACKS.author, { mentionId, draftId: null, authorId: id }, withValues(true));
  expect(await authorRow()).toMatchObject({ watched_by: [USER], list: null });
  await door.submit(CALLBACKS.author, { mentionId, draftId: null, authorId: id }, withValues(false));
  expect(await authorRow()).toMatchObject({ watched_by: [] });
});

test('who is no manager is told so under the list, should their form have one', async () => {
  const mentionId = await aMention(world, { author: MAYA });
  const metadata = { mentionId, draftId: null, authorId: (await authorRow()).id };
  const { acks } = await door.submit(CALLBACKS.author, metadata, withValues(true, 'press'));
  expect(JSON.stringify(acks)).toContain('Only a community manager can put an author on a list.');
  expect(await authorRow()).toMatchObject({ watched_by: [], list: null });
});

test('a manager finds the list in the form, and it is kept', async () => {
  await world.db
    .updateTable('teams')
    .set({ managers: JSON.stringify([USER]) })
    .execute();
  const mentionId = await aMention(world, { author: MAYA });
  await door.press(ACTIONS.authorAbout, mentionId);
  expect(JSON.stringify(door.lastView())).toContain('Critics');
  const metadata = { mentionId, draftId: null, authorId: (await authorRow()).id };
  await door.submit(CALLBACKS.author, metadata, withValues(false, 'critics'));
  expect(await authorRow()).toMatchObject({ list: 'critics' });
  await door.submit(CALLBACKS.author, metadata, withValues(false, 'none'));
  expect(await authorRow()).toMatchObject({ list: null });
});

test('guests of Slack are told why they get no form', async () => {
  world.slack.describe(USER, { isGuest: true });
  const mentionId = await aMention(world, { author: MAYA });
  await door.press(ACTIONS.authorAbout, mentionId);
  expect(viewLines().join()).toContain('Guest accounts can read and talk here');
});

test('the influencers are turned over and back, and each leads to what is known of them', async () => {
  const watch = await aWatch(world);
  for (let n = 0; n <= PAGE_AUTHORS; n++) await aMention(world, { watch, author: { name: `Author ${n}` } });
  await door.command('influencers');
  expect(told()).toContain('9 authors spoke of us, the weightiest first');
  expect(buttonsOf(blocksOf(0)).at(-1)).toBe('Next');
  const next = everyObject(blocksOf(0)).find((one) => one.action_id === ACTIONS.influencersNext);
  await door.press(ACTIONS.influencersNext, String(next?.value), ephemeral);
  expect(door.responses[1]).toMatchObject({ replace_original: true });
  expect(buttonsOf(blocksOf(1))).toEqual(['About…', 'Earlier']);
  const open = everyObject(blocksOf(1)).find((one) => one.action_id === ACTIONS.authorOpen);
  await door.press(ACTIONS.authorOpen, String(open?.value), ephemeral);
  expect(viewLines()[0]).toMatch(/^Author \d on Blog or feed/);
});

test('a button gives no right: who left the channel since sees nobody', async () => {
  await aMention(world, { author: MAYA });
  world.slack.rooms.set(GEN, { name: 'community', members: [CHI], hasBot: true, archived: false });
  const value = writeInfluencersTurn({ asked: { period: null, watch: null }, page: 0 });
  await door.press(ACTIONS.influencersNext, value, ephemeral);
  expect(told()).toContain('Nobody spoke of us in the channels you can see');
  await door.press(ACTIONS.authorOpen, (await authorRow()).id, ephemeral);
  expect(viewLines().join()).not.toContain('Maya');
});

test.each([
  ['influencers', 'Nobody spoke of us in the channels you can see: the last 90 days.'],
  ['influencers watch', 'Which watch?'],
  ['influencers week month', '“month” is a second period'],
  ['influencers yesterday', '“yesterday” is no period'],
  ['influencers 2026-02-30', '“2026-02-30” is no day'],
  ['influencers 2026-10-31..2026-10-01', 'comes after its last'],
  ['influencers by person', 'Influencers are not grouped'],
  ['influencers &lt;!channel&gt;', 'You can see no watch called “<!channel>”'],
])('%j is answered kindly: %j', async (text, answer) => {
  expect((await door.command(text)).acks).toEqual([undefined]);
  expect(told()).toContain(answer);
});

test.each(['', '0', '{}', '{"asked":{},"page":0}', '{"asked":{"period":"year","watch":null},"page":0}', undefined])(
  'a button that carries %j is none of ours',
  (value) => {
    expect(readInfluencersTurn(value)).toBeUndefined();
  },
);
