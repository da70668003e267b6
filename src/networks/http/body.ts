import { type Duplex, type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { createEitherInflate } from './inflate.ts';

/** A body, or a stage of its decoding, that has more bytes than it may. */
export class TooManyBytes extends Error {}

/** A body in an encoding that was not asked for. */
export class UnknownEncoding extends Error {}

const maxEncodings = 3;

/**
 * The whole body, decoded: gzip, deflate, br, also one inside the other. Bytes are counted on the wire and after
 * each decoding, so that a small bomb is stopped while it goes off. @throws TooManyBytes, UnknownEncoding
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const decoders = decodersOf(contentEncoding, body);
  const stages = decoders.flatMap((decoder) => [decoder, byteCounter(maxBytes)]);
  await pipeline([body, byteCounter(maxBytes), ...stages, sink], { signal });
  return Buffer.concat(chunks);
}

/** The last encoding that was put on is the first to come off. */
function decodersOf(contentEncoding: string | undefined, body: Readable): Duplex[] {
  const names = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  try {
    if (names.length > maxEncodings) throw new UnknownEncoding(contentEncoding);
    return names.reverse().map(decoderOf);
  } catch (error) {
    body.on('error', () => undefined).destroy();
    throw error;
  }
}

function decoderOf(name: string): Duplex {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createEitherInflate();
  if (name === 'br') return createBrotliDecompress();
  throw new UnknownEncoding(name);
}

function byteCounter(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new TooManyBytes());
      else done(null, chunk);
    },
  });
}
