import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export type Doors = {
  onRequest: (request: IncomingMessage, response: ServerResponse) => void;
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
};

export type Listening = { port: number; close(): Promise<void> };

function listenOn(host: string, port: number, { onRequest, onUpgrade }: Doors): Promise<Server> {
  const server = createServer(onRequest);
  server.on('upgrade', onUpgrade);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Listens on 127.0.0.1, and on ::1 too where the machine has it, so that localhost leads here. @throws EADDRINUSE. */
export async function listen(port: number, doors: Doors): Promise<Listening> {
  const first = await listenOn('127.0.0.1', port, doors);
  const taken = (first.address() as AddressInfo).port;
  const second = await listenOn('::1', taken, doors).catch(() => undefined);
  const servers = second ? [first, second] : [first];
  return { port: taken, close: async () => void (await Promise.all(servers.map(stop))) };
}
