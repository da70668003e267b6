/** A bare bot socket, to see the frames that Bolt hides. */
import { WebSocket } from 'ws';
import type { Practice } from '../../practice/server/index.ts';
import { afterwards, openClient } from './open-practice.ts';

export type Frame = {
  type: string;
  reason?: string;
  envelope_id?: string;
  retry_attempt?: number;
  retry_reason?: string;
  accepts_response_payload?: boolean;
  num_connections?: number;
  payload: Record<string, unknown> & { event?: Record<string, unknown> };
};

export type BotSocket = {
  /** The next frame that has not been taken yet. */
  next(): Promise<Frame>;
  /** How many frames wait to be taken. */
  waiting(): number;
  ack(frame: Frame, payload?: unknown): void;
  /** Breaks the connection without a goodbye. */
  cut(): void;
  closed: Promise<void>;
};

/** The single-use address of a new socket. */
export async function socketUrl(practice: Practice): Promise<string> {
  const { url = '' } = await openClient(practice, 'xapp-practice').apps.connections.open({});
  return url;
}

/** Connects to an address; its frames can be read one after the other. */
export function connect(url: string): BotSocket {
  const socket = new WebSocket(url);
  const frames: Frame[] = [];
  const takers: ((frame: Frame) => void)[] = [];
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(data.toString());
    const taker = takers.shift();
    if (taker) taker(frame);
    else frames.push(frame);
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  afterwards(async () => socket.terminate());
  return {
    next() {
      const frame = frames.shift();
      return frame ? Promise.resolve(frame) : new Promise((resolve) => takers.push(resolve));
    },
    waiting: () => frames.length,
    ack: ({ envelope_id }, payload) => socket.send(JSON.stringify({ envelope_id, payload })),
    cut: () => socket.terminate(),
    closed,
  };
}

/** A connected socket that has been greeted. */
export async function openSocket(practice: Practice): Promise<BotSocket> {
  const socket = connect(await socketUrl(practice));
  await socket.next();
  return socket;
}
