/** The bytes of files: uploads in, pictures out. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { readBody } from './body.ts';
import { multipartFile } from './multipart.ts';
import { type Reply, text } from './reply.ts';
import type { Ask } from './routes.ts';

/** Keeps the bytes of a file. */
export async function keep({ store, fileBytes }: World, id: string, bytes: Buffer): Promise<void> {
  if (!store.filesDir) {
    fileBytes.set(id, bytes);
    return;
  }
  await mkdir(store.filesDir, { recursive: true });
  await writeFile(join(store.filesDir, id), bytes);
}

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? '';
}

/** Takes the bytes of an upload that files.getUploadURLExternal announced. */
export async function receiveUpload({ world, request, url }: Ask): Promise<Reply> {
  const file = world.state.files.get(lastPart(url.pathname));
  if (!file || file.uploadedAtMs !== undefined) return text('not found', 404);
  const body = await readBody(request);
  const bytes = multipartFile(body, request.headers['content-type'] ?? '') ?? body;
  await keep(world, file.id, bytes);
  world.state.files.set(file.id, { ...file, size: bytes.length, uploadedAtMs: world.clock().getTime() });
  world.store.touch('files');
  await world.store.flush();
  return text(`OK - ${bytes.length}`);
}

/** The bytes of a file, for the page's pictures. */
export async function fileBody({ world, url }: Ask): Promise<Reply> {
  const file = world.state.files.get(lastPart(url.pathname));
  if (!file) return text('Not found.', 404);
  const { filesDir } = world.store;
  const body = filesDir ? await readFile(join(filesDir, file.id)).catch(() => undefined) : world.fileBytes.get(file.id);
  if (!body) return text('Not found.', 404);
  // A page that somebody uploaded is looked at without any right to this one.
  const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' };
  const type = /^text\//.test(file.mimetype) ? `${file.mimetype}; charset=utf-8` : file.mimetype;
  return { status: 200, headers: { 'content-type': type, ...headers }, body };
}
