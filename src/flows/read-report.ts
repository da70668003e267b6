import { findLines } from '../db/home.ts';
import { countUncounted, type FoundMentions, listTop } from '../db/report-mentions.ts';
import type { Db } from '../db/schema.ts';
import { type Counted, sumAll, sumByDay, sumByNetwork, sumByWatch } from '../db/tally-sums.ts';
import { getTeam } from '../db/teams.ts';
import { listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { dayOf } from '../domain/day.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ReportFacts, ReportRow } from '../domain/report.ts';
import type { AskedReport } from '../domain/report-asked.ts';
import {
  COUNTED,
  COUNTED_BY_DEPARTMENT,
  COUNTED_BY_PERSON,
  countsByDepartment,
  countsByPerson,
  countsOf,
} from '../domain/report-counts.ts';
import { eachDay, reportDays } from '../domain/report-days.ts';
import { NO_TONES } from '../domain/tone-balance.ts';
import { networkFacts } from '../networks/index.ts';
import { named } from './read-queue.ts';
import { goalResults } from './report-goals.ts';
import { reportNotesOf } from './report-notes.ts';
import { type ReportRequest, rangeOf } from './report-request.ts';

/** How many of the mentions that mattered most. */
const TOP = 5;

/** What a person asked for, out of the watches whose channels they are in at this moment. */
export async function readReport(deps: Deps, personId: string, asked: AskedReport): Promise<ReportFacts | Refusal> {
  return readReportOf(deps, await deps.slack.channelsOf(personId), asked, deps.clock());
}

/** The same for whoever is in these channels, as it is at that time. */
export async function readReportOf(
  deps: Deps,
  channels: string[],
  asked: AskedReport,
  now: Date,
): Promise<ReportFacts | Refusal> {
  const team = await getTeam(deps.db, deps.teamId);
  const seen = (await listWatches(deps.db, deps.teamId)).filter(({ channel_id }) => channels.includes(channel_id));
  const watches = asked.watch === null ? seen : named(seen, asked.watch);
  if (asked.watch !== null && watches.length === 0)
    return { refusal: 'unknown_watch', name: asked.watch, known: seen.map(({ name }) => name) };
  const period = reportDays(asked.period, dayOf(now, team.timezone));
  if (!period) return { refusal: 'not_begun' };
  return count(deps, { team, seen, watches, channels, asked, period, now });
}

async function count(deps: Deps, request: ReportRequest): Promise<ReportFacts> {
  const { team, watches, channels, asked, period } = request;
  const { db, teamId } = deps;
  const { days, before } = period;
  const watchIds = watches.map(({ id }) => id);
  const counted: Counted = { teamId, watchIds, days };
  const found: FoundMentions = { teamId, watchIds, range: rangeOf(request) };
  const counts = countsOf(await sumAll(db, counted, COUNTED));
  const countsBefore = countsOf(await sumAll(db, { ...counted, days: before }, COUNTED));
  const ofWatch = await sumByWatch(db, counted);
  const top = await listTop(db, found, TOP);
  const lines = await findLines(db, teamId, top, channels, networkFacts);
  return {
    days,
    asked: typeof asked.period === 'string' ? asked.period : `${asked.period.first}..${asked.period.last}`,
    before,
    timezone: team.timezone,
    watch: asked.watch === null ? null : watches.map(({ name }) => name).join(', '),
    counts,
    countsBefore,
    wasWatched: watches.some(({ created_at }) => dayOf(created_at, team.timezone) <= before.last),
    byDay: await byDay(deps, counted),
    byWatch: watches.map(({ id, name }) => ({ name, mentions: ofWatch.get(id) ?? 0 })),
    goals: await goalResults(deps, request, { counted, counts }),
    by: asked.by,
    rows: await rowsOf(db, asked, counted),
    top: top.flatMap((id) => lines.get(id) ?? []),
    notes: reportNotesOf(request, { counts, uncounted: await countUncounted(db, found) }),
  };
}

async function byDay(deps: Deps, counted: Counted): Promise<ReportFacts['byDay']> {
  const days = new Map(eachDay(counted.days).map((day) => [day, { day, mentions: 0, tone: { ...NO_TONES } }]));
  for (const { day, measure, label, count } of await sumByDay(deps.db, counted)) {
    const one = days.get(day);
    if (one && measure === 'mentions') one.mentions += count;
    if (one && label !== '') one.tone[label] += count;
  }
  return [...days.values()];
}

async function rowsOf(db: Db, { by }: AskedReport, counted: Counted): Promise<ReportRow[]> {
  if (by === 'person') return countsByPerson(await sumAll(db, counted, COUNTED_BY_PERSON));
  if (by === 'department') return countsByDepartment(await sumAll(db, counted, COUNTED_BY_DEPARTMENT));
  if (by === null) return [];
  const rows = await sumByNetwork(db, counted, COUNTED);
  const networks = [...new Set(rows.map(({ network }) => network))];
  return networks
    .map((network) => ({
      name: networkFacts.label(network, null),
      counts: countsOf(rows.filter((row) => row.network === network)),
    }))
    .sort((a, b) => b.counts.mentions - a.counts.mentions);
}
