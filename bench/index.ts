/** What is measured: `npm run bench` prints every figure, `npm run bench -- NAME` one of them. */
import { benchClicks } from './clicks.ts';
import { benchFeeds } from './feeds.ts';
import { benchIngest } from './ingest.ts';
import { benchMemory } from './memory.ts';
import { benchReport } from './report.ts';
import { benchSentiment } from './sentiment.ts';
import { cleanUp, cleanUpOnSignals } from './setting/leftovers.ts';
import { benchStart } from './start.ts';

const figures: Record<string, () => Promise<void>> = {
  ingest: benchIngest,
  clicks: benchClicks,
  start: benchStart,
  memory: benchMemory,
  sentiment: benchSentiment,
  report: benchReport,
};

async function run([name, ...rest]: string[]): Promise<void> {
  if (name === 'feeds') return readFeeds(rest);
  if (name === 'sentiment') return benchSentiment(rest);
  if (name === 'report') return benchReport(rest);
  if (name === undefined) for (const figure of Object.values(figures)) await printed(figure);
  else if (Object.hasOwn(figures, name)) await figures[name]?.();
  else throw new Error(usage());
}

async function printed(figure: () => Promise<void>): Promise<void> {
  await figure();
  console.log('');
}

async function readFeeds(args: string[]): Promise<void> {
  const [dir] = args.filter((arg) => arg !== '--json');
  if (dir === undefined) throw new Error(usage());
  await benchFeeds(dir, { json: args.includes('--json') });
}

function usage(): string {
  return `Use: npm run bench [-- ${Object.keys(figures).join(' | ')} | report 1M | sentiment FILE.tsv | feeds DIR [--json]]`;
}

cleanUpOnSignals();
try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await cleanUp();
// What a figure that failed still waits for keeps nobody waiting.
process.exit();
