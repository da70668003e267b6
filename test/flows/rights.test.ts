import { beforeEach, expect, test } from '@jest/globals';
import { type MentionEvent, type MentionStatus, TRANSITIONS } from '../../src/domain/mention.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { RIGHTS, type Role } from '../../src/domain/rights.ts';
import { acknowledgeEscalation, closeCall, prepareClosing } from '../../src/flows/answer-escalation.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { endCrisis } from '../../src/flows/crisis.ts';
import { decideAlone, prepareDecision } from '../../src/flows/decide-alone.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { handOver, takeBack } from '../../src/flows/hand-over.ts';
import { keepAnswer, prepareAnswer } from '../../src/flows/keep-answer.ts';
import { logMention } from '../../src/flows/log-mention.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { prepareDraft, prepareForm, readMore } from '../../src/flows/prepare-forms.ts';
import { giveBack, holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { retryDead } from '../../src/flows/retry-dead.ts';
import { snoozeMention, wakeMention } from '../../src/flows/snooze-mention.ts';
import { aMention, aTeam, aWatch, OTHER_TEAM } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { ALL_STATUSES, aMentionIn, ballotRow, cardRow, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld, type World } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

/** Every event that a person causes by a flow, on a mention. */
const EVENTS = {
  claim: (mentionId: number, personId: string) => moveMention(world.deps, { mentionId, personId, move: 'claim' }),
  release: (mentionId: number, personId: string) => moveMention(world.deps, { mentionId, personId, move: 'release' }),
  dismiss: (mentionId: number, personId: string) => moveMention(world.deps, { mentionId, personId, move: 'dismiss' }),
  reopen: (mentionId: number, personId: string) =>
    moveMention(world.deps, { mentionId, personId, move: 'reopen', reason: 'they answered' }),
  hand_over: (mentionId: number, personId: string) => handOver(world.deps, { mentionId, personId, to: ANA, note: '' }),
  take_back: (mentionId: number, personId: string) => takeBack(world.deps, { mentionId, personId }),
  snooze: (mentionId: number, personId: string) => snoozeMention(world.deps, { mentionId, personId, choice: 'hour' }),
  wake: (mentionId: number, personId: string) => wakeMention(world.deps, { mentionId, personId }),
  save_draft: (mentionId: number, personId: string) => draft(world, mentionId, { personId, keepOnly: true }),
  decide: async (mentionId: number, personId: string) => {
    const drafts = world.db.selectFrom('drafts').select('id').where('mention_id', '=', mentionId);
    const newest = await drafts.orderBy('id', 'desc').executeTakeFirst();
    return decideAlone(world.deps, { mentionId, personId, draftId: newest?.id ?? null, reason: 'no time' });
  },
  hold: (mentionId: number, personId: string) => holdReply(world.deps, { mentionId, personId }),
  give_back: (mentionId: number, personId: string) => giveBack(world.deps, { mentionId, personId }),
  mark_posted: (mentionId: number, personId: string) => markPosted(world.deps, { mentionId, personId, url: null }),
};
type Event = keyof typeof EVENTS;
const EVENT_NAMES = Object.keys(EVENTS) as Event[];

/** Ben brings every mention into its status: he is its claimant and the writer of its draft. */
const PEOPLE: Record<string, Role[]> = { [BEN]: ['claimant', 'writer'], [DANA]: ['manager'], [CHI]: [] };

function isAllowed(status: MentionStatus, event: Event, personId: string): boolean {
  // Nobody handed these mentions over, and none of them rests.
  if (event === 'take_back' || event === 'wake') return false;
  const isHeldByThem = event === 'hold' && status === 'sending' && personId === BEN;
  const isClaimed = !['new', 'dismissed'].includes(status);
  const open: Role[] = ['dismiss', 'snooze'].includes(event) && isClaimed ? ['claimant', 'manager'] : RIGHTS[event];
  const roles = (PEOPLE[personId] ?? []).filter((role) => role !== 'claimant' || isClaimed);
  const hasRight = open.includes('anyone') || roles.some((role) => open.includes(role));
  return hasRight && (isHeldByThem || TRANSITIONS[status][event as MentionEvent] !== undefined);
}

test.each(ALL_STATUSES)(
  'a mention that is %s takes exactly what its state and the person’s rights allow',
  async (status) => {
    const cases = EVENT_NAMES.flatMap((event) => Object.keys(PEOPLE).map((personId) => ({ event, personId })));
    const mentionId = await aMentionIn(world, status);
    const before = await mentionRow(world, mentionId);
    for (const { event, personId } of cases.filter((one) => !isAllowed(status, one.event, one.personId))) {
      const outcome = await EVENTS[event](mentionId, personId);
      expect({ event, personId, refused: isRefusal(outcome) }).toEqual({ event, personId, refused: true });
    }
    expect(await mentionRow(world, mentionId)).toEqual(before);
    for (const { event, personId } of cases.filter((one) => isAllowed(status, one.event, one.personId))) {
      const fresh = await aMentionIn(world, status);
      granted<unknown>(await EVENTS[event](fresh, personId));
      const isSameHold = event === 'hold' && status === 'sending';
      const expected = isSameHold ? 'sending' : TRANSITIONS[status][event as MentionEvent];
      expect({ event, status: (await mentionRow(world, fresh)).status }).toEqual({ event, status: expected });
    }
  },
);

/** Ana handed the mention to Ben, Dana is a manager, Chi nobody in particular. */
const MAY_TAKE_BACK = { [ANA]: true, [BEN]: false, [CHI]: false, [DANA]: true };

test.each(ALL_STATUSES)(
  'a handed-over mention that is %s is taken back by its giver or a manager alone',
  async (status) => {
    for (const [personId, may] of Object.entries(MAY_TAKE_BACK)) {
      const mentionId = await aMentionIn(world, status);
      await world.db.updateTable('mentions').set({ handed_by: ANA }).where('id', '=', mentionId).execute();
      const isPossible = may && TRANSITIONS[status].take_back !== undefined;
      const outcome = await EVENTS.take_back(mentionId, personId);
      expect({ personId, isTaken: !isRefusal(outcome) }).toEqual({ personId, isTaken: isPossible });
      if (isPossible)
        expect(await mentionRow(world, mentionId)).toMatchObject({ claimant_id: personId, handed_by: null });
    }
  },
);

test.each(['new', 'claimed'] as const)(
  'a mention at rest that is %s is woken by anyone, or once somebody has it by them or a manager',
  async (status) => {
    for (const personId of [BEN, CHI, DANA]) {
      const mentionId = await aMentionIn(world, status);
      granted(await EVENTS.snooze(mentionId, DANA));
      const may = status === 'new' || personId !== CHI;
      const outcome = await EVENTS.wake(mentionId, personId);
      expect({ personId, isAwake: !isRefusal(outcome) }).toEqual({ personId, isAwake: may });
    }
  },
);

/** Whatever a person can ask of a flow that changes something or shows a form. */
async function everyWish(of: World, mentionId: number, ballotId: number, escalationId: number, personId: string) {
  const { deps } = of;
  const { id: postingId } = await cardRow(world, mentionId);
  return [
    ...(await Promise.all(EVENT_NAMES.map((event) => EVENTS[event](mentionId, personId)))),
    await castVote(deps, { ballotId, personId, choice: 'approve' }),
    await castVote(deps, { ballotId, personId, choice: 'object' }),
    await escalateMention(deps, { mentionId, personId, level: 'help', reason: 'please' }),
    await acknowledgeEscalation(deps, { escalationId, personId }),
    await closeCall(deps, { escalationId, personId, outcome: 'done' }),
    await prepareClosing(deps, { escalationId, personId }),
    await endCrisis(deps, { crisisId: 1, personId, closing: 'over' }),
    await prepareForm(deps, { mentionId, personId }, 'dismiss'),
    await prepareDraft(deps, { mentionId, personId }),
    await prepareDecision(deps, { mentionId, personId }),
    await prepareAnswer(deps, { mentionId, personId }),
    await keepAnswer(deps, { mentionId, personId, title: 'A', text: 'B', ownerId: personId, months: 6 }),
    await retryDead(deps, { kind: 'posting', id: postingId, personId }),
  ];
}

const STRANGERS = {
  'a Slack guest': { isGuest: true },
  'a bot': { isBot: true },
  'a person of another workspace': { isForeign: true },
  'a deleted account': { isDeleted: true },
};

test.each(Object.entries(STRANGERS))(
  '%s is refused in every flow, even as the claimant or a manager',
  async (_, facts) => {
    for (const status of ['voting', 'approved', 'new'] as const) {
      const mentionId = await aMentionIn(world, status);
      const call = granted(
        await escalateMention(world.deps, { mentionId, personId: CHI, level: 'help', reason: 'legal question' }),
      );
      const ballotId = status === 'new' ? 0 : (await ballotRow(world, mentionId)).id;
      for (const id of [BEN, DANA, 'U0STRANGE']) world.slack.describe(id, facts);
      world.pass(11 * 60_000);
      const before = await mentionRow(world, mentionId);
      for (const personId of [BEN, DANA, 'U0STRANGE']) {
        const outcomes = await everyWish(world, mentionId, ballotId, call.escalationId, personId);
        expect(outcomes.filter((one) => !isRefusal(one))).toEqual([]);
        const more = granted(await readMore(world.deps, { mentionId, personId }));
        expect(more.offered.filter((act) => !['see_draft', 'original'].includes(act))).toEqual([]);
      }
      expect(await mentionRow(world, mentionId)).toEqual(before);
      for (const id of [BEN, DANA]) world.slack.describe(id, {});
      world.pass(11 * 60_000);
    }
    const log = { formId: 'V1', network: 'phone', watchId: 1, saidBy: '', text: 'They called', url: null };
    world.slack.describe('U0STRANGE', facts);
    expect(isRefusal(await logMention(world.deps, { ...log, personId: 'U0STRANGE' }))).toBe(true);
  },
);

test('somebody whom Slack does not know may not act', async () => {
  const mentionId = await aMentionIn(world, 'new');
  world.slack.describe('U0NOBODY', undefined);
  expect(await EVENTS.claim(mentionId, 'U0NOBODY')).toEqual({ refusal: 'other_workspace' });
});

test('ids of another team are refused in every flow, and nothing of that team moves', async () => {
  await aTeam(world, { id: OTHER_TEAM, managers: [BEN, DANA, CHI] });
  const other: World = { ...world, deps: { ...world.deps, teamId: OTHER_TEAM } };
  const watch = await aWatch(world, { teamId: OTHER_TEAM });
  await aMention(world, { teamId: OTHER_TEAM, watch });
  for (const status of ['new', 'voting', 'approved', 'sending', 'unknown', 'dismissed'] as const) {
    const mentionId = await aMentionIn(world, status);
    const call = granted(
      await escalateMention(world.deps, { mentionId, personId: CHI, level: 'help', reason: 'legal question' }),
    );
    const ballotId = ['new', 'dismissed'].includes(status) ? 0 : (await ballotRow(world, mentionId)).id;
    await world.settled();
    await world.db.updateTable('postings').set({ dead_at: world.now() }).where('mention_id', '=', mentionId).execute();
    const before = await everything(mentionId);
    for (const personId of [BEN, DANA, CHI]) {
      const asked = await asOf(other, () => everyWish(other, mentionId, ballotId, call.escalationId, personId));
      expect(asked.filter((one) => !isRefusal(one))).toEqual([]);
      expect(isRefusal(await readMore(other.deps, { mentionId, personId }))).toBe(true);
    }
    expect(await everything(mentionId)).toEqual(before);
  }
});

/** The events above act for this world meanwhile. */
async function asOf<T>(other: World, work: () => Promise<T>): Promise<T> {
  const own = world.deps.teamId;
  world.deps.teamId = other.deps.teamId;
  try {
    return await work();
  } finally {
    world.deps.teamId = own;
  }
}

async function everything(mentionId: number) {
  const tables = ['mentions', 'ballots', 'drafts', 'replies', 'escalations', 'postings', 'activity'] as const;
  const rows = tables.map((table) => world.db.selectFrom(table).selectAll().orderBy('id').execute());
  return { mentionId, rows: await Promise.all(rows), votes: await world.db.selectFrom('votes').selectAll().execute() };
}

test('where nobody is named a manager, workspace admins are; once somebody is, they are not', async () => {
  world.slack.describe(CHI, { isAdmin: true });
  const mentionId = await aMentionIn(world, 'claimed');
  expect(isRefusal(await EVENTS.release(mentionId, CHI))).toBe(true);
  await world.db.updateTable('teams').set({ managers: '[]' }).execute();
  expect(isRefusal(await EVENTS.release(mentionId, DANA))).toBe(true);
  expect(isRefusal(await EVENTS.release(mentionId, CHI))).toBe(false);
});

test('the writer of an approved reply may publish it though somebody else has the mention', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  await draft(world, mentionId, { personId: DANA });
  await world.db.updateTable('teams').set({ managers: '[]' }).execute();
  const { id: ballotId } = await ballotRow(world, mentionId);
  for (const personId of [BEN, CHI]) await castVote(world.deps, { ballotId, personId, choice: 'approve' });
  await world.settled();
  expect(isRefusal(await EVENTS.hold(mentionId, CHI))).toBe(true);
  expect(isRefusal(await EVENTS.hold(mentionId, DANA))).toBe(false);
});
