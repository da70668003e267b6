import type { IncomingMessage } from 'node:http';

const MAX_BODY_BYTES = 20_000_000;

/** The whole body of a request. @throws when it is larger than 20 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('The request is too large.');
  }
  return Buffer.concat(chunks);
}

/** The JSON of a body; undefined when it is not JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The arguments of a Web API call, sent as a form, as JSON or in the query. */
export function parseArguments(body: Buffer, contentType: string, query: URLSearchParams): Record<string, unknown> {
  const inQuery = Object.fromEntries(query);
  if (contentType.startsWith('application/json')) {
    const json = parseJson(body);
    return typeof json === 'object' && json !== null ? { ...inQuery, ...json } : inQuery;
  }
  return { ...inQuery, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
}
