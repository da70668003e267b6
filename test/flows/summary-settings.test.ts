import { beforeEach, expect, test } from '@jest/globals';
import { preview } from '../../listeners/commands/preview.ts';
import type { ScheduleKind } from '../../src/domain/knowing.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { ScheduleForm } from '../../src/domain/schedule-form.ts';
import { keepSchedules } from '../../src/flows/keep-schedules.ts';
import { postSummaries } from '../../src/flows/post-summaries.ts';
import { readSchedules } from '../../src/flows/read-schedules.ts';
import { saveSchedule } from '../../src/flows/save-schedule.ts';
import { showHome } from '../../src/flows/show-home.ts';
import { aRoom, aTeam, aWatch, GEN, MINUTE, VOTES } from '../helpers/builders.ts';
import { BEN, CHI, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { aQuietPast, listenedFor, saidAgo } from '../helpers/summary-history.ts';
import { testWorld } from '../helpers/world.ts';
import { buttonsOf, linesOf } from '../views/reading.ts';

const DAY = 24 * 60 * MINUTE;
const world = testWorld();
beforeEach(async () => {
  await aTeam(world, { managers: [DANA] });
  await aWatch(world);
  await keepSchedules(world.deps);
});

const rowOf = (kind: ScheduleKind) =>
  world.db.selectFrom('schedules').selectAll().where('kind', '=', kind).executeTakeFirstOrThrow();

async function save(kind: ScheduleKind, form: Partial<ScheduleForm>, personId = DANA) {
  const { schedules } = granted(await readSchedules(world.deps, DANA));
  const seen = schedules.find((one) => one.kind === kind)?.stamp ?? '';
  const whole = { channel: GEN, time: '09:00', weekday: '1', isPaused: false, ...form };
  return saveSchedule(world.deps, { personId, kind, seen, form: whole });
}

const count = async () => (await world.db.selectFrom('summaries').select('id').execute()).length;

test('a manager moves a summary to another channel, day and hour, and it comes there', async () => {
  granted(await save('sentiment_weekly', { channel: VOTES, time: '15:30', weekday: '3' }));
  expect(await rowOf('sentiment_weekly')).toMatchObject({
    channel_id: VOTES,
    paused_at: null,
    due_at: new Date('2026-11-25T15:30:00Z'),
  });
  world.pass(3 * DAY);
  await postSummaries(world.deps);
  const [posted] = await world.db.selectFrom('summaries').selectAll().where('kind', '=', 'sentiment_weekly').execute();
  expect(posted).toMatchObject({ channel_id: VOTES });
});

test('a paused summary does not come, and resumed it comes at its next hour without making up', async () => {
  granted(await save('brief', { isPaused: true }));
  expect(await rowOf('brief')).toMatchObject({ due_at: null, paused_by: DANA });
  world.pass(4 * DAY);
  await postSummaries(world.deps);
  expect(await count()).toBe(0);
  granted(await save('brief', { isPaused: false }));
  await postSummaries(world.deps);
  expect(await count()).toBe(0);
  world.pass(DAY);
  await postSummaries(world.deps);
  expect(await count()).toBe(1);
});

test('the alert on unusual volume is paused and resumed without channel and hour', async () => {
  granted(await save('spike', { channel: null, time: '', isPaused: true }));
  expect(await rowOf('spike')).toMatchObject({ due_at: null, channel_id: GEN });
  granted(await save('spike', { channel: null, time: '', isPaused: false }));
  expect((await rowOf('spike')).due_at).not.toBeNull();
});

test('what cannot be is told at its field, and changes nothing', async () => {
  const before = await rowOf('brief');
  expect(await save('brief', { channel: null, time: 'soon' })).toMatchObject({
    refusal: 'unfit_settings',
    problems: [{ at: 'channel' }, { at: 'time' }],
  });
  expect(await save('brief', { channel: 'C0NOWHERE' })).toMatchObject({
    refusal: 'unfit_settings',
    problems: [{ at: 'channel' }],
  });
  expect(await rowOf('brief')).toEqual(before);
});

test('what somebody else changed meanwhile is not overwritten', async () => {
  const { schedules } = granted(await readSchedules(world.deps, DANA));
  const seen = schedules.find(({ kind }) => kind === 'brief')?.stamp ?? '';
  granted(await save('brief', { time: '08:00' }));
  const late = { channel: GEN, time: '10:00', weekday: '', isPaused: false };
  expect(await saveSchedule(world.deps, { personId: DANA, kind: 'brief', seen, form: late })).toEqual({
    refusal: 'settings_moved_on',
  });
  expect((await rowOf('brief')).at_minute).toBe(480);
});

test('only managers see and change when summaries come', async () => {
  expect(isRefusal(await readSchedules(world.deps, BEN))).toBe(true);
  expect(await save('brief', { time: '08:00' }, BEN)).toMatchObject({ refusal: 'not_yours' });
  expect((await rowOf('brief')).at_minute).toBe(540);
});

test('managers reach the summaries from their Home', async () => {
  await showHome(world.deps, DANA);
  const home = world.slack.homes.get(DANA);
  expect(buttonsOf(home?.blocks ?? [])).toContain('Summaries…');
});

/** What somebody sees who types this behind `/community preview`. */
async function previewed(rest: string, personId = BEN): Promise<string[]> {
  const show = () => Promise.reject(new Error('a preview opens nothing'));
  const shown = await preview.run(world.deps, { personId, rest, show });
  return linesOf((shown?.blocks ?? []) as never);
}

test('a preview shows one person what would be posted now, and posts nothing', async () => {
  await saidAgo(world, 3, 'negative', { text: 'Acme lost my invoices.' });
  expect(await previewed('brief')).toEqual(
    expect.arrayContaining([
      'Only you see this. “Morning brief” would now say in #C0GEN:',
      expect.stringMatching(/^Morning brief: 1 mention since .*: 1 negative\.$/),
      expect.stringMatching(/Acme lost my invoices/),
    ]),
  );
  for (const word of ['sentiment', 'week', 'influencers']) {
    const [lead, ...lines] = await previewed(word);
    expect(lead).toMatch(/^Only you see this\. “.+” is paused; now it would say:$/);
    expect(lines.join('\n')).toMatch(/1 mention|1 author/);
  }
  expect(await count()).toBe(0);
  expect(world.slack.shown(GEN)).toEqual([]);
});

test('a preview of the alert shows the watch that is most talked about, or says that none is', async () => {
  expect(await previewed('spike')).toEqual([
    'Only you see this. No watch was talked about in the last hours; an alert comes by itself.',
  ]);
  await aQuietPast(world, 3, 8, 10);
  await listenedFor(world, 3);
  await saidAgo(world, 1, 'neutral');
  expect((await previewed('spike'))[1]).toMatch(/^Acme is talked about.*1 mention in the last 4 hours/);
});

test('a word that is no summary is answered with those that are', async () => {
  expect(await previewed('')).toEqual([
    'Which summary would you like to see? Type /community preview and one of: brief (morning brief), sentiment (sentiment of the day), week (sentiment of the week), influencers (people who spoke of you), spike (unusual volume).',
  ]);
  expect((await previewed('dance'))[0]).toMatch(/^There is no such summary\./);
});

test('a preview shows nobody what they may not read: neither private channels nor, to guests, public ones', async () => {
  aRoom(world, 'C0SECRET', { members: [DANA] });
  const room = world.slack.rooms.get('C0SECRET');
  if (room) room.isPrivate = true;
  const secret = await aWatch(world, { name: 'Merger', position: 1, channel: 'C0SECRET' });
  await saidAgo(world, 2, 'negative', { watch: secret, text: 'Secret talks.' });
  await saidAgo(world, 2, 'negative', { text: 'Acme is open.' });
  await world.db.updateTable('schedules').set({ channel_id: 'C0SECRET' }).execute();
  expect((await previewed('brief', DANA)).join('\n')).toMatch(/Secret talks/);
  const seen = (await previewed('brief', CHI)).join('\n');
  expect(seen).toMatch(/Acme is open/);
  expect(seen).not.toMatch(/Secret|Merger/);
  expect((await previewed('spike', CHI)).join('\n')).not.toMatch(/Secret|Merger/);
  world.slack.describe('U0GUEST', { isGuest: true });
  const gen = world.slack.rooms.get(GEN);
  if (gen) gen.members = [DANA, CHI];
  expect((await previewed('brief', 'U0GUEST')).join('\n')).not.toMatch(/Acme is open|Secret/);
});

test('without a watch there is nothing to preview, and that is said', async () => {
  await world.db.deleteFrom('schedules').execute();
  await world.db.deleteFrom('mentions').execute();
  await world.db.deleteFrom('watches').execute();
  expect((await previewed('brief'))[0]).toMatch(/^There is no watch yet/);
});
