import { Migrator } from 'kysely';
import { migrations } from '../../migrations/index.ts';
import type { Db } from './schema.ts';

/** Brings the database up to date; several processes may try at once. Returns the names that ran. @throws the first failure. */
export async function migrateToLatest(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
