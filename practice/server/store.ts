import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { partText } from './snapshot.ts';
import type { State } from './state.ts';

/** `workspace`, `homes`, `files` or a channel id: each is one JSON file. */
export type Part = string;

export type Store = {
  /** Marks a part as changed; nothing is written yet. */
  touch(part: Part): void;
  /** Resolves when everything touched so far is on disk. @throws when it could not be written. */
  flush(): Promise<void>;
  /** Where uploaded bytes are kept; undefined in memory. */
  filesDir: string | undefined;
};

/** A store that writes each changed part whole, to a temporary file that is then renamed; waiting writes share one round. */
export function createStore(dir: string | undefined, state: State): Store {
  const dirty = new Set<Part>();
  let running: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;

  async function writePart(folder: string, part: Part): Promise<void> {
    const file = join(folder, `${part}.json`);
    await writeFile(`${file}.tmp`, partText(state, part));
    await rename(`${file}.tmp`, file);
  }

  async function writeDirty(folder: string): Promise<void> {
    queued = undefined;
    const parts = [...dirty];
    dirty.clear();
    try {
      await mkdir(folder, { recursive: true });
      await Promise.all(parts.map((part) => writePart(folder, part)));
    } catch (error) {
      for (const part of parts) dirty.add(part);
      throw error;
    }
  }

  return {
    filesDir: dir && join(dir, 'files'),
    touch: (part) => void (dir && dirty.add(part)),
    flush() {
      if (!dir || queued) return queued ?? running;
      if (dirty.size === 0) return running;
      queued = running.catch(() => undefined).then(() => writeDirty(dir));
      running = queued;
      return queued;
    },
  };
}
