import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusal.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { giveBack, holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { aTeam, MINUTE } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, ballotPlace, ballotRow, granted, mentionRow } from '../helpers/stages.ts';
import { NO, voting, YES } from '../helpers/voting.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const { react, recount, press } = voting(world);
const statusOf = async (id: number) => (await mentionRow(world, id)).status;

test('reactions and buttons together reach the quorum, and the record names nobody as the actor', async () => {
  const id = await aMentionIn(world, 'voting');
  await react(id, ANA, `${YES}::skin-tone-5`);
  await recount();
  expect(await statusOf(id)).toBe('voting');
  granted(await press(id, CHI, 'approve'));
  expect(await statusOf(id)).toBe('approved');
  const line = await world.db.selectFrom('activity').selectAll().where('act', '=', 'approve').executeTakeFirst();
  expect(line).toMatchObject({ mention_id: id, person_id: null });
});

test('one person by both paths is one approval', async () => {
  const id = await aMentionIn(world, 'voting');
  await react(id, ANA);
  granted(await press(id, ANA, 'approve'));
  await recount();
  expect(await statusOf(id)).toBe('voting');
});

test('a thumb is talk and no vote', async () => {
  const id = await aMentionIn(world, 'voting');
  for (const person of [ANA, CHI, DANA]) await react(id, person, '+1');
  await recount();
  expect(await statusOf(id)).toBe('voting');
});

test('an approval withdrawn after the decision changes nothing, and the approvers are named as before', async () => {
  const id = await aMentionIn(world, 'voting');
  await react(id, ANA);
  await react(id, CHI);
  await recount();
  await react(id, CHI, YES, true);
  await recount();
  expect(await statusOf(id)).toBe('approved');
  const votes = await world.db.selectFrom('votes').select('voter_id').orderBy('voter_id').execute();
  expect(votes.map((vote) => vote.voter_id)).toEqual([ANA, CHI]);
});

test.each(['reaction', 'button'] as const)(
  'an objection by %s before sending takes the approval back',
  async (path) => {
    const id = await aMentionIn(world, 'approved');
    if (path === 'reaction') await react(id, ANA, NO);
    else granted(await press(id, ANA, 'object'));
    await recount();
    expect(await statusOf(id)).toBe('claimed');
    expect((await ballotRow(world, id)).status).toBe('rejected');
    expect(await press(id, ANA, 'approve')).toEqual({ refusal: 'ballot_closed' });
  },
);

test('an objection that no event told of still stops whoever is about to publish', async () => {
  const id = await aMentionIn(world, 'approved');
  world.slack.react(await ballotPlace(world, id), ANA, NO);
  const outcome = await holdReply(world.deps, { mentionId: id, personId: BEN });
  expect(outcome).toEqual({ refusal: 'wrong_status', event: 'hold', status: 'claimed' });
  expect(await statusOf(id)).toBe('claimed');
});

test('while the reactions cannot be read nothing is published', async () => {
  const id = await aMentionIn(world, 'approved');
  world.slack.fail('reactions', 'lost before');
  await expect(holdReply(world.deps, { mentionId: id, personId: BEN })).rejects.toThrow('Slack: no_answer');
  expect(await statusOf(id)).toBe('approved');
});

test('an objection while the reply is being posted is too late, but stops the next who would post it', async () => {
  const id = await aMentionIn(world, 'sending');
  expect(await press(id, ANA, 'object')).toEqual({ refusal: 'ballot_closed' });
  await react(id, ANA, NO);
  await recount();
  expect(await statusOf(id)).toBe('sending');
  granted(await giveBack(world.deps, { mentionId: id, personId: BEN }));
  expect(isRefusal(await holdReply(world.deps, { mentionId: id, personId: BEN }))).toBe(true);
  expect(await statusOf(id)).toBe('claimed');
});

test('a ballot lapses when its window closes, says so, and counts no later vote', async () => {
  const id = await aMentionIn(world, 'voting');
  await react(id, ANA);
  world.pass(24 * 60 * MINUTE);
  await recount();
  expect({ mention: await statusOf(id), ballot: (await ballotRow(world, id)).status }).toEqual({
    mention: 'claimed',
    ballot: 'lapsed',
  });
  await world.calm(5);
  const [shown] = world.slack.shown('C0VOTES');
  expect(shown?.message.text).toContain('time ran out');
  await react(id, CHI);
  await recount();
  expect((await ballotRow(world, id)).status).toBe('lapsed');
});

test('votes that were in before the window closed decide, though they are counted after it', async () => {
  const id = await aMentionIn(world, 'voting');
  const at = await ballotPlace(world, id);
  for (const person of [ANA, CHI]) world.slack.react(at, person, YES);
  world.pass(24 * 60 * MINUTE);
  await recount();
  expect(await statusOf(id)).toBe('approved');
});

test('each person whose vote does not count is told why once and privately, whatever else they do', async () => {
  world.slack.describe('U0GUEST', { isGuest: true });
  world.slack.describe('U0BOT2', { isBot: true });
  const id = await aMentionIn(world, 'voting');
  for (const person of [BEN, 'U0GUEST', 'U0BOT2']) await react(id, person);
  await recount();
  await react(id, BEN, NO);
  await recount();
  expect(world.slack.whispers).toEqual([
    { channel: 'C0VOTES', person: BEN, text: 'You wrote this draft, so the vote is for the others.' },
    { channel: 'C0VOTES', person: 'U0GUEST', text: expect.stringContaining('Guest accounts') },
  ]);
});

test('reopening an answered mention leaves the vote on its posted reply as it was', async () => {
  const id = await aMentionIn(world, 'sending');
  granted(await markPosted(world.deps, { mentionId: id, personId: BEN, url: null }));
  granted(await moveMention(world.deps, { mentionId: id, personId: ANA, move: 'reopen', reason: 'She wrote again' }));
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }));
  expect((await ballotRow(world, id)).status).toBe('approved');
  expect(isRefusal(await press(id, ANA, 'object'))).toBe(true);
  await react(id, ANA, NO);
  await recount();
  expect({ mention: await statusOf(id), ballot: (await ballotRow(world, id)).status }).toEqual({
    mention: 'claimed',
    ballot: 'approved',
  });
});
