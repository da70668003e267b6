import { revive } from '../db/due.ts';
import { startSource } from '../db/sources.ts';
import type { Deps } from '../deps.ts';
import type { DeadRow } from '../domain/overview.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { getPerson } from './person.ts';

/** Where work of each kind is kept. */
const TABLES = {
  posting: 'postings',
  ballot: 'ballots',
  escalation: 'escalations',
  reminder: 'reminders',
  answer: 'answers',
  schedule: 'schedules',
  route: 'routes',
  hold: 'replies',
} as const;

/** Gives dead work or a failing source another chance, at once. Managers only. */
export async function retryDead(
  deps: Deps,
  wish: { kind: DeadRow['kind'] | 'source'; id: number; personId: string },
): Promise<Refusal | undefined> {
  const refused = mayDo(await getPerson(deps, wish.personId), 'retry_dead');
  if (refused) return refused;
  const now = deps.clock();
  const done =
    wish.kind === 'source'
      ? await startSource(deps.db, deps.teamId, wish.id, now)
      : await revive(deps.db, TABLES[wish.kind], deps.teamId, wish.id, now);
  return done ? undefined : { refusal: 'gone' };
}
