import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { duration, median, table, timed } from './setting/figures.ts';
import { atEnd, scratchFolder } from './setting/leftovers.ts';
import { startPracticeBot } from './setting/practice-bot.ts';

const ROUNDS = 3;
const ROOT = join(import.meta.dirname, '../..');

/** How long a person waits for the first card in the practice workspace, and for a restart; the build apart. */
export async function benchStart(): Promise<void> {
  const compile = await timed(() => run('node_modules/.bin/tsc', compileAnew(scratchFolder())));
  const bundle = await timed(() => run(process.execPath, ['practice/web/build.js']));
  const rebuild = await timed(() => run('npm', ['run', '--silent', 'build']));
  const starts: Start[] = [];
  for (let n = 0; n < ROUNDS; n++) starts.push(await startTwice());
  const middle = (part: keyof Start) => duration(median(starts.map((start) => start[part])));
  console.log(`start: the built program with its practice workspace, median of ${ROUNDS}`);
  console.log(
    table([
      ['build for the first time', duration(compile + bundle)],
      ['build again, nothing changed', duration(rebuild)],
      ['empty data folder, until the bot is connected', middle('coldOn')],
      ['empty data folder, until the first card', middle('coldCard')],
      ['restart on the same folder, until connected', middle('warmOn')],
    ]),
  );
  console.log('  From the start of the program; `npm start` builds before that.');
}

type Start = { coldOn: number; coldCard: number; warmOn: number };

async function startTwice(): Promise<Start> {
  const folder = scratchFolder();
  const first = await startPracticeBot(folder);
  const since = () => performance.now() - first.startedAt;
  const [coldOn, coldCard] = await Promise.all([first.on.then(since), first.firstCard().then(since)]);
  await first.stop();
  const second = await startPracticeBot(folder);
  await second.on;
  const warmOn = performance.now() - second.startedAt;
  await second.stop();
  return { coldOn, coldCard, warmOn };
}

function compileAnew(folder: string): string[] {
  return ['-p', 'tsconfig.build.json', '--outDir', folder, '--tsBuildInfoFile', join(folder, 'build.info')];
}

/** Runs a program of the repository to its end. @throws when it cannot be started. */
async function run(program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'ignore' });
  const forget = atEnd(() => child.kill());
  await once(child, 'exit');
  await forget();
}
