import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { recordAway } from '../page/record.ts';
import type { World } from '../world.ts';
import { isOwnRequest } from './guard.ts';
import type { Doors } from './listen.ts';
import { json, type Reply, send, text } from './reply.ts';
import { route } from './routes.ts';

/** What belongs to Slack itself and is away in an outage; the page and the demo feeds are not. */
const SLACKS_OWN = ['/api/', '/response/', '/upload/', '/link/'];

function isAway({ misbehave }: World, { pathname }: URL): boolean {
  return misbehave.isDown() && SLACKS_OWN.some((path) => pathname.startsWith(path));
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://127.0.0.1');
}

async function answer(world: World, request: IncomingMessage): Promise<Reply> {
  if (!isOwnRequest(request)) return text('This practice server answers only its own page, on this machine.', 403);
  const url = urlOf(request);
  if (isAway(world, url)) {
    recordAway(world, url.pathname);
    return 'lost';
  }
  try {
    const reply = await route({ world, request, url });
    return isAway(world, url) ? 'lost' : reply;
  } catch (error) {
    console.error('practice: a request failed', error);
    return json({ ok: false, error: 'internal_error' }, 500);
  }
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The two ways in: requests, and WebSockets of the bot (`/link/`) and of the page (`/practice/…`). */
export function createDoors(world: World): Doors {
  const sockets = new WebSocketServer({ noServer: true });

  function accept(url: URL): ((socket: WebSocket) => void) | string {
    if (url.pathname === '/link/') {
      const isGood = world.sockets.takeTicket(url.searchParams.get('ticket') ?? '');
      return isGood ? (socket) => world.sockets.welcome(socket) : '408 Request Timeout';
    }
    if (url.pathname === '/practice/wire') return (socket) => world.wire.welcome(socket);
    const person = url.searchParams.get('as');
    if (url.pathname !== '/practice/live' || !person) return '404 Not Found';
    return (socket) => world.live.welcome(socket, person);
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (isAway(world, urlOf(request))) return void socket.destroy();
    const welcome = isOwnRequest(request) ? accept(urlOf(request)) : '403 Forbidden';
    if (typeof welcome === 'string') turnAway(socket, welcome);
    else sockets.handleUpgrade(request, socket, head, welcome);
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse) =>
    void answer(world, request).then((reply) => send(response, reply));
  return { onRequest, onUpgrade };
}
