import { WebClient } from '@slack/web-api';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Db } from '../../src/db/schema.ts';
import { saveSource, tieSources } from '../../src/db/sources.ts';
import { saveTeam } from '../../src/db/teams.ts';
import { saveFileWatch } from '../../src/db/watches.ts';
import type { Deps } from '../../src/deps.ts';
import type { WatchSettings } from '../../src/domain/settings.ts';
import type { Http } from '../../src/networks/http.ts';
import { slackOverWebApi } from '../../src/slack/web-api.ts';
import { createJudge } from '../../src/tone/index.ts';
import { MADE_PHRASES, type MadeFeed } from './made-feeds.ts';

const TEAM = 'T0BENCH';

const WATCH: WatchSettings = {
  name: 'Acme',
  channel: 'C0BENCH',
  any: MADE_PHRASES,
  all: [],
  none: ['acme anvils'],
  voices: [],
  sources: [],
  approval: { votes: 2, objections: 1, windowMs: 86_400_000, approvers: 'everyone' },
  escalation: [],
};

/** A team whose one watch hears every one of the feeds; its web is the feeds, its Slack is not there. */
export async function listeningTeam(db: Db, feeds: MadeFeed[]): Promise<Deps> {
  await saveTeam(db, { id: TEAM, name: 'Bench', url: 'https://bench.example/' });
  await db.transaction().execute(async (trx) => {
    const watch = await saveFileWatch(trx, TEAM, 0, WATCH);
    const sources: number[] = [];
    for (const { url } of feeds) {
      const source = { network: 'rss', key: url, settings: { url }, name: url, everyMs: 3_600_000, backfill: 0 };
      sources.push(await saveSource(trx, TEAM, source, new Date()));
    }
    await tieSources(trx, watch, sources);
  });
  const nobody = new WebClient('', { slackApiUrl: 'http://127.0.0.1:9/', retryConfig: { retries: 0 } });
  return {
    teamId: TEAM,
    db,
    slack: slackOverWebApi(nobody, TEAM),
    http: servedFromMemory(feeds),
    clock: () => new Date(),
    judge: createJudge(),
    afterwards: () => {},
    log: pino({ level: 'warn' }, pino.destination(2)),
  };
}

/** Nothing was heard yet, and every source is due: what they bring is news, no baseline. */
export async function forgetItems(db: Db): Promise<void> {
  await sql`truncate items, mentions, mention_watches, sightings, postings, activity, tallies restart identity cascade`.execute(
    db,
  );
  await makeSourcesDue(db);
}

/** Every source is due as if it had never been read. */
export async function makeSourcesDue(db: Db): Promise<void> {
  const due = { due_at: new Date(0), baseline_at: new Date(0), cursor: '{}' };
  await db.updateTable('sources').set(due).execute();
}

function servedFromMemory(feeds: MadeFeed[]): Http {
  const answers = new Map(feeds.map(({ url, contentType, body }) => [url, { contentType, body: Buffer.from(body) }]));
  return {
    get: async (url) => {
      const feed = answers.get(url);
      if (!feed) throw new Error(`Nobody serves ${url}.`);
      return { status: 200, headers: { 'content-type': feed.contentType }, url, body: feed.body };
    },
    close: async () => {},
  };
}
