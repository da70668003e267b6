import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoFeed } from '../../practice/demo/feeds.ts';
import { demoWorkspace } from '../../practice/demo/workspace.ts';
import { type Practice, startPractice } from '../../practice/server/index.ts';
import type { PracticeMessage } from '../../practice/wire.ts';
import { freshFolder, type Program, preparedData, startProgram } from '../helpers/program.ts';
import { everyThing, wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { askForVotes, COMMUNITY, staffAt } from '../helpers/workplace.ts';

const HOSTILE = 'how harmless this is';
let practice: Practice;
let program: Program | undefined;
let card: PracticeMessage;
const feeds = createServer((request, response) => {
  const { status, headers, body } = demoFeed(request.url ?? '/', momentOfHostility()) ?? notFound;
  response.writeHead(status, headers).end(body);
});
const notFound = { status: 404, headers: {}, body: '' };

/** A moment at which the newest post of the chatter feed is the hostile one. */
function momentOfHostility(): Date {
  const hour = new Date('2026-11-23T09:00:00Z').getTime();
  for (let minute = 0; minute < 24 * 60; minute++) {
    const now = new Date(hour + minute * 60_000);
    const newest = demoFeed('/demo/chatter.json', now)?.body.indexOf('content_text') ?? -1;
    const at = demoFeed('/demo/chatter.json', now)?.body.indexOf(HOSTILE) ?? -1;
    if (at > newest && at - newest < 100) return now;
  }
  throw new Error('The demo has no hostile text any more.');
}

beforeAll(async () => {
  practice = await startPractice({ port: 0, workspace: demoWorkspace });
  await new Promise<void>((resolve) => feeds.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(feeds.address() as AddressInfo).port}`;
  const communityFile = join(freshFolder(), 'community.yml');
  writeFileSync(
    communityFile,
    `channels: { approvals: C02APPROVALS, escalations: C03HELP }
watches:
  - name: Acme
    channel: ${COMMUNITY}
    any: ["acme cloud"]
    sources: [{ network: rss, url: "${origin}/demo/chatter.json", every: 30s, backfill: 12 }]
`,
  );
  program = await startProgram({
    SLACK_BOT_TOKEN: 'xoxb-practice',
    SLACK_APP_TOKEN: 'xapp-practice',
    SLACK_API_URL: practice.slackApiUrl,
    DATA_DIR: preparedData(),
    COMMUNITY_FILE: communityFile,
    ALLOW_FEED_ORIGINS: origin,
  });
  await program.ready();
  const { ana } = staffAt(practice.url);
  card = await until(
    'the hostile post has a card',
    async () => (await ana.messages(COMMUNITY)).find((one) => wordsOf(one).includes(HOSTILE)),
    60,
  );
}, 120_000);

afterAll(async () => {
  await program?.kill('SIGINT');
  await practice?.close();
  feeds.close();
});

test('words from outside can neither ping anybody nor become a link', () => {
  const said = wordsOf(card);
  for (const piece of ['<!channel>', '<!here>', '<https://evil.example/', '<@U01ANA>', '*bold*', '<script>alert(']) {
    expect(said).toContain(piece);
  }
  const pinging = everyThing(card.blocks).filter((one) =>
    /^(user|usergroup|broadcast|channel)$/.test(String(one.type)),
  );
  expect(pinging).toEqual([]);
  const links = everyThing(card.blocks).flatMap((one) => (typeof one.url === 'string' ? [one.url] : []));
  expect(links.join(' ')).not.toContain('evil.example');
});

test('the text for notifications is escaped, so that Slack finds no markup in it', () => {
  expect(card.text).not.toMatch(/<[!@#h]/);
  expect(card.text).toContain('&lt;!channel&gt;');
});

test('nothing that turns the writing around survives', () => {
  expect(wordsOf(card)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

test('a draft that quotes the hostile words is voted on as it stands, and pings nobody either', async () => {
  const { ben } = staffAt(practice.url);
  const ballot = await askForVotes(ben, card, 'You wrote <!channel> & <@U04DANA>, and we read it.');
  const pinged = everyThing(ballot.blocks).flatMap((one) => (one.type === 'user' ? [one.user_id] : []));
  expect(pinged).toEqual(['U02BEN']);
  expect(everyThing(ballot.blocks).filter((one) => one.type === 'broadcast')).toEqual([]);
  expect(ballot.text).not.toMatch(/<!channel>|<@U04DANA>/);
  const posts = practice.seen.calls.filter(({ method }) => method.startsWith('chat.'));
  for (const { args } of posts) expect(JSON.stringify(args.text)).not.toMatch(/<![a-z]/);
});
