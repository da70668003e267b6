import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrations } from '../../migrations/index.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();

test('the list of migrations names every file of the folder, in order', () => {
  const files = readdirSync(new URL('../../migrations/', import.meta.url)).filter((file) => /^\d{4}_/.test(file));
  expect(Object.keys(migrations)).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
});

test('migrating a database that is up to date changes nothing', async () => {
  expect(await migrateToLatest(database.db)).toEqual([]);
});

test('every table carries the team, but for those that only tie two rows of one team together', async () => {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.tables t where table_schema = 'public' and table_type = 'BASE TABLE'
      and not exists (select from information_schema.columns c where c.table_name = t.table_name and column_name = 'team_id')
    order by table_name`.execute(database.db);
  const tables = rows.map((row) => row.table_name).filter((name) => !name.startsWith('kysely_'));
  expect(tables).toEqual(['mention_watches', 'sightings', 'teams', 'votes', 'watch_sources']);
});
