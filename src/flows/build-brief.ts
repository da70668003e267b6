import { readStatus } from '../db/status.ts';
import { countTones, listSourceIds } from '../db/summary-facts.ts';
import { listBallots, listSleeping, listStrongest, listUnanswered, listUnclaimed } from '../db/summary-lines.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import { countByHour, listListening } from '../db/volume.ts';
import type { Deps } from '../deps.ts';
import { overdueSince } from '../domain/nudge.ts';
import type { SourceLine } from '../domain/overview.ts';
import { isBusy } from '../domain/spike.ts';
import type { BriefFacts, Volume } from '../domain/summary.ts';
import type { Range } from '../domain/time.ts';
import { addTones } from '../domain/tone-balance.ts';
import { isUnwell } from '../views/status-message.ts';
import { listWeighty } from './list-weighty.ts';
import { learnUsual } from './read-volume.ts';
import type { SummaryScope } from './summary-scope.ts';

const WORST = 3;
const SHOWN = 3;

/** What happened since the last brief, and what waits at this moment. */
export async function buildBrief(
  deps: Deps,
  { reach, privateWatches }: SummaryScope,
  time: Range,
): Promise<BriefFacts> {
  const team = await getTeam(deps.db, deps.teamId);
  const { cells, backfilled } = await countTones(reach, [time.from, time.to]);
  const tone = addTones(cells.map((cell) => cell.tone));
  const unjudged = cells.reduce((sum, cell) => sum + cell.unjudged, 0);
  const status = await readStatus(deps.db, deps.teamId, time.to);
  return {
    kind: 'brief',
    from: time.from.toISOString(),
    to: time.to.toISOString(),
    timezone: team.timezone,
    mentions: Object.values(tone).reduce((sum, count) => sum + count, unjudged),
    tone,
    volumes: await readVolumes(deps, reach.channels, time, team.timezone),
    worst: await listStrongest(reach, 'negative', time, WORST),
    weighty: await listWeighty(reach, time, team.timezone, SHOWN),
    unclaimed: await listUnclaimed(reach, SHOWN),
    overdue: await listSleeping(reach, overdueSince(time.to, officeTeam(team)), SHOWN),
    calls: await listUnanswered(reach, SHOWN),
    ballots: await listBallots(reach, SHOWN),
    silent: silentOf(status.sources, await listSourceIds(reach), time.to),
    dead: status.dead.length,
    leftOut: { privateWatches, backfilled: backfilled[0] ?? 0, unclear: tone.unclear, unjudged },
  };
}

/** How much each watch heard, beside what is usual at these hours. */
async function readVolumes(deps: Deps, channels: string[], time: Range, timezone: string): Promise<Volume[]> {
  const watches = (await listListening(deps.db, deps.teamId)).filter(({ channelId }) => channels.includes(channelId));
  const usual = await learnUsual(deps, watches, time.from, timezone);
  const ids = watches.map(({ id }) => id);
  const counts = await countByHour(deps.db, ids, time);
  return watches.map(({ id, name }) => {
    const count = (counts.get(id) ?? []).reduce((sum, hour) => sum + hour.count, 0);
    const expected = usual.get(id)?.expected(time.from, time.to);
    return {
      watch: name,
      count,
      usual: expected ? expected.mean : null,
      isUnusual: expected !== undefined && isBusy(count, expected),
    };
  });
}

function silentOf(sources: SourceLine[], ids: number[], now: Date): BriefFacts['silent'] {
  const silent = sources.filter((source) => ids.includes(source.id) && isUnwell(source, now));
  const lines = silent.slice(0, SHOWN).map(({ name, network, lastSuccessAt }) => ({
    name: name || network,
    since: lastSuccessAt?.toISOString() ?? null,
  }));
  return { total: silent.length, lines };
}
