import { sql } from 'kysely';
import { NO_TONES, type ToneCounts } from '../domain/tone-balance.ts';
import type { NetworkFacts } from './cards.ts';
import type { Db } from './schema.ts';

/** Whose mentions a summary may show: those of the watches in these channels. */
export type Reach = { db: Db; teamId: string; channels: string[]; networks: NetworkFacts };

/** The channels of the team's watches, with what is known of who can read them; null while nobody asked Slack. */
export async function listWatchChannels(
  db: Db,
  teamId: string,
): Promise<{ id: string; isPrivate: boolean | null; watches: number }[]> {
  const rows = await db
    .selectFrom('watches')
    .leftJoin('channels', (join) =>
      join.onRef('channels.team_id', '=', 'watches.team_id').onRef('channels.id', '=', 'watches.channel_id'),
    )
    .select(['watches.channel_id', 'channels.is_private'])
    .select(sql<number>`count(*)::int`.as('watches'))
    .where('watches.team_id', '=', teamId)
    .groupBy(['watches.channel_id', 'channels.is_private'])
    .execute();
  return rows.map((row) => ({ id: row.channel_id, isPrivate: row.is_private, watches: row.watches }));
}

/** So many mentions of one watch, one network and one stretch of time. */
export type ToneCell = { watch: string; network: string; stretch: number; tone: ToneCounts; unjudged: number };

/**
 * What the mentions sound like by watch, network and stretch: the first lies between the first two borders. What the
 * first look at a source found is counted apart. Of one watch alone where it is named.
 */
export async function countTones(
  { db, teamId, channels, networks }: Reach,
  borders: Date[],
  watchId?: number,
): Promise<{ cells: ToneCell[]; backfilled: number[] }> {
  const stretch = sql<number>`width_bucket(mentions.created_at, ${borders}::timestamptz[])`;
  const rows = await db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'mentions.item_id')
    .innerJoin('watches', 'watches.id', 'mentions.watch_id')
    .leftJoin('sources', 'sources.id', 'items.source_id')
    .select(['watches.name as watch', 'items.network', 'sources.name as source', 'mentions.tone', 'backfilled'])
    .select([stretch.as('stretch'), sql<number>`count(*)::int`.as('count')])
    .where('watches.team_id', '=', teamId)
    .where('watches.channel_id', 'in', orNone(channels))
    .where('mentions.created_at', '>=', borders[0] ?? new Date(0))
    .where('mentions.created_at', '<', borders.at(-1) ?? new Date(0))
    .where(watchId === undefined ? sql<boolean>`true` : sql<boolean>`watches.id = ${watchId}`)
    .groupBy(['watches.name', 'items.network', 'sources.name', 'mentions.tone', 'backfilled', 'stretch'])
    .execute();
  const backfilled = borders.slice(1).map(() => 0);
  const cells = new Map<string, ToneCell>();
  for (const row of rows) {
    const at = row.stretch - 1;
    if (row.backfilled) {
      backfilled[at] = (backfilled[at] ?? 0) + row.count;
      continue;
    }
    const network = networks.label(row.network, row.source);
    const key = JSON.stringify([row.watch, network, at]);
    const known = cells.get(key) ?? { watch: row.watch, network, stretch: at, tone: { ...NO_TONES }, unjudged: 0 };
    if (row.tone === null) known.unjudged += row.count;
    else known.tone[row.tone] += row.count;
    cells.set(key, known);
  }
  return { cells: [...cells.values()], backfilled };
}

/** The sources that feed watches in these channels. */
export async function listSourceIds({ db, teamId, channels }: Reach): Promise<number[]> {
  const rows = await db
    .selectFrom('watch_sources')
    .innerJoin('watches', 'watches.id', 'watch_sources.watch_id')
    .select('source_id')
    .distinct()
    .where('watches.team_id', '=', teamId)
    .where('watches.paused_at', 'is', null)
    .where('watches.channel_id', 'in', orNone(channels))
    .execute();
  return rows.map((row) => row.source_id);
}

function orNone(channels: string[]): string[] {
  return channels.length > 0 ? channels : [''];
}
