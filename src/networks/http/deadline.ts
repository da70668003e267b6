import { once } from 'node:events';

/** A deadline that begins with its first use; the same one from then on. Milliseconds. */
export function deadlineAfter(ms: number): () => AbortSignal {
  let signal: AbortSignal | undefined;
  return () => {
    signal ??= AbortSignal.timeout(ms);
    return signal;
  };
}

/**
 * The outcome of `work`, or the signal's reason as soon as it is aborted. undici heeds a signal only once it has a
 * connection, and a name server or a silent host can keep it from having one.
 */
export async function beforeDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  const late = once(signal, 'abort', { signal: over.signal }).then(() => Promise.reject(signal.reason));
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}
