import { sql } from 'kysely';
import {
  type CountedFacts,
  type Measure,
  type Tallied,
  type TallyCount,
  tallyChanges,
  tallyOf,
} from '../domain/tally.ts';
import type { Db, Trx } from './schema.ts';
import type { KeptTally } from './tables/mention.ts';
import { getTeam, officeTeam } from './teams.ts';

/**
 * Makes the tallies count these mentions as they are now; what they counted as before is taken away. Called once, last,
 * in whatever makes or changes a mention; again, it changes nothing. The mentions must be locked. Returns how many of
 * them count as something else than before.
 */
export async function retally(trx: Trx, teamId: string, mentionIds: number[]): Promise<number> {
  const changes = await recount(trx, teamId, mentionIds);
  await addToTallies(trx, teamId, tallyChanges(changes));
  return changes.length;
}

async function recount(trx: Trx, teamId: string, mentionIds: number[]): Promise<Change[]> {
  if (mentionIds.length === 0) return [];
  const team = officeTeam(await getTeam(trx, teamId));
  const rows = await readCounted(trx, teamId, mentionIds);
  const changes = rows.flatMap(({ id, before, facts }) => {
    const after = tallyOf(facts, team);
    return sameTally(before, after) ? [] : [{ id, before, after }];
  });
  await mark(trx, changes);
  return changes;
}

/** Takes these mentions out of the tallies, before they are erased. They must be locked. */
export async function untally(trx: Trx, teamId: string, mentionIds: number[]): Promise<void> {
  const rows = mentionIds.length > 0 ? await readCounted(trx, teamId, mentionIds) : [];
  const changes = rows.map(({ id, before }) => ({ id, before, after: null }));
  await mark(trx, changes);
  await addToTallies(trx, teamId, tallyChanges(changes));
}

/**
 * Counts the mentions that were just inserted, and anew those that changed in the same transaction: all in one statement,
 * for two of them could lock others out. The changed ones must be locked.
 */
export async function tallyNew(trx: Trx, teamId: string, born: Tallied[], changedIds: number[] = []): Promise<void> {
  const changes = await recount(trx, teamId, changedIds);
  const births = born.map((after) => ({ before: null, after }));
  await addToTallies(trx, teamId, tallyChanges([...changes, ...births]));
}

/** The rows of these mentions will be dropped for their age, and what they count as stays. They must be locked. */
export async function keepCountsOf(trx: Trx, teamId: string, mentionIds: number[]): Promise<void> {
  const rows = mentionIds.length > 0 ? await readCounted(trx, teamId, mentionIds) : [];
  const dropped = rows.flatMap(({ before }) => (before ? [{ ...before, keys: [DROPPED] }] : []));
  await tallyNew(trx, teamId, dropped);
}

const DROPPED = { measure: 'dropped', label: '' } as const;

/** Which of these mentions count as something else than what they are. */
export async function listMiscounted(db: Db, teamId: string, mentionIds: number[]): Promise<number[]> {
  if (mentionIds.length === 0) return [];
  const team = officeTeam(await getTeam(db, teamId));
  const rows = await readCounted(db, teamId, mentionIds);
  return rows.filter(({ before, facts }) => !sameTally(before, tallyOf(facts, team))).map(({ id }) => id);
}

type Change = { id: number; before: Tallied | null; after: Tallied | null };

/** Writes down what the mentions count as from now on. */
async function mark(trx: Trx, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`update mentions set tallied = said.tallied::jsonb
    from unnest(${changes.map(({ id }) => id)}::int[], ${changes.map(({ after }) => after && keptTally(after))}::text[])
      as said (id, tallied) where mentions.id = said.id`.execute(trx);
}

/** Adds to the tallies in one statement and in one order, whoever does it: two orders would lock each other out. */
export async function addToTallies(trx: Trx, teamId: string, counts: TallyCount[]): Promise<void> {
  if (counts.length === 0) return;
  const all = <T>(tell: (count: TallyCount) => T) => counts.map(tell);
  await sql`insert into tallies (team_id, day, watch_id, network, measure, label, count)
    select ${teamId}, more.* from unnest(
      ${all((one) => one.day)}::date[], ${all((one) => one.watchId)}::int[], ${all((one) => one.network)}::text[],
      ${all((one) => one.measure)}::text[], ${all((one) => one.label)}::text[], ${all((one) => one.count)}::int[]
    ) as more (day, watch_id, network, measure, label, count)
    order by measure, day, watch_id, network, label
    on conflict (team_id, measure, day, watch_id, network, label)
      do update set count = tallies.count + excluded.count`.execute(trx);
}

type CountedRow = { id: number; before: Tallied | null; facts: CountedFacts };

/** What there is to count of these mentions, and what they count as. */
async function readCounted(db: Db | Trx, teamId: string, mentionIds: number[]): Promise<CountedRow[]> {
  const { rows } = await sql<Omit<CountedFacts, 'replies' | 'routes'> & KeptFacts>`
    select mentions.id, mentions.tallied, mentions.watch_id as "watchId", items.network,
      mentions.created_at as "createdAt", mentions.status, mentions.claimant_id as "claimantId",
      mentions.first_posted_at as "firstPostedAt", mentions.first_claimed_at as "firstClaimedAt",
      mentions.answered_at as "answeredAt", mentions.backfilled, mentions.tone, mentions.kind,
      case when mentions.status = 'dismissed' then (select max(activity.at) from activity
        where activity.mention_id = mentions.id and activity.act = 'dismiss') end as "dismissedAt",
      (select json_agg(json_build_array(drafts.writer_id, extract(epoch from replies.posted_at) * 1000) order by replies.id)
        from drafts join replies on replies.draft_id = drafts.id and replies.state = 'posted'
        where drafts.mention_id = mentions.id) as replies,
      (select json_agg(json_build_array(routes.department, routes.state = 'done') order by routes.id)
        from routes where routes.mention_id = mentions.id) as routes
    from mentions join items on items.id = mentions.item_id
    where mentions.team_id = ${teamId} and mentions.id = any(${mentionIds}::int[])`.execute(db);
  return rows.map(({ id, tallied, replies, routes, ...facts }) => ({
    id,
    before: tallied && readTally(tallied),
    facts: {
      ...facts,
      replies: (replies ?? []).map(([writerId, at]) => ({ writerId, postedAt: new Date(at) })),
      routes: (routes ?? []).map(([department, isDone]) => ({ department, isDone })),
    },
  }));
}

type KeptFacts = {
  id: number;
  tallied: KeptTally | null;
  replies: [writerId: string, postedAt: number][] | null;
  routes: [department: string, isDone: boolean][] | null;
};

/** What a mention counts as, as its row keeps it. */
export function keptTally({ day, watchId, network, keys }: Tallied): string {
  const kept: KeptTally = {
    day,
    watch: watchId,
    network,
    keys: keys.map(({ measure, label }) => `${measure}:${label}`),
  };
  return JSON.stringify(kept);
}

function readTally({ day, watch, network, keys }: KeptTally): Tallied {
  return { day, watchId: watch, network, keys: keys.map(toKey) };
}

function toKey(kept: string) {
  const colon = kept.indexOf(':');
  return { measure: kept.slice(0, colon) as Measure, label: kept.slice(colon + 1) };
}

function sameTally(before: Tallied | null, after: Tallied): boolean {
  return before !== null && keptTally(before) === keptTally(after);
}
