import { beforeEach, expect, test } from '@jest/globals';
import { textHash } from '../../src/domain/text.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { aTeam, aWatch, GEN, VOTES } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, ballotRow, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const drafts = () => world.db.selectFrom('drafts').selectAll().orderBy('revision').execute();
const statusOf = async (id: number) => (await mentionRow(world, id)).status;

test('every save is a revision with its own hash, in the words that were cleaned', async () => {
  const id = await aMentionIn(world, 'claimed');
  granted(await draft(world, id, { text: '  First\u0000 \u202eword ', keepOnly: true }));
  granted(await draft(world, id, { text: 'Second word', keepOnly: true, personId: DANA }));
  const rows = await drafts();
  expect(rows.map(({ revision, text, writer_id: writer }) => [revision, text, writer])).toEqual([
    [1, 'First word', BEN],
    [2, 'Second word', DANA],
  ]);
  expect(rows.map((row) => row.text_hash)).toEqual(rows.map((row) => textHash(row.text)));
  expect(await statusOf(id)).toBe('claimed');
});

test('of two people who edit at once one saves, and the other is told that the draft moved on', async () => {
  const id = await aMentionIn(world, 'claimed');
  granted(await draft(world, id, { text: 'First', keepOnly: true }));
  const [{ id: basedOn } = { id: 0 }] = await drafts();
  const outcomes = await Promise.all([
    draft(world, id, { text: 'By Ben', basedOn }),
    draft(world, id, { text: 'By Dana', basedOn, personId: DANA }),
  ]);
  expect(outcomes.filter((one) => 'refusal' in one)).toEqual([{ refusal: 'draft_moved_on' }]);
  expect(await drafts()).toHaveLength(2);
  expect(await draft(world, id, { text: 'On nothing', basedOn: null })).toEqual({ refusal: 'draft_moved_on' });
});

test('a voice’s draft stands approved at once, without a ballot; a guest voice’s goes to the vote', async () => {
  await aWatch(world, { voices: [BEN] });
  const alone = await aMentionIn(world, 'claimed');
  granted(await draft(world, alone));
  expect(await statusOf(alone)).toBe('approved');
  expect(await world.db.selectFrom('ballots').selectAll().execute()).toEqual([]);

  const guest = await aMentionIn(world, 'new');
  granted(await moveMention(world.deps, { mentionId: guest, personId: CHI, move: 'claim' }));
  granted(await draft(world, guest, { personId: CHI }));
  await world.rest();
  expect(await statusOf(guest)).toBe('voting');
  expect(world.slack.shown(VOTES)).toHaveLength(1);
  expect(world.slack.shown(VOTES)[0]?.message.text).toContain('asks for a vote');
});

test('an edit voids the vote with its votes, and opens a new one on the new text', async () => {
  const id = await aMentionIn(world, 'voting');
  const { id: first } = await ballotRow(world, id);
  granted(await castVote(world.deps, { ballotId: first, personId: ANA, choice: 'approve' }));
  granted(await draft(world, id, { text: 'Another text' }));
  await world.settled();
  const { id: second, text_hash: hash } = await ballotRow(world, id);
  expect(hash).toBe(textHash('Another text'));
  expect(await castVote(world.deps, { ballotId: first, personId: CHI, choice: 'approve' })).toEqual({
    refusal: 'ballot_closed',
  });
  granted(await castVote(world.deps, { ballotId: second, personId: CHI, choice: 'approve' }));
  await world.settled();
  expect(await statusOf(id)).toBe('voting');
  await world.rest();
  const [old] = world.slack.shown(VOTES);
  expect(old?.message.text).toContain('Vote stopped');
});

test('an edit that is only kept voids the vote too, and asks for none', async () => {
  const id = await aMentionIn(world, 'approved');
  granted(await draft(world, id, { text: 'Not ready', keepOnly: true }));
  expect(await statusOf(id)).toBe('claimed');
  expect((await ballotRow(world, id)).status).toBe('void');
});

test.each(['release', 'dismiss'] as const)('%s voids the vote', async (move) => {
  for (const status of ['voting', 'approved'] as const) {
    const id = await aMentionIn(world, status);
    granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move, reason: 'spam' }));
    expect((await ballotRow(world, id)).status).toBe('void');
  }
});

test('too long and empty texts are refused, and nothing is kept', async () => {
  const id = await aMentionIn(world, 'claimed');
  expect(await draft(world, id, { text: ' \u200b\n ' })).toEqual({ refusal: 'empty_text' });
  expect(await draft(world, id, { text: '🙂'.repeat(3_001) })).toEqual({
    ...{ refusal: 'too_long', maxChars: 3_000, chars: 3_001 },
  });
  granted(await draft(world, id, { text: '🙂'.repeat(3_000), keepOnly: true }));
  expect(await drafts()).toHaveLength(1);
});

test('without a channel for approvals the vote is held where the mention stands', async () => {
  await world.db.updateTable('teams').set({ approvals_channel: null }).execute();
  const id = await aMentionIn(world, 'voting');
  await world.rest();
  expect(world.slack.shown(GEN)).toHaveLength(2);
  expect(await statusOf(id)).toBe('voting');
});

test('the vote on a mention of a private channel is held there, where its words may be read', async () => {
  world.slack.isPrivate = async (channel) => channel === GEN;
  const mentionId = await aMentionIn(world, 'voting');
  await world.rest();
  const { id } = await ballotRow(world, mentionId);
  const posting = await world.db.selectFrom('postings').select('channel_id').where('ballot_id', '=', id).execute();
  expect(posting).toEqual([{ channel_id: GEN }]);
  expect(world.slack.shown(VOTES)).toEqual([]);
});
