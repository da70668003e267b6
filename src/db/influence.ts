import { sql } from 'kysely';
import type { KnownAuthor, WeighedAuthor } from '../domain/author.ts';
import { INFLUENCE_DAYS, type InfluenceFacts, influenceOf } from '../domain/influence.ts';
import { NO_TONES } from '../domain/tone-balance.ts';
import { type AuthorRow, findAuthor, rowToAuthor } from './authors.ts';
import { usualEngagement } from './engagement.ts';
import type { Db, Trx } from './schema.ts';

/** Which mentions count, and whose. */
export type InfluenceWish = {
  /** Only mentions that the members of these channels may see. */
  channels: string[];
  /** From here on, up to but not including `to`. */
  since: Date;
  to: Date;
  /** Only authors who spoke from here on. */
  heardFrom?: Date;
  watchIds?: number[];
  authorIds?: number[];
  /** Nothing that the first look at a source found. */
  withoutBackfill?: boolean;
  /** No mention that came after this one. */
  upToMention?: number;
  /** At most so many authors, those with most reach and mentions. */
  limit: number;
};

type Row = AuthorRow & {
  times: number;
  first_at: Date;
  last_at: Date;
  engagement: number | null;
  negative: number;
  neutral: number;
  positive: number;
  unclear: number;
};

/** Mentions that were dismissed for one of these reasons said nothing of us. */
const NOT_OF_US = ['not about us%', 'spam%'];

/** What is known of the authors who were heard. */
export async function listHeard(
  db: Db | Trx,
  teamId: string,
  wish: InfluenceWish,
): Promise<{ author: KnownAuthor; facts: InfluenceFacts }[]> {
  const { rows } = await sql<Row>`
    with heard as (
      select items.author_id as heard_id, count(*)::int as times,
        min(${SAID_AT}) as first_at, max(${SAID_AT}) as last_at, max(mentions.created_at) as found_at,
        ${toneCount('negative')}, ${toneCount('neutral')}, ${toneCount('positive')}, ${toneCount('unclear')}
      from ${mentionsOf(teamId, wish)} and items.author_id is not null
      group by items.author_id
    ), foremost as (
      select authors.*, heard.* from heard
      join authors on authors.id = heard.heard_id
      where heard.found_at >= ${wish.heardFrom ?? wish.since}
      order by ln(coalesce(authors.reach, 0) + 2.0) * ln(heard.times + 1.0) desc, authors.id
      limit ${wish.limit}
    )
    select foremost.*, reactions.engagement from foremost
    cross join lateral (
      select percentile_cont(0.5) within group (order by items.engagement)::real as engagement
      from ${mentionsOf(teamId, wish)} and items.author_id = foremost.id and items.engagement is not null
    ) reactions`.execute(db);
  const engaged = rows.filter(({ engagement }) => engagement !== null).map(({ network }) => network);
  const usual = await usualEngagement(db, teamId, [...new Set(engaged)]);
  return rows.map((row) => ({ author: rowToAuthor(row), facts: rowToFacts(row, usual) }));
}

/** One author as the members of these channels know them at `now`; undefined when the team knows no such author. */
export async function weighAuthor(
  db: Db | Trx,
  teamId: string,
  authorId: number,
  wish: { channels: string[]; now: Date; upToMention?: number },
): Promise<WeighedAuthor | undefined> {
  const { now, ...rest } = wish;
  const known = await findAuthor(db, teamId, authorId);
  if (!known) return undefined;
  const to = new Date(+now + 1);
  const [heard] = await listHeard(db, teamId, { ...rest, since: yearBefore(now), to, authorIds: [authorId], limit: 1 });
  const facts = heard?.facts ?? unheard(known.author.network, known.reach);
  return { author: known.author, facts, influence: influenceOf(facts, now) };
}

/** The author of a mention as the members of its channel knew them when it came: what comes later changes no card. */
export async function weighAuthorOf(
  db: Db,
  teamId: string,
  mention: { id: number; watch_id: number; created_at: Date },
  authorId: number | null,
): Promise<WeighedAuthor | null> {
  if (authorId === null) return null;
  const { channel_id } = await db
    .selectFrom('watches')
    .select('channel_id')
    .where('id', '=', mention.watch_id)
    .executeTakeFirstOrThrow();
  const when = { now: mention.created_at, upToMention: mention.id };
  return (await weighAuthor(db, teamId, authorId, { channels: [channel_id], ...when })) ?? null;
}

/** From where on mentions count for whoever is weighed at `now`. */
export function yearBefore(now: Date): Date {
  return new Date(+now - INFLUENCE_DAYS * 24 * 60 * 60_000);
}

function unheard(network: string, reach: number | null): InfluenceFacts {
  const nothing = { engagement: null, usualEngagement: null, times: 0, firstAt: null, lastAt: null };
  return { network, reach, ...nothing, tones: NO_TONES };
}

/** How many known authors were heard, and how many mentions do not tell who wrote them. */
export async function countHeard(
  db: Db,
  teamId: string,
  wish: Omit<InfluenceWish, 'limit'>,
): Promise<{ authors: number; anonymous: number }> {
  const { rows } = await sql<{ authors: number; anonymous: number }>`
    select count(distinct items.author_id)::int as authors,
      (count(*) filter (where items.author_id is null))::int as anonymous
    from ${mentionsOf(teamId, wish)}`.execute(db);
  return rows[0] ?? { authors: 0, anonymous: 0 };
}

/** When it was said; what claims to be from the future was said when it was found. */
const SAID_AT = sql<Date>`least(coalesce(items.published_at, mentions.created_at), mentions.created_at)`;

function toneCount(tone: 'negative' | 'neutral' | 'positive' | 'unclear') {
  return sql`(count(*) filter (where mentions.tone = ${tone}))::int as ${sql.ref(tone)}`;
}

/** The mentions that a wish is about, with their items and watches; for the end of a "from". */
export function mentionsOf(teamId: string, wish: Omit<InfluenceWish, 'limit' | 'heardFrom'>) {
  return sql`mentions
    join items on items.id = mentions.item_id
    join watches on watches.id = mentions.watch_id
    where ${countingMentions(teamId, wish)}`;
}

/** Those of which the team was really the subject. */
function countingMentions(teamId: string, wish: Omit<InfluenceWish, 'limit' | 'heardFrom'>) {
  const { channels, since, to, watchIds, authorIds, withoutBackfill, upToMention } = wish;
  return sql<boolean>`mentions.team_id = ${teamId}
    and mentions.created_at >= ${since} and mentions.created_at < ${to}
    and watches.channel_id = any(${channels}::text[])
    and not (mentions.status = 'dismissed' and mentions.dismissed_reason ilike any(${NOT_OF_US}::text[]))
    ${watchIds ? sql`and mentions.watch_id = any(${watchIds}::int[])` : sql``}
    ${authorIds ? sql`and items.author_id = any(${authorIds}::int[])` : sql``}
    ${withoutBackfill ? sql`and not mentions.backfilled` : sql``}
    ${upToMention === undefined ? sql`` : sql`and mentions.id <= ${upToMention}`}`;
}

function rowToFacts(row: Row, usual: Map<string, number>): InfluenceFacts {
  return {
    network: row.network,
    reach: row.reach,
    engagement: row.engagement,
    usualEngagement: usual.get(row.network) ?? null,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
    tones: { negative: row.negative, neutral: row.neutral, positive: row.positive, unclear: row.unclear },
  };
}
