import { type Selectable, sql } from 'kysely';
import type { Draft } from '../domain/card.ts';
import type { Db, Trx } from './schema.ts';
import type { DraftsTable } from './tables/reply.ts';

function rowToDraft(row: Selectable<DraftsTable>): Draft {
  return {
    id: row.id,
    revision: row.revision,
    text: row.text,
    textHash: row.text_hash,
    writerId: row.writer_id,
    createdAt: row.created_at,
  };
}

/** The newest revision of a mention's draft. */
export async function findNewestDraft(db: Db | Trx, mentionId: number): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('mention_id', '=', mentionId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && rowToDraft(row);
}

/** The hash of what the mention says at this moment. */
function wordsOf(mentionId: number) {
  return sql<string>`(select items.text_hash from items
    join mentions on mentions.item_id = items.id where mentions.id = ${mentionId})`;
}

/** Whether the author changed their words after this revision was written. */
export async function hasOriginalChanged(db: Db, draftId: number): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select items.text_hash <> drafts.original_hash as changed from drafts
    join mentions on mentions.id = drafts.mention_id join items on items.id = mentions.item_id
    where drafts.id = ${draftId}`.execute(db);
  return rows[0]?.changed ?? false;
}

/** Whether this person ever drafted a reply to another mention. */
export async function hasDraftedElsewhere(db: Db | Trx, teamId: string, writerId: string, mentionId: number) {
  const row = await db
    .selectFrom('drafts')
    .select('id')
    .where('team_id', '=', teamId)
    .where('writer_id', '=', writerId)
    .where('mention_id', '<>', mentionId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** One revision. */
export async function findDraft(db: Db | Trx, id: number): Promise<Draft | undefined> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && rowToDraft(row);
}

/** Keeps the next revision. The mention must be locked, so that revisions follow each other. */
export async function insertDraft(
  trx: Trx,
  draft: Omit<Draft, 'id'> & { teamId: string; mentionId: number },
): Promise<Draft> {
  const row = await trx
    .insertInto('drafts')
    .values({
      team_id: draft.teamId,
      mention_id: draft.mentionId,
      revision: draft.revision,
      text: draft.text,
      text_hash: draft.textHash,
      writer_id: draft.writerId,
      original_hash: wordsOf(draft.mentionId),
      created_at: draft.createdAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return rowToDraft(row);
}
