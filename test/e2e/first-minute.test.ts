import { afterAll, beforeAll, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import type { PageEvent } from '../../practice/wire.ts';
import { freshFolder } from '../helpers/program.ts';
import { linesOf, wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { askForVotes, COMMUNITY, workplace } from '../helpers/workplace.ts';

// An empty folder: what somebody who tries it has.
const work = workplace(freshFolder);
const heard: PageEvent[] = [];
let page: WebSocket;

beforeAll(() => {
  page = new WebSocket(`${work.url.replace('http', 'ws')}/practice/live?as=U02BEN`);
  page.on('message', (data) => heard.push(JSON.parse(String(data)) as PageEvent));
  return new Promise((resolve) => page.once('open', resolve));
});

afterAll(() => page.close());

test('within a minute five cards stand in #community', async () => {
  const cards = await until(
    'there are five cards',
    async () => {
      const found = await work.ben.messages(COMMUNITY);
      return found.length >= 5 && found;
    },
    60,
  );
  for (const card of cards) {
    expect(linesOf(card.blocks).length).toBeGreaterThanOrEqual(4);
    expect(card.text).toMatch(/ · /);
  }
});

test('the console says in three lines where it is, what it keeps and what to try', () => {
  const { program, port, dataDir } = work;
  expect(program.lines).toHaveLength(3);
  expect(program.lines[0]).toContain(`http://localhost:${port}`);
  expect(program.lines[1]).toContain(dataDir);
  expect(program.lines[2]).toMatch(/^Try: /);
  expect(program.complaint()).toBe('');
});

test('an open page hears of a claim without asking', async () => {
  const card = await work.freshCard();
  await work.chi.press(card, 'Claim');
  await until('the page hears of the claim', () =>
    heard.find((one) => one.type === 'message' && one.message.ts === card.ts && /U03CHI/.test(wordsOf(one.message))),
  );
});

test('every subcommand answers the person who typed it, and them alone', async () => {
  const { ana, ben } = work;
  const answers: [string, RegExp][] = [
    ['help', /This is what I can do:[\s\S]*\/community queue/],
    ['queue', /mentions? (is|are) open/],
    ['watch list', /1 watch:[\s\S]*Listens for/],
    ['status', /Status\n[\s\S]*Sources/],
    ['report', /Report: This week, [\s\S]*In numbers[\s\S]*mentions?;/],
    ['dance', /I do not know “dance”[\s\S]*\/community queue/],
  ];
  for (const [text, words] of answers) {
    await ben.types(COMMUNITY, text);
    await ben.isTold(COMMUNITY, words);
  }
  const { messages } = await ana.state();
  expect(messages.filter((one) => one.ephemeralFor)).toEqual([]);
});

test('a phone call that somebody logs becomes a card like any other', async () => {
  const { dana } = work;
  await dana.types(COMMUNITY, 'log');
  const form = await dana.modal('Log a mention');
  await dana.submit(form, { 'Who said it?': 'Mr Tanaka', 'What was said?': 'He rang about the invoice.' });
  const card = await until('the card of the call is there', async () =>
    (await dana.messages(COMMUNITY)).find((one) => wordsOf(one).includes('He rang about the invoice.')),
  );
  expect(wordsOf(card)).toMatch(/Phone.* · Mr Tanaka/);
  await dana.press(card, 'Claim');
  await dana.sees(card, /<@U04DANA> has it/);
});

test('App Home shows what a person has and what waits for their vote', async () => {
  const { ben, chi } = work;
  await askForVotes(ben, await work.freshCard(), 'A draft that App Home should know of.');
  await ben.press(await work.freshCard(), 'Claim');
  await chi.act({ act: 'open_home' });
  await until('Chi’s Home shows the vote', async () => {
    const { home } = await chi.state();
    return /Waiting for your vote[\s\S]*Draft by <@U02BEN>/.test(home ? wordsOf(home) : '');
  });
  await until('Ben’s Home shows both claims, and no vote of his own draft', async () => {
    await ben.act({ act: 'open_home' });
    const { home } = await ben.state();
    const [claims = '', votes = ''] = (home ? wordsOf(home) : '').split('Waiting for your vote');
    return /being voted on/.test(claims) && /Write the reply…/.test(claims) && !/Draft by/.test(votes);
  });
});
