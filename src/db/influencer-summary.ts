import { sql } from 'kysely';
import type { MentionLine } from '../domain/overview.ts';
import type { NetworkFacts } from './cards.ts';
import { type InfluenceWish, mentionsOf } from './influence.ts';
import { mentionLines, rowToLine } from './overview.ts';
import type { Db } from './schema.ts';

type Wish = Omit<InfluenceWish, 'limit' | 'heardFrom'>;

/** Authors none of whose mentions of this time was answered: how many of them are open, and which is the oldest. */
export async function listUnanswered(
  db: Db,
  teamId: string,
  wish: Wish,
): Promise<{ authorId: number; open: number; oldestId: number }[]> {
  const { rows } = await sql<{ authorId: number; open: number; oldestId: number }>`
    select items.author_id as "authorId",
      (count(*) filter (where mentions.status <> 'dismissed'))::int as open,
      min(mentions.id) filter (where mentions.status <> 'dismissed') as "oldestId"
    from ${mentionsOf(teamId, wish)} and items.author_id is not null
    group by items.author_id
    having bool_and(mentions.status <> 'answered') and bool_or(mentions.status <> 'dismissed')`.execute(db);
  return rows;
}

/** These mentions as lines, in the order of their ids. */
export async function listLines(
  db: Db,
  teamId: string,
  wish: { channels: string[]; ids: number[]; networks: NetworkFacts },
): Promise<MentionLine[]> {
  if (wish.ids.length === 0) return [];
  const rows = await mentionLines(db, teamId, wish.channels)
    .where('mentions.id', 'in', wish.ids)
    .orderBy('mentions.id')
    .execute();
  return rows.map((row) => rowToLine(row, wish.networks));
}

type Time = { channels: string[]; from: Date; to: Date };

/** Whose replies were posted in this time, most first. */
export async function listVoices(
  db: Db,
  teamId: string,
  { channels, from, to }: Time,
): Promise<{ personId: string; replies: number }[]> {
  const { rows } = await sql<{ personId: string; replies: number }>`
    select drafts.writer_id as "personId", count(*)::int as replies
    from replies
    join drafts on drafts.id = replies.draft_id
    join mentions on mentions.id = replies.mention_id
    join watches on watches.id = mentions.watch_id
    where replies.team_id = ${teamId} and replies.state = 'posted'
      and replies.posted_at >= ${from} and replies.posted_at < ${to}
      and watches.channel_id = any(${channels}::text[])
    group by drafts.writer_id
    order by replies desc, "personId"`.execute(db);
  return rows;
}

/**
 * Employees who claimed or drafted in this time and are no voice of any watch: those first whose replies were approved
 * by vote, then those who drafted most.
 */
export async function listHelpers(db: Db, teamId: string, { channels, from, to }: Time): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select activity.person_id
    from activity
    join mentions on mentions.id = activity.mention_id
    join watches on watches.id = mentions.watch_id
    where activity.team_id = ${teamId} and activity.at >= ${from} and activity.at < ${to}
      and activity.act in ('claim', 'save_draft', 'mark_posted') and activity.person_id is not null
      and watches.channel_id = any(${channels}::text[])
      and not exists (
        select from watches any_watch
        where any_watch.team_id = ${teamId} and any_watch.voices @> to_jsonb(activity.person_id))
      and not exists (
        select from activity alone
        where alone.team_id = ${teamId} and alone.act = 'approve_alone' and alone.person_id = activity.person_id)
    group by activity.person_id
    order by count(*) filter (where act = 'mark_posted') desc, count(*) filter (where act = 'save_draft') desc,
      count(*) desc, activity.person_id
    limit 10`.execute(db);
  return rows.map((row) => row.person_id);
}
