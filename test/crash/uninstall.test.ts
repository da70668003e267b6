import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type CrashWorld, openCrashWorld } from '../helpers/crash-world.ts';
import { expectSlackEqualsRows } from '../helpers/projection.ts';
import { until } from '../helpers/until.ts';
import { askForVotes, COMMUNITY } from '../helpers/workplace.ts';

let world: CrashWorld;

beforeEach(async () => {
  world = await openCrashWorld();
});

afterEach(() => world.close());

test('a workspace that lets Porchlight go is left alone, and finds everything again when it takes it back', async () => {
  const { practice, ben, chi, dana } = world;
  world.hear('alpha', ['acme one']);
  const program = await world.start();
  const card = await until('the first card is there', async () => (await ben.messages(COMMUNITY))[0]);
  const ballot = await askForVotes(ben, card, 'We are on it.');
  await ben.sees(card, /0 of 2 approvals/);

  await practice.act({ act: 'uninstall', as: 'U01ANA' });
  await until('the log says so', () => program.complaint().includes('not installed in this workspace any more'));
  const noticed = practice.seen.calls.length;
  await chi.react(ballot, 'white_check_mark');
  await dana.react(ballot, 'white_check_mark');
  await until('the bot has asked in vain', () => practice.seen.calls.length > noticed);
  const asked = practice.seen.calls.slice(noticed).map(({ method, answer }) => `${method}: ${answer.error}`);
  expect(new Set(asked)).toEqual(new Set(['auth.test: account_inactive']));

  await practice.act({ act: 'install', as: 'U01ANA' });
  await ben.sees(card, /Approved by <@U03CHI> and <@U04DANA>/);
  await world.stop();
  await world.withDatabase((db) => expectSlackEqualsRows(practice, db));
}, 120_000);
