/** The practice server as a program of its own: what main.ts runs. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoCommunityFile } from '../demo/community.ts';
import { demoFeed } from '../demo/feeds.ts';
import { type Practice, startPractice } from './index.ts';

/** What the program says to the launcher that started it. */
export type ToParent =
  | { type: 'ready'; url: string; slackApiUrl: string; communityFile: string; feedOrigin: string }
  | { type: 'failed'; error: string };

export type Settings = { port: number; dataDir: string; webDir?: string; manifestFile?: string };

/** The nearest file of this name in `start` or a folder above it. */
function findAbove(start: string, name: string): string | undefined {
  const file = join(start, name);
  if (existsSync(file)) return file;
  return dirname(start) === start ? undefined : findAbove(dirname(start), name);
}

/** The program's settings from its environment. @throws a sentence naming the bad variable. */
export function readSettings(env: NodeJS.ProcessEnv, here: string): Settings {
  const port = Number(env.PRACTICE_PORT ?? 4300);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PRACTICE_PORT must be a port number.');
  return {
    port,
    dataDir: env.PRACTICE_DATA ?? './data/practice',
    webDir: env.PRACTICE_WEB ?? join(here, '..', 'web'),
    manifestFile: findAbove(here, 'manifest.yml'),
  };
}

/** A sentence for the person who started the program. */
export function failureSentence(error: unknown): string {
  const { code, port, message } = Object(error) as { code?: string; port?: number; message?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is in use; set PRACTICE_PORT to a free one.`;
  return message ?? String(error);
}

/** Starts the server with the demo feeds and writes the demo's community.yml. @throws as startPractice. */
export async function startProgram(settings: Settings): Promise<{ practice: Practice; ready: ToParent }> {
  const practice = await startPractice({ ...settings, demo: { feed: demoFeed } });
  const communityFile = join(settings.dataDir, 'community.yml');
  await mkdir(settings.dataDir, { recursive: true });
  await writeFile(communityFile, demoCommunityFile(practice.url));
  const { url, slackApiUrl } = practice;
  return { practice, ready: { type: 'ready', url, slackApiUrl, communityFile, feedOrigin: url } };
}
