import type { KnownPerson } from '../../../src/domain/rights.ts';
import { OTHER_TEAM } from '../builders.ts';
import type { World } from '../world.ts';

/** Accounts that may read and talk, and never act; Slack does not know the last one. */
const STRANGERS: Record<string, Partial<KnownPerson> | undefined> = {
  U0GUEST: { isGuest: true },
  U0FOREIGN: { isForeign: true },
  U0ROBOT: { isBot: true },
  U0LEFT: { isDeleted: true },
  U0NOBODY: undefined,
};

/** What each of them is told. */
export const TURNED_AWAY = /^(Guest accounts|People from other workspaces) can read and talk here, but not act/;

/** A guest and one of the others, another one for the next listener: one rule holds for them all. */
export function strangersFor(listener: string): string[] {
  const [guest = '', ...others] = Object.keys(STRANGERS);
  return [guest, others[listener.length % others.length] ?? ''];
}

export function inviteStrangers({ slack }: World): void {
  for (const [id, facts] of Object.entries(STRANGERS)) slack.describe(id, facts);
}

/** Everything belongs to another workspace from now on, which shares the database with ours. */
export async function giveToOtherTeam({ db }: World, tables: readonly Ours[]): Promise<void> {
  for (const table of tables)
    await db
      .updateTable(table)
      .set({ team_id: OTHER_TEAM } as never)
      .execute();
}

/** What a button or a form can be about. */
export const OURS = [
  ...(['watches', 'sources', 'items', 'mentions', 'drafts', 'ballots', 'replies', 'escalations', 'postings'] as const),
  ...(['reminders', 'crises', 'wishes', 'routes', 'answers', 'activity', 'authors', 'summaries', 'schedules'] as const),
];
type Ours = (typeof OURS)[number];
