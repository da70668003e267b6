import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { overPglite } from '../../src/db/connect.ts';
import { migrateToLatest } from '../../src/db/migrate.ts';

/** Migrates an embedded database once; every test file boots from the image. The folder of the run goes at its end. */
export default async function globalSetup(): Promise<void> {
  const pglite = new PGlite();
  const connection = await overPglite(pglite);
  await migrateToLatest(connection.db);
  const image = await pglite.dumpDataDir('none');
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-test-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'migrated.tar');
  writeFileSync(path, Buffer.from(await image.arrayBuffer()));
  await connection.close();
  process.env.TEST_RUN_FOLDER = folder;
  process.env.TEST_DATABASE_IMAGE = path;
}
