import { type Kysely, sql } from 'kysely';

/** Which forms were stored: delivered again, at any replica, they are not stored again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table submissions (
    team_id text not null references teams (id) on delete cascade,
    form text not null,
    at timestamptz not null,
    primary key (team_id, form)
  )`.execute(db);
}
