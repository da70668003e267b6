import { SourceError } from '../network.ts';

export type Turns = {
  /** Runs `request` when the host has no other under way and had its pause. @throws SourceError after a long wait. */
  take<T>(host: string, request: () => Promise<T>): Promise<T>;
};

/**
 * One request at a time per host, with a pause between two. `pauseMs` and `maxWaitMs` in milliseconds; a request
 * that waits longer than that gives up, so that a queue never outlives the patience of who asked.
 */
export function createTurns(pauseMs: number, maxWaitMs: number): Turns {
  /** Per host, what settles when the last one in the queue is done and had its pause. */
  const tails = new Map<string, Promise<void>>();

  return {
    async take(host, request) {
      const before = tails.get(host);
      const { promise: over, resolve: leave } = openPromise();
      const tail = (before ?? Promise.resolve()).then(() => over);
      tails.set(host, tail);
      tail.then(() => tails.get(host) === tail && tails.delete(host));
      try {
        if (before) await patiently(before, host, maxWaitMs);
        return await request();
      } finally {
        setTimeout(leave, pauseMs);
      }
    },
  };
}

async function patiently(before: Promise<void>, host: string, maxWaitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    const error = new SourceError(`too many requests to ${host} are waiting`);
    timer = setTimeout(() => reject(error), maxWaitMs);
  });
  await Promise.race([before, tooLong]).finally(() => clearTimeout(timer));
}

function openPromise(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
