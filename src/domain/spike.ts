import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { tailOf } from './negative-binomial.ts';

/** How many mentions an hour of the past brought; `hour` counts hours since 1970, hours without a mention are left out. */
export type HourCount = { hour: number; count: number };

/** What is known of a watch's past: every hour from `from` up to, not including, `to`. */
export type VolumeHistory = { from: Date; to: Date; hours: HourCount[] };

/** What is usual: `expected` mentions between two instants, and how widely that scatters (variance = m + scatter · m²). */
export type Baseline = { expected(from: Date, to: Date): { mean: number; scatter: number } };

/** More mentions in these minutes than chance brings. */
export type Surge = { minutes: number; count: number; expected: number };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const WEEK = 168;

/** The weeks that a baseline looks back over. */
export const LEARN_FROM_MS = 8 * WEEK * HOUR;
/** With less of a past than this nothing is unusual yet. */
export const LEARN_AT_LEAST_MS = 48 * HOUR;
/** What is judged is left out of what it is judged by. */
export const JUDGED_MS = 4 * HOUR;

/** A short window sees a storm within minutes, a long one what swells slowly. */
const WINDOWS = [10, 60, 240];
/** A window is unusual when chance alone brings so many mentions less often than this … */
const CHANCE = 3e-6;
/** … and there are this many, and so many times what was expected: what is merely significant wakes nobody. */
const MIN_MENTIONS = 6;
const MIN_TIMES = 3;
/** While it is at least this unlikely, a surge goes on. */
const CHANCE_OF_MORE = 0.02;

/** How much a slot is believed to differ from the slots around it: the shape of a gamma prior. */
const PRIOR = 3;
const PRIOR_SCATTER = 0.4;
const PRIOR_SCATTER_WEIGHT = 5;
/** What most weeks bring can be told of so many. */
const MIN_WEEKS = 3;

/**
 * Whether a watch is talked about more than is usual at this hour of the week: the window that is most so, or undefined.
 * `counts` gives the mentions of the last so many minutes.
 *
 * Simulated over 3 to 12 months each of 0.05 to 60 mentions an hour, with days, weekends, repeats and scatter, looked at
 * every minute or two (`test/domain/spike.test.ts` does a part of it again): 0 to 0.2 false alarms in a watch-month after
 * eight weeks of learning, 0 to 0.4 after three days. A storm of 20 an hour over a quiet watch (0.3 an hour or less) is
 * seen after 18 to 26 minutes in the median, one of 60 after 6 or 7, ten times a busy watch's usual (5 to 20 an hour)
 * after 6 to 20; five times may take hours, and what merely doubles is not told. Pure.
 */
export function findSurge(baseline: Baseline, counts: (minutes: number) => number, now: Date): Surge | undefined {
  const surges = WINDOWS.flatMap((minutes) => {
    const count = counts(minutes);
    if (count < MIN_MENTIONS) return [];
    const { mean, scatter } = baseline.expected(new Date(+now - minutes * MINUTE), now);
    const isUnusual = count >= MIN_TIMES * mean && tailOf(count, mean, scatter) < CHANCE;
    return isUnusual ? [{ minutes, count, expected: mean }] : [];
  });
  return surges.sort((a, b) => b.count / b.expected - a.count / a.expected)[0];
}

/** Whether volume is still above the usual, so that what began is not over; nor is it while it would begin anew. Pure. */
export function isStillUp(baseline: Baseline, counts: (minutes: number) => number, now: Date): boolean {
  if (findSurge(baseline, counts, now)) return true;
  const count = counts(60);
  const { mean, scatter } = baseline.expected(new Date(+now - HOUR), now);
  return count > 0 && tailOf(count, mean, scatter) < CHANCE_OF_MORE;
}

/** Whether a whole night or day brought more than such ones do: once in a thousand by chance, and twice as many. Pure. */
export function isBusy(count: number, { mean, scatter }: { mean: number; scatter: number }): boolean {
  return count >= MIN_MENTIONS && count >= 2 * mean && tailOf(count, mean, scatter) < 0.001;
}

/**
 * Learns what is usual by the hour of the week in the team's zone. With few data an hour of the week leans on the same
 * hour of other days, and that on the watch's overall rate; hours that stood out by far count as merely busy ones.
 * Undefined while there is too little of a past. Pure.
 */
export function learnBaseline(history: VolumeHistory, timezone: string): Baseline | undefined {
  if (+history.to - +history.from < LEARN_AT_LEAST_MS) return undefined;
  const slotAt = slotsIn(timezone);
  const past = tamed(hoursOf(history).map(({ hour, count }) => ({ slot: slotAt(hour), count })));
  const overall = (sumOf(past) + 0.5) / (past.length + 1);
  const whole: Rate = { rate: overall, doubt: 0 };
  const daily = gather(past, 24, ({ slot }) => slot % 24).map((one) => lean(one, whole));
  const weekly = gather(past, WEEK, ({ slot }) => slot).map((one, slot) => lean(one, daily[slot % 24] ?? whole));
  const usual = (slot: number) => weekly[slot] ?? whole;
  const scatter = scatterOf(past.map(({ slot, count }) => ({ count, mean: usual(slot).rate })));
  return {
    expected: (from, to) => {
      const parts = hoursBetween(+from, +to).map(({ hour, share }) => ({ ...usual(slotAt(hour)), share }));
      const mean = parts.reduce((sum, { rate, share }) => sum + rate * share, 0);
      return { mean, scatter: scatter + Math.max(0, ...parts.map(({ doubt }) => doubt)) };
    },
  };
}

type SlotCount = { slot: number; count: number };

/** Every hour of the past, also those without a mention. */
function hoursOf({ from, to, hours }: VolumeHistory): HourCount[] {
  const known = new Map(hours.map(({ hour, count }) => [hour, count]));
  const first = Math.ceil(+from / HOUR);
  const length = Math.max(0, Math.floor(+to / HOUR) - first);
  return Array.from({ length }, (_, n) => ({ hour: first + n, count: known.get(first + n) ?? 0 }));
}

/**
 * Storms of the past are no rule: an hour counts at most twice what all but one in twenty hours brought, or twice what
 * this hour of the week brings in most weeks.
 */
function tamed(past: SlotCount[]): SlotCount[] {
  const busy = quantile(past, 0.95);
  const bySlot = Array.from({ length: WEEK }, (): SlotCount[] => []);
  for (const one of past) bySlot[one.slot]?.push(one);
  const most = bySlot.map((all) => 2 * Math.max(busy, all.length < MIN_WEEKS ? 0 : quantile(all, 0.5)) + 3);
  return past.map(({ slot, count }) => ({ slot, count: Math.min(count, most[slot] ?? count) }));
}

function quantile(past: SlotCount[], share: number): number {
  const sorted = past.map(({ count }) => count).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

type Gathered = { hours: number; count: number };

function gather<T extends { count: number }>(past: T[], slots: number, slotOf: (one: T) => number): Gathered[] {
  const all = Array.from({ length: slots }, () => ({ hours: 0, count: 0 }));
  for (const one of past) {
    const slot = all[slotOf(one)];
    if (!slot) continue;
    slot.hours += 1;
    slot.count += one.count;
  }
  return all;
}

/** So many mentions an hour, and how far off that may be: the variance of its ratio to the truth. */
type Rate = { rate: number; doubt: number };

/** The rate of a slot, between what it showed and what the slots around it let expect; hours that scatter say less. */
function lean({ hours, count }: Gathered, around: Rate): Rate {
  const weight = hours / (1 / around.rate + PRIOR_SCATTER);
  const shown = hours > 0 ? count / hours : 0;
  const rate = (weight * shown + PRIOR * around.rate) / (weight + PRIOR);
  return { rate, doubt: around.doubt + 1 / (weight + PRIOR) };
}

/** How much more than by pure chance the hours scatter around what was to be expected of them. */
function scatterOf(hours: { count: number; mean: number }[]): number {
  const excess = hours.reduce((sum, { count, mean }) => sum + (count - mean) ** 2 - mean, 0);
  const squares = hours.reduce((sum, { mean }) => sum + mean ** 2, 0);
  const prior = PRIOR_SCATTER * PRIOR_SCATTER_WEIGHT;
  return Math.max(0.05, (excess + prior) / (squares + PRIOR_SCATTER_WEIGHT));
}

function sumOf(past: { count: number }[]): number {
  return past.reduce((sum, { count }) => sum + count, 0);
}

/** The hours that lie between two instants, with the share of each that does. */
function hoursBetween(from: number, to: number): { hour: number; share: number }[] {
  const first = Math.floor(from / HOUR);
  const count = Math.max(0, Math.ceil(to / HOUR) - first);
  return Array.from({ length: count }, (_, n) => {
    const start = (first + n) * HOUR;
    return { hour: first + n, share: (Math.min(to, start + HOUR) - Math.max(from, start)) / HOUR };
  });
}

/** The hour of the week on the wall of the zone, 0 to 167. */
function slotsIn(timezone: string): (hour: number) => number {
  const known = IANAZone.create(timezone);
  const zone: Zone = known.isValid ? known : FixedOffsetZone.utcInstance;
  return (hour) => {
    const local = hour + Math.floor(zone.offset(hour * HOUR) / 60);
    // 1970 began on a Thursday, the fourth day of the week.
    return (((local + 72) % WEEK) + WEEK) % WEEK;
  };
}
