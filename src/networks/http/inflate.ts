import { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate, createInflateRaw } from 'node:zlib';

/** Undoes "deflate" as servers send it: the standard says with a zlib header, and many leave it out. */
export function createEitherInflate(): Duplex {
  return Duplex.from(async function* (source: AsyncIterable<Buffer>) {
    const chunks = source[Symbol.asyncIterator]();
    const { value: first, done } = await chunks.next();
    if (done) return;
    const inflater = hasZlibHeader(first) ? createInflate() : createInflateRaw();
    // The inflater is destroyed with the same error, and the loop below throws it.
    pipeline(startingWith(first, chunks), inflater).catch(() => undefined);
    yield* inflater;
  });
}

function hasZlibHeader(chunk: Buffer): boolean {
  return ((chunk[0] ?? 0) & 0x0f) === 8;
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
