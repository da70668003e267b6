import { createServer } from 'node:net';
import { join } from 'node:path';
import type { PracticeMessage } from '../../practice/wire.ts';
import { type Bot, startBot } from './bot.ts';
import { openPage } from './page.ts';

/** Somebody who sees the channel of the demo's cards. */
const VIEWER = 'U01ANA';

/** What `npm start` starts without a token: the program and its practice workspace. */
export type PracticeBot = Bot & {
  /** Resolves when the first card stands in a channel. */
  firstCard(): Promise<void>;
};

/** Starts the built program in the practice workspace, with all it keeps in `folder`. */
export async function startPracticeBot(folder: string): Promise<PracticeBot> {
  const port = await freePort();
  const bot = startBot(folder, { DATA_DIR: join(folder, 'data'), PRACTICE_PORT: String(port) });
  return { ...bot, firstCard: () => firstCard(`http://127.0.0.1:${port}`) };
}

async function firstCard(url: string): Promise<void> {
  const page = await openPage(url, VIEWER);
  const { bot, messages } = await page.state();
  const isCard = (message: PracticeMessage) => message.user === bot;
  if (!messages.some(isCard)) await page.next(isCard);
  await page.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
