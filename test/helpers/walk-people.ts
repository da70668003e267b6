import type { Department } from '../../src/domain/settings.ts';
import { aMention, aTeam, aWatch, HELP, MINUTE } from './builders.ts';
import { ANA, BEN, CHI, DANA } from './facts.ts';
import type { Row } from './snapshot.ts';
import type { World } from './world.ts';

export const EVE = 'U0EVE';
/** May reply without a ballot. */
export const VOICE = CHI;
export const GROUP = 'S0GROUP';

/** Those who read and talk, and never act. */
const STRANGERS = ['U0GUEST', 'U0BOT2', 'U0FAR', 'U0GONE', 'U0NOBODY'];
export const PEOPLE = [ANA, BEN, CHI, DANA, EVE, ...STRANGERS];

export const isEmployee = (id: string) => PEOPLE.includes(id) && !STRANGERS.includes(id);
export const isManager = (id: string) => id === DANA;

/** How the votes of a walk are ruled. */
export const POLICIES = [
  { votes: 1, objections: 1, approvers: 'everyone' as const },
  { votes: 2, objections: 1, approvers: 'everyone' as const },
  { votes: 2, objections: 2, approvers: [ANA, BEN, DANA, GROUP] },
  { votes: 1, objections: 1, approvers: [ANA, DANA], extra: [{ when: 'crisis' as const, group: GROUP }] },
];

/** Whether this person is one whose vote on the ballot counts, read from its row alone. */
export function mayVoteOn(ballot: Row<'ballots'> | undefined, id: string): boolean {
  if (!ballot || !isEmployee(id) || id === ballot.writer_id) return false;
  if (ballot.approvers === 'everyone') return true;
  const named = [...ballot.approvers, ...ballot.required_groups];
  return named.includes(id) || (id === EVE && named.includes(GROUP));
}

/** A team with people of every kind, and one mention in its channel. Returns its id. */
export async function aWorkplace(world: World, policy: (typeof POLICIES)[number], takes: Department): Promise<number> {
  await aTeam(world, { managers: [DANA] });
  await world.db
    .updateTable('teams')
    .set({ departments: JSON.stringify([takes]) })
    .execute();
  const escalation = [
    { to: HELP, afterMs: 0 },
    { to: ANA, afterMs: 30 * MINUTE },
    { to: GROUP, afterMs: 60 * MINUTE },
  ];
  await aWatch(world, { voices: [VOICE], approval: { ...policy, windowMs: 180 * MINUTE }, escalation });
  world.slack.groups.set(GROUP, [EVE]);
  world.slack.describe('U0GUEST', { isGuest: true });
  world.slack.describe('U0BOT2', { isBot: true });
  world.slack.describe('U0FAR', { isForeign: true });
  world.slack.describe('U0GONE', { isDeleted: true });
  world.slack.describe('U0NOBODY', undefined);
  return aMention(world);
}
