import { beforeEach, expect, test } from '@jest/globals';
import type { AskedReport } from '../../src/domain/report-asked.ts';
import { exportPosted, exportReport } from '../../src/flows/export-report.ts';
import { shareReport } from '../../src/flows/share-report.ts';
import { aMention, aRoom, aTeam, aWatch, GEN, VOTES } from '../helpers/builders.ts';
import { BEN, CHI } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
const SECRET = 'C0SECRET';
const WEEK: AskedReport = { period: 'week', watch: null, by: null };

beforeEach(async () => {
  await aTeam(world);
  const acme = await aWatch(world);
  const secret = await aWatch(world, {
    name: 'Secret',
    channel: aRoom(world, SECRET, { members: [CHI] }),
    position: 1,
  });
  await aMention(world, { watch: acme });
  await aMention(world, { watch: secret });
  await aMention(world, { watch: secret });
});

async function share(channelId: string, by = CHI, asked = WEEK) {
  const outcome = await shareReport(world.deps, { personId: by, channelId, asked, at: world.now() });
  await world.rest();
  return outcome;
}

const sharedIn = (channel: string) => world.slack.shown(channel).find(({ message }) => /^Report: /.test(message.text));
const idOfShared = async () =>
  (await world.db.selectFrom('summaries').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
const exported = () => exportReport(world.deps, BEN, WEEK, new Date('2026-11-23T09:00:00Z'));

test('a shared report counts only the watches of its channel, whatever the sharer may see', async () => {
  expect(await share(GEN)).toBe('shared');
  expect(sharedIn(GEN)?.message.text).toContain('1 mention; nothing was watched in the day before');
  expect(sharedIn(GEN)?.message.text).toContain('all watches of this channel');
  expect(await share(SECRET)).toBe('shared');
  expect(sharedIn(SECRET)?.message.text).toContain('2 mentions; ');
});

test('what was shared does not change any more', async () => {
  await share(GEN);
  const before = sharedIn(GEN)?.message;
  await aMention(world);
  await world.db
    .updateTable('postings')
    .set({ version: 2, due_at: world.now() })
    .where('kind', '=', 'summary')
    .execute();
  await world.rest();
  expect(sharedIn(GEN)?.message).toEqual(before);
});

test('nothing is shared where no watch posts, where the sharer is not, or about a watch of elsewhere', async () => {
  expect(await share(VOTES)).toEqual({ refusal: 'no_watch_here', channelId: VOTES });
  expect(await share(SECRET, BEN)).toEqual({ refusal: 'not_in_channel' });
  expect(await share(GEN, CHI, { ...WEEK, watch: 'Secret' })).toEqual({ refusal: 'no_watch_here', channelId: GEN });
  expect(await world.db.selectFrom('summaries').select('id').execute()).toEqual([]);
});

test('an exported report goes to the person, with a page and a table in its thread', async () => {
  expect(await exported()).toBe('in_direct_message');
  const [direct] = world.slack.shown('D0BEN');
  expect(direct?.message.text).toContain('1 mention; ');
  expect(world.slack.files.map(({ name }) => name)).toEqual([
    'porchlight-report-2026-11-23.html',
    'porchlight-report-2026-11-23.csv',
  ]);
  for (const { under } of world.slack.files) expect(under).toEqual({ channel: 'D0BEN', ts: direct?.ts });
  const [page, table] = world.slack.files.map(({ bytes }) => bytes.toString());
  expect(page).toContain('<!doctype html>');
  expect(table).toMatch(/^\ufeffPart,Name,Measure,Value,Period before\r\n/);
});

test('the page and the table name people as Slack does', async () => {
  await world.db
    .updateTable('mentions')
    .set({ status: 'claimed', claimant_id: BEN, claimed_at: world.now() })
    .execute();
  world.slack.describe(BEN, { name: 'Ben Okri' });
  await exported();
  expect(world.slack.files[0]?.bytes.toString()).toContain('Ben Okri');
});

test('exporting the same again sends nothing twice; another report is another message', async () => {
  await exported();
  expect(await exported()).toBe('in_direct_message');
  expect(world.slack.shown('D0BEN')).toHaveLength(1);
  expect(world.slack.files).toHaveLength(2);
  await world.rest();
  world.pass(60_000);
  await exportReport(world.deps, BEN, { ...WEEK, period: 'month' }, world.now());
  expect(world.slack.shown('D0BEN')).toHaveLength(2);
});

test('the files of a shared report come into its thread, once, for whoever of the channel asks', async () => {
  await share(GEN);
  expect(await exportPosted(world.deps, BEN, await idOfShared())).toBe('in_thread');
  expect(await exportPosted(world.deps, CHI, await idOfShared())).toBe('in_thread');
  expect(world.slack.files).toHaveLength(2);
  expect(world.slack.files[0]?.under).toEqual({ channel: GEN, ts: sharedIn(GEN)?.ts });
  await share(SECRET);
  expect(await exportPosted(world.deps, BEN, await idOfShared())).toEqual({ refusal: 'not_in_channel' });
});

test('nobody exports what was sent to somebody else', async () => {
  await exported();
  expect(await exportPosted(world.deps, CHI, await idOfShared())).toEqual({ refusal: 'gone' });
});

test('files that Slack does not take are told of, and can be asked for again', async () => {
  world.slack.fail('upload', { refused: 'missing_scope' }, 'lost before');
  expect(await exported()).toEqual({ refusal: 'files_not_taken', isForbidden: true });
  expect(await exported()).toEqual({ refusal: 'files_not_taken', isForbidden: false });
  expect(await exported()).toBe('in_direct_message');
  expect(world.slack.shown('D0BEN')).toHaveLength(1);
  expect(world.slack.files).toHaveLength(2);
});

test('a report whose message somebody deleted goes to whoever exports it', async () => {
  await share(GEN);
  const at = sharedIn(GEN);
  if (!at) throw new Error('not shared');
  world.slack.deleteByHand(at);
  expect(await exportPosted(world.deps, BEN, await idOfShared())).toBe('in_direct_message');
  expect(world.slack.shown('D0BEN')[0]?.message.text).toContain('all watches of this channel');
});

test('while Slack asks to wait, the report is on its way, and is there later', async () => {
  world.slack.fail('post', { limited: 1_000 });
  expect(await exported()).toBe('later');
  expect(world.slack.files).toEqual([]);
  await world.rest();
  expect(await exportPosted(world.deps, BEN, await idOfShared())).toBe('in_thread');
});
