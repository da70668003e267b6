import { beforeEach, expect, test } from '@jest/globals';
import type { WatchRow } from '../../src/db/schema.ts';
import type { ReportFacts } from '../../src/domain/report.ts';
import type { AskedReport } from '../../src/domain/report-asked.ts';
import { choiceKey } from '../../src/domain/route.ts';
import type { Goal } from '../../src/domain/settings.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { logMention } from '../../src/flows/log-mention.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { moveRoute } from '../../src/flows/move-route.ts';
import { readReport } from '../../src/flows/read-report.ts';
import { routeMention } from '../../src/flows/route-mention.ts';
import { aMention, aRoom, aTeam, aWatch, GEN, HELP, MINUTE, TEAM } from '../helpers/builders.ts';
import { ANA, BEN, CHI, NOW } from '../helpers/facts.ts';
import { aMentionIn, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let acme: WatchRow;

beforeEach(async () => {
  await aTeam(world, { managers: [ANA] });
  const departments = JSON.stringify([{ name: 'Product', channel: HELP, takes: ['idea'] }]);
  await world.db.updateTable('teams').set({ departments }).execute();
  acme = await aWatch(world, { voices: [CHI] });
  await watchedSince(acme, '2026-01-01');
});

function watchedSince(watch: WatchRow, day: string) {
  return world.db
    .updateTable('watches')
    .set({ created_at: new Date(`${day}T12:00:00Z`) })
    .where('id', '=', watch.id)
    .execute();
}

async function report(asked: Partial<AskedReport> = {}, personId = BEN): Promise<ReportFacts> {
  return granted(await readReport(world.deps, personId, { period: 'week', watch: null, by: null, ...asked }));
}

function setGoals(...goals: Goal[]) {
  return world.db
    .updateTable('teams')
    .set({ goals: JSON.stringify(goals) })
    .where('id', '=', TEAM)
    .execute();
}

const about = (minutes: number | null | undefined, expected: number) => {
  expect(Math.abs((minutes ?? Number.NaN) - expected)).toBeLessThanOrEqual(expected * 0.05);
};

test('an empty period is all zeros, every day among them', async () => {
  const facts = await report({ period: { first: '2026-10-19', last: '2026-10-25' }, by: 'network' });
  expect(facts.counts).toMatchObject({ mentions: 0, toClaim: { measured: 0, medianMinutes: null } });
  expect(facts.byDay).toHaveLength(7);
  expect(facts).toMatchObject({ rows: [], top: [], byWatch: [{ name: 'Acme', mentions: 0 }], notes: [] });
});

test('one mention is counted with all that became of it, and with how long it took from its first card on', async () => {
  const id = await aMention(world, { judged: { tone: 'negative', kind: 'idea', score: -0.9 } });
  world.pass(30 * MINUTE);
  await world.calm(2);
  const postedAt = +world.now();
  world.pass(HOUR);
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }));
  about((await report()).counts.toClaim.medianMinutes, (+world.now() - postedAt) / MINUTE);
  granted(
    await routeMention(world.deps, {
      ...{ mentionId: id, personId: BEN, note: '', title: 'export', wishId: null, ownerId: null, dueOn: null },
      choice: choiceKey({ kind: 'idea', department: 'Product' }),
    }),
  );
  granted(await moveRoute(world.deps, { routeId: 1, personId: ANA, event: 'accept' }));
  granted(await moveRoute(world.deps, { routeId: 1, personId: ANA, event: 'finish', words: 'shipped' }));
  await world.rest();
  expect(await report({ by: 'department' })).toMatchObject({
    counts: {
      ...{ mentions: 1, claimed: 1, answered: 0, dismissed: 0 },
      tone: { negative: 1, neutral: 0, positive: 0, unclear: 0 },
      kinds: { idea: 1, other: 0 },
      departments: [{ name: 'Product', routed: 1, resolved: 1 }],
      toClaim: { measured: 1 },
      toReply: { measured: 0, medianMinutes: null },
    },
    rows: [{ name: 'Product', counts: { mentions: 1, answered: 0, departments: [{ routed: 1, resolved: 1 }] } }],
    top: [{ id, watch: 'Acme' }],
  });
});

test('replies are theirs who wrote them, and each person has a row', async () => {
  await aMentionIn(world, 'answered');
  await aMentionIn(world, 'claimed');
  await world.rest();
  const { counts, rows } = await report({ by: 'person' });
  expect(counts).toMatchObject({ answered: 1, claimed: 2, repliers: [{ personId: BEN, replies: 1 }] });
  expect(rows).toMatchObject([{ personId: BEN, counts: { mentions: 2, answered: 1, toReply: { measured: 1 } } }]);
});

test('backfill counts as heard, but never in how long things took', async () => {
  const id = await aMention(world, { backfilled: true });
  await world.calm(2);
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }));
  await world.rest();
  expect((await report()).counts).toMatchObject({ mentions: 1, claimed: 1, toClaim: { measured: 0 } });
});

test('what is counted is what the reader may see, by watch, and of no other team', async () => {
  aRoom(world, 'C0SECRET', { members: [ANA] });
  const secret = await aWatch(world, { name: 'Secret', channel: 'C0SECRET', position: 1 });
  await aMention(world, { watch: acme });
  await aMention(world, { watch: secret });
  expect(await report()).toMatchObject({ counts: { mentions: 1 }, byWatch: [{ name: 'Acme', mentions: 1 }] });
  expect((await report({}, ANA)).byWatch).toEqual([
    { name: 'Acme', mentions: 1 },
    { name: 'Secret', mentions: 1 },
  ]);
  expect(await report({ watch: 'sec' }, ANA)).toMatchObject({ watch: 'Secret', counts: { mentions: 1 } });
  const asked: AskedReport = { period: 'week', watch: 'Secret', by: null };
  expect(await readReport(world.deps, BEN, asked)).toEqual({
    ...{ refusal: 'unknown_watch', name: 'Secret', known: ['Acme'] },
  });
  aRoom(world, GEN, { members: [ANA] });
  expect(await report({}, BEN)).toMatchObject({ counts: { mentions: 0 }, byWatch: [], top: [] });
});

test('a running week is compared with as many days of the week before, and both are told apart by the team’s zone', async () => {
  await world.db.updateTable('teams').set({ timezone: 'Asia/Tokyo' }).execute();
  // In Tokyo it is Monday, 18:00; that Monday began on Sunday, 15:00 UTC.
  for (const at of ['2026-11-22T15:00:00Z', '2026-11-22T14:59:59Z', '2026-11-15T15:00:00Z', '2026-11-16T15:00:00Z'])
    await aMention(world, { at: new Date(at) });
  const facts = await report();
  expect(facts).toMatchObject({
    days: { first: '2026-11-23', last: '2026-11-23' },
    before: { first: '2026-11-16', last: '2026-11-16' },
    counts: { mentions: 1 },
    countsBefore: { mentions: 1 },
    notes: ['This week is not over yet, so it is compared with as many days of the week before.'],
  });
});

test('days to come are refused, and a range is counted day by day', async () => {
  const future: AskedReport = { period: { first: '2027-01-01', last: '2027-01-02' }, watch: null, by: null };
  expect(await readReport(world.deps, BEN, future)).toEqual({ refusal: 'not_begun' });
  await aMention(world, { at: new Date(+NOW - DAY), judged: { tone: 'positive' } });
  const { byDay } = await report({ period: { first: '2026-11-21', last: '2026-11-22' } });
  expect(byDay).toMatchObject([
    { day: '2026-11-21', mentions: 0 },
    { day: '2026-11-22', mentions: 1, tone: { positive: 1, negative: 0 } },
  ]);
});

test('goals that look at such a period stand beside what was reached, also of one watch', async () => {
  const beta = await aWatch(world, { name: 'Beta', any: ['beta'], position: 1 });
  await watchedSince(beta, '2026-01-01');
  for (let n = 0; n < 3; n++) await aMention(world, { watch: acme, at: new Date('2026-11-18T10:00:00Z') });
  await aMention(world, { watch: beta, at: new Date('2026-11-18T10:00:00Z') });
  await setGoals(
    { metric: 'mentions', target: 5, period: 'week' },
    { metric: 'share_of_voice', target: 70, period: 'week', watch: 'acme' },
    { metric: 'mentions', target: 1, period: 'week', watch: 'Beta', owner: CHI },
    { metric: 'mentions', target: 1, period: 'month' },
    { metric: 'mentions', target: 1, period: 'week', watch: 'Gone' },
  );
  const week = { first: '2026-11-16', last: '2026-11-22' };
  const { goals } = await report({ period: week });
  expect(goals.map(({ goal, ...rest }) => ({ ...rest, metric: goal.metric }))).toEqual([
    { metric: 'mentions', actual: 4, met: false },
    { metric: 'share_of_voice', actual: 75, met: true },
    { metric: 'mentions', actual: 1, met: true },
  ]);
  const ofBeta = await report({ period: week, watch: 'Beta' });
  expect(ofBeta.goals).toMatchObject([{ actual: 1, met: true }]);
  expect(ofBeta.notes).toEqual(['2 goals that look at other watches are left out.']);
});

test('open for too long are those that took so long and those that still wait', async () => {
  await setGoals({ metric: 'open_longer_than_hours', target: 1, period: 'day', hours: 4 });
  const [waits, slow, quick] = [await aMention(world), await aMention(world), await aMention(world)];
  await aMention(world, { backfilled: true });
  await world.calm(5);
  const dismiss = (mentionId: number) =>
    moveMention(world.deps, { mentionId, personId: BEN, move: 'dismiss', reason: 'not us' });
  granted(await dismiss(quick));
  world.pass(5 * HOUR);
  granted(await dismiss(slow));
  await world.rest();
  expect((await report({ period: 'today' })).goals).toMatchObject([{ actual: 2, met: false }]);
  granted(await dismiss(waits));
  expect((await report({ period: 'today' })).goals).toMatchObject([{ actual: 2, met: false }]);
});

test('nothing is open for too long while the office is closed', async () => {
  const officeHours = JSON.stringify({ days: [1], fromMinute: 0, toMinute: 10 * 60 });
  await world.db.updateTable('teams').set({ office_hours: officeHours }).execute();
  await setGoals({ metric: 'open_longer_than_hours', target: 0, period: 'day', hours: 2 });
  await aMention(world);
  await world.rest();
  world.pass(8 * HOUR);
  expect((await report({ period: 'today' })).goals).toMatchObject([{ actual: 0, met: null }]);
});

test('what stands first is what people called for help with, then who reaches many', async () => {
  const [first, loud, called] = [await aMention(world), await aMention(world), await aMention(world)];
  await world.rest();
  await world.db
    .insertInto('authors')
    .values({
      ...{ team_id: TEAM, network: 'rss', author_key: 'loud', reach: 90_000 },
      ...{ first_seen_at: NOW, last_seen_at: NOW },
    })
    .execute();
  const author = world.db.selectFrom('authors').select('id').where('author_key', '=', 'loud');
  const item = world.db.selectFrom('mentions').select('item_id').where('id', '=', loud);
  await world.db.updateTable('items').set({ author_id: author }).where('id', '=', item).execute();
  granted(await escalateMention(world.deps, { mentionId: called, personId: BEN, level: 'urgent', reason: 'legal' }));
  granted(await escalateMention(world.deps, { mentionId: called, personId: ANA, level: 'urgent', reason: 'still' }));
  await world.settled();
  expect((await report()).top.map(({ id }) => id)).toEqual([called, loud, first]);
});

test('a reader is told what the numbers do not say: a watch that began later, few measured, older mentions', async () => {
  await watchedSince(acme, '2026-11-20');
  const id = await aMention(world);
  await world.calm(2);
  granted(await moveMention(world.deps, { mentionId: id, personId: BEN, move: 'claim' }));
  await world.rest();
  await world.db
    .updateTable('mentions')
    .set({ tallied: null as never })
    .execute();
  expect((await report({ period: 'month' })).notes).toEqual([
    'This month is not over yet, so it is compared with as many days of the month before.',
    'Acme has been watched only since Fri 20 Nov.',
    '1 older mention of these days is still being counted.',
    'Only 1 claim could be measured, which says little about how long claims take.',
  ]);
});

test('a network has a row of its own', async () => {
  await aMention(world);
  granted(
    await logMention(world.deps, {
      ...{ personId: BEN, formId: 'form', network: 'phone', watchId: acme.id, saidBy: 'Maya' },
      ...{ text: 'She called about Acme.', url: null },
    }),
  );
  await world.rest();
  const { rows } = await report({ by: 'network' });
  expect(rows.map(({ counts }) => counts.mentions)).toEqual([1, 1]);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(2);
});
