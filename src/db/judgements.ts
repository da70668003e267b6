import { type Selectable, sql } from 'kysely';
import type { Correction, Judgement, JudgementFacts, Kind, Tone } from '../domain/judgement.ts';
import type { Db, Trx } from './schema.ts';
import type { MentionsTable } from './tables/mention.ts';

/** A judgement as a mention's row keeps it. */
export function judgementColumns(judgement: Judgement) {
  return {
    tone: judgement.tone,
    tone_score: judgement.score,
    kind: judgement.kind,
    kind_reason: judgement.because,
    language: judgement.language,
    judged_by: judgement.judgedBy,
  };
}

/** The bridge between the row and what is shown. */
export function rowToJudgement(row: Selectable<MentionsTable>): JudgementFacts {
  return {
    tone: row.tone,
    score: row.tone_score ?? 0,
    toneBy: row.tone_by,
    kind: row.kind,
    because: row.kind_reason,
    kindBy: row.kind_by,
    language: row.language,
  };
}

/** How a mention is judged at this moment. */
export async function findJudgement(db: Db | Trx, mentionId: number): Promise<JudgementFacts> {
  const row = await db.selectFrom('mentions').selectAll().where('id', '=', mentionId).executeTakeFirstOrThrow();
  return rowToJudgement(row);
}

/** The words changed: what no person has corrected is judged anew. */
export async function saveJudgement(trx: Trx, mentionId: number, judgement: Judgement): Promise<void> {
  await trx
    .updateTable('mentions')
    .set({
      tone: sql<Tone>`case when tone_by is null then ${judgement.tone} else tone end`,
      kind: sql<Kind>`case when kind_by is null then ${judgement.kind} else kind end`,
      kind_reason: sql<string | null>`case when kind_by is null then ${judgement.because}::text else kind_reason end`,
      tone_score: judgement.score,
      language: judgement.language,
      judged_by: judgement.judgedBy,
    })
    .where('id', '=', mentionId)
    .execute();
}

/** A person's word: from now on it counts instead of the model's. */
export async function saveCorrection(
  trx: Trx,
  mentionId: number,
  correction: { by: string; tone?: Tone; kind?: Kind },
): Promise<void> {
  const { by, tone, kind } = correction;
  await trx
    .updateTable('mentions')
    .set({ ...(tone && { tone, tone_by: by }), ...(kind && { kind, kind_by: by, kind_reason: null }) })
    .where('id', '=', mentionId)
    .execute();
}

/** Far more than people correct. */
const MAX_CORRECTIONS = 100_000;

/** What people corrected of the mentions of these channels, the oldest first. */
export async function listCorrections(db: Db, teamId: string, channels: string[]): Promise<Correction[]> {
  const rows = await db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'mentions.item_id')
    .innerJoin('watches', 'watches.id', 'mentions.watch_id')
    .select(['items.title', 'items.text', 'tone', 'tone_by', 'kind', 'kind_by'])
    .where('mentions.team_id', '=', teamId)
    .where('watches.channel_id', 'in', channels.length ? channels : [''])
    .where(({ or, eb }) => or([eb('tone_by', 'is not', null), eb('kind_by', 'is not', null)]))
    .orderBy('mentions.id')
    .limit(MAX_CORRECTIONS)
    .execute();
  return rows.map((row) => ({
    words: [row.title, row.text].filter(Boolean).join('\n'),
    tone: row.tone_by === null ? null : row.tone,
    kind: row.kind_by === null ? null : row.kind,
  }));
}
