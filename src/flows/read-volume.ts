import { countByHour, type ListeningWatch } from '../db/volume.ts';
import type { Deps } from '../deps.ts';
import { type Baseline, LEARN_FROM_MS, learnBaseline } from '../domain/spike.ts';

const HOUR = 3_600_000;

/** What is usual for each of these watches, learnt from the weeks before `to`; none where there is too little of a past. */
export async function learnUsual(
  { db }: Pick<Deps, 'db'>,
  watches: ListeningWatch[],
  to: Date,
  timezone: string,
): Promise<Map<number, Baseline>> {
  const until = new Date(Math.floor(+to / HOUR) * HOUR);
  const from = new Date(+until - LEARN_FROM_MS);
  const ids = watches.map(({ id }) => id);
  const hours = await countByHour(db, ids, { from, to: until });
  const learnt = watches.flatMap(({ id, since }): [number, Baseline][] => {
    const history = { from: since > from ? since : from, to: until, hours: hours.get(id) ?? [] };
    const baseline = learnBaseline(history, timezone);
    return baseline ? [[id, baseline]] : [];
  });
  return new Map(learnt);
}
