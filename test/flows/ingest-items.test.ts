import { expect, test } from '@jest/globals';
import { readQueue } from '../../src/db/queue.ts';
import type { WatchRow } from '../../src/db/schema.ts';
import type { FetchedItem } from '../../src/domain/item.ts';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { findFacts } from '../../src/flows/picture.ts';
import { networkFacts } from '../../src/networks/index.ts';
import { anItem, aSource, aTeam, aWatch, GEN, TEAM } from '../helpers/builders.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();

async function mentions() {
  return world.db.selectFrom('mentions').selectAll().orderBy('id').execute();
}

/** A source that has had its first poll, heard by these watches. */
async function aFeed(url: string, ...watches: WatchRow[]) {
  const sourceId = await aSource(world, watches, { url });
  return {
    sourceId,
    hear: (items: FetchedItem[], firstPoll: { show: number } | null = null) =>
      ingestItems(world.deps, { network: 'rss', sourceId, firstPoll }, items),
  };
}

test('an item that matches becomes one mention whose card is due; another is kept as an item only', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const kept = await feed.hear([anItem(), anItem({ text: 'Nothing about anybody we know.' })]);
  expect(kept).toEqual({ items: 2, mentions: 1, sightings: 0 });
  const postings = await world.db.selectFrom('postings').selectAll().execute();
  expect(postings).toMatchObject([
    { kind: 'card', channel_id: GEN, version: 1, drawn_version: 0, due_at: world.now() },
  ]);
});

test('hearing the same items again changes nothing', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const items = [anItem(), anItem()];
  await feed.hear(items);
  expect(await feed.hear(items)).toEqual({ items: 0, mentions: 0, sightings: 0 });
  expect(await mentions()).toHaveLength(2);
});

test('the first poll is silent, or shows the newest that match, oldest first', async () => {
  await aTeam(world);
  const watch = await aWatch(world);
  const items = [1, 2, 3, 4].map((day) => anItem({ publishedAt: new Date(Date.UTC(2026, 10, day)) }));
  const silent = await aFeed('https://silent.example/feed', watch);
  expect(await silent.hear(items, { show: 0 })).toEqual({ items: 4, mentions: 0, sightings: 0 });

  const shown = await aFeed('https://shown.example/feed', watch);
  const others = [3, 1, 4, 2].map((day) => anItem({ publishedAt: new Date(Date.UTC(2026, 10, day)) }));
  const noise = anItem({ text: 'Not for us.', publishedAt: new Date(Date.UTC(2026, 10, 5)) });
  expect(await shown.hear([...others, noise], { show: 2 })).toMatchObject({ mentions: 2 });
  const made = await mentions();
  expect(made.map((row) => row.backfilled)).toEqual([true, true]);
  const { lines } = await readQueue(world.db, TEAM, [GEN], networkFacts, { limit: 10 });
  expect(lines.map((line) => line.words)).toEqual([others[0]?.text, others[2]?.text]);
});

test('what the first poll kept quiet about stays quiet in later polls', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const items = [anItem(), anItem()];
  await feed.hear(items, { show: 0 });
  await feed.hear([...items, anItem()]);
  expect(await mentions()).toHaveLength(1);
});

test('the first watch that matches is the home, the others are named on the card', async () => {
  await aTeam(world);
  const second = await aWatch(world, { name: 'Exports', any: ['export'], position: 2 });
  const first = await aWatch(world, { name: 'Acme', position: 1 });
  const feed = await aFeed('https://a.example/feed', second, first);
  await feed.hear([anItem()]);
  const facts = await findFacts(world.deps, 1);
  expect([facts?.watch, facts?.otherWatches]).toEqual(['Acme', ['Exports']]);
});

test('a paused watch hears nothing', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world, { paused: true }));
  expect(await feed.hear([anItem()])).toMatchObject({ items: 1, mentions: 0 });
});

const STORY = 'Acme has lost all of my exports, and nobody answers the telephone either.';
const maya = { name: 'Maya Ito' };

test.each([
  [
    'a link with tracking marks',
    { url: 'https://blog.example/one?utm_source=x' },
    { url: 'http://www.blog.example/one/' },
  ],
  [
    'the same words by the same author',
    { text: STORY, author: maya },
    { text: `${STORY}!`, author: { name: 'maya ito ' } },
  ],
])('one story through two feeds is one mention: %s', async (_, a, b) => {
  await aTeam(world);
  const watch = await aWatch(world);
  const other = await aWatch(world, { name: 'Everything', any: ['acme'], position: 5 });
  await (await aFeed('https://a.example/feed', watch)).hear([anItem(a)]);
  const second = await aFeed('https://b.example/feed', watch, other);
  const told = anItem(b);
  expect(await second.hear([told])).toEqual({ items: 1, mentions: 0, sightings: 1 });
  const facts = await findFacts(world.deps, 1);
  expect(facts?.sightings).toHaveLength(1);
  expect(facts?.otherWatches).toEqual(['Everything']);
  expect(await second.hear([told])).toMatchObject({ mentions: 0 });
});

test.each([
  ['other authors', { text: STORY, author: maya }, { text: STORY, author: { name: 'Somebody Else' } }],
  ['unknown authors', { text: STORY, author: {} }, { text: STORY, author: {} }],
  ['short words', { text: 'Acme rocks', author: maya }, { text: 'Acme rocks', author: maya }],
  ['another page of the site', { url: 'https://blog.example/one' }, { url: 'https://blog.example/two' }],
])('two feeds tell two stories: %s', async (_, a, b) => {
  await aTeam(world);
  const watch = await aWatch(world);
  await (await aFeed('https://a.example/feed', watch)).hear([anItem(a)]);
  await (await aFeed('https://b.example/feed', watch)).hear([anItem(b)]);
  expect(await mentions()).toHaveLength(2);
});

test('different ids of one source never join, whatever they have in common', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const same = { url: 'https://blog.example/one', text: STORY, author: maya };
  await feed.hear([anItem(same), anItem(same)]);
  await feed.hear([anItem(same)]);
  expect(await mentions()).toHaveLength(3);
});

test('two feeds that tell one story at the very same time make one mention', async () => {
  await aTeam(world);
  const watch = await aWatch(world);
  const feeds = [];
  for (const name of ['a', 'b', 'c']) feeds.push(await aFeed(`https://${name}.example/feed`, watch));
  for (let round = 1; round <= 15; round++) {
    const url = `https://blog.example/story-${round}`;
    await Promise.all(feeds.map((feed) => feed.hear([anItem({ url })])));
    expect(await mentions()).toHaveLength(round);
  }
  expect(await world.db.selectFrom('sightings').selectAll().execute()).toHaveLength(30);
});

test('an edit outside changes the card, is recorded, and makes no second mention', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const item = anItem();
  await feed.hear([item]);
  await world.rest();
  await feed.hear([{ ...item, text: 'Acme has repaired my export. Thank you!' }]);
  await world.rest();
  expect(await mentions()).toHaveLength(1);
  expect(JSON.stringify(world.slack.shown(GEN))).toContain('has repaired my export');
  const acts = await world.db.selectFrom('activity').select('act').orderBy('id').execute();
  expect(acts.map((row) => row.act)).toEqual(['found', 'posted', 'updated']);
});

test('an item that cannot be kept stops no neighbour', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const poison = anItem({ publishedAt: new Date(Number.NaN) });
  const unreadable = { ...anItem(), text: undefined } as unknown as FetchedItem;
  await feed.hear([anItem(), poison, unreadable, anItem()]);
  expect(await mentions()).toHaveLength(2);
});

test('NUL, lone surrogates and bidi marks are gone before the database sees them', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  await feed.hear([
    anItem({ title: 'Acme\u0000 \ud800', text: 'acme \u202Eterces', author: { name: 'A\u0000na\u2066' } }),
  ]);
  const item = await world.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  expect([item.title, item.text, item.author]).toEqual(['Acme \ufffd', 'acme terces', { name: 'Ana' }]);
});

test('a mention is judged when it is born, and anew when its words change', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const item = anItem({ text: 'Acme is terrible. I hate it, the export timed out again.' });
  await feed.hear([item]);
  const judged = () =>
    world.db.selectFrom('mentions').select(['tone', 'kind', 'kind_reason', 'language', 'judged_by']).execute();
  expect(await judged()).toEqual([
    { tone: 'negative', kind: 'defect', kind_reason: 'timed out', language: 'en', judged_by: world.deps.judge.name },
  ]);
  await feed.hear([{ ...item, text: 'Acme is wonderful. I love it, thank you so much for the great help.' }]);
  expect(await judged()).toMatchObject([{ tone: 'positive', kind: 'praise', kind_reason: null }]);
});

test('what speaks of us only since it was edited is a mention from then on; what was kept quiet stays so', async () => {
  await aTeam(world);
  const feed = await aFeed('https://a.example/feed', await aWatch(world));
  const silent = anItem();
  await feed.hear([silent], { show: 0 });
  const foreign = anItem({ text: 'A tool lost my export again.' });
  await feed.hear([foreign]);
  expect(await mentions()).toEqual([]);
  const edited = { ...foreign, text: 'Edit: it was Acme that lost my export again.' };
  expect(await feed.hear([edited])).toEqual({ items: 0, mentions: 1, sightings: 0 });
  expect(await feed.hear([edited, { ...silent, text: `${silent.text} Edit: and once more.` }])).toMatchObject({
    mentions: 0,
  });
  expect(await mentions()).toMatchObject([{ backfilled: false }]);
});
