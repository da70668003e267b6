import type { Db } from '../src/db/schema.ts';
import type { Deps } from '../src/deps.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import type { ReportFacts } from '../src/domain/report.ts';
import type { AskedReport } from '../src/domain/report-asked.ts';
import { BUCKET_ERROR } from '../src/domain/time-buckets.ts';
import { readReportOf } from '../src/flows/read-report.ts';
import { count, duration, median, table, timed } from './setting/figures.ts';
import { HISTORY_CHANNEL, HISTORY_ENDS, HISTORY_TEAM, makeHistory } from './setting/made-history.ts';
import { rawReport } from './setting/raw-report.ts';
import { postgresUrl, type ScratchDatabase, scratchPglite, scratchPostgres } from './setting/scratch-database.ts';
import { keepCost } from './setting/tally-cost.ts';

const SIZES = { '10k': 10_000, '100k': 100_000, '1M': 1_000_000 } as const;
type Size = keyof typeof SIZES;
/** Making a million mentions takes minutes: only when asked for. */
const USUAL: Size[] = ['10k', '100k'];
const ROUNDS = 5;

/** A quarter of the year, by person, with its goals. */
const ASKED: AskedReport = { period: { first: '2026-07-01', last: '2026-09-30' }, watch: null, by: 'person' };

/** How long the whole report takes, beside plain queries over the mentions in the same run; and what counting costs. */
export async function benchReport(args: string[] = []): Promise<void> {
  const asked = args.map(sizeOf);
  const sizes = asked.length > 0 ? asked : USUAL;
  const rows = [['', 'mentions', 'tallies', 'report', 'slowest', 'raw query', 'times']];
  const url = postgresUrl();
  console.log('report: a quarter out of a year, by person, with four goals');
  for (const size of sizes) {
    rows.push(await measure('PGlite', await scratchPglite(), SIZES[size]));
    if (url) rows.push(await measure('Postgres', await scratchPostgres(url), SIZES[size]));
  }
  console.log(table(rows));
  console.log(`  report: everything that is drawn, from the tallies, and the mentions that mattered most. Medians of ${ROUNDS}, after one.
  raw query: its numbers out of the mentions themselves. Both come to the same; medians within ${100 * BUCKET_ERROR} %.`);
  console.log(await keepCost());
  if (!url) console.log('  Postgres: not measured; name one in TEST_DATABASE_URL or BENCH_DATABASE_URL.');
  if (!sizes.includes('1M')) console.log('  A million: npm run bench -- report 1M');
}

function sizeOf(arg: string): Size {
  if (Object.hasOwn(SIZES, arg)) return arg as Size;
  throw new Error(`Use: npm run bench -- report [${Object.keys(SIZES).join(' | ')}]`);
}

async function measure(engine: string, database: ScratchDatabase, mentions: number): Promise<string[]> {
  const { db } = database;
  await makeHistory(db, mentions);
  const { tallies } = await db
    .selectFrom('tallies')
    .select((row) => row.fn.countAll<number>().as('tallies'))
    .executeTakeFirstOrThrow();
  const facts = await report(db);
  await compare(db, facts);
  const whole: number[] = [];
  const raw: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    whole.push(await timed(() => report(db)));
    raw.push(await timed(() => rawReport(db, HISTORY_TEAM, facts.days, facts.before)));
  }
  await database.drop();
  const times = (median(raw) / median(whole)).toFixed(1);
  const times5 = [duration(median(whole)), duration(Math.max(...whole)), duration(median(raw))];
  return [engine, count(mentions), count(Number(tallies)), ...times5, `${times} x`];
}

async function report(db: Db): Promise<ReportFacts> {
  const deps = { db, teamId: HISTORY_TEAM } as Deps;
  const facts = await readReportOf(deps, [HISTORY_CHANNEL], ASKED, HISTORY_ENDS);
  if (isRefusal(facts)) throw new Error(`The report was refused: ${facts.refusal}.`);
  return facts;
}

/** @throws unless the report and the plain queries say the same. */
async function compare(db: Db, { days, before, counts }: ReportFacts): Promise<void> {
  const raw = await rawReport(db, HISTORY_TEAM, days, before);
  const claim = counts.toClaim.medianMinutes ?? 0;
  const error = Math.abs(claim / raw.medianMinutesToClaim - 1);
  if (counts.mentions !== raw.mentions || error > BUCKET_ERROR)
    throw new Error(`The report says ${counts.mentions} and ${claim}, the mentions say ${JSON.stringify(raw)}.`);
}
