import { beforeEach, expect, test } from '@jest/globals';
import type { FetchedItem } from '../../src/domain/item.ts';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { logMention } from '../../src/flows/log-mention.ts';
import { anItem, aSource, aTeam, aWatch, MINUTE, OTHER_TEAM, TEAM } from '../helpers/builders.ts';
import { ANA } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

async function hear(items: FetchedItem[]): Promise<void> {
  const sourceId = await aSource(world, [await aWatch(world)]);
  await ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: null }, items);
}

const authors = () =>
  world.db
    .selectFrom('authors')
    .select(['id', 'network', 'name', 'handle', 'reach', 'first_seen_at', 'last_seen_at'])
    .orderBy('id')
    .execute();
const authorIds = async () =>
  (await world.db.selectFrom('items').select('author_id').orderBy('id').execute()).map((row) => row.author_id);

test('everybody who says something is kept once, and their items know them', async () => {
  const maya = { name: 'Maya', handle: 'maya', reach: 12_400 };
  await hear([anItem({ author: maya }), anItem({ author: { name: 'Ben' } }), anItem({ author: maya })]);
  const kept = await authors();
  expect(kept.map(({ name, reach }) => [name, reach])).toEqual([
    ['Maya', 12_400],
    ['Ben', null],
  ]);
  const [mayaId, benId] = kept.map(({ id }) => id);
  expect((await authorIds()).sort()).toEqual([mayaId, mayaId, benId].sort());
});

test('a handle under a new name is the same author, with what is newest about them', async () => {
  const watch = await aWatch(world);
  const sourceId = await aSource(world, [watch]);
  const hearOne = (item: FetchedItem) => ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: null }, [item]);
  await hearOne(anItem({ author: { name: 'Maya Ito', handle: '@maya', reach: 90, url: 'https://a.example/maya' } }));
  const before = world.now();
  world.pass(MINUTE);
  await hearOne(anItem({ author: { name: 'Maya Ito-Berg', handle: 'Maya' } }));
  expect(await authors()).toMatchObject([
    { name: 'Maya Ito-Berg', handle: 'Maya', reach: 90, first_seen_at: before, last_seen_at: world.now() },
  ]);
});

test('whoever says nothing about themselves is nobody', async () => {
  await hear([anItem({ author: {} }), anItem({ author: { name: 'anonymous' } })]);
  expect(await authors()).toEqual([]);
  expect(await authorIds()).toEqual([null, null]);
});

test('two names in one batch that are one handle make one author', async () => {
  await hear([anItem({ author: { name: 'A', handle: 'm' } }), anItem({ author: { name: 'B', handle: '@M' } })]);
  expect(await authors()).toHaveLength(1);
});

test('odd names and impossible counts of followers stop no item', async () => {
  const names = [
    "Robert'); drop table authors;--",
    '\u202eevil\u0000',
    '<!channel>',
    'x'.repeat(9_000),
    '{"a":1}',
    '\\',
  ];
  const reaches = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e12, 1.5, 0];
  await hear(names.map((name, i) => anItem({ author: { name, reach: reaches[i] as number } })));
  const kept = await authors();
  expect(kept).toHaveLength(names.length);
  expect(kept.map(({ reach }) => reach).sort()).toEqual([0, 1, 2_147_483_647, 2_147_483_647, null, null]);
});

test('who was logged by hand is an author of that network', async () => {
  const watch = await aWatch(world);
  const said = { personId: ANA, formId: 'V1', network: 'phone', watchId: watch.id, text: 'Acme is down', url: null };
  await logMention(world.deps, { ...said, saidBy: 'Jo Smith' });
  await logMention(world.deps, { ...said, formId: 'V2', saidBy: '' });
  expect(await authors()).toMatchObject([{ network: 'phone', name: 'Jo Smith' }]);
});

test('the same handle is another author in another team, and on another network', async () => {
  const author = { name: 'Maya', handle: 'maya' };
  const watch = await aWatch(world);
  const sourceId = await aSource(world, [watch]);
  for (const network of ['rss', 'hn'])
    await ingestItems(world.deps, { network, sourceId, firstPoll: null }, [anItem({ author })]);
  await aTeam(world, { id: OTHER_TEAM });
  const theirs = await aSource(world, [await aWatch(world, { teamId: OTHER_TEAM })], { teamId: OTHER_TEAM });
  const deps = { ...world.deps, teamId: OTHER_TEAM };
  await ingestItems(deps, { network: 'rss', sourceId: theirs, firstPoll: null }, [anItem({ author })]);
  const kept = await world.db.selectFrom('authors').select(['team_id', 'network']).orderBy('id').execute();
  expect(kept).toEqual([
    { team_id: TEAM, network: 'rss' },
    { team_id: TEAM, network: 'hn' },
    { team_id: OTHER_TEAM, network: 'rss' },
  ]);
});

test('answers that come later are counted, and a feed that stops telling changes nothing', async () => {
  const sourceId = await aSource(world, [await aWatch(world)]);
  const item = anItem();
  const poll = (engagement?: number) =>
    ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: null }, [
      { ...item, ...(engagement !== undefined && { engagement }) },
    ]);
  const engagement = async () =>
    (await world.db.selectFrom('items').select('engagement').executeTakeFirstOrThrow()).engagement;
  await poll(0);
  expect(await engagement()).toBe(0);
  await poll(17);
  expect(await engagement()).toBe(17);
  await poll();
  expect(await engagement()).toBe(17);
});
