import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../src/config.ts';
import { atEnd } from './leftovers.ts';

/** The built program, running. */
export type Bot = {
  pid: number;
  startedAt: number;
  /** Resolves when it says that it is on. @throws when it ends before that. */
  on: Promise<void>;
  stop(): Promise<void>;
};

const PROGRAM = join(import.meta.dirname, '../../src/app.js');

/** How long a bot may take to stop before it is killed. */
const PATIENCE_MS = 5_000;

/** Starts the program with these settings and none of the environment's own, in the folder `cwd`. */
export function startBot(cwd: string, settings: Partial<Record<keyof typeof ENVIRONMENT, string>>): Bot {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [PROGRAM], {
    cwd,
    env: { ...environmentWithoutOurs(), LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: whatever it started ends with it, even what it had only begun to start.
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said = (said + text).slice(-2_000);
  });
  const ended = once(child, 'exit');
  const on = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.includes('Porchlight is on')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The bot ended before it was on.\n${said}`)));
  });
  on.catch(() => {}); // whoever awaits it hears of it
  const stop = atEnd(async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    if (child.exitCode === null && child.signalCode === null) await ended;
    clearTimeout(timer);
    killGroup(child.pid);
  });
  return { pid: child.pid ?? 0, startedAt, on, stop };
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader) process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}

function environmentWithoutOurs(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !Object.hasOwn(ENVIRONMENT, name)));
}
