import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, jest } from '@jest/globals';
import { builtProgram } from './built-program.ts';
import { until } from './until.ts';

/** The built program, running as a process of its own. */
export type Program = {
  readonly pid: number;
  /** What it said on the console, line by line. */
  readonly lines: string[];
  /** What it said on stderr: its log, or the sentence with which it left. */
  complaint(): string;
  /** Resolves with its three lines. @throws with its complaint when it leaves before. */
  ready(): Promise<string[]>;
  /** Resolves when it has left: the exit code, or the signal that ended it. */
  readonly left: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What Ctrl-C in a terminal does: the signal reaches its whole process group, which has to be its own. */
  ctrlC(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

// A start alone takes seconds, and far more on a machine that has other things to do.
jest.setTimeout(60_000);

const START_SECONDS = 60;
const running = new Set<ChildProcess>();
const folders: string[] = [];

afterAll(async () => {
  const ended = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ended);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone after the tests of the file. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-'));
  folders.push(folder);
  return folder;
}

/** A DATA_DIR whose database is migrated already: three seconds sooner than an empty one. */
export function preparedData(): string {
  const folder = freshFolder();
  const database = join(folder, 'database');
  mkdirSync(database);
  execFileSync('tar', ['-xf', process.env.TEST_DATABASE_IMAGE ?? '', '-C', database], { stdio: 'ignore' });
  return folder;
}

/** A port that nobody listens on, below those the system gives out by itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * Starts the program in an empty folder with these variables and no others of ours. Ctrl-C on the tests reaches it too,
 * unless it has a process group of its own.
 */
export async function startProgram(env: NodeJS.ProcessEnv, { ownGroup = false } = {}): Promise<Program> {
  const main = join(await builtProgram(), 'dist/src/app.js');
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [main], {
    cwd: freshFolder(),
    env: { PATH, HOME, TMPDIR, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  running.add(child);
  const left: Program['left'] = new Promise((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    }),
  );
  const kill: Program['kill'] = (signal) => {
    child.kill(signal);
    return left;
  };
  const ctrlC: Program['ctrlC'] = () => {
    process.kill(-(child.pid ?? 0), 'SIGINT');
    return left;
  };
  return { pid: child.pid ?? 0, left, kill, ctrlC, ...listenTo(child, left) };
}

function listenTo(child: ChildProcess, left: Program['left']): Pick<Program, 'lines' | 'complaint' | 'ready'> {
  const lines: string[] = [];
  let complaint = '';
  let said = '';
  let hasLeft = false;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    lines.splice(0, lines.length, ...said.split('\n').slice(0, -1));
  });
  void left.then(() => {
    hasLeft = true;
  });
  const ready = async () => {
    await until('the program says its three lines', () => lines.length >= 3 || hasLeft, START_SECONDS);
    if (lines.length < 3) throw new Error(`The program left before it was ready:\n${complaint}`);
    return lines;
  };
  return { lines, complaint: () => complaint, ready };
}
