import { WebSocket } from 'ws';
import type { Practice } from '../../practice/server/index.ts';
import type { PageState } from '../../practice/wire.ts';
import { afterwards } from './open-practice.ts';

/** The JSON frames of one of the page's sockets, one after the other. */
export async function openFrames<T>({ url }: Practice, path: string): Promise<{ next(): Promise<T> }> {
  const socket = new WebSocket(url.replace('http', 'ws') + path);
  const frames: T[] = [];
  const takers: ((frame: T) => void)[] = [];
  socket.on('message', (data) => {
    const frame: T = JSON.parse(data.toString());
    const taker = takers.shift();
    if (taker) taker(frame);
    else frames.push(frame);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  afterwards(async () => socket.terminate());
  return {
    next() {
      const frame = frames.shift();
      return frame === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(frame);
    },
  };
}

/** What GET /practice/state answers. */
export async function readState({ url }: Practice, as?: string): Promise<PageState> {
  const answer = await fetch(`${url}/practice/state${as ? `?as=${as}` : ''}`);
  return (await answer.json()) as PageState;
}
