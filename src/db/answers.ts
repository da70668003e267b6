import { type Selectable, sql } from 'kysely';
import type { Answer } from '../domain/answer.ts';
import type { Leased } from './due.ts';
import type { Db, Trx } from './schema.ts';
import type { AnswersTable } from './tables/reply.ts';

/** The bridge between the row and the domain. */
export function rowToAnswer(row: Selectable<AnswersTable>): Answer {
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    ownerId: row.owner_id,
    reviewOn: row.review_on,
    keptBy: row.kept_by,
    keptAt: row.kept_at,
  };
}

type NewAnswer = Omit<Answer, 'id'> & { teamId: string; textKey: string; replyId: number; dueAt: Date };

/** One at a time decides whether the team has a text already. */
export async function holdAnswers(trx: Trx, teamId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`answers of ${teamId}`}, 0))`.execute(trx);
}

/** Keeps an answer; hold the answers first. Returns its id. */
export async function insertAnswer(trx: Trx, answer: NewAnswer): Promise<number> {
  const row = await trx
    .insertInto('answers')
    .values({
      team_id: answer.teamId,
      title: answer.title,
      text: answer.text,
      text_key: answer.textKey,
      owner_id: answer.ownerId,
      review_on: answer.reviewOn,
      reply_id: answer.replyId,
      kept_by: answer.keptBy,
      kept_at: answer.keptAt,
      due_at: answer.dueAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The living answer with this text. */
export async function findAnswerByKey(db: Db | Trx, teamId: string, textKey: string): Promise<Answer | undefined> {
  const row = await living(db, teamId).where('text_key', '=', textKey).executeTakeFirst();
  return row && rowToAnswer(row);
}

/** One living answer of the team. */
export async function findAnswer(db: Db | Trx, teamId: string, id: number): Promise<Answer | undefined> {
  const row = await living(db, teamId).where('id', '=', id).executeTakeFirst();
  return row && rowToAnswer(row);
}

/** The same, locked until the transaction ends, with the mention it was a reply to. */
export async function lockAnswer(
  trx: Trx,
  teamId: string,
  id: number,
): Promise<{ answer: Answer; mentionId: number | null } | undefined> {
  const row = await living(trx, teamId).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const reply = await trx.selectFrom('replies').select('mention_id').where('id', '=', row.reply_id).executeTakeFirst();
  return { answer: rowToAnswer(row), mentionId: reply?.mention_id ?? null };
}

function living(db: Db | Trx, teamId: string) {
  return db.selectFrom('answers').selectAll().where('team_id', '=', teamId).where('retired_at', 'is', null);
}

/** What a review leaves: new words, or the same, and the day of the next one. */
export async function saveReview(
  trx: Trx,
  id: number,
  next: Pick<Answer, 'title' | 'text' | 'reviewOn'> & { textKey: string; dueAt: Date },
): Promise<void> {
  await trx
    .updateTable('answers')
    .set({
      title: next.title,
      text: next.text,
      text_key: next.textKey,
      review_on: next.reviewOn,
      due_at: next.dueAt,
      lease_token: null,
      lease_until: null,
      tries: 0,
      last_error: null,
      dead_at: null,
    })
    .where('id', '=', id)
    .execute();
}

/** It is not offered any more. */
export async function retireAnswer(trx: Trx, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('answers')
    .set({ retired_at: now, due_at: null, lease_token: null, lease_until: null, dead_at: null })
    .where('id', '=', id)
    .execute();
}

/** The owner is told; false when the lease was lost, and nothing is to be told. */
export async function settleReminder(trx: Trx, row: Leased<'answers'>): Promise<boolean> {
  const settled = await trx
    .updateTable('answers')
    .set({ due_at: null, lease_token: null, lease_until: null, tries: 0, last_error: null })
    .where('id', '=', row.id)
    .where('lease_token', '=', row.lease_token)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return settled.numUpdatedRows === 1n;
}

/** Beginnings of words as a query; they hold letters and digits only. */
function anyOf(stems: string[]) {
  return sql`to_tsquery('simple', ${stems.map((one) => `${one}:*`).join(' | ')})`;
}

/** The answers that share the most words with these, at least two where there are two; the best first. */
export async function listBestAnswers(db: Db | Trx, teamId: string, stems: string[], limit: number): Promise<Answer[]> {
  return (await search(db, teamId, stems, { least: Math.min(2, stems.length), limit })).answers;
}

/** The answers that hold every one of these words, else those that hold the most of them; with how many there are. */
export async function searchAnswers(
  db: Db | Trx,
  teamId: string,
  stems: string[],
  limit: number,
): Promise<{ answers: Answer[]; total: number }> {
  const all = await search(db, teamId, stems, { least: stems.length, limit });
  return all.total > 0 || stems.length < 2 ? all : search(db, teamId, stems, { least: 1, limit });
}

async function search(
  db: Db | Trx,
  teamId: string,
  stems: string[],
  { least, limit }: { least: number; limit: number },
): Promise<{ answers: Answer[]; total: number }> {
  if (stems.length === 0) return { answers: [], total: 0 };
  const { rows } = await sql<Selectable<AnswersTable> & { total: number }>`
    select *, count(*) over ()::int as total from (
      select answers.*, (select count(*) from unnest(${stems}::text[]) stem
        where answers.words @@ to_tsquery('simple', stem || ':*')) as hits
      from answers
      where team_id = ${teamId} and retired_at is null and words @@ ${anyOf(stems)}) found
    where hits >= ${least}
    order by hits desc, ts_rank(words, ${anyOf(stems)}) desc, kept_at desc, id desc
    limit ${limit}`.execute(db);
  return { answers: rows.map(rowToAnswer), total: rows[0]?.total ?? 0 };
}

/** Every answer: those due for review first, then the newest. */
export async function listAnswers(
  db: Db | Trx,
  teamId: string,
  today: string,
  limit: number,
): Promise<{ answers: Answer[]; total: number }> {
  const { rows } = await sql<Selectable<AnswersTable> & { total: number }>`
    select *, count(*) over ()::int as total from answers
    where team_id = ${teamId} and retired_at is null
    order by review_on > ${today}, kept_at desc, id desc
    limit ${limit}`.execute(db);
  return { answers: rows.map(rowToAnswer), total: rows[0]?.total ?? 0 };
}
