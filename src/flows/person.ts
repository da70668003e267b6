import { findPerson, getTeam, savePerson } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import type { KnownPerson, Person } from '../domain/rights.ts';

/** What Slack said of a person is believed for this long. */
const BELIEVED_FOR_MS = 10 * 60_000;

/** A person and whether they are a manager: those named, or workspace admins while nobody is. Asks Slack when it must. */
export async function getPerson(deps: Deps, id: string): Promise<Person> {
  const { isAdmin, ...known } = await getKnown(deps, id);
  const { managers } = await getTeam(deps.db, deps.teamId);
  return { ...known, isManager: managers.length > 0 ? managers.includes(id) : isAdmin };
}

async function getKnown(deps: Deps, id: string): Promise<KnownPerson> {
  const now = deps.clock();
  const remembered = await findPerson(deps.db, deps.teamId, id, new Date(+now - BELIEVED_FOR_MS));
  if (remembered) return remembered;
  const asked = (await deps.slack.person(id)) ?? stranger(id);
  await savePerson(deps.db, deps.teamId, asked, now);
  return asked;
}

/** Somebody Slack will not tell us about: of another workspace, and never allowed to act. */
function stranger(id: string): KnownPerson {
  return { id, name: id, isAdmin: false, isGuest: false, isBot: false, isForeign: true, isDeleted: false };
}
