import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { demoWorkspace } from '../../practice/demo/workspace.ts';
import { type Practice, type PracticeOptions, startPractice } from '../../practice/server/index.ts';
import { connectPglite, connectPostgres } from '../../src/db/connect.ts';
import { endLeases } from '../../src/db/due.ts';
import type { Db } from '../../src/db/schema.ts';
import { type FeedServer, openFeeds } from './feed-server.ts';
import { freshFolder, type Program, preparedData, startProgram } from './program.ts';
import { openGate, type SlackGate } from './slack-gate.ts';
import { type Staff, staffAt } from './workplace.ts';

/** A Slack and sites that survive, and a bot that does not: it is started and killed at will, always on the same data. */
export type CrashWorld = Staff & {
  readonly practice: Practice;
  readonly gate: SlackGate;
  readonly feeds: FeedServer;
  /** How often the bot was killed. */
  readonly kills: number;
  /** From the next start on the watch also hears this feed; its newest items are shown at once. */
  hear(feed: string, sentences: string[]): void;
  start(): Promise<Program>;
  /** kill -9; then time passes, as far as leases on a Postgres are concerned. */
  kill(): Promise<void>;
  /** Ends the bot kindly. */
  stop(): Promise<void>;
  /** Looks at the data; only while no bot runs. */
  withDatabase<T>(look: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export async function openCrashWorld(options: Partial<PracticeOptions> = {}): Promise<CrashWorld> {
  const practice = await startPractice({ port: 0, workspace: demoWorkspace, limits: false, ...options });
  const gate = await openGate(practice.slackApiUrl);
  const feeds = await openFeeds();
  const data = process.env.TEST_DATABASE_URL ? await ownPostgres(process.env.TEST_DATABASE_URL) : embedded();
  const communityFile = join(freshFolder(), 'community.yml');
  const heard: string[] = [];
  let bot: Program | undefined;
  let kills = 0;

  async function withDatabase<T>(look: (db: Db) => Promise<T>): Promise<T> {
    const { db, close } = await data.open();
    return look(db).finally(close);
  }

  return {
    ...staffAt(practice.url),
    practice,
    gate,
    feeds,
    get kills() {
      return kills;
    },
    hear(feed, sentences) {
      feeds.publish(feed, sentences);
      heard.push(feed);
      writeFileSync(communityFile, settings(feeds.origin, heard));
    },
    async start() {
      bot = await startProgram({
        SLACK_BOT_TOKEN: 'xoxb-practice',
        SLACK_APP_TOKEN: 'xapp-practice',
        SLACK_API_URL: gate.url,
        ALLOW_FEED_ORIGINS: feeds.origin,
        COMMUNITY_FILE: communityFile,
        ...data.env,
      });
      await bot.ready();
      return bot;
    },
    async kill() {
      await bot?.kill('SIGKILL');
      kills += 1;
      if (process.env.TEST_DATABASE_URL) await withDatabase(endLeases);
    },
    stop: async () => void (await bot?.kill('SIGINT')),
    withDatabase,
    async close() {
      await bot?.kill('SIGKILL');
      await gate.close();
      await feeds.close();
      await practice.close();
      await data.drop();
    },
  };
}

function settings(origin: string, feeds: string[]): string {
  const sources = feeds.map((feed) => `{ network: rss, url: "${origin}/${feed}.xml", every: 10m, backfill: 5 }`);
  return `channels: { approvals: C02APPROVALS, escalations: C03HELP }
watches:
  - name: Acme
    channel: C01COMMUNITY
    any: [acme]
    approval: { votes: 2, objections: 1, window: 24h, approvers: everyone }
    sources: [${sources.join(', ')}]
`;
}

type Data = {
  env: NodeJS.ProcessEnv;
  open(): Promise<{ db: Db; close(): Promise<void> }>;
  drop(): Promise<void>;
};

function embedded(): Data {
  const dataDir = preparedData();
  return { env: { DATA_DIR: dataDir }, open: () => connectPglite(dataDir), drop: async () => {} };
}

/** A database of its own on a running server, dropped at the end. */
async function ownPostgres(url: string): Promise<Data> {
  const name = `porchlight_crash_${process.pid}_${Date.now()}`;
  const ignore = () => {};
  const admin = connectPostgres(url, ignore);
  await sql.raw(`create database ${name}`).execute(admin.db);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: own.href },
    open: async () => connectPostgres(own.href, ignore),
    async drop() {
      await sql.raw(`drop database ${name} with (force)`).execute(admin.db);
      await admin.close();
    },
  };
}
