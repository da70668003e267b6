import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { View } from '@slack/types';
import { pino } from 'pino';
import { subcommands } from '../../listeners/commands/index.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import type { SlackMessage } from '../../src/views/message.ts';
import { BAD_TEXTS, SECRET_WORD } from '../helpers/bad-text.ts';
import { type Door, openDoor } from '../helpers/bolt-app.ts';
import { aTeam } from '../helpers/builders.ts';
import { DANA } from '../helpers/facts.ts';
import { allRows } from '../helpers/matrix/rows.ts';
import { aMentionIn } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { messageProblems, viewProblems } from '../views/limits.ts';

const world = testWorld();
afterAll(closeNetworks);
let door: Door;
let logged: string[];

beforeEach(async () => {
  await aTeam(world, { managers: [DANA] });
  logged = [];
  world.deps.log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  door = await openDoor(world);
});

/** What the person is shown for this text, which is one thing, and what of it Slack would refuse. */
async function problemsOf(text: string): Promise<string[]> {
  door.responses.splice(0);
  door.api.splice(0);
  const { acks } = await door.command(text);
  const messages = door.responses as unknown as SlackMessage[];
  const views = door.api.map(({ args }) => args.view as View);
  return [
    ...(acks.length === 1 ? [] : [`answered ${acks.length} times`]),
    ...(messages.length + (views.length > 0 ? 1 : 0) === 1 ? [] : ['not one answer']),
    ...messages.flatMap(messageProblems),
    ...views.flatMap(viewProblems),
  ];
}

test.each(BAD_TEXTS)(
  '%s behind every subcommand is answered once, changes nothing and is not logged',
  async (_, text) => {
    await aMentionIn(world, 'claimed');
    await world.rest();
    const before = await allRows(world);
    for (const { words } of subcommands) {
      expect({ words, problems: await problemsOf(`${words} ${text}`) }).toEqual({ words, problems: [] });
    }
    expect({ words: '', problems: await problemsOf(text) }).toEqual({ words: '', problems: [] });
    expect(await allRows(world)).toEqual(before);
    expect(logged.filter((line) => line.includes(SECRET_WORD) || JSON.parse(line).level >= 50)).toEqual([]);
  },
);

test.each(['', ' ', '\n', 'frobnicate', 'queues', 'watch', 'watch frobnicate', 'help\u0000'])(
  'the text %j, which is no subcommand, gets the help in a form that Slack takes',
  async (text) => {
    expect(await problemsOf(text)).toEqual([]);
    expect(String(door.responses[0]?.text)).toContain('/community queue');
  },
);
