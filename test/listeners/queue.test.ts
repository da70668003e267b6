import { beforeEach, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { ALL_OPEN, parseSearch } from '../../src/domain/queue-filter.ts';
import { ACTIONS } from '../../src/views/ids.ts';
import { readTurn, writeTurn } from '../../src/views/queue-turn.ts';
import { type Door, openDoor, USER } from '../helpers/bolt-app.ts';
import { aMention, aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { CHI } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';
import { buttonsOf, everyObject } from '../views/reading.ts';

const world = testWorld();
let door: Door;
beforeEach(async () => {
  await aTeam(world);
  door = await openDoor(world);
});

const told = () => JSON.stringify(door.responses.at(-1));
const ephemeral = {
  channel: { id: GEN, name: 'community' },
  container: { type: 'message', message_ts: '1.000001', channel_id: GEN, is_ephemeral: true },
};

const blocksOf = (n: number) => (door.responses[n]?.blocks ?? []) as KnownBlock[];

/** The value of a button under the page that is shown. */
function carriedBy(actionId: string): string {
  const shown = everyObject(door.responses.at(-1)?.blocks).find((one) => one.action_id === actionId);
  return String(shown?.value);
}

test('the queue is turned over and back, in its own place', async () => {
  const watch = await aWatch(world);
  for (let n = 0; n < 17; n++) await aMention(world, { watch });
  await door.command('queue');
  expect(buttonsOf(blocksOf(0))).toEqual(['Next']);
  await door.press(ACTIONS.queueNext, carriedBy(ACTIONS.queueNext), ephemeral);
  expect(door.responses[1]).toMatchObject({ replace_original: true });
  expect(told()).toContain('17 mentions are open, 16 to 17:');
  expect(buttonsOf(blocksOf(1))).toEqual(['Earlier']);
  await door.press(ACTIONS.queueEarlier, carriedBy(ACTIONS.queueEarlier), ephemeral);
  expect(told()).toContain('and 2 more');
});

test('a button gives no right: who left the channel since sees nothing', async () => {
  const watch = await aWatch(world);
  await aMention(world, { watch, text: 'a private word about Acme' });
  const value = writeTurn({ asked: { ...ALL_OPEN, kind: 'search', words: ['private'], personId: null }, page: 0 });
  await door.press(ACTIONS.queueNext, value, ephemeral);
  expect(told()).toContain('a private word about Acme');
  world.slack.rooms.set(GEN, { name: 'community', members: [CHI], hasBot: true, archived: false });
  await door.press(ACTIONS.queueNext, value, ephemeral);
  expect(told()).toContain('No mention you can see has');
  expect(told()).not.toContain('about Acme');
});

test.each([
  ['queue frobnicate', 'I do not know “frobnicate” here'],
  ['queue watch', 'Which watch?'],
  ['queue @nobody', 'Slack knows nobody as “@nobody”'],
  ['queue watch &lt;!channel&gt;', 'You can see no watch called “<!channel>”'],
  ['search', 'What shall I look for?'],
  ['search “nothing of the kind” mine', 'No mention you can see has “nothing of the kind”.'],
  ['queue mine', 'No open mention you can see fits'],
])('%j is answered kindly: %j', async (text, answer) => {
  expect((await door.command(text)).acks).toEqual([undefined]);
  expect(door.responses).toMatchObject([{ response_type: 'ephemeral' }]);
  expect(told()).toContain(answer);
});

test.each(['', '0', 'x', '{}', '{"asked":{},"page":0}', '{"page":1e9}', undefined])(
  'a button that carries %j is none of ours',
  (value) => {
    expect(readTurn(value)).toBeUndefined();
  },
);

test('however much is asked for, a button carries it within Slack’s limit', () => {
  for (const char of ['"', '\\', '😀', 'x', '&']) {
    const long = char.repeat(3_000);
    const asked = parseSearch(`${`${char.repeat(60)}x `.repeat(12)} watch ${long} network ${long} mine`, USER);
    if ('misread' in asked) continue;
    const value = writeTurn({ asked, page: 99_999 });
    expect(value.length).toBeLessThanOrEqual(2_000);
    expect(readTurn(value)).toEqual({ asked, page: 99_999 });
  }
});
