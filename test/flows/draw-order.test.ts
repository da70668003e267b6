import { beforeEach, expect, test } from '@jest/globals';
import { closeChannel, reopenChannel } from '../../src/flows/close-channel.ts';
import { drawDue, drawMention } from '../../src/flows/draw-posting.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { readStatus } from '../../src/flows/read-lists.ts';
import { retryDead } from '../../src/flows/retry-dead.ts';
import { aMention, aRoom, aTeam, aWatch, GEN, MINUTE } from '../helpers/builders.ts';
import { expectDrawn, expectPaced, postingRows } from '../helpers/drawn.ts';
import { BEN, DANA } from '../helpers/facts.ts';
import { aMentionIn, cardRow, draft, granted } from '../helpers/stages.ts';
import { aWorld, testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

async function cards(count: number, watch?: Awaited<ReturnType<typeof aWatch>>): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < count; n++) ids.push(await aMention(world, { watch }));
  return ids;
}

/** The mentions whose cards stand in a channel, in the order of the posts. */
async function order(channel = GEN): Promise<(number | null)[]> {
  const rows = await postingRows(world);
  const shown = world.slack.shown(channel).map(({ postingId }) => rows.find(({ id }) => id === postingId));
  return shown.map((row) => row?.mention_id ?? null);
}

test('cards are posted one a second, in the order in which they were found, whoever sweeps', async () => {
  const ids = await cards(6);
  const replica = aWorld(world, world);
  for (let n = 0; n < 8; n++) {
    await Promise.all([drawDue(world.deps), drawDue(replica.deps), drawMention(world.deps, ids.at(-1) ?? 0)]);
    world.pass(1_000);
  }
  expect(await order()).toEqual(ids);
  expectPaced(world.slack);
  await expectDrawn(world);
});

test('a channel with a long queue keeps no other channel waiting', async () => {
  await cards(25);
  const quiet = await aWatch(world, { name: 'Quiet', channel: aRoom(world, 'C0QUIET'), position: 1 });
  world.pass(10);
  const [late] = await cards(1, quiet);
  await drawDue(world.deps);
  expect(await order('C0QUIET')).toEqual([late]);
});

test('a row that Slack refuses stops no neighbour, dies after five tries, and is seen and revived', async () => {
  const [poison, neighbour] = await cards(2);
  const { id } = await cardRow(world, poison ?? 0);
  world.slack.weather = ({ postingId }) => (postingId === id ? { refused: 'invalid_blocks' } : undefined);
  for (let n = 0; n < 5; n++) {
    await drawDue(world.deps);
    world.pass(1_000);
    await drawDue(world.deps);
    world.pass(5 * MINUTE);
  }
  expect(await order()).toEqual([neighbour]);
  expect(world.slack.calls.filter(({ postingId }) => postingId === id)).toHaveLength(5);
  const { dead, due } = await readStatus(world.deps);
  expect(dead).toMatchObject([{ kind: 'posting', id, lastError: 'Slack: invalid_blocks' }]);
  expect(due.drawings).toBe(0);

  world.slack.weather = () => undefined;
  expect(await retryDead(world.deps, { kind: 'posting', id, personId: BEN })).toMatchObject({ refusal: 'not_yours' });
  expect(await retryDead(world.deps, { kind: 'posting', id, personId: DANA })).toBeUndefined();
  await world.calm(2);
  expect(await order()).toEqual([neighbour, poison]);
  expect(await retryDead(world.deps, { kind: 'posting', id, personId: DANA })).toEqual({ refusal: 'gone' });
});

test('a first post that has to wait for its second try lets those behind it pass', async () => {
  const ids = await cards(3);
  world.slack.fail('post', { refused: 'invalid_blocks' });
  for (let n = 0; n < 4; n++) {
    await drawDue(world.deps);
    world.pass(1_000);
  }
  expect(await order()).toEqual(ids.slice(1));
});

test('an archived channel pauses its watch, tells the managers once, and goes on where it stopped', async () => {
  const ids = await cards(3);
  await drawDue(world.deps);
  const room = world.slack.rooms.get(GEN);
  if (room) room.archived = true;
  await world.calm(5);
  expect(await order()).toEqual(ids.slice(0, 1));
  expect(world.slack.shown(`D${DANA.slice(1)}`).map(({ message }) => message.text)).toEqual([
    expect.stringContaining('The channel is archived.'),
  ]);
  const { pausedChannels, due } = await readStatus(world.deps);
  expect(pausedChannels).toEqual([{ channelId: GEN, reason: 'The channel is archived.' }]);
  expect(due.drawings).toBe(2);
  const asked = world.slack.calls.length;
  await closeChannel(world.deps, GEN, 'The channel was archived.');
  await world.calm(3);
  expect(world.slack.calls).toHaveLength(asked);

  if (room) room.archived = false;
  await reopenChannel(world.deps, GEN);
  await world.calm(5);
  expect(await order()).toEqual(ids);
  expect(await world.db.selectFrom('watches').select(['paused_at', 'paused_reason']).execute()).toEqual([
    { paused_at: null, paused_reason: null },
  ]);
  await expectDrawn(world);
});

test('reopening a channel does not wake a watch that was paused for another reason', async () => {
  const watch = await aWatch(world);
  await world.db.updateTable('watches').set({ paused_at: world.now(), paused_reason: 'Enough for now' }).execute();
  await closeChannel(world.deps, GEN, 'The channel was archived.');
  await reopenChannel(world.deps, GEN);
  const after = await world.db.selectFrom('watches').selectAll().where('id', '=', watch.id).executeTakeFirstOrThrow();
  expect(after.paused_reason).toBe('Enough for now');
});

test('a card that somebody deleted is not posted again, and nothing links to it any more', async () => {
  const id = await aMentionIn(world, 'voting');
  await world.calm(3);
  const card = await cardRow(world, id);
  world.slack.deleteByHand({ channel: GEN, ts: card.message_ts ?? '' });
  await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'release' });
  await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' });
  await world.calm(5);
  expect(await order()).toEqual([]);
  expect((await cardRow(world, id)).removed_at).not.toBeNull();
  await draft(world, id, { text: 'Another text altogether' });
  await world.calm(5);
  const ballot = world.slack.shown('C0VOTES').at(-1);
  expect(ballot?.message.text).toContain('asks for a vote');
  expect(JSON.stringify(ballot?.message.blocks)).not.toContain(`/archives/${GEN}/`);
});

test('the card links to its vote, and the vote to the card', async () => {
  const id = await aMentionIn(world, 'voting');
  await world.calm(2);
  const [card] = world.slack.shown(GEN);
  const [ballot] = world.slack.shown('C0VOTES');
  expect(JSON.stringify(card?.message.blocks)).toContain(`/archives/C0VOTES/p${ballot?.ts.replace('.', '')}`);
  expect(JSON.stringify(ballot?.message.blocks)).toContain(`/archives/${GEN}/p${card?.ts.replace('.', '')}`);
  expect(await cardRow(world, id)).toMatchObject({ due_at: null });
});

test('a call for help links to the vote, even when the vote comes to stand after it was redrawn', async () => {
  const id = await aMentionIn(world, 'claimed');
  granted(await escalateMention(world.deps, { mentionId: id, personId: BEN, level: 'help', reason: 'legal' }));
  await world.calm(3);
  world.slack.fail('post', { limited: 10_000 });
  await draft(world, id);
  await world.calm(3);
  expect(world.slack.shown('C0VOTES')).toEqual([]);
  await world.rest();
  const [call] = world.slack.shown('C0HELP');
  const [ballot] = world.slack.shown('C0VOTES');
  expect(JSON.stringify(call?.message.blocks)).toContain(`/archives/C0VOTES/p${ballot?.ts.replace('.', '')}`);
});
