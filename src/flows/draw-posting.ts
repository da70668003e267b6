import { recordActivity } from '../db/activity.ts';
import { adoptMessage, listDuePostings, markRemoved, noteAttempt, settleDrawing, startClocks } from '../db/drawings.ts';
import { fail, type Leased, lease, postpone, settle } from '../db/due.ts';
import { lockMention } from '../db/mentions.ts';
import { drawableNow, holdPosts, holdUpdates, takePostSlot, takeUpdateSlot } from '../db/post-budget.ts';
import { findPostingOf, raiseLinksTo } from '../db/postings.ts';
import type { PostingRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { closedChannel, isLetGo, type MessageAt, SlackTrouble } from '../slack/port.ts';
import type { SlackMessage } from '../views/message.ts';
import { closeChannel } from './close-channel.ts';
import { leaveTeam } from './leave-team.ts';
import { pictureOf } from './picture.ts';
import { pinCrisis } from './pin-crisis.ts';
import { seedBallot } from './seed-ballot.ts';

/** Longer than any call to Slack may take (10 s), three times over. */
const LEASE_MS = 30_000;
/** Where the history cannot be read, a post whose answer was lost is sent again after this. */
const TWIN_AFTER_MS = 60_000;
/** How long an outcome waits for the card under which it is to stand. */
const THREAD_WAIT_MS = 10_000;
/**
 * How many updates may go out at once: a sweep that tidies begins none while more than ten places are used. What it has
 * begun may use the rest, for it may be the very card that somebody just clicked on.
 */
const BURST = { all: 25, sweep: 10 };

/** Draws what is due of this mention, now: somebody just did something and is looking. What cannot be drawn stays due. */
export async function drawMention(deps: Deps, mentionId: number): Promise<void> {
  for (const id of await listDuePostings(deps.db, deps.teamId, mentionId, deps.clock())) await drawOne(deps, id);
}

/** Draws this posting now, if it is due. */
export async function drawOne(deps: Deps, id: number): Promise<void> {
  const and = drawableNow(deps.clock(), BURST.all);
  const wanted = { teamId: deps.teamId, now: deps.clock(), limit: 1, leaseMs: LEASE_MS, id, and };
  for (const posting of await lease(deps.db, 'postings', wanted)) await drawPosting(deps, posting);
}

/** Draws whatever is not yet equal to its row. Returns how many rows it took up. */
export async function drawDue(deps: Deps): Promise<number> {
  const now = deps.clock();
  const and = drawableNow(now, BURST.sweep);
  const rows = await lease(deps.db, 'postings', { teamId: deps.teamId, now, limit: 10, leaseMs: LEASE_MS, and });
  await Promise.all(rows.map((posting) => drawPosting(deps, posting)));
  return rows.length;
}

/** Makes Slack equal to the version that was leased, and settles that version. Never throws for what one row does. */
export async function drawPosting(deps: Deps, posting: Leased<'postings'>): Promise<void> {
  try {
    const picture = await pictureOf(deps, posting);
    if (!picture) await settle(deps.db, 'postings', posting, { due_at: null });
    else if (posting.message_ts) await updateMessage(deps, posting, posting.message_ts, picture);
    else await postMessage(deps, posting, picture);
  } catch (error) {
    await putAside(deps, posting, error);
  }
}

async function updateMessage(
  deps: Deps,
  posting: Leased<'postings'>,
  ts: string,
  picture: SlackMessage,
): Promise<void> {
  const free = await takeUpdateSlot(deps.db, deps.teamId, deps.clock(), BURST.all);
  if (!free) return void (await postpone(deps.db, 'postings', posting, posting.due_at));
  await deps.slack.update({ channel: posting.channel_id, ts }, picture);
  if (posting.kind === 'crisis') await pinCrisis(deps, posting, { channel: posting.channel_id, ts });
  await settleDrawn(deps, posting, { channel: posting.channel_id, ts });
}

async function postMessage(deps: Deps, posting: Leased<'postings'>, picture: SlackMessage): Promise<void> {
  const thread = await threadOf(deps, posting);
  const now = deps.clock();
  if (thread === 'wait') return void (await postpone(deps.db, 'postings', posting, new Date(+now + THREAD_WAIT_MS)));
  const lost = posting.attempted_at && (await findLost(deps, posting, posting.attempted_at, thread));
  if (lost === 'wait') return void (await settle(deps.db, 'postings', posting, { due_at: waitFor(posting) }));
  if (lost) {
    await adoptMessage(deps.db, posting.id, { channel: posting.channel_id, ts: lost });
    return void (await postpone(deps.db, 'postings', posting, now));
  }
  if (!(await takePostSlot(deps.db, deps.teamId, posting.channel_id, now))) {
    return void (await postpone(deps.db, 'postings', posting, posting.due_at));
  }
  if (!(await noteAttempt(deps.db, posting, now))) return;
  const at = await postOnce(deps, posting, picture, thread);
  if (posting.kind === 'crisis') await pinCrisis(deps, posting, at);
  await settleDrawn(deps, posting, at);
  if (posting.kind === 'ballot') await seedBallot(deps, at);
}

async function postOnce(deps: Deps, posting: Leased<'postings'>, picture: SlackMessage, thread: string | undefined) {
  try {
    return await deps.slack.post(posting.channel_id, picture, posting.id, thread);
  } catch (error) {
    // Slack said that it did nothing: there is no message to look for.
    if (error instanceof SlackTrouble && error.kind !== 'lost') await noteAttempt(deps.db, posting, null);
    throw error;
  }
}

/** An outcome stands in the thread under its mention's card, once that stands; everything else in the channel itself. */
async function threadOf(deps: Deps, posting: PostingRow): Promise<string | 'wait' | undefined> {
  if (posting.kind !== 'notice' || posting.mention_id === null) return undefined;
  const card = await findPostingOf(deps.db, deps.teamId, 'card', posting.mention_id);
  return card?.message_ts ?? 'wait';
}

/** The message of a post whose answer never came: its ts, 'wait' while nobody can know, undefined when there is none. */
async function findLost(
  deps: Deps,
  posting: PostingRow,
  attemptedAt: Date,
  threadTs: string | undefined,
): Promise<string | 'wait' | undefined> {
  const found = await deps.slack.findPosted(posting.channel_id, posting.id, attemptedAt, threadTs);
  if (found === 'absent') return undefined;
  if (found !== 'unreadable') return found;
  return deps.clock() < waitFor(posting) ? 'wait' : undefined;
}

function waitFor(posting: PostingRow): Date {
  return new Date(Number(posting.attempted_at) + TWIN_AFTER_MS);
}

/** Settles the version that was read; the first card starts the response clocks. */
async function settleDrawn(deps: Deps, posting: Leased<'postings'>, at: MessageAt): Promise<void> {
  const now = deps.clock();
  const mentionId = posting.posted_at ? null : posting.mention_id;
  await deps.db.transaction().execute(async (trx) => {
    // The mention before its postings, as everywhere: two orders would lock each other out.
    if (mentionId !== null) await lockMention(trx, deps.teamId, mentionId);
    const settled = await settleDrawing(trx, posting, {
      version: posting.version,
      channelId: at.channel,
      messageTs: at.ts,
      now,
    });
    if (!settled || mentionId === null) return;
    await raiseLinksTo(trx, posting, now);
    if (posting.kind !== 'card') return;
    await recordActivity(trx, { teamId: deps.teamId, mentionId, personId: null, act: 'posted', at: now });
    await startClocks(trx, deps.teamId, mentionId, now);
  });
}

/** Somebody deleted the message: nothing is drawn there any more, and nothing links there. */
export async function forgetMessage(deps: Deps, posting: PostingRow): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction().execute(async (trx) => {
    if (posting.mention_id !== null) await lockMention(trx, deps.teamId, posting.mention_id);
    if (await markRemoved(trx, posting, now)) await raiseLinksTo(trx, posting, now);
  });
}

/** What went wrong decides what the row waits for; only failures of the row itself count. */
async function putAside(deps: Deps, posting: Leased<'postings'>, error: unknown): Promise<void> {
  const now = deps.clock();
  if (!(error instanceof SlackTrouble)) {
    deps.log.error({ posting: posting.id, error: String(error) }, 'a posting could not be drawn');
    return void (await fail(deps.db, 'postings', posting, String(error).slice(0, 500), now));
  }
  if (isLetGo(error.code)) await leaveTeam(deps, error.code);
  if (error.kind === 'limited') return silence(deps, posting, new Date(+now + (error.facts.retryAfterMs ?? 30_000)));
  if (error.kind === 'lost') {
    return void (await postpone(deps.db, 'postings', posting, new Date(+now + 5_000), error.message));
  }
  await refused(deps, posting, error, now);
}

/** Slack asked to wait: nothing happened, nobody is blamed. */
async function silence(deps: Deps, posting: Leased<'postings'>, until: Date): Promise<void> {
  if (posting.message_ts) await holdUpdates(deps.db, deps.teamId, until);
  else await holdPosts(deps.db, deps.teamId, posting.channel_id, until);
  await postpone(deps.db, 'postings', posting, until);
}

async function refused(deps: Deps, posting: Leased<'postings'>, trouble: SlackTrouble, now: Date): Promise<void> {
  if (trouble.code === 'message_not_found') return forgetMessage(deps, posting);
  // A message to one person closes no channel.
  const reason = /^[UWD]/.test(posting.channel_id) ? undefined : closedChannel(trouble);
  if (reason && (posting.kind !== 'notice' || posting.mention_id !== null)) {
    await postpone(deps.db, 'postings', posting, posting.due_at, trouble.message);
    return closeChannel(deps, posting.channel_id, reason);
  }
  deps.log.warn({ posting: posting.id, trouble: trouble.message }, 'Slack refused a posting');
  await fail(deps.db, 'postings', posting, trouble.message, now);
}
