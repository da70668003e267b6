import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { FetchedItem } from '../../src/domain/item.ts';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { anItem, aSource, aTeam, aWatch } from '../helpers/builders.ts';
import { aMentionIn } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

/** A source that has had its first poll, heard by the team's watch. */
async function aFeed(url: string) {
  const known = await world.db.selectFrom('watches').selectAll().executeTakeFirst();
  const sourceId = await aSource(world, [known ?? (await aWatch(world))], { url });
  return (items: FetchedItem[], firstPoll: { show: number } | null = null) =>
    ingestItems(world.deps, { network: 'rss', sourceId, firstPoll }, items);
}

const texts = async () =>
  (await world.db.selectFrom('items').select('text').orderBy('id').execute()).map((row) => row.text);

test('while the database is in trouble nothing is taken for kept: the poll fails, and is made again', async () => {
  const hear = await aFeed('https://a.example/feed');
  const items = [anItem(), anItem()];
  await sql`alter table items add constraint trouble check (false) not valid`.execute(world.db);
  await sql`create function full_disk() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(world.db);
  await sql`create trigger full_disk before insert on items execute function full_disk()`.execute(world.db);
  try {
    await expect(hear(items)).rejects.toThrow('could not extend file');
  } finally {
    await sql`drop function full_disk cascade`.execute(world.db);
    await sql`alter table items drop constraint trouble`.execute(world.db);
  }
  expect(await hear(items)).toMatchObject({ items: 2, mentions: 2 });
});

test('an item with an id or an address of any length is kept, and told apart from its like', async () => {
  const hear = await aFeed('https://a.example/feed');
  const long = Array.from({ length: 4_000 }, (_, n) => ((n * 7919) % 36).toString(36)).join('');
  const kept = await hear([
    anItem({ externalId: `${long}a`, url: `https://blog.example/${long.slice(0, 2_900)}` }),
    anItem({ externalId: `${long}b` }),
  ]);
  expect(kept).toMatchObject({ items: 2, mentions: 2 });
});

test('a source that names one id twice at once is heard once, and does not swing between the two', async () => {
  const hear = await aFeed('https://a.example/feed');
  const twice = [
    anItem({ externalId: 'x', text: 'Acme, said first' }),
    anItem({ externalId: 'x', text: 'Acme, said again' }),
  ];
  expect(await hear(twice)).toEqual({ items: 1, mentions: 1, sightings: 0 });
  await hear(twice);
  expect(await texts()).toEqual(['Acme, said first']);
  expect(await world.db.selectFrom('activity').selectAll().where('act', '=', 'updated').execute()).toEqual([]);
});

test('two ids of one source do not meet on a story that another source told', async () => {
  const [first, second] = [await aFeed('https://a.example/feed'), await aFeed('https://b.example/feed')];
  const url = 'https://blog.example/the-story';
  await first([anItem({ url })]);
  expect(await second([anItem({ url }), anItem({ url })])).toEqual({ items: 2, mentions: 1, sightings: 1 });
  expect(await second([anItem({ url })])).toMatchObject({ mentions: 1, sightings: 0 });
});

test('a feed without times is read from its end, where the oldest stands', async () => {
  const hear = await aFeed('https://a.example/feed');
  const items = ['newest', 'middle', 'oldest'].map((word) => {
    const { publishedAt: _, ...item } = anItem({ text: `Acme is ${word} of all` });
    return item;
  });
  expect(await hear(items, { show: 2 })).toMatchObject({ items: 3, mentions: 2 });
  const shown = await world.db
    .selectFrom('mentions')
    .innerJoin('items', 'items.id', 'item_id')
    .select('text')
    .orderBy('mentions.id')
    .execute();
  expect(shown.map(({ text }) => text)).toEqual(['Acme is middle of all', 'Acme is newest of all']);
});

test('an edit of the story’s own item is drawn wherever it is quoted; of a mere sighting, nowhere', async () => {
  const [first, second] = [await aFeed('https://a.example/feed'), await aFeed('https://b.example/feed')];
  const id = await aMentionIn(world, 'voting');
  const item = await world.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  await world.calm(3);
  const seen = anItem({ url: item.url ?? '' });
  await first([seen]);
  await second([anItem()]);
  await world.rest();
  const versions = () =>
    world.db.selectFrom('postings').select(['kind', 'version']).where('mention_id', '=', id).orderBy('id').execute();
  const before = await versions();
  await first([{ ...seen, text: 'The sighting of Acme was edited' }]);
  expect(await versions()).toEqual(before);

  await first([{ ...anItem(), externalId: item.external_id, text: 'The words about Acme were edited' }]);
  await world.rest();
  const shown = world.slack.shown().filter(({ message }) => JSON.stringify(message).includes('were edited'));
  expect(shown.map(({ channel }) => channel)).toEqual(['C0GEN', 'C0VOTES']);
});
