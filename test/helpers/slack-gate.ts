import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to Slack that can be cut at any call: stands between the bot and the practice workspace. */
export type SlackGate = {
  /** What the bot takes as SLACK_API_URL. */
  readonly url: string;
  /**
   * The next call of this method gets no answer. `before`: Slack never hears of it; `after`: Slack has done it. The
   * promise resolves once that is so.
   */
  stop(method: string, moment: 'before' | 'after'): Promise<void>;
  /** Resolves when the next call of this method has been answered. */
  answered(method: string): Promise<void>;
  /** While true, no call reaches Slack: every connection breaks. */
  isDown: boolean;
  /** How many calls broke while it was down, by method. */
  readonly broken: Map<string, number>;
  close(): Promise<void>;
};

type Watch = { moment: 'before' | 'after' | 'answered'; resolve: () => void };

/** Opens the way to the Slack at `slackApiUrl`. */
export async function openGate(slackApiUrl: string): Promise<SlackGate> {
  const watches = new Map<string, Watch>();
  const watch = (method: string, moment: Watch['moment']) =>
    new Promise<void>((resolve) => watches.set(method, { moment, resolve }));
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').slice('/api/'.length);
    if (gate.isDown) {
      gate.broken.set(method, (gate.broken.get(method) ?? 0) + 1);
      request.socket.destroy();
      return;
    }
    const body = await bodyOf(request);
    const watched = watches.get(method);
    watches.delete(method);
    if (watched?.moment === 'before') return watched.resolve();
    const { 'content-type': type = '', authorization = '' } = request.headers;
    const headers = { 'content-type': type, authorization };
    const answer = await fetch(`${slackApiUrl}${method}`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (watched?.moment === 'after') return watched.resolve();
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(text, () => watched?.resolve());
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gate: SlackGate = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    stop: (method, moment) => watch(method, moment),
    answered: (method) => watch(method, 'answered'),
    isDown: false,
    broken: new Map(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return gate;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
