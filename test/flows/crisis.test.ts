import { beforeEach, expect, test } from '@jest/globals';
import { acknowledgeEscalation } from '../../src/flows/answer-escalation.ts';
import { endCrisis, prepareCrisisEnd } from '../../src/flows/crisis.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { aMention, aRoom, aTeam, aWatch, GEN, HELP, MINUTE, OTHER_TEAM } from '../helpers/builders.ts';
import { expectDrawn, postingRows } from '../helpers/drawn.ts';
import { ANA, BEN, CHI } from '../helpers/facts.ts';
import { aMentionIn, ballotRow, draft, granted } from '../helpers/stages.ts';
import { aWorld, testWorld, type World } from '../helpers/world.ts';

const world = testWorld();
beforeEach(async () => {
  await aTeam(world, { managers: [ANA] });
});

function call(mentionId: number, reason = 'data on a forum', by: World = world) {
  return escalateMention(by.deps, { mentionId, personId: BEN, level: 'crisis', reason });
}

function end(crisisId: number, personId = ANA, closing = 'the forum took it down') {
  return endCrisis(world.deps, { crisisId, personId, closing });
}

async function crises() {
  return world.db.selectFrom('crises').selectAll().orderBy('id').execute();
}

/** The notice of the newest crisis as it stands. */
async function notice() {
  const row = (await postingRows(world)).findLast(({ kind }) => kind === 'crisis');
  const at = { channel: row?.channel_id ?? '', ts: row?.message_ts ?? '' };
  const shown = world.slack.shown(at.channel).find(({ ts }) => ts === at.ts);
  return { ...at, words: shown?.message.text ?? '', isPinned: world.slack.pins.has(`${at.channel} ${at.ts}`) };
}

async function cardOf(mentionId: number): Promise<string> {
  const row = (await postingRows(world)).find((one) => one.kind === 'card' && one.mention_id === mentionId);
  return world.slack.shown(GEN).find(({ ts }) => ts === row?.message_ts)?.message.text ?? '';
}

test('a crisis pins a notice in the watch’s channel and is said on every open card of the watch', async () => {
  const other = await aWatch(world, { name: 'Other', channel: aRoom(world, 'C0OTHER'), position: 1 });
  const watch = await aWatch(world);
  const [calledFor, open] = [await aMentionIn(world, 'claimed', { watch }), await aMentionIn(world, 'new', { watch })];
  const gone = await aMentionIn(world, 'dismissed', { watch });
  const elsewhere = await aMention(world, { watch: other });
  await world.calm(5);
  granted(await call(calledFor, 'data <!channel> on a forum'));
  await world.rest();
  const { channel, words, isPinned } = await notice();
  expect(channel).toBe(GEN);
  expect(isPinned).toBe(true);
  expect(words).toMatch(/^Crisis: Acme · <@U0BEN> called it, .*: data &lt;!channel&gt; on a forum\n/);
  expect(words).toContain('While it runs, a vote on a reply asks for 1 more approval than usual.');
  for (const id of [calledFor, open])
    expect(await cardOf(id)).toContain('A crisis runs for Acme: <@U0BEN> called it, ');
  expect(await cardOf(gone)).not.toContain('crisis');
  expect(world.slack.shown('C0OTHER').map(({ message }) => message.text)).not.toContain('crisis');
  expect(elsewhere).toBeGreaterThan(0);
  await expectDrawn(world);
});

test('a reply that goes to a vote meanwhile needs one more approval and says why; one before and after does not', async () => {
  const watch = await aWatch(world);
  const before = await aMentionIn(world, 'voting', { watch });
  granted(await call(before));
  const meanwhile = await aMentionIn(world, 'claimed', { watch });
  granted(await draft(world, meanwhile));
  const [crisis] = await crises();
  granted(await end(crisis?.id ?? 0));
  const after = await aMentionIn(world, 'voting', { watch });
  const needed = async (id: number) => (await ballotRow(world, id)).votes_needed;
  expect([await needed(before), await needed(meanwhile), await needed(after)]).toEqual([2, 3, 2]);
  expect((await ballotRow(world, meanwhile)).reasons.join()).toContain('crisis');
  expect((await ballotRow(world, after)).reasons.join()).not.toContain('crisis');
});

test('a manager ends it with a sentence: the notice says so and loses its pin, the cards forget it', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await call(mentionId));
  await world.rest();
  const [{ id } = { id: 0 }] = await crises();
  expect(await prepareCrisisEnd(world.deps, { crisisId: id, personId: BEN })).toEqual({
    refusal: 'not_yours',
    act: 'end_crisis',
  });
  expect(await end(id, BEN)).toEqual({ refusal: 'not_yours', act: 'end_crisis' });
  expect(await end(id, ANA, ' ')).toEqual({ refusal: 'empty_text' });
  expect(await prepareCrisisEnd(world.deps, { crisisId: id, personId: ANA })).toMatchObject({
    watch: 'Acme',
    mentionId,
  });
  world.pass(2 * 60 * MINUTE);
  granted(await end(id, ANA, 'taken <!here> down'));
  expect(await end(id)).toEqual({ refusal: 'crisis_over' });
  expect(await prepareCrisisEnd(world.deps, { crisisId: id, personId: ANA })).toEqual({ refusal: 'crisis_over' });
  await world.rest();
  const { words, isPinned } = await notice();
  expect(words).toMatch(/^The crisis is over: Acme · /);
  expect(words).toMatch(/<@U0ANA> ended it .*, after 2 hours: taken &lt;!here&gt; down/);
  expect(isPinned).toBe(false);
  expect(await cardOf(mentionId)).not.toContain('A crisis runs');
  const threads = world.slack.shown(GEN).filter(({ threadTs }) => threadTs);
  expect(threads.map(({ message }) => message.text)).toContain('<@U0ANA> ended the crisis: taken &lt;!here&gt; down');
  await expectDrawn(world);
});

test('while one runs no other begins, whoever calls at once; after its end another may', async () => {
  const watch = await aWatch(world);
  const replica = aWorld(world, world);
  const ids: number[] = [];
  for (let n = 0; n < 4; n++) ids.push(await aMentionIn(world, 'claimed', { watch }));
  await Promise.all(ids.map((id, n) => call(id, `call ${n}`, n % 2 ? replica : world)));
  await replica.settled();
  await world.rest();
  expect(await crises()).toHaveLength(1);
  expect(world.slack.pins.size).toBe(1);
  const [{ id } = { id: 0 }] = await crises();
  await Promise.all([end(id), end(id)]);
  granted(await call(ids[0] ?? 0));
  expect(await crises()).toHaveLength(2);
  await world.rest();
  await expectDrawn(world);
});

test.each([
  ['not allowed', { refused: 'permission_denied' }],
  ['too often', { limited: 30_000 }],
  ['not answered', 'lost before' as const],
])('a pin that is %s holds nothing up', async (_, fault) => {
  world.slack.weather = ({ method }) => (/^(un)?pin$/.test(method) ? fault : undefined);
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await call(mentionId));
  await world.rest();
  expect((await notice()).words).toContain('Crisis: Acme');
  const [{ id } = { id: 0 }] = await crises();
  granted(await end(id));
  await world.rest();
  expect((await notice()).words).toContain('The crisis is over');
  await expectDrawn(world);
});

test('a crisis goes on when its call is answered and its mention dismissed', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const { escalationId } = granted(await call(mentionId));
  granted(await acknowledgeEscalation(world.deps, { escalationId, personId: CHI }));
  await world.rest();
  expect((await crises())[0]?.ended_at).toBeNull();
  expect(world.slack.shown(HELP)[0]?.message.text).toContain('<@U0CHI> is on it');
});

test('a crisis whose mention was erased can still be ended', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await call(mentionId));
  await world.settled();
  await world.db.deleteFrom('mentions').where('id', '=', mentionId).execute();
  const [{ id } = { id: 0 }] = await crises();
  granted(await end(id));
  expect((await crises())[0]?.ended_by).toBe(ANA);
});

test('another team neither sees nor ends it', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await call(mentionId));
  await aTeam(world, { id: OTHER_TEAM, managers: [ANA] });
  const [{ id } = { id: 0 }] = await crises();
  const deps = { ...world.deps, teamId: OTHER_TEAM };
  expect(await endCrisis(deps, { crisisId: id, personId: ANA, closing: 'x' })).toEqual({ refusal: 'gone' });
  expect(await prepareCrisisEnd(deps, { crisisId: id, personId: ANA })).toEqual({ refusal: 'gone' });
});
