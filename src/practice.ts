import { fork } from 'node:child_process';
import { z } from 'zod';

/** A practice workspace that runs beside us as a program of its own. */
export type PracticeWorkspace = {
  url: string;
  slackApiUrl: string;
  communityFile: string;
  feedOrigin: string;
  stop(): Promise<void>;
};

/** What the practice program says about itself. */
const said = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    url: z.string(),
    slackApiUrl: z.string(),
    communityFile: z.string(),
    feedOrigin: z.string(),
  }),
  z.object({ type: z.literal('failed'), error: z.string() }),
]);

/**
 * Starts it and waits until it listens. It ends with us, however we end; `onLost` hears when it ended by itself.
 * @throws a sentence for the person.
 */
export function startPracticeWorkspace(
  program: string,
  port: number,
  dataDir: string,
  onLost: () => void,
): Promise<PracticeWorkspace> {
  const child = fork(program, {
    env: { ...process.env, PRACTICE_PORT: String(port), PRACTICE_DATA: dataDir },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.off('exit', onLost);
    if (child.connected) child.send({ type: 'stop' });
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      const { data } = said.safeParse(message);
      if (data?.type === 'ready') {
        child.once('exit', onLost);
        resolve({ ...data, stop });
      } else reject(new Error(data?.error ?? 'The practice workspace did not start.'));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The practice workspace ended before it was ready.')));
  });
}
