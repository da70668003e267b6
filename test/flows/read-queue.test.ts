import { beforeEach, expect, test } from '@jest/globals';
import { ALL_OPEN, type Asked } from '../../src/domain/queue-filter.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { readQueue } from '../../src/flows/read-queue.ts';
import { aMention, aRoom, aTeam, aWatch, MINUTE, OTHER_TEAM } from '../helpers/builders.ts';
import { ANA, BEN, CHI } from '../helpers/facts.ts';
import { aMentionIn, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(async () => {
  await aTeam(world);
});

async function idsOf(asked: Partial<Asked>, personId = BEN, page = 0): Promise<number[]> {
  const { lines, total } = granted(await readQueue(world.deps, personId, { ...ALL_OPEN, ...asked }, page));
  if (total <= 15) expect(total).toBe(lines.length);
  return lines.map(({ id }) => id);
}

const search = (...words: string[]) => idsOf({ kind: 'search', words });

test('a search finds every word in title or text, in any case and status, the newest first', async () => {
  const old = await aMentionIn(world, 'dismissed', { title: 'EXPORT of Ärger', text: 'It is 100% broken' });
  world.pass(MINUTE);
  const young = await aMention(world, { text: 'the export works' });
  expect(await search('export')).toEqual([young, old]);
  expect(await search('export', 'broken')).toEqual([old]);
  expect(await search('ärger')).toEqual([old]);
  expect(await search('0% b')).toEqual([old]);
  expect(await idsOf({ kind: 'search', words: ['export'], state: 'open' })).toEqual([young]);
  for (const none of ['_xport', '\\', "'; drop table mentions; --"]) {
    expect(await search(none)).toEqual([]);
  }
  expect(await search('%')).toEqual([old]);
});

test('nobody finds what is said in a channel they are not in, whatever they ask for', async () => {
  const channel = aRoom(world, 'C0SECRET', { members: [CHI] });
  const watch = await aWatch(world, { name: 'Secret', channel });
  const id = await aMentionIn(world, 'claimed', { watch, text: 'a private export' });
  world.pass(24 * 60 * MINUTE);
  const asks: Partial<Asked>[] = [
    {},
    { personId: BEN },
    { state: 'overdue' },
    { network: 'rss' },
    { kind: 'search', words: ['private'] },
  ];
  for (const asked of asks) {
    expect(await idsOf(asked, ANA)).toEqual([]);
    expect(await idsOf(asked, CHI)).toEqual([id]);
  }
  const refused = await readQueue(world.deps, ANA, { ...ALL_OPEN, watch: 'Secret' }, 0);
  expect(refused).toEqual({ refusal: 'unknown_watch', name: 'Secret', known: [] });
  expect(await idsOf({ watch: 'sec' }, CHI)).toEqual([id]);
  const elsewhere = { ...world.deps, teamId: await aTeam(world, { id: OTHER_TEAM }) };
  expect(granted(await readQueue(elsewhere, CHI, ALL_OPEN, 0)).total).toBe(0);
});

test('the queue is narrowed by who has it, by watch and by network', async () => {
  const acme = await aWatch(world);
  const beta = await aWatch(world, { name: 'Beta 100%', position: 1 });
  const [bens, free] = [await aMentionIn(world, 'claimed', { watch: acme }), await aMention(world, { watch: beta })];
  await world.db
    .updateTable('items')
    .set({ network: 'in_person' })
    .where('id', '=', (await itemOf(free)) ?? 0)
    .execute();
  expect(await idsOf({ personId: BEN }, ANA)).toEqual([bens]);
  expect(await idsOf({ personId: ANA })).toEqual([]);
  expect(await idsOf({ watch: 'BETA 100%' })).toEqual([free]);
  expect(await idsOf({ network: 'In Person' })).toEqual([free]);
  expect(await idsOf({ network: 'in-person', watch: 'Acme' })).toEqual([]);
  expect(isRefusal(await readQueue(world.deps, BEN, { ...ALL_OPEN, watch: '%' }, 0))).toBe(true);
});

async function itemOf(id: number): Promise<number | undefined> {
  const row = await world.db.selectFrom('mentions').select('item_id').where('id', '=', id).executeTakeFirst();
  return row?.item_id;
}

test('a network that is none, and that nothing visible comes from, is told with those that there are', async () => {
  await aMention(world, {});
  const asked = (network: string) => readQueue(world.deps, ANA, { ...ALL_OPEN, network }, 0);
  expect(await asked('Usenet')).toEqual({
    refusal: 'unknown_network',
    name: 'Usenet',
    known: expect.arrayContaining(['Phone call', 'E-mail']),
  });
  expect(granted(await asked('e-mail')).total).toBe(0);
});

test('overdue waits through the night, the weekend and holidays of the team', async () => {
  const office = { days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 };
  await world.db
    .updateTable('teams')
    .set({ office_hours: JSON.stringify(office), holidays: '["2026-11-24"]' })
    .execute();
  const HOUR = 60 * MINUTE;
  world.pass(6 * HOUR);
  // Monday at 15:00: three of its four hours are left until the office closes, the fourth is on Wednesday.
  const id = await aMentionIn(world, 'claimed');
  world.pass(66 * MINUTE + 41 * HOUR);
  expect(await idsOf({ state: 'overdue' })).toEqual([]);
  world.pass(2 * HOUR);
  expect(await idsOf({ state: 'overdue' })).toEqual([id]);
});

test('overdue is a claim in which nothing happened for four hours and that does not rest', async () => {
  const sleeping = await aMentionIn(world, 'claimed');
  const resting = await aMentionIn(world, 'claimed');
  const until = { until: new Date(+world.now() + 48 * 60 * MINUTE) };
  await world.db
    .updateTable('mentions')
    .set({ snoozed_until: until.until, snoozed_by: BEN })
    .where('id', '=', resting)
    .execute();
  await aMention(world);
  world.pass(3 * 60 * MINUTE);
  expect(await idsOf({ state: 'overdue' })).toEqual([]);
  const later = await aMentionIn(world, 'claimed');
  world.pass(61 * MINUTE);
  expect(await idsOf({ state: 'overdue' })).toEqual([sleeping]);
  expect(await idsOf({ state: 'snoozed' })).toEqual([resting]);
  await moveMention(world.deps, { mentionId: sleeping, personId: BEN, move: 'release' });
  expect(await idsOf({ state: 'overdue' })).not.toContain(later);
});

test('pages follow each other without a gap, and one beyond the end is the last', async () => {
  const watch = await aWatch(world);
  const all: number[] = [];
  for (let n = 0; n < 32; n++) {
    all.push(await aMention(world, { watch }));
    world.pass(1_000);
  }
  const pages = [await idsOf({}), await idsOf({}, BEN, 1), await idsOf({}, BEN, 2)];
  expect(pages.map((one) => one.length)).toEqual([15, 15, 2]);
  expect(pages.flat()).toEqual(all);
  expect(granted(await readQueue(world.deps, BEN, ALL_OPEN, 99))).toMatchObject({ page: 2, total: 32 });
});

test('the queue is narrowed by tone and by kind, as they were judged or corrected', async () => {
  const angry = await aMention(world, { judged: { tone: 'negative', kind: 'defect' } });
  const wish = await aMention(world, { judged: { tone: 'neutral', kind: 'idea' } });
  expect(await idsOf({ tone: 'negative' })).toEqual([angry]);
  expect(await idsOf({ what: 'idea' })).toEqual([wish]);
  expect(await idsOf({ tone: 'negative', what: 'idea' })).toEqual([]);
});
