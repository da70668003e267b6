import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ReadRequest } from './raw-feed.ts';

export type FeedReader = {
  /** What the libraries make of a feed's text; 'late' and 'crashed' when the thread had to be given up. */
  read(text: string): Promise<ReadAnswer | 'late' | 'crashed'>;
  close(): Promise<void>;
};

const deadlineMs = 1000;
/** feedsmith is quick with what holds rss-parser up; one hostile post must not silence a whole forum. */
const secondDeadlineMs = 500;

/**
 * Reads feeds one after the other in a worker thread, which is ended when a feed takes longer than a second and
 * started anew, for one more try without rss-parser and then for the next feed. The thread is kept between feeds and
 * never keeps the process alive.
 */
export function createFeedReader(): FeedReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function readNow(text: string): Promise<ReadAnswer | 'late' | 'crashed'> {
    const answer = await attempt({ text, byFeedsmithOnly: false }, deadlineMs);
    return answer === 'late' ? attempt({ text, byFeedsmithOnly: true }, secondDeadlineMs) : answer;
  }

  async function attempt(request: ReadRequest, withinMs: number): Promise<ReadAnswer | 'late' | 'crashed'> {
    worker ??= await startWorker();
    const answer = await ask(worker, request, withinMs);
    if (answer === 'late' || answer === 'crashed') await stop();
    return answer;
  }

  async function stop(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  return {
    read(text) {
      const answer = last.then(() => readNow(text));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => last.then(stop),
  };
}

/** Ready to work: the time that loading takes is not the feed's. */
async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./parse-worker.js', import.meta.url), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.on('error', () => undefined); // read by ask; unheard, it would end the process
  await once(worker, 'message');
  worker.unref();
  return worker;
}

async function ask(worker: Worker, request: ReadRequest, withinMs: number): Promise<ReadAnswer | 'late' | 'crashed'> {
  const deadline = AbortSignal.timeout(withinMs);
  worker.ref();
  try {
    const answered = once(worker, 'message', { signal: deadline });
    worker.postMessage(request);
    const [answer] = await answered;
    return answer;
  } catch {
    return deadline.aborted ? 'late' : 'crashed';
  } finally {
    worker.unref();
  }
}
