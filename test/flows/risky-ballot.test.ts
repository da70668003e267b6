import { beforeEach, expect, test } from '@jest/globals';
import type { Judgement } from '../../src/domain/judgement.ts';
import type { ApprovalPolicy } from '../../src/domain/settings.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { prepareDraft } from '../../src/flows/prepare-forms.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import { draftModal } from '../../src/views/draft-modal.ts';
import { aTeam, aWatch, TEAM, VOTES } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, ballotPlace, ballotRow, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const LEADS = 'S01LEADS';

function aCarefulWatch(extra: ApprovalPolicy['extra'], approval: Partial<ApprovalPolicy> = {}) {
  const policy = { votes: 2, objections: 1, windowMs: 86_400_000, approvers: 'everyone' as const, ...approval };
  return aWatch(world, { approval: { ...policy, ...(extra && { extra }) } });
}

/** Ben's draft is on the ballot, and the ballot stands in its channel. */
async function aBallot(judged: Partial<Judgement> = {}): Promise<number> {
  const mentionId = await aMentionIn(world, 'claimed', { judged });
  granted(await draft(world, mentionId));
  await world.settled();
  await world.calm(3);
  return mentionId;
}

/** What the newest ballot of the mention says in Slack. */
async function ballotLines(mentionId: number): Promise<string[]> {
  const { ts } = await ballotPlace(world, mentionId);
  const shown = world.slack.shown(VOTES).find((one) => one.ts === ts);
  return linesOf(shown?.message.blocks ?? []);
}

async function approve(mentionId: number, ...people: string[]): Promise<void> {
  const { id: ballotId } = await ballotRow(world, mentionId);
  for (const personId of people) {
    granted(await castVote(world.deps, { ballotId, personId, choice: 'approve' }));
    await world.settled();
  }
}

test('a first draft needs one more approval, and the ballot says why', async () => {
  await aCarefulWatch([{ when: 'first_draft', votes: 1 }]);
  const mentionId = await aBallot();
  expect(await ballotLines(mentionId)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('Needs 3 approvals; 1 objection stops it'),
      'Ben drafts here for the first time: 1 more approval',
    ]),
  );
  await approve(mentionId, ANA, CHI);
  expect((await mentionRow(world, mentionId)).status).toBe('voting');
  await approve(mentionId, DANA);
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
});

test('a first draft stays the first however often it is edited; the draft of another mention is not', async () => {
  await aCarefulWatch([{ when: 'first_draft', votes: 1 }]);
  const first = await aBallot();
  granted(await draft(world, first, { text: 'Edited, and to the vote again.' }));
  expect(await ballotRow(world, first)).toMatchObject({ status: 'open', votes_needed: 3 });
  const second = await aBallot();
  expect(await ballotRow(world, second)).toMatchObject({ votes_needed: 2, reasons: [] });
});

test('a crisis asks for one more approval though no policy names it, until it ends', async () => {
  const watch = await aCarefulWatch(undefined);
  await world.db
    .insertInto('crises')
    .values({ team_id: TEAM, watch_id: watch.id, reason: 'outage', began_by: DANA, began_at: world.now() })
    .execute();
  expect(await ballotRow(world, await aBallot())).toMatchObject({
    votes_needed: 3,
    reasons: ['A crisis runs: 1 more approval'],
  });
  await world.db.updateTable('crises').set({ ended_at: world.now(), ended_by: DANA }).execute();
  expect(await ballotRow(world, await aBallot())).toMatchObject({ votes_needed: 2, reasons: [] });
});

test('a mention that sounds negative needs the votes that its watch asks for then, also when a person said so', async () => {
  await aCarefulWatch([{ when: 'negative', votes: 1 }]);
  expect(await ballotRow(world, await aBallot({ tone: 'negative' }))).toMatchObject({
    votes_needed: 3,
    reasons: [expect.stringMatching(/negative.*1 more approval/)],
  });
  expect(await ballotRow(world, await aBallot({ tone: 'neutral' }))).toMatchObject({ votes_needed: 2, reasons: [] });
});

test('an unclear tone and an unknown reach ask for nothing', async () => {
  await aCarefulWatch([
    { when: 'negative', votes: 3 },
    { when: 'reach_over', reach: 0, group: LEADS },
  ]);
  world.slack.groups.set(LEADS, [DANA]);
  expect(await ballotRow(world, await aBallot())).toMatchObject({ votes_needed: 2, required_groups: [], reasons: [] });
});

test('a demanded group must be among the approvals, and its members may vote in any case', async () => {
  await aCarefulWatch([{ when: 'first_draft', group: LEADS }], { approvers: [ANA, CHI] });
  world.slack.groups.set(LEADS, [DANA]);
  const mentionId = await aBallot();
  await approve(mentionId, ANA, CHI);
  expect((await mentionRow(world, mentionId)).status).toBe('voting');
  await world.calm(5);
  expect(await ballotLines(mentionId)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('Ben drafts here for the first time: somebody of '),
      expect.stringContaining(' · an approval by somebody of '),
    ]),
  );
  await approve(mentionId, DANA);
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
});

test('who has left the demanded group by the recount no longer stands for it', async () => {
  await aCarefulWatch([{ when: 'first_draft', group: LEADS }]);
  world.slack.groups.set(LEADS, [DANA, 'U0EVE']);
  const mentionId = await aBallot();
  world.slack.groups.set(LEADS, ['U0EVE']);
  await approve(mentionId, ANA, DANA);
  expect((await mentionRow(world, mentionId)).status).toBe('voting');
  await approve(mentionId, 'U0EVE');
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
});

test.each([
  ['nobody', []],
  ['only the writer', [BEN]],
])('a demanded group with %s in it is not asked for, and the ballot says so', async (_, members) => {
  await aCarefulWatch([{ when: 'first_draft', votes: 1, group: LEADS }]);
  world.slack.groups.set(LEADS, members);
  const mentionId = await aBallot();
  expect(await ballotRow(world, mentionId)).toMatchObject({ votes_needed: 3, required_groups: [] });
  expect(await ballotLines(mentionId)).toContainEqual(expect.stringContaining('but Slack shows nobody there'));
  await approve(mentionId, ANA, CHI, DANA);
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
});

test('a group that loses its members while the vote is open holds nobody up', async () => {
  await aCarefulWatch([{ when: 'first_draft', group: LEADS }]);
  world.slack.groups.set(LEADS, [DANA]);
  const mentionId = await aBallot();
  expect(await ballotRow(world, mentionId)).toMatchObject({ required_groups: [LEADS] });
  world.slack.groups.delete(LEADS);
  await approve(mentionId, ANA, CHI);
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
  expect((await ballotRow(world, mentionId)).reasons).toHaveLength(2);
  await world.calm(5);
  expect(await ballotRow(world, mentionId)).toMatchObject({ status: 'approved', required_groups: [] });
});

test('while Slack does not tell who is in a group, the draft is saved and the demand stands', async () => {
  await aCarefulWatch([{ when: 'first_draft', group: LEADS }]);
  world.slack.groups.set(LEADS, [DANA]);
  const mentionId = await aMentionIn(world, 'claimed');
  world.slack.fail('groupMembers', { limited: 30_000 });
  granted(await draft(world, mentionId));
  await world.settled();
  expect(await ballotRow(world, mentionId)).toMatchObject({ required_groups: [LEADS] });
});

test('the draft form says what the vote will ask for and why, before a word is written', async () => {
  await aCarefulWatch([{ when: 'first_draft', votes: 1 }]);
  const mentionId = await aMentionIn(world, 'claimed');
  const form = granted(await prepareDraft(world.deps, { mentionId, personId: BEN }));
  expect(linesOf(draftModal(form.facts, form).blocks)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('It needs 3 approvals; 1 objection stops it.'),
      'Ben drafts here for the first time: 1 more approval',
    ]),
  );
});

test('a voice is asked for no vote, whatever the risk', async () => {
  const policy = { votes: 2, objections: 1, windowMs: 86_400_000, approvers: 'everyone' as const };
  await aWatch(world, { voices: [BEN], approval: { ...policy, extra: [{ when: 'first_draft', votes: 5 }] } });
  const mentionId = await aMentionIn(world, 'claimed');
  expect(granted(await prepareDraft(world.deps, { mentionId, personId: BEN })).reasons).toEqual([]);
  granted(await draft(world, mentionId));
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
});

test('an objection still beats a complete vote with its demanded group', async () => {
  await aCarefulWatch([{ when: 'first_draft', group: LEADS }]);
  world.slack.groups.set(LEADS, [DANA]);
  const mentionId = await aBallot();
  const { id: ballotId } = await ballotRow(world, mentionId);
  const place = await ballotPlace(world, mentionId);
  for (const person of [ANA, DANA]) world.slack.react(place, person, 'white_check_mark');
  world.slack.react(place, CHI, 'octagonal_sign');
  granted(await castVote(world.deps, { ballotId, personId: ANA, choice: 'approve' }));
  await world.settled();
  await recountDue(world.deps);
  await drawDue(world.deps);
  expect((await mentionRow(world, mentionId)).status).toBe('claimed');
});
