import { type Leaning, leaningOf } from './influence.ts';
import { clearTones, type ToneCounts } from './tone-balance.ts';

/** Fewer mentions than this are no rise, and fewer of a clear tone no turn. */
const MIN_TIMES = 3;
const MIN_CLEAR = 2;

/** Whether somebody speaks clearly more often than in as much time before: at least twice as often and once more. Pure. */
export function isRising(times: number, timesBefore: number): boolean {
  return times >= MIN_TIMES && times > 2 * timesBefore;
}

/** From what to what somebody's tone turned; undefined where it did not, or too little tells. Pure. */
export function turnOf(before: ToneCounts, now: ToneCounts): { was: Leaning; is: Leaning } | undefined {
  if (Math.min(clearTones(before), clearTones(now)) < MIN_CLEAR) return undefined;
  const [was, is] = [leaningOf(before), leaningOf(now)];
  if (!was || !is || was === is || (is !== 'negative' && is !== 'positive')) return undefined;
  return { was, is };
}
