import type { Deps } from '../src/deps.ts';
import { pollSources } from '../src/flows/poll-sources.ts';
import { closeFeedReader } from '../src/networks/rss/parse-feed.ts';
import { bareInserts, runInserts } from './setting/bare-insert.ts';
import { count, median, table, timed } from './setting/figures.ts';
import { forgetItems, listeningTeam, makeSourcesDue } from './setting/listening-team.ts';
import { makeFeeds } from './setting/made-feeds.ts';
import { postgresUrl, type ScratchDatabase, scratchPglite, scratchPostgres } from './setting/scratch-database.ts';

const FEEDS = 6;
const ITEMS_A_FEED = 500;
const ITEMS = FEEDS * ITEMS_A_FEED;
const ROUNDS = 5;

/** How fast items go from a feed's text to a stored mention, beside a bare insert of the same rows in the same run. */
export async function benchIngest(): Promise<void> {
  const feeds = makeFeeds(FEEDS, ITEMS_A_FEED);
  const chars = feeds.reduce((sum, { body }) => sum + body.length, 0);
  console.log(`ingest: ${count(ITEMS)} items in ${FEEDS} feeds (${count(chars / 1000)} kB), each of them a mention`);
  const rows = [['', 'items/s', 'bare insert', 'share', 'known already']];
  rows.push(await measure('PGlite', await scratchPglite(), feeds));
  const url = postgresUrl();
  if (url) rows.push(await measure('Postgres', await scratchPostgres(url), feeds));
  await closeFeedReader();
  console.log(table(rows));
  console.log(`  items/s: parse, clean, match, keep the item, its mention and its card, as a poll does; nothing is fetched.
  bare insert: the same rows into the same tables, 500 a statement, with nothing else.
  known already: the same feeds once more, when none of their items is new. Medians of ${ROUNDS} rounds.`);
  if (!url) console.log('  Postgres: not measured; name one in BENCH_DATABASE_URL.');
}

type Round = { house: number; bare: number; known: number };

async function measure(engine: string, database: ScratchDatabase, feeds: ReturnType<typeof makeFeeds>) {
  const deps = await listeningTeam(database.db, feeds);
  await oneRound(deps);
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await oneRound(deps));
  await database.drop();
  const perSecond = (part: keyof Round) => ITEMS / (median(rounds.map((round) => round[part])) / 1000);
  const share = median(rounds.map(({ house, bare }) => bare / house));
  return [
    engine,
    count(perSecond('house')),
    count(perSecond('bare')),
    `${Math.round(100 * share)} %`,
    count(perSecond('known')),
  ];
}

/** Milliseconds for all items: heard for the first time, heard again, and merely inserted. */
async function oneRound(deps: Deps): Promise<Round> {
  await forgetItems(deps.db);
  const house = await timed(() => pollSources(deps));
  await makeSourcesDue(deps.db);
  const known = await timed(() => pollSources(deps));
  await checkStored(deps);
  const inserts = await bareInserts(deps.db);
  await forgetItems(deps.db);
  const bare = await timed(() => runInserts(deps.db, inserts));
  await checkStored(deps);
  return { house, bare, known };
}

/** @throws unless every item stands on a card that is due. */
async function checkStored({ db }: Deps): Promise<void> {
  const cards = db.selectFrom('postings').select((row) => row.fn.countAll<string>().as('cards'));
  const { cards: stored } = await cards.where('kind', '=', 'card').executeTakeFirstOrThrow();
  if (Number(stored) !== ITEMS) throw new Error(`${stored} of ${ITEMS} items became a card.`);
}
