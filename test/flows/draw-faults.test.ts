import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { lockMention } from '../../src/db/mentions.ts';
import { raisePostings } from '../../src/db/postings.ts';
import type { Trx } from '../../src/db/schema.ts';
import { drawDue, drawMention } from '../../src/flows/draw-posting.ts';
import { meetMessage, noticeDeletion } from '../../src/flows/meet-message.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { aMention, aTeam, GEN, MINUTE, TEAM } from '../helpers/builders.ts';
import { expectDrawn, strictSlack } from '../helpers/drawn.ts';
import { BEN } from '../helpers/facts.ts';
import { aMentionIn, ballotPlace, cardRow, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const claim = (mentionId: number) => moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' });
const posts = () => world.slack.calls.filter(({ method }) => method === 'post');

test('a post whose answer was lost is found by its mark and not sent again', async () => {
  const id = await aMention(world);
  world.slack.fail('post', 'lost after');
  await world.calm(20);
  expect(posts()).toHaveLength(1);
  expect((await mentionRow(world, id)).first_posted_at).not.toBeNull();
  await expectDrawn(world);
});

test('a post that never arrived is sent again as soon as the history shows that it is not there', async () => {
  await aMention(world);
  world.slack.fail('post', 'lost before');
  await world.calm(6);
  expect(posts()).toHaveLength(2);
  await expectDrawn(world);
});

test('where the history cannot be read, a lost post is sent again after a minute and no sooner', async () => {
  await aMention(world);
  world.slack.history = 'unreadable';
  world.slack.fail('post', 'lost after');
  await world.calm(39);
  expect(posts()).toHaveLength(1);
  await world.calm(5);
  expect(posts()).toHaveLength(2);
  expect(world.slack.shown(GEN)).toHaveLength(2);
  await expectDrawn(world, { twins: true });
});

test('a 429 or a lost answer while looking for a lost post does not forget that it may stand', async () => {
  await aMention(world);
  world.slack.fail('post', 'lost after');
  world.slack.fail('findPosted', { limited: 5_000 }, 'lost before', { limited: 0 });
  await world.calm(30);
  expect(posts()).toHaveLength(1);
  await expectDrawn(world);
});

test('after a 429 nothing is posted there before its time, by no sweep and no click', async () => {
  const id = await aMention(world);
  const { tooEarly } = strictSlack(world.slack, (method) =>
    method === 'post' && posts().length === 1 ? { limited: 30_000 } : undefined,
  );
  await drawDue(world.deps);
  for (let n = 0; n < 29; n++) {
    world.pass(1_000);
    await Promise.all([drawDue(world.deps), drawMention(world.deps, id)]);
  }
  expect(posts()).toHaveLength(1);
  await world.calm(3);
  expect(tooEarly).toEqual([]);
  expect(await cardRow(world, id)).toMatchObject({ tries: 0, attempted_at: null });
  await expectDrawn(world);
});

test('after a 429 on an update clicks wait too, while new cards are posted', async () => {
  const id = await aMentionIn(world, 'new');
  const { tooEarly } = strictSlack(world.slack, (method) =>
    method === 'update' && world.now() < new Date('2026-11-23T09:00:10Z') ? { limited: 60_000 } : undefined,
  );
  granted(await claim(id));
  await world.settled();
  const other = await aMention(world);
  world.pass(2_000);
  await drawDue(world.deps);
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'release' }));
  await world.settled();
  expect((await cardRow(world, other)).message_ts).not.toBeNull();
  await world.calm(60);
  expect(tooEarly).toEqual([]);
  await expectDrawn(world);
});

test('a 429 without a time holds back for half a minute', async () => {
  await aMention(world);
  world.slack.fail('post', { limited: undefined });
  await drawDue(world.deps);
  world.pass(29_000);
  await drawDue(world.deps);
  expect(posts()).toHaveLength(1);
  await world.calm(2);
  await expectDrawn(world);
});

test('an update whose answer was lost is sent again', async () => {
  const id = await aMentionIn(world, 'new');
  world.slack.fail('update', 'lost before', 'lost after');
  granted(await claim(id));
  await world.calm(12);
  await expectDrawn(world);
  expect(await cardRow(world, id)).toMatchObject({ tries: 0, dead_at: null });
});

test('a press on a second copy deletes it and answers with a link to the living card', async () => {
  const id = await aMention(world);
  world.slack.history = 'unreadable';
  world.slack.fail('post', 'lost after');
  await world.calm(45);
  const [twin, living] = world.slack.shown(GEN);
  if (!twin || !living) throw new Error('there should be two');
  const met = await meetMessage(world.deps, twin, 'card', id);
  expect(met).toEqual({
    kind: 'twin',
    link: `https://t0acme.slack.com/archives/${GEN}/p${living.ts.replace('.', '')}`,
  });
  expect(world.slack.shown(GEN)).toEqual([living]);
  expect(await meetMessage(world.deps, living, 'card', id)).toEqual({ kind: 'known' });
});

test('two who press a twin at once are both led to the living card', async () => {
  const id = await aMentionIn(world, 'new');
  const [living] = world.slack.shown(GEN);
  await world.slack.post(GEN, living?.message ?? { text: '', blocks: [] }, living?.postingId ?? 0);
  const twin = world.slack.shown(GEN)[1];
  if (!twin) throw new Error('there should be a twin');
  const met = await Promise.all([1, 2, 3].map(() => meetMessage(world.deps, twin, 'card', id)));
  expect(new Set(met.map(({ kind }) => kind))).toEqual(new Set(['twin']));
  expect(world.slack.shown(GEN)).toHaveLength(1);
});

test('a press on a ballot’s twin leads to the living ballot', async () => {
  const id = await aMentionIn(world, 'voting');
  const at = await ballotPlace(world, id);
  const living = world.slack.shown(at.channel)[0];
  const twin = await world.slack.post(at.channel, living?.message ?? { text: '', blocks: [] }, living?.postingId ?? 0);
  const { ballot_id: ballotId } = await world.db
    .selectFrom('postings')
    .selectAll()
    .where('kind', '=', 'ballot')
    .executeTakeFirstOrThrow();
  const met = await meetMessage(world.deps, twin, 'ballot', ballotId ?? 0);
  expect(met).toMatchObject({ kind: 'twin', link: expect.stringContaining(at.ts.replace('.', '')) });
});

test('a press on a card whose post was lost makes that message the card, and starts the clocks', async () => {
  const id = await aMention(world);
  world.slack.history = 'unreadable';
  world.slack.fail('post', 'lost after');
  await drawDue(world.deps);
  const [lost] = world.slack.shown(GEN);
  if (!lost) throw new Error('it should stand');
  expect(await meetMessage(world.deps, lost, 'card', id)).toEqual({ kind: 'known' });
  granted(await claim(id));
  await world.calm(50);
  expect(posts()).toHaveLength(1);
  const { first_posted_at: postedAt, first_claimed_at: claimedAt } = await mentionRow(world, id);
  expect(Number(claimedAt)).toBeGreaterThanOrEqual(Number(postedAt));
  await expectDrawn(world);
});

test('a message of another team’s posting is nobody’s twin', async () => {
  const id = await aMentionIn(world, 'new');
  await aTeam(world, { id: 'T0OTHER' });
  const other = { ...world.deps, teamId: 'T0OTHER' };
  const [card] = world.slack.shown(GEN);
  if (!card) throw new Error('it should stand');
  expect(await meetMessage(other, { channel: GEN, ts: '1.000001' }, 'card', id)).toEqual({ kind: 'known' });
  await noticeDeletion(other, card);
  expect((await cardRow(world, id)).removed_at).toBeNull();
  expect((await cardRow(world, id)).team_id).toBe(TEAM);
});

test('a worker that lost its lease while Slack was slow neither posts twice nor settles', async () => {
  const id = await aMentionIn(world, 'new');
  const gate = aGate();
  world.slack.fail('update', { slow: gate.opened });
  granted(await claim(id));
  const slow = world.settled();
  while (!world.slack.calls.some(({ method }) => method === 'update')) await new Promise(setImmediate);
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'release' }));
  await world.db
    .updateTable('postings')
    .set({ lease_until: new Date(0) })
    .execute();
  world.pass(MINUTE);
  await drawDue(world.deps);
  gate.open();
  await slow;
  const { drawn_version: drawn, version, due_at: dueAt } = await cardRow(world, id);
  expect({ drawn, dueAt }).toEqual({ drawn: version, dueAt: null });
});

test('settling a card that was just posted and an act on it never lock each other out', async () => {
  const id = await aMention(world);
  const gate = aGate();
  world.slack.fail('post', { slow: gate.opened });
  const drawing = drawDue(world.deps);
  while (posts().length === 0) await new Promise(setImmediate);
  await world.db.transaction().execute(async (trx) => {
    await lockMention(trx, TEAM, id);
    gate.open();
    while (world.kind === 'postgres' && !(await isSomebodyWaiting(trx))) await new Promise(setImmediate);
    await raisePostings(trx, { mentionId: id }, world.now());
  });
  await drawing;
  await world.calm(3);
  await expectDrawn(world);
});

async function isSomebodyWaiting(trx: Trx): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where not granted`.execute(trx);
  return rows.length > 0;
}

/** Something slow: it goes on when the test opens it. */
function aGate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

test('a card that could not be drawn five times is dead, until something new is to be shown', async () => {
  const id = await aMention(world);
  world.slack.fail('post', ...Array.from({ length: 5 }, () => ({ refused: 'invalid_blocks' }) as const));
  for (let n = 0; n < 5; n++) {
    await drawDue(world.deps);
    world.pass(10 * MINUTE);
  }
  expect(await cardRow(world, id)).toMatchObject({ tries: 5, dead_at: expect.any(Date), message_ts: null });
  expect(await drawDue(world.deps)).toBe(0);
  granted(await claim(id));
  await world.calm(3);
  expect(await cardRow(world, id)).toMatchObject({ tries: 0, dead_at: null });
  await expectDrawn(world);
});
