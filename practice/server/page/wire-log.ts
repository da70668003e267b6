/** What went between this Slack and the app: the last of it is kept, for whoever looks. */
import type { WebSocket } from 'ws';
import type { WireDetail, WireEntry } from '../../wire.ts';
import { hideSecrets } from './hide-secrets.ts';

/** Older entries are forgotten beyond this many. */
export const MAX_ENTRIES = 500;

export type WireLog = {
  note(entry: Omit<WireDetail, 'id'>): void;
  /** One entry with what was sent and answered, its secrets hidden; undefined when it is forgotten. */
  find(id: number): WireDetail | undefined;
  /** Sends the page all that is kept, then each entry as it comes. */
  welcome(socket: WebSocket): void;
  close(): void;
};

/** A log with nothing in it yet. */
export function createWireLog(): WireLog {
  const kept: WireDetail[] = [];
  const pages = new Set<WebSocket>();
  let lastId = 0;
  return {
    note(entry) {
      lastId += 1;
      const detail = { ...entry, id: lastId };
      kept.push(detail);
      if (kept.length > MAX_ENTRIES) kept.shift();
      const frame = JSON.stringify([brief(detail)]);
      for (const page of pages) page.send(frame);
    },
    find(id) {
      const found = kept.find((one) => one.id === id);
      return found && { ...found, sent: hideSecrets(found.sent), answered: hideSecrets(found.answered) };
    },
    welcome(socket) {
      pages.add(socket);
      socket.on('close', () => pages.delete(socket));
      socket.on('error', () => socket.terminate());
      socket.send(JSON.stringify(kept.map(brief)));
    },
    close() {
      for (const page of [...pages]) page.terminate();
    },
  };
}

function brief({ sent: _, answered: __, ...entry }: WireDetail): WireEntry {
  return entry;
}
