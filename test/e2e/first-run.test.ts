import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoWorkspace } from '../../practice/demo/workspace.ts';
import { type Practice, startPractice } from '../../practice/server/index.ts';
import type { Colleague } from '../helpers/colleague.ts';
import { type Program, preparedData, startProgram } from '../helpers/program.ts';
import { buttonsOf, wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { APPROVALS, COMMUNITY, staffAt } from '../helpers/workplace.ts';

const FEED = `<rss version="2.0"><channel><title>Cloud Weekly</title>
<item><title>Why acme cloud is down</title><guid>1</guid><description>Nobody knows.</description></item>
<item><title>The weather</title><guid>2</guid><description>It rains.</description></item></channel></rss>`;
const PAGE = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>';

let practice: Practice;
let program: Program | undefined;
let origin: string;
const blog = createServer((request, response) => {
  response.writeHead(200).end(request.url === '/feed.xml' ? FEED : PAGE);
});

beforeAll(async () => {
  practice = await startPractice({ port: 0, workspace: demoWorkspace });
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`;
  program = await startProgram({
    SLACK_BOT_TOKEN: 'xoxb-practice',
    SLACK_APP_TOKEN: 'xapp-practice',
    SLACK_API_URL: practice.slackApiUrl,
    DATA_DIR: preparedData(),
    ALLOW_FEED_ORIGINS: origin,
  });
  await program.ready();
}, 120_000);

afterAll(async () => {
  await program?.kill('SIGINT');
  await practice?.close();
  blog.close();
});

/** The greeting in Ana's direct messages, once it reads like this. */
function greeting(ana: Colleague, words: RegExp) {
  return until(`the greeting reads ${words}`, async () => {
    const all = (await ana.state()).messages.filter((one) => /Three steps/.test(wordsOf(one)));
    expect(all).toHaveLength(1);
    return all.find((one) => words.test(wordsOf(one)));
  });
}

test('from nothing to the first card in three steps, through the real program', async () => {
  const { ana, ben } = staffAt(practice.url);
  await ben.act({ act: 'open_home' });
  await until('Ben’s Home is drawn', async () => (await ben.state()).home);
  expect([...buttonsOf((await ben.state()).home?.blocks ?? []).keys()]).toEqual(['Log a mention…']);

  await ana.act({ act: 'open_home' });
  const first = await greeting(ana, /The channel where the cards go/);
  await ana.press(first, 'Choose the channel…');
  await ana.submit(await ana.modal('1 of 3: the channel'), { 'Where do the cards go?': COMMUNITY });

  const second = await greeting(ana, /Done: cards go to <#C01COMMUNITY>/);
  await ana.press(second, 'Say what to listen for…');
  const address = { 'What are you called?': 'acme cloud', 'Where do people talk about you?': origin };
  await ana.submit(await ana.modal('2 of 3: what is said'), address);
  const saved = await until('the watch was heard', async () => {
    const top = (await ana.state()).modals.at(-1);
    return top && /would have matched/.test(wordsOf(top)) ? top : undefined;
  });
  expect(wordsOf(saved)).toMatch(
    /Cloud Weekly[\s\S]*Of the 2 items of the last 14 days it would have matched 1\.[\s\S]*Why acme cloud is down/,
  );
  await ana.closeAll();

  const third = await greeting(ana, /“acme cloud” listens to 1 source/);
  await ana.press(third, 'Say who approves…');
  await ana.submit(await ana.modal('3 of 3: who approves'), { 'Where do they vote?': APPROVALS });
  await greeting(ana, /You are ready/);

  const card = await until('the first card stands in its channel', async () =>
    (await ben.messages(COMMUNITY)).find((one) => /Why acme cloud is down/.test(wordsOf(one))),
  );
  await ben.press(card, 'Claim');
  await ben.isTold(COMMUNITY, /community help says more/);
  await until('Ben’s Home follows', async () =>
    /Write the reply/.test(wordsOf((await ben.state()).home ?? { blocks: [] })),
  );
}, 60_000);

test('settings are opened from the command and from Home, changed there, and refused to others', async () => {
  const { ana, ben } = staffAt(practice.url);
  await ben.types(COMMUNITY, 'settings');
  expect(wordsOf(await ben.modal('Settings'))).toBe('Only a community manager can change the settings.');
  await ben.closeAll();

  await ana.types(COMMUNITY, 'settings');
  await ana.press(await ana.modal('Settings'), 'Add a department…');
  const department = { Name: 'Product', 'Channel where they hear of it': 'C04PRODUCT', 'What they take': 'Defect' };
  await ana.submit(await ana.modal('Add a department'), department);
  await ana.closeAll();

  await until('Ana’s Home shows it', async () =>
    /Product takes: defect/.test(wordsOf((await ana.state()).home ?? { blocks: [] })),
  );
  const home = (await ana.state()).home;
  if (!home) throw new Error('Ana has no Home');
  await ana.press(home, 'Open…');
  await ana.press(await ana.modal('Watch'), 'Calls for help…');
  await ana.submit(await ana.modal('Calls for help'), {});
  await ana.press((await ana.state()).home ?? home, 'Open…');
  await ana.press(await ana.modal('Watch'), 'Votes…');
  const votes = await ana.modal('Votes');
  await ana.submit(votes, {
    'Approvals that are needed': '20',
    'Who may approve': 'Only those named below',
    'These people': 'U02BEN',
  });
  const refused = await until(
    'the fault stands under its field',
    async () => (await ana.state()).modals.at(-1)?.errors,
  );
  expect(Object.values(refused)).toEqual(['There are fewer approvers than that: no vote could ever pass.']);
  await ana.closeAll();
}, 60_000);
