import {
  type Baseline,
  findSurge,
  isStillUp,
  JUDGED_MS,
  LEARN_FROM_MS,
  learnBaseline,
} from '../../src/domain/spike.ts';
import { exponential, poisson } from '../helpers/seeded.ts';

export const HOUR = 3_600_000;
const MINUTE = 60_000;

type Storm = { at: number; hours: number; perHour: number };

/**
 * When mentions were said over so many weeks from Monday, 5 January 1970: so many an hour on average, more by day and on
 * workdays, in hours that scatter, one in twelve repeated within the half hour; and perhaps a storm.
 */
export function simulate(perHour: number, weeks: number, random: () => number, storm?: Storm): number[] {
  const said: number[] = [];
  for (let hour = 96; hour < 96 + weeks * 168; hour++) {
    const local = hour - 96;
    const usual = perHour * 0.85 * (isDay(local % 24) ? 1.4 : 0.33) * (Math.floor(local / 24) % 7 >= 5 ? 0.6 : 1.16);
    const mood = (exponential(random) + exponential(random) + exponential(random) + exponential(random)) / 4;
    for (let left = poisson(usual * mood, random); left > 0; left--)
      said.push(...story((hour + random()) * HOUR, random));
  }
  const until = storm ? storm.at + storm.hours * HOUR : 0;
  for (let at = storm?.at ?? 1; storm && at < until; at += (exponential(random) / storm.perHour) * HOUR) said.push(at);
  return said.sort((a, b) => a - b);
}

function isDay(hour: number): boolean {
  return hour >= 7 && hour < 22;
}

function story(at: number, random: () => number): number[] {
  if (random() >= 0.08) return [at];
  const repeats = Array.from({ length: 1 + Math.floor(random() * 3) }, () => at + (exponential(random) * HOUR) / 2);
  return [at, ...repeats];
}

/** What would be known at `now` of a watch that has listened since `since`. */
export function learnt(said: number[], now: number, since: number): Baseline | undefined {
  const from = Math.max(since, now - LEARN_FROM_MS);
  const to = now - JUDGED_MS;
  const hours = new Map<number, number>();
  for (const at of said) {
    if (at >= from && at < to) hours.set(Math.floor(at / HOUR), (hours.get(Math.floor(at / HOUR)) ?? 0) + 1);
  }
  const counts = [...hours].map(([hour, count]) => ({ hour, count }));
  return learnBaseline({ from: new Date(from), to: new Date(to), hours: counts }, 'UTC');
}

/** Looks every minute, as the job does, and gives when something began. */
export function alarms(said: number[], { from, to, since }: { from: number; to: number; since: number }): number[] {
  const found: number[] = [];
  let baseline = learnt(said, from, since);
  let lastUp: number | null = null;
  let next = 0;
  for (let now = from; now < to; now += MINUTE) {
    if ((now - from) % (12 * HOUR) === 0) baseline = learnt(said, now, since);
    while (next < said.length && (said[next] ?? 0) <= now) next += 1;
    const counts = (minutes: number) => countBack(said, next, now - minutes * MINUTE);
    if (!baseline || (lastUp === null && counts(240) < 6)) continue;
    if (lastUp !== null && isStillUp(baseline, counts, new Date(now))) lastUp = now;
    else if (lastUp !== null && now - lastUp >= 2 * HOUR) lastUp = null;
    else if (lastUp === null && findSurge(baseline, counts, new Date(now))) {
      found.push(now);
      lastUp = now;
    }
  }
  return found;
}

function countBack(said: number[], end: number, after: number): number {
  let count = 0;
  while (count < end && (said[end - 1 - count] ?? 0) > after) count += 1;
  return count;
}
