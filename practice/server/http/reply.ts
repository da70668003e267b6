import type { ServerResponse } from 'node:http';

/** An HTTP answer; `lost` breaks the connection instead. */
export type Reply = { status: number; headers: Record<string, string>; body: string | Buffer } | 'lost';

/** A JSON answer; 200 unless said otherwise. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  const all = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers };
  return { status, headers: all, body: JSON.stringify(body) };
}

/** A plain text answer. */
export function text(body: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** Sends the answer. */
export function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'lost') {
    response.socket?.destroy();
    return;
  }
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
