import type { WebSocket } from 'ws';
import type { PageEvent } from '../../wire.ts';

export type Live = {
  welcome(socket: WebSocket, person: string): void;
  /** Sends to the open pages of the people who pass `may`; everybody when it is absent. */
  send(event: PageEvent, may?: (person: string) => boolean): void;
  close(): void;
};

/** The open pages, each seen through one person's eyes. */
export function createLive(): Live {
  const pages = new Map<WebSocket, string>();
  return {
    welcome(socket, person) {
      pages.set(socket, person);
      socket.on('close', () => pages.delete(socket));
      socket.on('error', () => socket.terminate());
    },
    send(event, may = () => true) {
      const text = JSON.stringify(event);
      for (const [socket, person] of pages) if (may(person)) socket.send(text);
    },
    close() {
      for (const socket of [...pages.keys()]) socket.terminate();
    },
  };
}
