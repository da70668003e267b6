import { sql } from 'kysely';
import type { EscalationLevel } from '../domain/card.ts';
import { OPEN_STATUSES } from '../domain/mention.ts';
import type { Listed, SummaryLine } from '../domain/summary.ts';
import type { NetworkFacts } from './cards.ts';
import { mentionLines, RESTS, rowToLine } from './overview.ts';
import type { Reach } from './summary-facts.ts';

type Between = { from: Date; to: Date };
type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function lines({ db, teamId, channels }: Reach) {
  return mentionLines(db, teamId, channels).select('mentions.tone');
}

function toLine(row: Row, networks: NetworkFacts): SummaryLine {
  const { snoozedUntil: _, snoozedUntilReply: __, at, ...line } = rowToLine(row, networks);
  return { ...line, at: at.toISOString(), tone: row.tone };
}

/** Mentions found in this time that are about us: no backfill, nothing dismissed. */
function found(reach: Reach, { from, to }: Between) {
  return lines(reach)
    .where('mentions.created_at', '>=', from)
    .where('mentions.created_at', '<', to)
    .where('mentions.backfilled', '=', false)
    .where('mentions.status', '<>', 'dismissed');
}

/** The most decided of one tone, those that a person named so before those that only the model did. */
export async function listStrongest(
  reach: Reach,
  tone: 'negative' | 'positive',
  between: Between,
  limit: number,
): Promise<SummaryLine[]> {
  const rows = await found(reach, between)
    .where('mentions.tone', '=', tone)
    .orderBy(sql`mentions.tone_by is null`)
    .orderBy(sql`abs(coalesce(mentions.tone_score, 0))`, 'desc')
    .orderBy('mentions.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toLine(row, reach.networks));
}

/** Those of one watch that most people reacted to or could read, the newest of them first. */
export async function listMostHeard(
  reach: Reach,
  watchId: number,
  between: Between,
  limit: number,
): Promise<SummaryLine[]> {
  const rows = await found(reach, between)
    .leftJoin('authors', 'authors.id', 'items.author_id')
    .where('mentions.watch_id', '=', watchId)
    .orderBy(sql`coalesce(items.engagement, 0)`, 'desc')
    .orderBy(sql`coalesce(authors.reach, 0)`, 'desc')
    .orderBy(sql`abs(coalesce(mentions.tone_score, 0))`, 'desc')
    .orderBy('mentions.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toLine(row, reach.networks));
}

/** What these authors said in this time, the newest of each. */
export async function listByAuthors(
  reach: Reach,
  authorIds: number[],
  between: Between,
): Promise<(SummaryLine & { authorId: number })[]> {
  if (authorIds.length === 0) return [];
  const rows = await found(reach, between)
    .select('items.author_id')
    .where('items.author_id', 'in', authorIds)
    .distinctOn('items.author_id')
    .orderBy('items.author_id')
    .orderBy('mentions.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...toLine(row, reach.networks), authorId: row.author_id ?? 0 }));
}

/** What nobody has, the longest waiting first. */
export async function listUnclaimed(reach: Reach, limit: number): Promise<Listed<SummaryLine>> {
  const waiting = lines(reach)
    .where('mentions.status', '=', 'new')
    .where(({ not }) => not(RESTS));
  const rows = await waiting.orderBy('at').orderBy('mentions.id').limit(limit).execute();
  const { total } = await waiting
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return { total, lines: rows.map((row) => toLine(row, reach.networks)) };
}

/** Claims in which nothing happened since then, though they do not rest: the longest silent first. */
export async function listSleeping(reach: Reach, since: Date, limit: number): Promise<Listed<SummaryLine>> {
  const last = sql<Date>`(select max(activity.at) from activity where activity.mention_id = mentions.id and act <> 'nudge')`;
  const asleep = lines(reach)
    .where('mentions.status', '=', 'claimed')
    .where(({ not }) => not(RESTS))
    .where(last, '<=', since);
  const rows = await asleep.orderBy(last).orderBy('mentions.id').limit(limit).execute();
  const { total } = await asleep.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return { total, lines: rows.map((row) => toLine(row, reach.networks)) };
}

type Call = { level: EscalationLevel; reason: string; by: string; at: string; line: SummaryLine };

/** Calls for help that nobody is on, the oldest first. */
export async function listUnanswered(reach: Reach, limit: number): Promise<Listed<Call>> {
  const rows = await lines(reach)
    .innerJoin('escalations', 'escalations.mention_id', 'mentions.id')
    .select(['escalations.level', 'escalations.reason', 'escalations.escalated_by', 'escalations.escalated_at'])
    .where('escalations.closed_at', 'is', null)
    .where('escalations.acknowledged_at', 'is', null)
    .orderBy('escalations.id')
    .execute();
  const calls = rows.slice(0, limit).map((row) => ({
    level: row.level,
    reason: row.reason,
    by: row.escalated_by,
    at: row.escalated_at.toISOString(),
    line: toLine(row, reach.networks),
  }));
  return { total: rows.length, lines: calls };
}

/** Open ballots, the soonest to close first. */
export async function listBallots(
  reach: Reach,
  limit: number,
): Promise<Listed<{ line: SummaryLine; closesAt: string }>> {
  const rows = await lines(reach)
    .innerJoin('ballots', 'ballots.mention_id', 'mentions.id')
    .select('ballots.closes_at')
    .where('ballots.status', '=', 'open')
    .where('mentions.status', 'in', OPEN_STATUSES)
    .orderBy('ballots.closes_at')
    .execute();
  const ballots = rows
    .slice(0, limit)
    .map((row) => ({ line: toLine(row, reach.networks), closesAt: row.closes_at.toISOString() }));
  return { total: rows.length, lines: ballots };
}
