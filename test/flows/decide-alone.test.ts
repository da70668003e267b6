import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusal.ts';
import { castVote, noticeReaction } from '../../src/flows/cast-vote.ts';
import { decideAlone, prepareDecision } from '../../src/flows/decide-alone.ts';
import { readMore } from '../../src/flows/prepare-forms.ts';
import { holdReply } from '../../src/flows/publish-reply.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import { aTeam, aWatch, GEN, VOTES } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import {
  ALL_STATUSES,
  aMentionIn,
  ballotPlace,
  ballotRow,
  cardRow,
  draft,
  granted,
  mentionRow,
} from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [ANA, DANA] }));

const REASON = 'we must answer <!channel> tonight';

async function decide(mentionId: number, personId: string, facts: { reason?: string; draftId?: number | null } = {}) {
  const drafts = world.db.selectFrom('drafts').select('id').where('mention_id', '=', mentionId);
  const newest = await drafts.orderBy('id', 'desc').executeTakeFirst();
  const wish = { mentionId, personId, reason: REASON, draftId: newest?.id ?? null, ...facts };
  const outcome = await decideAlone(world.deps, wish);
  await world.settled();
  return outcome;
}

/** What Slack shows of the mention, card and ballot. */
async function shownLines(mentionId: number): Promise<{ card: string[]; ballot: string[] }> {
  await world.calm(5);
  const card = await cardRow(world, mentionId);
  const ballot = await ballotPlace(world, mentionId);
  const lines = (channel: string, ts: string | null) =>
    linesOf(world.slack.shown(channel).find((one) => one.ts === ts)?.message.blocks ?? []);
  return { card: lines(GEN, card.message_ts), ballot: lines(VOTES, ballot.ts) };
}

test('a manager decides alone: card, ballot, thread and record say who and why', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  granted(await decide(mentionId, ANA));
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
  expect(await ballotRow(world, mentionId)).toMatchObject({
    status: 'approved',
    decided_by: ANA,
    decision_reason: REASON,
    due_at: null,
  });
  const { card, ballot } = await shownLines(mentionId);
  expect(card.join('\n')).toContain(`Approved by Ana without the vote: ${REASON} · ready for Ben to post`);
  expect(ballot.join('\n')).toContain(`Approved by Ana without the vote: ${REASON} · {ago} · 0 of 2 approvals`);
  expect(ballot.join('\n')).not.toContain('an objection');
  expect(ballot).not.toContain('Approve');
  const notices = world.slack.shown(GEN).filter((one) => one.threadTs !== undefined);
  expect(notices.flatMap(({ message }) => linesOf(message.blocks)).join('\n')).toContain(
    `Ana approved the reply by Ben without the vote: ${REASON}`,
  );
  const lines = await world.db.selectFrom('activity').selectAll().where('act', '=', 'decide').execute();
  expect(lines).toMatchObject([{ mention_id: mentionId, person_id: ANA, detail: { reason: REASON } }]);
});

test.each(ALL_STATUSES.filter((status) => status !== 'voting'))(
  'there is nothing to decide about a mention that is %s',
  async (status) => {
    const mentionId = await aMentionIn(world, status);
    const before = await mentionRow(world, mentionId);
    expect(isRefusal(await decide(mentionId, ANA))).toBe(true);
    expect(isRefusal(await prepareDecision(world.deps, { mentionId, personId: ANA }))).toBe(true);
    expect(granted(await readMore(world.deps, { mentionId, personId: ANA })).offered).not.toContain('decide');
    expect(await mentionRow(world, mentionId)).toEqual(before);
  },
);

test('nobody but a manager decides, nobody without a reason, and nobody about a text they did not read', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  expect(await decide(mentionId, CHI)).toEqual({ refusal: 'not_yours', act: 'decide' });
  expect(await decide(mentionId, ANA, { reason: ' \u0000\n ' })).toEqual({ refusal: 'empty_text' });
  expect(await decide(mentionId, ANA, { draftId: 99 })).toEqual({ refusal: 'draft_moved_on' });
  expect((await mentionRow(world, mentionId)).status).toBe('voting');
  const offered = async (personId: string) =>
    granted(await readMore(world.deps, { mentionId, personId })).offered.includes('decide');
  expect([await offered(ANA), await offered(CHI), await offered(BEN)]).toEqual([true, false, false]);
});

test('a manager does not decide about their own draft, unless they are a voice', async () => {
  const watch = await aWatch(world);
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await draft(world, mentionId, { personId: ANA }));
  expect(await decide(mentionId, ANA)).toEqual({ refusal: 'own_decision' });
  expect(await prepareDecision(world.deps, { mentionId, personId: ANA })).toEqual({ refusal: 'own_decision' });
  await world.db
    .updateTable('watches')
    .set({ voices: JSON.stringify([ANA]) })
    .where('id', '=', watch.id)
    .execute();
  granted(await decide(mentionId, ANA));
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
});

test('of two managers at once one decides', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  const outcomes = await Promise.all([decide(mentionId, ANA), decide(mentionId, DANA)]);
  expect(outcomes.filter(isRefusal)).toHaveLength(1);
  expect(await world.db.selectFrom('activity').selectAll().where('act', '=', 'decide').execute()).toHaveLength(1);
});

test('objections from before and after do not undo the decision, and nothing is recounted', async () => {
  const watch = { votes: 2, objections: 2, windowMs: 86_400_000, approvers: 'everyone' as const };
  await aWatch(world, { approval: watch });
  const mentionId = await aMentionIn(world, 'voting');
  const { id: ballotId } = await ballotRow(world, mentionId);
  const place = await ballotPlace(world, mentionId);
  granted(await castVote(world.deps, { ballotId, personId: CHI, choice: 'object' }));
  await world.settled();
  granted(await decide(mentionId, DANA));
  expect(await castVote(world.deps, { ballotId, personId: ANA, choice: 'object' })).toEqual({
    refusal: 'ballot_closed',
  });
  world.slack.react(place, ANA, 'octagonal_sign');
  world.slack.react(place, CHI, 'octagonal_sign');
  await noticeReaction(world.deps, { ...place, personId: ANA } as never, 'octagonal_sign');
  world.pass(10 * 60_000);
  expect(await recountDue(world.deps)).toBe(0);
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
  expect(granted(await readMore(world.deps, { mentionId, personId: CHI })).offered).not.toContain('object');
  granted(await holdReply(world.deps, { mentionId, personId: BEN }));
  expect((await mentionRow(world, mentionId)).status).toBe('sending');
});

test('a recount that was under way when the manager decided changes nothing', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  const place = await ballotPlace(world, mentionId);
  const { id: ballotId } = await ballotRow(world, mentionId);
  world.slack.react(place, CHI, 'octagonal_sign');
  let release = () => {};
  world.slack.fail('reactions', { slow: new Promise<void>((resolve) => (release = resolve)) });
  granted(await castVote(world.deps, { ballotId, personId: 'U0EVE', choice: 'approve' }));
  granted(await decideAlone(world.deps, await theWish(mentionId)));
  release();
  await world.settled();
  await world.calm(3);
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
  expect((await ballotRow(world, mentionId)).status).toBe('approved');
});

async function theWish(mentionId: number) {
  const { draft_id: draftId } = await ballotRow(world, mentionId);
  return { mentionId, personId: ANA, draftId, reason: REASON };
}

test('an edit after the decision takes it back, and the new text goes to a vote of its own', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  granted(await decide(mentionId, ANA));
  granted(await draft(world, mentionId, { text: 'Another text altogether.' }));
  expect((await mentionRow(world, mentionId)).status).toBe('voting');
  expect(await ballotRow(world, mentionId)).toMatchObject({ status: 'open', decided_by: null });
});
