import { beforeEach, expect, test } from '@jest/globals';
import { type AskedInfluencers, parseInfluencers } from '../../src/domain/influencers.ts';
import type { Author } from '../../src/domain/item.ts';
import type { Tone } from '../../src/domain/judgement.ts';
import { listInfluencers, PAGE_AUTHORS } from '../../src/flows/list-influencers.ts';
import { influencerList } from '../../src/views/influencer-list.ts';
import { aMention, aRoom, aSource, aTeam, aWatch, OTHER_TEAM } from '../helpers/builders.ts';
import { ANA, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA], timezone: 'America/New_York' }));

const RECENT: AskedInfluencers = { period: null, watch: null };
const at = (text: string) => new Date(text.length > 10 ? text : `${text}T12:00:00Z`);

type More = Parameters<typeof aMention>[1];
async function heard(author: Author, day: string, tone?: Tone, more: More = {}): Promise<number> {
  const id = await aMention(world, { author, at: at(day), publishedAt: at(day), ...more });
  if (tone) await world.db.updateTable('mentions').set({ tone }).where('id', '=', id).execute();
  return id;
}

async function list(asked: Partial<AskedInfluencers> = {}, personId = ANA, page = 0): Promise<string[]> {
  const facts = granted(await listInfluencers(world.deps, personId, { ...RECENT, ...asked }, page));
  return linesOf(influencerList(facts).blocks ?? []).filter((line) => line !== 'About…');
}

test('those who spoke are ranked by what their word weighs, each with the reason', async () => {
  for (const day of ['2026-10-05', '2026-10-09', '2026-11-20'])
    await heard({ name: 'Maya', handle: 'maya', reach: 12_400 }, day, 'negative');
  await heard({ name: 'Jo', handle: 'jo', reach: 300 }, '2026-11-20', 'positive');
  expect(await list()).toEqual([
    '2 authors spoke of us, the weightiest first: the last 90 days.',
    '1. Maya on Blog or feed, a person of weight (63 of 100): 12,400 followers, spoke of us 3 times since October, always negative.',
    '2. Jo on Blog or feed, new to us (25 of 100): 300 followers, spoke of us for the first time, positive.',
  ]);
});

test('an author stands beside the name of the feed where they spoke last, among the channels of the reader', async () => {
  const open = await aWatch(world);
  const secret = await aWatch(world, { name: 'Secret', channel: aRoom(world, 'C0SECRET', { members: [DANA] }) });
  const said = async (watch: typeof open, url: string) => {
    const id = await heard({ name: 'Maya', handle: 'maya' }, '2026-11-20', undefined, { watch });
    const source_id = await aSource(world, [watch], { url });
    const items = world.db.selectFrom('mentions').select('item_id').where('id', '=', id);
    await world.db.updateTable('items').set({ source_id }).where('id', 'in', items).execute();
  };
  await said(open, 'The Loading Dock');
  await said(open, 'Harbour Wire');
  await said(secret, 'The Vault');
  expect((await list())[1]).toContain('Maya on Harbour Wire, ');
  expect((await list({}, DANA))[1]).toContain('Maya on The Vault, ');
});

test('who speaks often but of whose reach nothing is known comes behind those who are weighed', async () => {
  for (let n = 0; n < 20; n++) await heard({ name: 'Often' }, '2026-11-20');
  await heard({ name: 'Maya', handle: 'maya', reach: 900 }, '2026-11-20');
  expect((await list()).slice(1)).toEqual([
    '1. Maya on Blog or feed, new to us (33 of 100): 900 followers, spoke of us for the first time.',
    '2. Often on Blog or feed, known to us: spoke of us 20 times since Fri 20 Nov.',
  ]);
});

test('a period shows who spoke in it, by the team’s days', async () => {
  await heard({ name: 'Late' }, '2026-11-02T04:59:00Z');
  await heard({ name: 'Early' }, '2026-11-02T05:01:00Z');
  const first = { first: '2026-11-02', last: '2026-11-02' };
  expect((await list({ period: first })).join('\n')).toMatch(/^1 author spoke of us.*Mon 2 Nov 2026\.\n1\. Early/);
  expect((await list({ period: { first: '2026-11-01', last: '2026-11-01' } }))[1]).toContain('Late');
  expect(await list({ period: { first: '2026-12-01', last: '2026-12-02' } })).toEqual([
    'Nobody spoke of us in the channels you can see: Tue 1 Dec to Wed 2 Dec 2026.',
  ]);
});

test('a watch shows who spoke of it, and one that nobody can see is refused', async () => {
  const jobs = await aWatch(world, { name: 'Acme jobs', position: 1 });
  await heard({ name: 'Jo' }, '2026-11-20', undefined, { watch: jobs });
  await heard({ name: 'Maya' }, '2026-11-20', undefined, { watch: await aWatch(world) });
  expect((await list({ watch: 'acme JOBS' })).join('\n')).toMatch(
    /^1 author spoke of us in the watch “acme JOBS”.*\n1\. Jo/,
  );
  expect(await listInfluencers(world.deps, ANA, { ...RECENT, watch: 'Nothing' }, 0)).toMatchObject({
    refusal: 'unknown_watch',
  });
});

test('nobody is shown whose words stand only where the reader is not', async () => {
  const secret = await aWatch(world, { name: 'Secret', channel: aRoom(world, 'C0SECRET', { members: [DANA] }) });
  await heard({ name: 'Maya' }, '2026-11-20', undefined, { watch: secret });
  expect(await list()).toEqual(['Nobody spoke of us in the channels you can see: the last 90 days.']);
  expect(await list({}, DANA)).toHaveLength(2);
  expect(await listInfluencers(world.deps, ANA, { ...RECENT, watch: 'Secret' }, 0)).toMatchObject({
    refusal: 'unknown_watch',
    known: [],
  });
});

test('another team’s authors are nobody’s business', async () => {
  await aTeam(world, { id: OTHER_TEAM });
  await heard({ name: 'Theirs' }, '2026-11-20', undefined, { teamId: OTHER_TEAM });
  expect(await list()).toHaveLength(1);
});

test('when nobody says who they are, the list says so', async () => {
  await heard({}, '2026-11-20');
  expect(await list()).toEqual(['1 mention, but it does not tell who wrote it: the last 90 days.']);
  await heard({}, '2026-11-20');
  expect(await list()).toEqual(['2 mentions, but none of them tells who wrote it: the last 90 days.']);
  await heard({ name: 'Jo' }, '2026-11-20');
  expect((await list()).at(-1)).toBe('2 more mentions do not tell who wrote them.');
});

test('the list is turned page by page, and every author stands on one', async () => {
  const many = 2 * PAGE_AUTHORS + 3;
  for (let n = 0; n < many; n++) await heard({ name: `Author ${n}`, reach: 100 * n }, '2026-11-20');
  const pages = [await list(), await list({}, ANA, 1), await list({}, ANA, 2), await list({}, ANA, 99)];
  expect(pages[1]?.[0]).toBe(`${many} authors spoke of us, the weightiest first, 9 to 16: the last 90 days.`);
  expect(pages[2]).toEqual(pages[3]);
  const names = pages.slice(0, 3).flatMap((page) => page.flatMap((line) => /Author \d+/.exec(line)?.[0] ?? []));
  expect(new Set(names).size).toBe(many);
});

test('hostile names and endless ones are shown, within Slack’s limits', async () => {
  for (const name of ['<!channel>', '*bold*', 'x'.repeat(5_000), '\u202eevil', '😀'.repeat(900)])
    await heard({ name, handle: name, reach: 500_000 }, '2026-11-20');
  const facts = granted(await listInfluencers(world.deps, ANA, RECENT, 0));
  const { text } = influencerList(facts);
  expect(text).toContain('&lt;!channel&gt;');
  expect(text).not.toMatch(/<!channel>|\u202e/);
});

test('engagement counts beside what is usual on the network', async () => {
  for (let n = 0; n < 9; n++) await heard({ name: `Other ${n}` }, '2026-11-19', undefined, { engagement: 1 });
  await heard({ name: 'Loud' }, '2026-11-20', undefined, { engagement: 31 });
  const lines = await list();
  expect(lines[1]).toContain('1. Loud on Blog or feed, a person of weight');
  expect(lines[1]).toContain('gets 16 times the usual reactions');
  expect(lines[2]).toContain('gets the usual reactions');
});

test.each([
  ['', { period: null, watch: null }],
  ['month', { period: 'month', watch: null }],
  ['quarter "Acme Cloud"', { period: 'quarter', watch: 'Acme Cloud' }],
  ['2026-10-01..2026-10-31', { period: { first: '2026-10-01', last: '2026-10-31' }, watch: null }],
  ['by person', { misread: 'by_what', word: 'person' }],
  ['week month', { misread: 'two_periods', word: 'month' }],
])('%j asks for %j', (text, asked) => {
  expect(parseInfluencers(text)).toEqual(asked);
});
