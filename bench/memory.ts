import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { count, table } from './setting/figures.ts';
import { scratchFolder } from './setting/leftovers.ts';
import { startPracticeBot } from './setting/practice-bot.ts';

const IDLE_MS = 20_000;

/** How much memory the bot and the practice server hold when nobody does anything. */
export async function benchMemory(): Promise<void> {
  const folder = scratchFolder();
  const first = await startPracticeBot(folder);
  await first.firstCard();
  await first.on;
  await first.stop();
  const fresh = await startPracticeBot(scratchFolder());
  const restarted = await startPracticeBot(folder);
  await Promise.all([fresh.on, fresh.firstCard(), restarted.on]);
  await wait(IDLE_MS);
  const rows = [await sizes('first start', fresh.pid), await sizes('after a restart', restarted.pid)];
  await Promise.all([fresh.stop(), restarted.stop()]);
  console.log(`memory: resident, ${IDLE_MS / 1000} s after the start, while nobody clicks and the feeds are polled`);
  console.log(table([['', 'bot', 'practice server'], ...rows]));
  console.log('  The first start also makes the database, in the same process.');
}

/** The resident size of a program and of its child. @throws where there is no `ps`. */
async function sizes(what: string, pid: number): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const all = stdout.trim().split('\n');
  const programs = all.map((line) => line.trim().split(/\s+/).map(Number));
  const bot = programs.find(([id]) => id === pid);
  const practice = programs.find(([, parent]) => parent === pid);
  return [what, ...[bot, practice].map((program) => `${count((program?.[2] ?? 0) / 1024)} MB`)];
}
