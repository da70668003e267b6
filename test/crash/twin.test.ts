import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { type CrashWorld, openCrashWorld } from '../helpers/crash-world.ts';
import { expectSlackEqualsRows } from '../helpers/projection.ts';
import { until } from '../helpers/until.ts';
import { COMMUNITY } from '../helpers/workplace.ts';

const manifest = parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')) as {
  oauth_config: { scopes: { bot: string[] } };
};
let world: CrashWorld;

beforeEach(async () => {
  const scopes = manifest.oauth_config.scopes.bot.filter((scope) => !scope.endsWith(':history'));
  world = await openCrashWorld({ scopes });
});

afterEach(() => world.close());

test('without the right to read histories a lost answer leaves one twin at most, and a press on it removes it', async () => {
  const { gate, ben, practice } = world;
  world.hear('alpha', ['acme one']);
  const accepted = gate.stop('chat.postMessage', 'after');
  await world.start();
  await accepted;
  await world.kill();
  const [first] = await ben.messages(COMMUNITY);
  if (!first) throw new Error('There is no card.');

  await world.start();
  await until('the bot has looked for it in vain', () =>
    practice.seen.calls.some(({ method, answer }) => method === 'conversations.history' && !answer.ok),
  );
  expect(await ben.messages(COMMUNITY)).toHaveLength(1);
  await world.kill();

  await world.withDatabase((db) =>
    sql`update postings set attempted_at = attempted_at - interval '2 minutes', due_at = now()`.execute(db),
  );
  await world.start();
  await until('the card stands there again', async () => (await ben.messages(COMMUNITY)).length === 2);
  const [, second] = await ben.messages(COMMUNITY);
  const link = `/p${second?.ts.replace('.', '')}`;
  await until('the queue leads to the second copy', async () => {
    await ben.types(COMMUNITY, 'queue');
    return (await ben.state()).messages.some((one) => one.ephemeralFor && JSON.stringify(one.blocks).includes(link));
  });

  await ben.press(first, 'Claim');
  await ben.isTold(COMMUNITY, /This was a second copy of the card, and it is removed/);
  const [living, ...others] = await ben.messages(COMMUNITY);
  if (!living) throw new Error('There is no card.');
  expect(others).toEqual([]);
  expect(living.ts).not.toBe(first.ts);
  await ben.press(living, 'Claim');
  await ben.sees(living, /<@U02BEN> has it/);
  await world.stop();
  await world.withDatabase((db) => expectSlackEqualsRows(practice, db));
}, 90_000);
