import { sql } from 'kysely';
import type { Db } from '../../src/db/schema.ts';
import { saveTeam } from '../../src/db/teams.ts';
import { saveFileWatch } from '../../src/db/watches.ts';
import type { Goal } from '../../src/domain/settings.ts';
import { BUCKET_ERROR } from '../../src/domain/time-buckets.ts';

export const HISTORY_TEAM = 'T0HISTORY';
export const HISTORY_CHANNEL = 'C0HISTORY';
/** Every history is a year long, up to the end of this day. */
export const HISTORY_ENDS = new Date('2026-11-22T23:59:59Z');

const WATCHES = 5;
const DAYS = 365;
/** So many rows are made in one statement. */
const STEP = 100_000;

const GOALS: Goal[] = [
  { metric: 'median_minutes_to_claim', target: 60, period: 'quarter' },
  { metric: 'share_answered', target: 50, period: 'quarter' },
  { metric: 'open_longer_than_hours', target: 10, period: 'quarter', hours: 24 },
  { metric: 'share_of_voice', target: 20, period: 'quarter', watch: 'Watch 1' },
];

/**
 * A team with so many mentions of a year, most of them claimed and half answered, made by the database itself: five
 * watches, four networks, twelve colleagues. The tallies are what the house would have counted.
 */
export async function makeHistory(db: Db, mentions: number): Promise<void> {
  await saveTeam(db, { id: HISTORY_TEAM, name: 'History', url: 'https://history.example/' });
  await db
    .updateTable('teams')
    .set({ goals: JSON.stringify(GOALS) })
    .execute();
  await makeWatches(db);
  for (let from = 1; from <= mentions; from += STEP) {
    await makeMentions(db, from, Math.min(mentions, from + STEP - 1), mentions);
  }
  await makeTallies(db);
  await sql`analyze`.execute(db);
}

async function makeWatches(db: Db): Promise<void> {
  for (let n = 0; n < WATCHES; n++) {
    const watch = { name: `Watch ${n + 1}`, channel: HISTORY_CHANNEL, any: ['acme'], all: [], none: [], voices: [] };
    const approval = { votes: 2, objections: 1, windowMs: 86_400_000, approvers: 'everyone' as const };
    await db
      .transaction()
      .execute((trx) => saveFileWatch(trx, HISTORY_TEAM, n, { ...watch, sources: [], approval, escalation: [] }));
  }
  await db
    .updateTable('watches')
    .set({ created_at: new Date('2025-01-01') })
    .execute();
}

/** Numbers that look as if thrown, the same in every run: 0 to `below` - 1 for each row and each `salt`. */
function dice(salt: number, below: number) {
  return sql.raw(`(((n + ${salt}) * 7919::bigint + (n / ${salt + 2}) * 104729::bigint) % ${below})::int`);
}

async function makeMentions(db: Db, from: number, to: number, of: number): Promise<void> {
  const at = sql`(${HISTORY_ENDS}::timestamptz - ((${of} - n) * ${(DAYS * 86_400) / of}::float8) * interval '1 second')`;
  await sql`insert into items (id, team_id, network, external_id, text, text_hash, author, seen_at)
    overriding system value select n, ${HISTORY_TEAM}, (array['rss', 'forum', 'news', 'chat'])[1 + ${dice(1, 4)}],
      'item ' || n, 'Acme is said to be number ' || n, md5(n::text), '{"name":"Maya"}', ${at}
    from generate_series(${from}::int, ${to}::int) as n`.execute(db);
  await sql`insert into mentions (id, team_id, item_id, watch_id, status, backfilled, tone, tone_score, kind, claimant_id,
      created_at, first_posted_at, first_claimed_at, answered_at, tallied)
    overriding system value select n, ${HISTORY_TEAM}, n, 1 + ${dice(3, WATCHES)},
      case when ${dice(5, 100)} < 50 then 'answered' when ${dice(5, 100)} < 97 then 'dismissed' else 'new' end, false,
      (array['negative', 'neutral', 'positive', 'unclear'])[1 + ${dice(7, 4)}], 0.5,
      (array['question', 'complaint', 'praise', 'defect', 'idea', 'other'])[1 + ${dice(11, 6)}],
      'U' || ${dice(13, 12)}, ${at}, ${at} + interval '2 seconds',
      case when ${dice(5, 100)} < 97 then ${at} + (10 + ${dice(17, 20_000)}) * interval '1 second' end,
      case when ${dice(5, 100)} < 50 then ${at} + (60 + ${dice(19, 90_000)}) * interval '1 second' end, '{}'
    from generate_series(${from}::int, ${to}::int) as n`.execute(db);
  await sql`insert into drafts (id, team_id, mention_id, revision, text, text_hash, writer_id, created_at)
    overriding system value select id, team_id, id, 1, 'Thanks', 'hash', claimant_id, answered_at from mentions
    where status = 'answered' and id between ${from} and ${to}`.execute(db);
  await sql`insert into replies (team_id, mention_id, draft_id, text_hash, state, held_by, held_until, posted_by, posted_at)
    select team_id, id, id, 'hash', 'posted', claimant_id, answered_at, claimant_id, answered_at from mentions
    where status = 'answered' and id between ${from} and ${to}`.execute(db);
}

/** What `tallyKeys` says of such mentions, for all of them at once. */
async function makeTallies(db: Db): Promise<void> {
  const growth = Math.log((1 + BUCKET_ERROR) / (1 - BUCKET_ERROR));
  const bucket = (until: string) =>
    sql`case when ${sql.ref(until)} is not null then
      ceil(ln(greatest(1, extract(epoch from ${sql.ref(until)} - first_posted_at))) / ${growth}::float8)::int::text end`;
  await sql`insert into tallies (team_id, day, watch_id, network, measure, label, count)
    select mentions.team_id, (created_at at time zone 'UTC')::date, watch_id, items.network, measure, label, count(*)
    from mentions join items on items.id = mentions.item_id cross join lateral (values
      ('mentions', ''), ('tone', tone), ('kind', kind), ('had_by', claimant_id),
      ('claimed', case when first_claimed_at is not null then '' end),
      ('answered', case status when 'answered' then '' end), ('dismissed', case status when 'dismissed' then '' end),
      ('to_claim', ${bucket('first_claimed_at')}), ('to_reply', ${bucket('answered_at')}),
      ('to_close', ${bucket('answered_at')}),
      ('replied_by', case status when 'answered' then claimant_id end),
      ('answered_by', case status when 'answered' then claimant_id end),
      ('to_reply_by', claimant_id || ' ' || ${bucket('answered_at')})) as keys (measure, label)
    where label is not null group by 1, 2, 3, 4, 5, 6`.execute(db);
}
