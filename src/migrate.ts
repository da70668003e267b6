import { readConfig } from './config.ts';
import { connectPglite, connectPostgres } from './db/connect.ts';
import { migrateToLatest } from './db/migrate.ts';

/** `npm run migrate`: brings the database up to date and says what ran. */
const read = readConfig(process.env);
if (!read.ok) {
  console.error(read.problem);
  process.exit(1);
}
const { databaseUrl, dataDir } = read.config;
const connection = databaseUrl ? connectPostgres(databaseUrl, () => {}) : await connectPglite(dataDir);
const ran = await migrateToLatest(connection.db);
console.log(ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database is up to date.');
await connection.close();
