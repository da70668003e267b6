/** The bot's end of Socket Mode: single-use addresses, up to ten sockets, one socket per envelope. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { newSecret } from '../ids.ts';
import type { Timing } from '../options.ts';

const MAX_SOCKETS = 10;
const TICKET_LIVES_MS = 30_000;

export type Envelope = {
  type: 'events_api' | 'interactive' | 'slash_commands';
  payload: Record<string, unknown>;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
};

/** `offline`: no socket was there to take it. `timeout`: no answer within the time of an acknowledgement. */
export type Ack = { acked: true; payload: Record<string, unknown> } | { acked: false; reason: 'offline' | 'timeout' };

export type BotSockets = {
  /** The query of a fresh single-use address, good for 30 seconds. */
  newTicket(): string;
  /** Uses the ticket up; false when it is unknown, used or too old. */
  takeTicket(ticket: string): boolean;
  welcome(socket: WebSocket): void;
  isOnline(): boolean;
  /** Sends to one socket and waits for its acknowledgement. */
  send(envelope: Envelope): Promise<Ack>;
  drop(): void;
  disconnect(reason: string): void;
  close(): void;
};

const frame = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() });

type Setup = { appId: string; timing: Timing; clock: () => Date; onOnline: (isOnline: boolean) => void };
type Waiting = { socket: WebSocket; settle: (ack: Ack) => void };

/** Socket Mode without a socket yet; `onOnline` hears when the first one comes and the last one goes. */
export function createBotSockets({ appId, timing, clock, onOnline }: Setup): BotSockets {
  const tickets = new Map<string, number>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  const quiet = new Set<WebSocket>();
  const pings = setInterval(pingAll, timing.pingMs);
  pings.unref();

  function pingAll(): void {
    for (const socket of sockets) {
      if (quiet.has(socket)) socket.terminate();
      quiet.add(socket);
      socket.ping();
    }
  }

  function forget(socket: WebSocket): void {
    const index = sockets.indexOf(socket);
    if (index < 0) return;
    sockets.splice(index, 1);
    quiet.delete(socket);
    for (const one of waiting.values()) if (one.socket === socket) one.settle({ acked: false, reason: 'timeout' });
    if (sockets.length === 0) onOnline(false);
  }

  /** Every socket ends one day: it is told so, and shut when it does not go by itself. */
  function age(socket: WebSocket): void {
    const refresh = setTimeout(() => socket.send(goodbye('refresh_requested')), timing.refreshMs);
    const end = setTimeout(() => socket.close(), timing.refreshMs + timing.goodbyeMs);
    for (const timer of [refresh, end]) timer.unref();
    socket.on('close', () => {
      clearTimeout(refresh);
      clearTimeout(end);
    });
  }

  function hear(text: string): void {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return;
    }
    const { data } = frame.safeParse(json);
    if (data) waiting.get(data.envelope_id)?.settle({ acked: true, payload: data.payload ?? {} });
  }

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (sockets.length >= MAX_SOCKETS) {
      socket.send(goodbye('too_many_websockets'));
      socket.close();
      return;
    }
    sockets.push(socket);
    socket.on('message', (data) => hear(data.toString()));
    socket.on('pong', () => quiet.delete(socket));
    socket.on('close', () => forget(socket));
    socket.send(JSON.stringify(hello(appId, sockets.length, timing.refreshMs)));
    age(socket);
    if (sockets.length === 1) onOnline(true);
  }

  /** The next socket in turn, so that several connections all get their share. */
  function nextSocket(): WebSocket | undefined {
    const open = sockets.findIndex((socket) => socket.readyState === socket.OPEN);
    if (open < 0) return undefined;
    const [socket] = sockets.splice(open, 1);
    if (socket) sockets.push(socket);
    return socket;
  }

  function send(envelope: Envelope): Promise<Ack> {
    const socket = nextSocket();
    if (!socket) return Promise.resolve({ acked: false, reason: 'offline' });
    const envelopeId = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ acked: false, reason: 'timeout' }), timing.ackMs);
      const settle = (ack: Ack) => {
        clearTimeout(timer);
        waiting.delete(envelopeId);
        resolve(ack);
      };
      waiting.set(envelopeId, { socket, settle });
      socket.send(JSON.stringify({ envelope_id: envelopeId, ...envelope }));
    });
  }

  return {
    newTicket() {
      const ticket = newSecret();
      tickets.set(ticket, clock().getTime() + TICKET_LIVES_MS);
      return ticket;
    },
    takeTicket(ticket) {
      const expiresAtMs = tickets.get(ticket);
      return tickets.delete(ticket) && expiresAtMs !== undefined && expiresAtMs >= clock().getTime();
    },
    welcome,
    isOnline: () => sockets.length > 0,
    send,
    drop() {
      for (const socket of [...sockets]) socket.terminate();
    },
    disconnect(reason) {
      for (const socket of sockets) socket.send(goodbye(reason));
    },
    close() {
      clearInterval(pings);
      for (const socket of [...sockets]) socket.terminate();
      for (const one of [...waiting.values()]) one.settle({ acked: false, reason: 'offline' });
    },
  };
}

function goodbye(reason: string): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'practice' } });
}

function hello(appId: string, count: number, livesMs: number): Record<string, unknown> {
  return {
    type: 'hello',
    num_connections: count,
    connection_info: { app_id: appId },
    debug_info: { host: 'practice', build_number: 1, approximate_connection_time: Math.round(livesMs / 1000) },
  };
}
