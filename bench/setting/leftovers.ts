import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Undo = () => unknown;

const undos = new Set<Undo>();
let isEnding = false;

/** Sees to it that `undo` runs, once: when the returned function is called, or at the end, however the bench ends. */
export function atEnd(undo: Undo): () => Promise<void> {
  const once = async () => {
    if (undos.delete(once)) await undo();
  };
  undos.add(once);
  return once;
}

/** A temporary folder that is gone when the bench ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-bench-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Undoes what is left, the newest first; one that fails keeps no other from being undone. */
export async function cleanUp(): Promise<void> {
  for (const undo of [...undos].reverse()) {
    try {
      await undo();
    } catch (error) {
      console.error(`not cleaned up: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** Cleans up on Ctrl-C too. */
export function cleanUpOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      void cleanUp().finally(() => process.exit(130));
    });
  }
}
