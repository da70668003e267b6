import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { PageEvent, PageState, PracticeMessage } from '../../practice/wire.ts';
import { atEnd } from './leftovers.ts';

/** The practice workspace as one person's browser shows it, without the browser. */
export type Page = {
  state(): Promise<PageState>;
  /** The next message that appears or changes and passes `test`. */
  next(test: (message: PracticeMessage) => boolean): Promise<PracticeMessage>;
  close(): Promise<void>;
};

/** Opens the page of one person, trying until the server is there. @throws when it is not there in 30 s. */
export async function openPage(url: string, person: string): Promise<Page> {
  const socket = await connected(`${url.replace('http', 'ws')}/practice/live?as=${person}`);
  const waiting = new Set<(event: PageEvent) => void>();
  socket.on('message', (data) => {
    const event = JSON.parse(data.toString()) as PageEvent;
    for (const hear of [...waiting]) hear(event);
  });
  return {
    state: async () => {
      const answer = await fetch(`${url}/practice/state?as=${person}`);
      return (await answer.json()) as PageState;
    },
    next: (test) =>
      new Promise((resolve) => {
        const hear = (event: PageEvent) => {
          if (event.type !== 'message' || !test(event.message)) return;
          waiting.delete(hear);
          resolve(event.message);
        };
        waiting.add(hear);
      }),
    close: atEnd(() => socket.terminate()),
  };
}

async function connected(address: string): Promise<WebSocket> {
  for (let tries = 0; tries < 1500; tries++) {
    const socket = new WebSocket(address);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('open', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket;
    await wait(20);
  }
  throw new Error('The practice workspace did not open.');
}
