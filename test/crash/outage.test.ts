import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type CrashWorld, openCrashWorld } from '../helpers/crash-world.ts';
import { expectSlackEqualsRows } from '../helpers/projection.ts';
import { wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { askForVotes, COMMUNITY } from '../helpers/workplace.ts';

let world: CrashWorld;

beforeEach(async () => {
  world = await openCrashWorld();
});

afterEach(() => world.close());

test('Slack is away for a while: votes and mentions of that time are not lost once it is back', async () => {
  const { gate, feeds, practice, ben, chi, dana } = world;
  world.hear('alpha', ['acme one']);
  await world.start();
  const card = await until('the first card is there', async () => (await ben.messages(COMMUNITY))[0]);
  const ballot = await askForVotes(ben, card, 'We are on it.');

  await ben.sees(card, /0 of 2 approvals.*go to the vote/);

  gate.isDown = true;
  practice.misbehave.dropSockets();
  await chi.react(ballot, 'white_check_mark');
  await dana.react(ballot, 'white_check_mark');
  await until('the bot has knocked in vain', () => (gate.broken.get('apps.connections.open') ?? 0) >= 3);
  expect(wordsOf(await ben.message(card))).toMatch(/0 of 2 approvals/);
  gate.isDown = false;

  await ben.sees(card, /Approved by <@U03CHI> and <@U04DANA>/);
  await ben.sees(ballot, /Approved .*2 of 2 approvals/);
  await ben.press(card, 'Publish…');
  await ben.modal('Publish the reply');
  await ben.sees(card, /is posting the reply/);
  await world.stop();
  await world.withDatabase((db) => expectSlackEqualsRows(practice, db));
  feeds.publish('alpha', []);
});
