import { type Mention, type MentionStatus, STATUSES } from '../../src/domain/mention.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { HOLD_MS, holdReply, lapseHolds, markPosted } from '../../src/flows/publish-reply.ts';
import { type DraftWish, saveDraft } from '../../src/flows/save-draft.ts';
import { aMention } from './builders.ts';
import { ANA, BEN, CHI } from './facts.ts';
import type { World } from './world.ts';

export const ALL_STATUSES = Object.keys(STATUSES) as MentionStatus[];

/** What a flow gave, which must not be a refusal. */
export function granted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** The mention as it is kept. */
export function mentionRow(world: World, id: number) {
  return world.db.selectFrom('mentions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** The posting of a mention's card. */
export function cardRow(world: World, mentionId: number) {
  const cards = world.db.selectFrom('postings').selectAll().where('kind', '=', 'card');
  return cards.where('mention_id', '=', mentionId).executeTakeFirstOrThrow();
}

/** The newest ballot of a mention. */
export function ballotRow(world: World, mentionId: number) {
  return world.db
    .selectFrom('ballots')
    .selectAll()
    .where('mention_id', '=', mentionId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Where the newest ballot of a mention stands in Slack. */
export async function ballotPlace(world: World, mentionId: number): Promise<{ channel: string; ts: string }> {
  const { id } = await ballotRow(world, mentionId);
  const row = await world.db.selectFrom('postings').selectAll().where('ballot_id', '=', id).executeTakeFirstOrThrow();
  if (!row.message_ts) throw new Error('the ballot is not posted yet');
  return { channel: row.channel_id, ts: row.message_ts };
}

/** Ben's draft of a mention; over the newest one, whichever that is. */
export async function draft(
  world: World,
  mentionId: number,
  wish: Partial<DraftWish> = {},
): Promise<Mention | Refusal> {
  const newest = await world.db
    .selectFrom('drafts')
    .select('id')
    .where('mention_id', '=', mentionId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  const text = 'Sorry about that. A fix is on its way.';
  return saveDraft(world.deps, {
    ...{ mentionId, personId: BEN, text, keepOnly: false, basedOn: newest?.id ?? null },
    ...wish,
  });
}

const STEPS: Record<
  Exclude<MentionStatus, 'new'>,
  { after: MentionStatus; go(world: World, id: number): Promise<unknown> }
> = {
  claimed: {
    after: 'new',
    go: (world, id) => moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }),
  },
  voting: { after: 'claimed', go: (world, id) => draft(world, id) },
  approved: { after: 'voting', go: approve },
  sending: { after: 'approved', go: (world, id) => holdReply(world.deps, { mentionId: id, personId: BEN }) },
  unknown: {
    after: 'sending',
    go: (world) => {
      world.pass(HOLD_MS + 1);
      return lapseHolds(world.deps);
    },
  },
  answered: {
    after: 'sending',
    go: (world, id) => markPosted(world.deps, { mentionId: id, personId: BEN, url: 'https://blog.example/answer' }),
  },
  dismissed: {
    after: 'new',
    go: (world, id) =>
      moveMention(world.deps, { mentionId: id, personId: ANA, move: 'dismiss', reason: 'not about us' }),
  },
};

/** Ana and Chi approve by their buttons. */
async function approve(world: World, mentionId: number): Promise<void> {
  const { id: ballotId } = await ballotRow(world, mentionId);
  for (const personId of [ANA, CHI]) {
    granted(await castVote(world.deps, { ballotId, personId, choice: 'approve' }));
    await world.settled();
  }
}

/** A mention that Ben brought into this status by the very flows that people use. Returns its id. */
export async function aMentionIn(
  world: World,
  status: MentionStatus,
  facts: Parameters<typeof aMention>[1] = {},
): Promise<number> {
  const id = await aMention(world, facts);
  await drawDue(world.deps);
  await bring(world, id, status);
  const { status: reached } = await mentionRow(world, id);
  if (reached !== status) throw new Error(`the mention is ${reached}, not ${status}`);
  return id;
}

async function bring(world: World, id: number, status: MentionStatus): Promise<void> {
  if (status === 'new') return;
  const { after, go } = STEPS[status];
  await bring(world, id, after);
  const outcome = await go(world, id);
  if (isRefusal(outcome)) throw new Error(`${status}: ${JSON.stringify(outcome)}`);
  world.pass(1_000);
  await world.settled();
}
