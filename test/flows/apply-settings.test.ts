import { beforeEach, expect, test } from '@jest/globals';
import { DEFAULT_APPROVAL, FILE_SECTIONS, type TeamSettings, type WatchSettings } from '../../src/domain/settings.ts';
import { applySettings } from '../../src/flows/apply-settings.ts';
import { closeChannel } from '../../src/flows/close-channel.ts';
import { aRoom, aTeam, GEN, HELP, MINUTE, VOTES } from '../helpers/builders.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const FEED = { network: 'rss', settings: { url: 'https://feeds.example/a' }, everyMs: MINUTE, backfill: 0 };

function aFileWatch(facts: Partial<WatchSettings> = {}): WatchSettings {
  const heard = { any: ['acme'], all: [], none: [], voices: [], sources: [FEED] };
  return { name: 'Acme', channel: GEN, ...heard, approval: DEFAULT_APPROVAL, escalation: [], ...facts };
}

function aFile(facts: Partial<TeamSettings> = {}): TeamSettings {
  return {
    sections: [...FILE_SECTIONS],
    managers: ['ana@acme.example'],
    timezone: 'Europe/Berlin',
    holidays: [],
    forbiddenWords: [],
    approvalsChannel: VOTES,
    escalationsChannel: HELP,
    watches: [aFileWatch()],
    departments: [],
    goals: [],
    ...facts,
  };
}

const watches = () => world.db.selectFrom('watches').selectAll().orderBy('id').execute();
const sources = () => world.db.selectFrom('sources').selectAll().orderBy('id').execute();

test('applied twice a file changes nothing more', async () => {
  expect(await applySettings(world.deps, aFile())).toEqual([]);
  const before = [await watches(), await sources(), await world.db.selectFrom('teams').selectAll().execute()];
  world.pass(5 * MINUTE);
  expect(await applySettings(world.deps, aFile())).toEqual([]);
  expect([await watches(), await sources(), await world.db.selectFrom('teams').selectAll().execute()]).toEqual(before);
  expect(before[2]).toMatchObject([{ managers: ['U0ANA'], timezone: 'Europe/Berlin' }]);
});

test('a watch that has left the file is paused and its feed rests; back in the file it goes on', async () => {
  await applySettings(world.deps, aFile());
  await applySettings(world.deps, aFile({ watches: [] }));
  expect(await watches()).toMatchObject([
    { from_file: false, paused_reason: expect.stringContaining('community.yml') },
  ]);
  expect(await sources()).toMatchObject([{ due_at: null }]);
  await applySettings(world.deps, aFile());
  expect(await watches()).toMatchObject([{ from_file: true, paused_at: null }]);
  expect(await sources()).toMatchObject([{ due_at: world.now() }]);
});

test('names that Slack does not know are refused with their places, and nothing is applied', async () => {
  const watch = aFileWatch({ channel: '#nowhere', escalation: [{ to: '#nobody', afterMs: 0 }] });
  const problems = await applySettings(
    world.deps,
    aFile({ managers: ['U0ANA', 'ben@elsewhere.example'], approvalsChannel: '#votes', watches: [aFileWatch(), watch] }),
  );
  expect(problems.map(({ path }) => path)).toEqual([
    'team.managers[1]',
    'watches[1].channel',
    'watches[1].escalation[0].to',
    'channels.approvals',
  ]);
  expect([await watches(), await sources()]).toEqual([[], []]);
  expect(await world.db.selectFrom('teams').select('timezone').execute()).toEqual([{ timezone: 'UTC' }]);
});

test('a channel named by #name is found, and public channels are joined', async () => {
  aRoom(world, 'C0NEW', { name: 'new-channel' });
  for (const room of world.slack.rooms.values()) room.hasBot = false;
  const watch = aFileWatch({
    channel: '#new-channel',
    escalation: [
      { to: HELP, afterMs: 0 },
      { to: 'S0LEADS', afterMs: 1 },
    ],
  });
  expect(await applySettings(world.deps, aFile({ watches: [watch], escalationsChannel: undefined }))).toEqual([]);
  expect(await watches()).toMatchObject([{ channel_id: 'C0NEW' }]);
  expect(['C0NEW', VOTES, HELP].map((id) => world.slack.rooms.get(id)?.hasBot)).toEqual([true, true, true]);
});

test('a feed that two watches name is one source, as often and as far back as either wants', async () => {
  const slow = { ...FEED, settings: { url: 'HTTPS://FEEDS.example/a#x' }, everyMs: 60 * MINUTE, backfill: 5 };
  for (const sourcesOf of [
    [FEED, slow],
    [slow, FEED],
  ]) {
    const both = sourcesOf.map((source, n) => aFileWatch({ name: `Watch ${n}`, sources: [source] }));
    await applySettings(world.deps, aFile({ watches: both }));
    expect(await sources()).toMatchObject([{ every_ms: MINUTE, backfill: 5 }]);
  }
  expect(await world.db.selectFrom('watch_sources').selectAll().execute()).toHaveLength(2);
});

test('a source that said it is gone stays stopped when the file is applied again', async () => {
  await applySettings(world.deps, aFile());
  await world.db.updateTable('sources').set({ stopped_at: world.now(), due_at: null }).execute();
  await applySettings(world.deps, aFile());
  expect(await sources()).toMatchObject([{ due_at: null }]);
});

test('channels that were closed while Porchlight was away take posts again at the next start, all of them', async () => {
  await applySettings(world.deps, aFile());
  for (const id of [GEN, VOTES, HELP]) await closeChannel(world.deps, id, 'The channel was archived.');
  const room = world.slack.rooms.get(HELP);
  if (room) room.archived = true;
  await applySettings(world.deps, aFile());
  const paused = await world.db.selectFrom('channels').select('id').where('paused_at', 'is not', null).execute();
  expect(paused).toEqual([{ id: HELP }]);
  expect(await watches()).toMatchObject([{ paused_at: null }]);
});

test('forbidden words follow the file that names them, and stay as they are set in Slack where it does not', async () => {
  const words = async () =>
    (await world.db.selectFrom('teams').select('forbidden_words').executeTakeFirstOrThrow()).forbidden_words;
  await applySettings(world.deps, aFile({ forbiddenWords: ['sue'] }));
  expect(await words()).toEqual(['sue']);
  await applySettings(world.deps, aFile({ sections: ['team'], forbiddenWords: [] }));
  expect(await words()).toEqual(['sue']);
  await applySettings(world.deps, aFile({ forbiddenWords: [] }));
  expect(await words()).toEqual([]);
});
