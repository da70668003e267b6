import { beforeEach, expect, test } from '@jest/globals';
import { SCHEDULE_KINDS } from '../../src/domain/knowing.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { postSummaries } from '../../src/flows/post-summaries.ts';
import { aTeam, aWatch, GEN, MINUTE, OTHER_TEAM, TEAM, VOTES } from '../helpers/builders.ts';
import { DANA } from '../helpers/facts.ts';
import { aWorld, testWorld } from '../helpers/world.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const schedules = () => world.db.selectFrom('schedules').selectAll().orderBy('id').execute();
const summaries = () => world.db.selectFrom('summaries').selectAll().orderBy('id').execute();
const brief = async () => (await schedules()).find(({ kind }) => kind === 'brief');

/** The clock's own day: wakes so often, every so many hours. */
async function wake(times: number, everyMs: number) {
  for (let n = 0; n < times; n++) {
    world.pass(everyMs);
    await postSummaries(world.deps);
  }
}

async function setTeam(facts: { timezone?: string; hours?: object; holidays?: string[] }) {
  await world.db
    .updateTable('teams')
    .set({
      ...(facts.timezone && { timezone: facts.timezone }),
      ...(facts.hours && { office_hours: JSON.stringify(facts.hours) }),
      ...(facts.holidays && { holidays: JSON.stringify(facts.holidays) }),
    })
    .execute();
}

test('a team has its summaries from its first watch on: the brief and the alert come by themselves', async () => {
  await postSummaries(world.deps);
  expect(await schedules()).toEqual([]);
  await aWatch(world);
  await postSummaries(world.deps);
  const made = await schedules();
  expect(made.map(({ kind }) => kind).sort()).toEqual([...SCHEDULE_KINDS].sort());
  expect(made.filter((row) => row.paused_at === null).map(({ kind }) => kind)).toEqual(['brief', 'spike']);
  expect(made.every((row) => row.channel_id === GEN)).toBe(true);
  expect((await brief())?.due_at).toEqual(new Date('2026-11-24T09:00:00Z'));
});

test('the brief is posted at its hour, once, and stands in its channel', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  await wake(23, HOUR);
  expect(await summaries()).toEqual([]);
  await wake(1, HOUR);
  await wake(20, MINUTE);
  expect(await summaries()).toHaveLength(1);
  await drawDue(world.deps);
  const [shown] = world.slack.shown(GEN);
  expect(shown?.message.text).toMatch(/^Morning brief: nothing new was said since Mon 23 Nov, 09:00 UTC\./);
  expect(await brief()).toMatchObject({ due_at: new Date('2026-11-25T09:00:00Z'), tries: 0, lease_token: null });
});

test('two replicas that wake at once post it once', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  world.pass(DAY);
  const other = aWorld(world, world);
  await Promise.all([world, other, world, other].map(({ deps }) => postSummaries(deps)));
  expect(await summaries()).toHaveLength(1);
  expect(await world.db.selectFrom('postings').select('id').where('kind', '=', 'summary').execute()).toHaveLength(1);
});

test('a replica whose lease was taken over posts nothing', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  world.pass(DAY);
  const isPrivate = world.slack.isPrivate;
  world.slack.isPrivate = async (channel) => {
    await world.db.updateTable('schedules').set({ lease_token: '00000000-0000-4000-8000-000000000000' }).execute();
    return isPrivate(channel);
  };
  await postSummaries(world.deps);
  expect(await summaries()).toEqual([]);
});

test('after three days down it is posted once, about all of them, and then at its next hour', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  world.pass(DAY);
  await postSummaries(world.deps);
  world.pass(3 * DAY + 2 * HOUR);
  await wake(5, MINUTE);
  const [, second, ...more] = await summaries();
  expect(more).toEqual([]);
  expect(second?.from_at).toEqual(new Date('2026-11-24T09:00:00Z'));
  expect((await brief())?.due_at).toEqual(new Date('2026-11-28T09:00:00Z'));
});

test('after a month it looks back over a week, no further', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  world.pass(DAY);
  await postSummaries(world.deps);
  world.pass(30 * DAY);
  await postSummaries(world.deps);
  const [, second] = await summaries();
  expect(second && +second.to_at - +second.from_at).toBe(7 * DAY);
});

test('its time follows the team: another zone, office days and holidays count from the next sweep on', async () => {
  await aWatch(world);
  await setTeam({ hours: { days: [1, 2, 3, 4, 5], fromMinute: 510, toMinute: 1080 } });
  await postSummaries(world.deps);
  expect((await brief())?.due_at).toEqual(new Date('2026-11-24T08:30:00Z'));
  await setTeam({ timezone: 'America/New_York' });
  await postSummaries(world.deps);
  expect((await brief())?.due_at).toEqual(new Date('2026-11-23T13:30:00Z'));
  await setTeam({ holidays: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] });
  await postSummaries(world.deps);
  expect((await brief())?.due_at).toEqual(new Date('2026-11-30T13:30:00Z'));
});

test('over a change of the clocks it comes at the same hour on the wall, once each day', async () => {
  await aWatch(world);
  await setTeam({ timezone: 'America/New_York' });
  world.pass(+new Date('2027-03-12T12:00:00Z') - +world.now());
  await postSummaries(world.deps);
  await wake(4 * 24, HOUR);
  const times = (await summaries()).map(({ made_at: at }) => at.toISOString());
  expect(times).toEqual([
    '2027-03-12T14:00:00.000Z',
    '2027-03-13T14:00:00.000Z',
    '2027-03-14T13:00:00.000Z',
    '2027-03-15T13:00:00.000Z',
  ]);
});

test('what is paused is not posted', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  await world.db.updateTable('schedules').set({ paused_at: world.now(), due_at: null }).execute();
  await wake(3, DAY);
  expect(await summaries()).toEqual([]);
});

test('what cannot be made is tried again after a growing pause, and dead after the fifth time', async () => {
  await aWatch(world);
  await postSummaries(world.deps);
  world.pass(DAY);
  world.slack.isPrivate = () => Promise.reject(new Error('nobody expected that'));
  await wake(6, HOUR);
  expect(await summaries()).toEqual([]);
  expect(await brief()).toMatchObject({ tries: 5, last_error: 'Error: nobody expected that' });
  expect((await brief())?.dead_at).not.toBeNull();
  expect(world.takeErrors()).toHaveLength(5);
});

test('while Slack does not say who reads a channel, a watch nobody asked about stays out', async () => {
  await aWatch(world, { name: 'Elsewhere', channel: VOTES });
  await postSummaries(world.deps);
  await world.db.updateTable('schedules').set({ channel_id: GEN }).execute();
  world.slack.fail('isPrivate', 'lost before');
  world.pass(DAY);
  await postSummaries(world.deps);
  expect((await summaries())[0]?.facts).toMatchObject({ leftOut: { privateWatches: 1 } });
});

test('another team’s summaries are its own', async () => {
  await aWatch(world);
  await aTeam(world, { id: OTHER_TEAM });
  await aWatch(world, { teamId: OTHER_TEAM });
  await postSummaries(world.deps);
  world.pass(DAY);
  await postSummaries(world.deps);
  expect((await schedules()).every((row) => row.team_id === TEAM)).toBe(true);
  expect(await summaries()).toHaveLength(1);
});
