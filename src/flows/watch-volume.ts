import { insertSummary } from '../db/summaries.ts';
import { getTeam } from '../db/teams.ts';
import {
  beginSpike,
  endSpike,
  keepSpike,
  type ListeningWatch,
  listListening,
  listOpenSpikes,
  listSaidAt,
  type OpenSpike,
} from '../db/volume.ts';
import type { Deps } from '../deps.ts';
import { findSurge, isStillUp, JUDGED_MS, type Surge } from '../domain/spike.ts';
import type { SpikeFacts } from '../domain/summary.ts';
import { buildSpike } from './build-spike.ts';
import { learnUsual } from './read-volume.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Fewer mentions than this need no closer look. */
const FEW = 6;
/** Volume that has been usual for so long is back to what it was. */
const OVER_AFTER_MS = 2 * HOUR;

/** Looks for unusual volume: what begins is told in its watch's channel, once until it is over. Returns how much began. */
export async function watchVolume(deps: Deps): Promise<number> {
  const now = deps.clock();
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const said = await listSaidAt(deps.db, deps.teamId, new Date(+now - JUDGED_MS));
  const open = await listOpenSpikes(deps.db, deps.teamId);
  const openOf = (watch: ListeningWatch) => open.find(({ watchId }) => watchId === watch.id);
  const watches = await listListening(deps.db, deps.teamId);
  const busy = watches.filter((watch) => (said.get(watch.id)?.length ?? 0) >= FEW || openOf(watch));
  const usual = await learnUsual(deps, busy, new Date(+now - JUDGED_MS), timezone);
  let begun = 0;
  for (const watch of busy) {
    const counts = countsBack(said.get(watch.id) ?? [], now);
    const [baseline, spike] = [usual.get(watch.id), openOf(watch)];
    if (spike) await follow(deps, spike, baseline !== undefined && isStillUp(baseline, counts, now), now);
    else if (baseline && (await begin(deps, watch, findSurge(baseline, counts, now), now))) begun += 1;
  }
  await endUnheard(deps, open, watches, now);
  return begun;
}

async function follow(deps: Deps, spike: OpenSpike, isUp: boolean, now: Date): Promise<void> {
  if (isUp) await keepSpike(deps.db, spike.id, now);
  else if (+now - +spike.lastSeenAt >= OVER_AFTER_MS) await endSpike(deps.db, spike.id, now);
}

/** What a paused watch does not hear is over. */
async function endUnheard(deps: Deps, open: OpenSpike[], watches: ListeningWatch[], now: Date): Promise<void> {
  const isHeard = ({ watchId }: OpenSpike) => watches.some(({ id }) => id === watchId);
  for (const spike of open) if (!isHeard(spike)) await endSpike(deps.db, spike.id, now);
}

async function begin(deps: Deps, watch: ListeningWatch, surge: Surge | undefined, now: Date): Promise<boolean> {
  if (!surge) return false;
  const facts = await buildSpike(deps, watch, surge, now);
  const { count, expected } = surge;
  return deps.db.transaction().execute(async (trx) => {
    if (!(await beginSpike(trx, { teamId: deps.teamId, watchId: watch.id, count, expected }, now))) return false;
    await insertSummary(trx, { teamId: deps.teamId, channelId: watch.channelId, facts }, now);
    return true;
  });
}

/** How many of these were said in the last so many minutes. */
function countsBack(said: Date[], now: Date): (minutes: number) => number {
  return (minutes) => said.filter((at) => +at > +now - minutes * MINUTE).length;
}

/** The watch that is talked about most at this moment, as an alert would show it; undefined while nothing is heard. */
export async function readBusiest(deps: Deps, channels: string[]): Promise<SpikeFacts | undefined> {
  const now = deps.clock();
  const from = new Date(+now - JUDGED_MS);
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const said = await listSaidAt(deps.db, deps.teamId, from);
  const watches = (await listListening(deps.db, deps.teamId)).filter(({ channelId }) => channels.includes(channelId));
  const countOf = ({ id }: ListeningWatch) => said.get(id)?.length ?? 0;
  const [watch] = watches.filter(countOf).sort((a, b) => countOf(b) - countOf(a));
  if (!watch) return undefined;
  const usual = (await learnUsual(deps, [watch], from, timezone)).get(watch.id);
  const expected = usual?.expected(from, now).mean ?? null;
  return buildSpike(deps, watch, { minutes: JUDGED_MS / MINUTE, count: countOf(watch), expected }, now);
}
