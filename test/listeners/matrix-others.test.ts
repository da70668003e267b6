import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { subcommands } from '../../listeners/commands/index.ts';
import { registerEvents } from '../../listeners/events/index.ts';
import { shortcuts } from '../../listeners/shortcuts/index.ts';
import { showHome } from '../../src/flows/show-home.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { type Door, inChannel, openDoor } from '../helpers/bolt-app.ts';
import { aRoom, aTeam, aWatch, GEN, OTHER_TEAM, TEAM } from '../helpers/builders.ts';
import { BEN, CHI, DANA } from '../helpers/facts.ts';
import { deliver, type Seen } from '../helpers/matrix/knock.ts';
import { allRows } from '../helpers/matrix/rows.ts';
import { inviteStrangers, strangersFor, TURNED_AWAY } from '../helpers/matrix/strangers.ts';
import { aMentionIn, ballotPlace, cardRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
afterAll(closeNetworks);
let door: Door;

beforeEach(async () => {
  await aTeam(world, { managers: [DANA] });
  inviteStrangers(world);
  door = await openDoor(world);
});

type Who = { by: string; team?: string };

const RESPOND = { response_url: 'https://hooks.slack.example/respond', trigger_id: '1.2.3' };

function command(text: string, { by, team = TEAM }: Who): Promise<Seen> {
  const typed = { command: '/community', text, user_id: by, channel_id: GEN, team_domain: 'acme', token: 't' };
  return deliver([{ world, door }], { ...typed, ...RESPOND, team_id: team, team: undefined });
}

function shortcut(id: string, { by, team = TEAM }: Who): Promise<Seen> {
  const { type } = shortcuts[id as keyof typeof shortcuts];
  const said = { type: 'message', ts: '5.000001', user: CHI, text: 'They called.' };
  const on = type === 'message_action' ? { ...inChannel('5.000001'), ...RESPOND, message: said } : {};
  const from = { user: { id: by, team_id: team }, team: { id: team }, team_id: team };
  const chosen = { type, callback_id: id, trigger_id: '1.2.3', action_ts: '1' };
  return deliver([{ world, door }], { ...chosen, ...on, ...from });
}

const all = async () => ({ rows: await allRows(world), homes: world.slack.homes.size });

/** Who may do more than read: everybody of ours, or only managers; what is left out only shows something. */
const ACTING: Record<string, 'employees' | 'managers'> = {
  log: 'employees',
  answers: 'employees',
  'watch add': 'managers',
  settings: 'managers',
};

test.each(subcommands.map(({ words }) => words))('/community %s changes nothing, whoever types it', async (words) => {
  const mentionId = await aMentionIn(world, 'claimed');
  await world.rest();
  const before = await all();
  for (const by of [...strangersFor(words), CHI, DANA]) {
    const seen = await command(words, { by });
    expect({ acks: seen.acks, errors: world.takeErrors() }).toEqual({ acks: [[undefined]], errors: [] });
    expect(seen.told.length + (seen.form ? 1 : 0)).toBe(1);
    if (ACTING[words] && strangersFor(words).includes(by))
      expect(seen.told).toEqual([expect.stringMatching(TURNED_AWAY)]);
    if (ACTING[words] === 'managers' && by === CHI)
      expect(seen.told).toEqual([expect.stringMatching(/^Only a community manager/)]);
  }
  expect((await command(words, { by: CHI, team: OTHER_TEAM })).told).toEqual([expect.stringMatching(TURNED_AWAY)]);
  expect(await all()).toEqual(before);
  expect(mentionId).toBe(1);
});

test('no list and no home tells a word of a channel to who is not in it', async () => {
  aRoom(world, 'C0SECRET', { name: 'secret', members: [CHI, 'U0BOT'] });
  const watch = await aWatch(world, { name: 'Falcon', channel: 'C0SECRET' });
  await aMentionIn(world, 'new', {
    watch,
    text: 'Acme will be bought by Umbrella, I hear.',
    author: { name: 'Maya Whistle' },
  });
  const isToldOf = async (by: string) => {
    const seen: unknown[] = [];
    for (const { words } of subcommands) {
      await command(words, { by });
      seen.push([...door.responses], [...door.api]);
      await command(`${words} Umbrella`, { by });
      seen.push([...door.responses], [...door.api]);
    }
    await showHome(world.deps, by);
    return /bought by|Whistle/.test(JSON.stringify([seen, world.slack.homes.get(by)]));
  };
  expect(await isToldOf(CHI)).toBe(true);
  for (const by of [BEN, DANA, ...strangersFor('x')]) expect(await isToldOf(by)).toBe(false);
});

const SHORTCUTS = Object.keys(shortcuts);
test.each(SHORTCUTS)('the shortcut %s opens its form for employees, and tells all others why not', async (id) => {
  await aWatch(world);
  const before = await all();
  for (const by of strangersFor(id)) {
    expect(await shortcut(id, { by })).toMatchObject({
      acks: [[undefined]],
      told: [expect.stringMatching(TURNED_AWAY)],
    });
  }
  const elsewhere = await shortcut(id, { by: CHI, team: OTHER_TEAM });
  expect(elsewhere).toMatchObject({ acks: [[undefined]], told: [expect.stringMatching(TURNED_AWAY)] });
  expect(elsewhere.form).toBeUndefined();
  expect(await shortcut(id, { by: CHI })).toMatchObject({ acks: [[undefined]], told: [], form: expect.anything() });
  expect(await all()).toEqual(before);
});

type Event = Record<string, unknown>;
/** What Slack tells: about a mention whose reply is voted on, and about nothing that is ours. */
type EventRow = { ours(mentionId: number): Promise<Event>; nobodys: Event; changes: boolean };

const NOWHERE = { channel: 'C0NOWHERE' };
const ofChannel = (changes: boolean): EventRow => ({
  ours: async () => ({ channel: GEN, user: BEN }),
  nobodys: NOWHERE,
  changes,
});
const reaction = (at: object) => ({ user: BEN, reaction: 'white_check_mark', item: { type: 'message', ...at } });
const ofBallot: EventRow = {
  ours: async (mentionId) => reaction(await ballotPlace(world, mentionId)),
  nobodys: reaction({ ...NOWHERE, ts: '9.9' }),
  changes: false,
};

/** Slack let us go: the team's row says so. */
const farewell: EventRow = {
  ours: async () => ({ tokens: { bot: ['U0BOT'] } }),
  nobodys: { tokens: { bot: [] } },
  changes: true,
};

const EVENTS: Record<string, EventRow> = {
  app_uninstalled: farewell,
  tokens_revoked: farewell,
  reaction_added: ofBallot,
  reaction_removed: ofBallot,
  app_home_opened: {
    ours: async () => ({ user: CHI, channel: 'D0CHI', tab: 'home' }),
    nobodys: { user: CHI, channel: 'D0CHI', tab: 'messages' },
    changes: true,
  },
  channel_archive: ofChannel(true),
  group_archive: ofChannel(true),
  channel_left: ofChannel(true),
  group_left: ofChannel(true),
  channel_unarchive: ofChannel(false),
  group_unarchive: ofChannel(false),
  member_joined_channel: ofChannel(false),
  message: {
    ours: async (mentionId) => {
      const { channel_id: channel, message_ts: ts } = await cardRow(world, mentionId);
      return { subtype: 'message_deleted', channel, deleted_ts: ts, ts: '2' };
    },
    nobodys: { subtype: 'message_deleted', ...NOWHERE, deleted_ts: '9.9', ts: '2' },
    changes: true,
  },
};

function heard(): string[] {
  const types: string[] = [];
  const app = { event: (type: string) => void types.push(type) };
  registerEvents(app as unknown as SlackApp, world.deps);
  return types;
}

async function event(type: string, about: Event, team = TEAM): Promise<void> {
  const authorizations = [{ team_id: team, user_id: 'U0BOT', is_bot: true, enterprise_id: null }];
  const body = { type: 'event_callback', event_id: 'Ev1', event_time: 1, team_id: team, authorizations };
  await door.send({ ...body, team: undefined, event: { type, event_ts: '3', ...about } });
  expect(world.takeErrors()).toEqual([]);
}

test('every event that is heard is in the matrix', () => {
  expect(Object.keys(EVENTS).sort()).toEqual(heard().sort());
});

test.each(Object.entries(EVENTS))(
  '%s of another workspace, or about nothing of ours, changes nothing',
  async (type, row) => {
    const mentionId = await aMentionIn(world, 'voting');
    const about = await row.ours(mentionId);
    await world.rest();
    const before = await all();
    await event(type, about, OTHER_TEAM);
    if (type === 'app_home_opened') await event(type, row.nobodys);
    expect(await all()).toEqual(before);
  },
);

test.each(Object.entries(EVENTS))('%s, told twice, does what once does', async (type, row) => {
  const mentionId = await aMentionIn(world, 'voting');
  const about = await row.ours(mentionId);
  await world.rest();
  const before = await all();
  await event(type, about);
  const after = await all();
  if (row.changes) expect(after).not.toEqual(before);
  await Promise.all([event(type, about), event(type, about), event(type, row.nobodys)]);
  expect(await all()).toEqual(after);
});
