import { type Selectable, sql } from 'kysely';
import type { MentionsTable } from '../../src/db/tables/mention.ts';
import { keptTally, tallyNew } from '../../src/db/tallies.ts';
import { getTeam } from '../../src/db/teams.ts';
import type { Deps } from '../../src/deps.ts';
import { dayOf } from '../../src/domain/day.ts';
import { tallyOfNew } from '../../src/domain/tally.ts';
import { pollSources } from '../../src/flows/poll-sources.ts';
import { closeFeedReader } from '../../src/networks/rss/parse-feed.ts';
import { duration, median, timed } from './figures.ts';
import { forgetItems, listeningTeam } from './listening-team.ts';
import { makeFeeds } from './made-feeds.ts';
import { scratchPglite } from './scratch-database.ts';

const FEEDS = 6;
const ITEMS_A_FEED = 500;
const BATCH = 250;
const ROUNDS = 5;

/** A sentence: what counting new mentions takes of ingest, by doing it once more for the same mentions. */
export async function keepCost(): Promise<string> {
  const database = await scratchPglite();
  const deps = await listeningTeam(database.db, makeFeeds(FEEDS, ITEMS_A_FEED));
  const rounds: { ingest: number; tallies: number }[] = [];
  for (let n = 0; n <= ROUNDS; n++) rounds.push(await oneRound(deps));
  await database.drop();
  await closeFeedReader();
  const [, ...warm] = rounds;
  const share = median(warm.map(({ ingest, tallies }) => tallies / ingest));
  const ingest = median(warm.map((round) => round.ingest));
  const tallies = median(warm.map((round) => round.tallies));
  const items = FEEDS * ITEMS_A_FEED;
  return `  tallies: ${duration(tallies)} of the ${duration(ingest)} that ${items} new mentions take on PGlite, ${(100 * share).toFixed(1)} % of ingest.`;
}

async function oneRound(deps: Deps): Promise<{ ingest: number; tallies: number }> {
  await forgetItems(deps.db);
  const ingest = await timed(() => pollSources(deps));
  const mentions = await deps.db.selectFrom('mentions').selectAll().orderBy('id').execute();
  await sql`truncate tallies`.execute(deps.db);
  return { ingest, tallies: await timed(() => tallyAgain(deps, mentions)) };
}

/** What `insertMentions` does for counting: the day, the networks, the keys, one statement a batch. */
async function tallyAgain({ db, teamId }: Deps, mentions: Selectable<MentionsTable>[]): Promise<void> {
  for (let n = 0; n < mentions.length; n += BATCH) {
    const batch = mentions.slice(n, n + BATCH);
    await db.transaction().execute(async (trx) => {
      const day = dayOf(new Date(), (await getTeam(trx, teamId)).timezone);
      const ids = batch.map((mention) => mention.item_id);
      const items = await trx.selectFrom('items').select(['id', 'network']).where('id', 'in', ids).execute();
      const networks = new Map(items.map(({ id, network }) => [id, network]));
      const born = batch.map(({ item_id: itemId, watch_id: watchId, tone, kind }) =>
        tallyOfNew({ day, watchId, network: networks.get(itemId) ?? '', tone, kind }),
      );
      born.map(keptTally);
      await tallyNew(trx, teamId, born);
    });
  }
}
