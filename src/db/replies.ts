import { sql } from 'kysely';
import type { Db, ReplyRow, Trx } from './schema.ts';

/** Somebody takes the approved text to post it by hand; the row is due when the hold lapses. */
export async function insertHold(
  trx: Trx,
  hold: { teamId: string; mentionId: number; draftId: number; textHash: string; heldBy: string; heldUntil: Date },
): Promise<void> {
  await trx
    .insertInto('replies')
    .values({
      team_id: hold.teamId,
      mention_id: hold.mentionId,
      draft_id: hold.draftId,
      text_hash: hold.textHash,
      state: 'held',
      held_by: hold.heldBy,
      held_until: hold.heldUntil,
      due_at: hold.heldUntil,
    })
    .execute();
}

/** The reply that is on its way, or whose fate nobody told. The mention must be locked. */
export function findOpenReply(trx: Trx, mentionId: number): Promise<ReplyRow | undefined> {
  return trx
    .selectFrom('replies')
    .selectAll()
    .where('mention_id', '=', mentionId)
    .where('state', 'in', ['held', 'unknown'])
    .executeTakeFirst();
}

/** The newest reply to a mention that stands outside, with its text. */
export function findPostedReply(db: Db | Trx, mentionId: number): Promise<{ id: number; text: string } | undefined> {
  return db
    .selectFrom('replies')
    .innerJoin('drafts', 'drafts.id', 'replies.draft_id')
    .select(['replies.id', 'drafts.text'])
    .where('replies.mention_id', '=', mentionId)
    .where('replies.state', '=', 'posted')
    .orderBy('replies.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The hold ends: posted with its link, given back, or unknown. */
export async function endHold(
  trx: Trx,
  id: number,
  end: { state: 'returned' | 'unknown' } | { state: 'posted'; by: string; at: Date; url: string | null },
): Promise<void> {
  const posted = end.state === 'posted' ? { posted_by: end.by, posted_at: end.at, url: end.url } : {};
  await trx
    .updateTable('replies')
    .set({ state: end.state, due_at: null, dead_at: null, ...posted })
    .where('id', '=', id)
    .execute();
}

/** Replies posted since `since` to this mention before, to the same story, or to the same author under the same title. */
export async function listEarlierReplies(
  db: Db,
  teamId: string,
  mentionId: number,
  since: Date,
): Promise<{ mentionId: number; by: string | null; at: Date; url: string | null }[]> {
  const { rows } = await sql<{ mention_id: number; posted_by: string | null; posted_at: Date; url: string | null }>`
    with seen as not materialized (
      select items.*, mentions.id as mention_id from mentions join items on items.id = mentions.item_id
      where mentions.team_id = ${teamId}
      union all
      select items.*, sightings.mention_id from sightings join items on items.id = sightings.item_id
      where items.team_id = ${teamId})
    select replies.mention_id, replies.posted_by, replies.posted_at, replies.url from replies
    where replies.team_id = ${teamId} and replies.state = 'posted' and replies.posted_at >= ${since}
      and (replies.mention_id = ${mentionId} or exists (
        select from seen mine join seen theirs on theirs.canonical_url = mine.canonical_url
          or theirs.story_hash = mine.story_hash
          or (theirs.network = mine.network and theirs.title = mine.title and ${sameAuthor()})
        where mine.mention_id = ${mentionId} and theirs.mention_id = replies.mention_id))
    order by replies.posted_at desc limit 3`.execute(db);
  return rows.map((row) => ({ mentionId: row.mention_id, by: row.posted_by, at: row.posted_at, url: row.url }));
}

/** By address or handle; by name only where there is nothing better. */
function sameAuthor() {
  return sql<boolean>`case
    when mine.author ? 'url' or theirs.author ? 'url' then mine.author ->> 'url' = theirs.author ->> 'url'
    when mine.author ? 'handle' or theirs.author ? 'handle' then mine.author ->> 'handle' = theirs.author ->> 'handle'
    else mine.author ->> 'name' = theirs.author ->> 'name' end`;
}
