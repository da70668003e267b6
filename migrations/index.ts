import type { Migration } from 'kysely';
import * as mainPath from './0001_main_path.ts';
import * as teamWork from './0002_team_work.ts';
import * as knowing from './0003_knowing.ts';
import * as submissions from './0004_submissions.ts';

/** Every migration, oldest first; the name is the file's. A test compares this list with the folder. */
export const migrations: Record<string, Migration> = {
  '0001_main_path': mainPath,
  '0002_team_work': teamWork,
  '0003_knowing': knowing,
  '0004_submissions': submissions,
};
