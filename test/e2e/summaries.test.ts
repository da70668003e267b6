import { expect, test } from '@jest/globals';
import { wordsOf } from '../helpers/reading.ts';
import { COMMUNITY, workplace } from '../helpers/workplace.ts';

const work = workplace();

test('the morning brief is on from the first minute, and anybody can see what it would say', async () => {
  const { ben } = work;
  await work.freshCard();
  await ben.types(COMMUNITY, 'preview brief');
  const brief = await ben.isTold(COMMUNITY, /“Morning brief” would now say/);
  expect(wordsOf(brief)).toMatch(/mentions? that nobody has, the oldest/);
  expect(wordsOf(brief)).toMatch(/Left out: \d+ older mentions that the first look at a source found/);
  for (const word of ['sentiment', 'week', 'influencers']) {
    await ben.types(COMMUNITY, `preview ${word}`);
  }
  await ben.isTold(COMMUNITY, /Sentiment of the day/);
  await ben.isTold(COMMUNITY, /Sentiment of the week/);
  await ben.isTold(COMMUNITY, /People who spoke of us this week/);
});

test('a community manager sees where and when each summary comes', async () => {
  const { ana } = work;
  await ana.types(COMMUNITY, 'settings');
  await ana.press(await ana.modal('Settings'), 'Summaries…');
  const page = await ana.modal('Summaries');
  expect(wordsOf(page)).toMatch(/Morning brief[\s\S]*at 09:00 · next/);
  expect(wordsOf(page)).toMatch(/Unusual volume[\s\S]*On, in the channel of the watch/);
});
