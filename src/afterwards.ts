import type { Logger } from 'pino';

/** Work that follows an answer: begun at once, waited for by `idle`. */
export type Afterwards = { run: (work: () => Promise<void>) => void; idle: () => Promise<void> };

/** Keeps count of work under way; what it throws is logged, for the sweeps will do it again. */
export function createAfterwards(log: Logger): Afterwards {
  const running = new Set<Promise<void>>();
  const run = (work: () => Promise<void>) => {
    const one = work()
      .catch((error: unknown) => log.error({ error: String(error) }, 'work after an answer failed'))
      .finally(() => running.delete(one));
    running.add(one);
  };
  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  return { run, idle };
}
