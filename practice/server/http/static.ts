import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { type Reply, text } from './reply.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A file of the page; `/` and permalinks (`/archives/…`) give index.html. */
export async function staticFile(dir: string | undefined, path: string): Promise<Reply> {
  if (!dir) return text('This practice server runs without its page.', 404);
  const isPage = path === '/' || path.startsWith('/archives/');
  const name = isPage ? 'index.html' : normalize(path).replace(/^(\.\.(\/|$))+/, '');
  try {
    const body = await readFile(join(dir, name));
    const type = types[extname(name)] ?? 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
  } catch {
    return text('Not found.', 404);
  }
}
