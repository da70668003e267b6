import type { OfficeTeam } from '../domain/office-time.ts';
import type { KnownPerson } from '../domain/rights.ts';
import type { FileSection, TeamSettings } from '../domain/settings.ts';
import type { Db, TeamRow, Trx } from './schema.ts';

/** Makes sure the team, which just took our token, has a row; its name and address follow Slack. */
export async function saveTeam(db: Db, team: { id: string; name: string; url: string }): Promise<void> {
  await db
    .insertInto('teams')
    .values(team)
    .onConflict((row) => row.column('id').doUpdateSet({ name: team.name, url: team.url, gone_at: null }))
    .execute();
}

/** The team's row. @throws when there is none. */
export function getTeam(db: Db | Trx, teamId: string): Promise<TeamRow> {
  return db.selectFrom('teams').selectAll().where('id', '=', teamId).executeTakeFirstOrThrow();
}

/** Remembers that Slack let us go. False when that was known. */
export async function markGone(db: Db, teamId: string, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('teams')
    .set({ gone_at: now })
    .where('id', '=', teamId)
    .where('gone_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Remembers that our token opens the workspace again. False when it was not gone. */
export async function markBack(db: Db, teamId: string): Promise<boolean> {
  const done = await db
    .updateTable('teams')
    .set({ gone_at: null })
    .where('id', '=', teamId)
    .where('gone_at', 'is not', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Did Slack let us go? */
export async function isGone(db: Db, teamId: string): Promise<boolean> {
  const row = await db.selectFrom('teams').select('gone_at').where('id', '=', teamId).executeTakeFirst();
  return Boolean(row?.gone_at);
}

/** The team as its office time is counted. */
export function officeTeam(team: Pick<TeamRow, 'timezone' | 'office_hours' | 'holidays'>): OfficeTeam {
  return { timezone: team.timezone, officeHours: team.office_hours, holidays: team.holidays };
}

/** Writes the sections that the file has; the others stay as they were set in Slack. Everything is ids by now. */
export async function saveFileSections(trx: Trx, teamId: string, settings: TeamSettings): Promise<void> {
  const has = (section: FileSection) => settings.sections.includes(section);
  await trx
    .updateTable('teams')
    .set({
      file_sections: JSON.stringify(settings.sections),
      ...(has('team') && {
        managers: JSON.stringify(settings.managers),
        timezone: settings.timezone,
        office_hours: settings.officeHours ? JSON.stringify(settings.officeHours) : null,
        holidays: JSON.stringify(settings.holidays),
      }),
      ...(has('forbidden_words') && { forbidden_words: JSON.stringify(settings.forbiddenWords) }),
      ...(has('channels') && {
        approvals_channel: settings.approvalsChannel ?? null,
        escalations_channel: settings.escalationsChannel ?? null,
      }),
      ...(has('departments') && { departments: JSON.stringify(settings.departments) }),
      ...(has('goals') && { goals: JSON.stringify(settings.goals) }),
    })
    .where('id', '=', teamId)
    .execute();
}

/** There is no file any more: what it managed is set in Slack from now on, and goes on as it is. */
export async function releaseFromFile(trx: Trx, teamId: string): Promise<void> {
  await trx.updateTable('teams').set({ file_sections: '[]' }).where('id', '=', teamId).execute();
  await trx.updateTable('watches').set({ from_file: false }).where('team_id', '=', teamId).execute();
}

/** A person whose description is no older than `since`. */
export async function findPerson(db: Db, teamId: string, id: string, since: Date): Promise<KnownPerson | undefined> {
  const row = await db
    .selectFrom('people')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .where('fetched_at', '>', since)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.name,
      isAdmin: row.is_admin,
      isGuest: row.is_guest,
      isBot: row.is_bot,
      isForeign: row.is_foreign,
      isDeleted: row.is_deleted,
    }
  );
}

/** Remembers what Slack says of a person. */
export async function savePerson(db: Db, teamId: string, person: KnownPerson, now: Date): Promise<void> {
  const row = {
    name: person.name,
    is_admin: person.isAdmin,
    is_guest: person.isGuest,
    is_bot: person.isBot,
    is_foreign: person.isForeign,
    is_deleted: person.isDeleted,
    fetched_at: now,
  };
  await db
    .insertInto('people')
    .values({ team_id: teamId, id: person.id, ...row })
    .onConflict((known) => known.columns(['team_id', 'id']).doUpdateSet(row))
    .execute();
}
