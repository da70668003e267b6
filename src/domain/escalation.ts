import type { EscalationLevel } from './card.ts';
import { type OfficeTeam, officeTimeAfter } from './office-time.ts';
import type { EscalationStep } from './settings.ts';

/** One rung of the ladder as it stood when help was called for, and what became of it. */
export type Rung = EscalationStep & {
  /** What a user group is called in Slack, as far as Slack told. */
  name: string | null;
  calledAt: Date | null;
  /** Its turn came, and there was nobody to call: a user group without members. */
  isEmpty: boolean;
};

/** A call for help as far as its climbing is concerned; `rung` is the highest one whose turn came, -1 for none yet. */
export type Climb = {
  level: EscalationLevel;
  at: Date;
  rung: number;
  ladder: Rung[];
  acknowledgedBy: string | null;
  closedAt: Date | null;
};

/** How many rungs a level calls at once. */
const AT_ONCE: Record<EscalationLevel, number> = { help: 1, urgent: 2, crisis: Number.POSITIVE_INFINITY };

/** The ladder of a call that begins now: nobody is on it twice, and without any rung `fallback` is the only one. Pure. */
export function ladderOf(steps: EscalationStep[], fallback: string): Rung[] {
  const first = steps.filter((step, n) => steps.findIndex(({ to }) => to === step.to) === n);
  return first.length > 0 ? first.map(freshRung) : [freshRung({ to: fallback, afterMs: 0 })];
}

function freshRung({ to, afterMs }: EscalationStep): Rung {
  return { to, afterMs, name: null, calledAt: null, isEmpty: false };
}

/**
 * When the turn of rung `n` comes: at once as far as the level says, else after its time, of which only office hours
 * count; never before the rung below. Pure.
 */
export function turnOf({ level, at, ladder }: Climb, n: number, team: OfficeTeam): Date {
  if (n < AT_ONCE[level]) return at;
  const afterMs = Math.max(...ladder.slice(0, n + 1).map((rung) => rung.afterMs));
  return officeTimeAfter(at, afterMs, team);
}

/** The rungs whose turn has come and that were not called yet; none once somebody is on it or it is closed. Pure. */
export function dueRungs(climb: Climb, now: Date, team: OfficeTeam): number[] {
  if (climb.acknowledgedBy || climb.closedAt) return [];
  return climb.ladder.flatMap((_, n) => (n > climb.rung && turnOf(climb, n, team) <= now ? [n] : []));
}

/** When the next rung is called unless somebody is on it by then; null at the top, or when nobody need climb. Pure. */
export function nextTurn(climb: Climb, team: OfficeTeam): Date | null {
  const next = climb.rung + 1;
  if (climb.acknowledgedBy || climb.closedAt || next >= climb.ladder.length) return null;
  return turnOf(climb, next, team);
}

/** What kind of place or people a rung names, as Slack's ids tell. */
export type RungKind = 'channel' | 'person' | 'group';

/** A channel (C…, G…), a person (U…, W…) or a user group (S…). */
export function rungKind(to: string): RungKind {
  if (/^S/.test(to)) return 'group';
  return /^[UW]/.test(to) ? 'person' : 'channel';
}

/**
 * The climb after the turns up to `now`: whose turn it was is called, user groups among `empty` are passed over. So that
 * a call always reaches somebody, a beginning that would reach nobody goes on to the next rung, and at last to
 * `fallback`. Pure.
 */
export function climbUp(
  climb: Climb,
  now: Date,
  team: OfficeTeam,
  { empty, fallback }: { empty: Set<string>; fallback: string },
): { climb: Climb; turns: Rung[] } {
  const due = dueRungs(climb, now, team);
  if (due.length === 0) return { climb, turns: [] };
  const take = (one: Rung): Rung => {
    const isEmpty = rungKind(one.to) === 'group' && empty.has(one.to);
    return { ...one, calledAt: isEmpty ? null : now, isEmpty };
  };
  const ladder = climb.ladder.map((one, n) => (due.includes(n) ? take(one) : one));
  let rung = climb.rung + due.length;
  while (!ladder.some(({ calledAt }) => calledAt)) {
    rung += 1;
    ladder[rung] = take(ladder[rung] ?? freshRung({ to: fallback, afterMs: 0 }));
  }
  return { climb: { ...climb, ladder, rung }, turns: ladder.slice(climb.rung + 1, rung + 1) };
}
