import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Somebody else holds the folder. */
export class LockedError extends Error {
  override name = 'LockedError';
  constructor(
    readonly path: string,
    readonly pid: number,
  ) {
    super(`Another Porchlight (process ${pid}) is running on this data. Stop it first, or choose another DATA_DIR.`);
  }
}

/**
 * Takes `path` for this process and returns the function that gives it back. A file left by a dead process is taken
 * over; a living one never is: two processes on one PGlite folder silently lose writes.
 * @throws LockedError naming the pid.
 */
export function takeLock(path: string): () => void {
  const mine = `${process.pid} ${startedAt(process.pid)}`;
  for (;;) {
    if (create(path, mine)) return () => release(path, mine);
    const found = read(path);
    if (found === undefined) continue;
    const pid = Number.parseInt(found, 10);
    if (isAlive(pid, found)) throw new LockedError(path, pid);
    removeStale(path, found);
  }
}

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves the stale file aside; puts it back when another process had already replaced it by its own. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) putBack(aside, path);
  rmSync(aside, { force: true });
}

function putBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

/** A pid may be used again by another program: the start time tells them apart where the system shows it. */
function isAlive(pid: number, content: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  const since = startedAt(pid);
  return since === '' || content === `${pid}` || content === `${pid} ` || content === `${pid} ${since}`;
}

/** When a process began, in whatever words this system has for it; '' where it cannot be known. */
function startedAt(pid: number): string {
  try {
    // Field 22 of /proc/<pid>/stat, counted after the name, which may itself hold spaces and brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ')[19] ?? '';
  } catch {
    try {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

function errorCode(error: unknown): unknown {
  return (Object(error) as { code?: unknown }).code;
}
