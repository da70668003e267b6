import { countTones, type ToneCell } from '../db/summary-facts.ts';
import { listStrongest } from '../db/summary-lines.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { dayOf, formatDay } from '../domain/day.ts';
import { daysBefore } from '../domain/schedule.ts';
import type { SentimentFacts, SummaryLine, ToneRow } from '../domain/summary.ts';
import { addTones, balanceOf, clearTones } from '../domain/tone-balance.ts';
import type { SummaryScope } from './summary-scope.ts';

const DAY = 24 * 60 * 60_000;
const WEEK = 7;
const ROWS = 6;
/** Of what moved the balance, and of what moved against it. */
const MOVED = 3;
const AGAINST = 1;

/** How many whole days a summary looks back: a week, or since the last one where that is longer ago than a day. */
function daysOf(kind: SentimentFacts['kind'], now: Date, lastAt: Date | null): number {
  if (kind === 'sentiment_weekly' || lastAt === null) return kind === 'sentiment_weekly' ? WEEK : 1;
  return Math.min(WEEK, Math.max(1, Math.round((+now - +lastAt) / DAY)));
}

/** What the mentions sound like, beside the seven days before. Days end at the hour of `now`. */
export async function buildSentiment(
  deps: Deps,
  { reach, privateWatches }: SummaryScope,
  wish: { kind: SentimentFacts['kind']; now: Date; lastAt: Date | null },
): Promise<SentimentFacts> {
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const days = daysOf(wish.kind, wish.now, wish.lastAt);
  const count = days + WEEK;
  const borders = Array.from({ length: count + 1 }, (_, n) => daysBefore(wish.now, count - n, timezone));
  const { cells, backfilled } = await countTones(reach, borders);
  const isNow = ({ stretch }: ToneCell) => stretch >= WEEK;
  const [from = wish.now, beforeFrom = wish.now] = [borders[WEEK], borders[0]];
  const tone = addTones(cells.filter(isNow).map((cell) => cell.tone));
  const before = addTones(cells.filter((cell) => !isNow(cell)).map((cell) => cell.tone));
  const shown = wish.kind === 'sentiment_weekly' ? WEEK : 0;
  return {
    kind: wish.kind,
    from: from.toISOString(),
    to: wish.now.toISOString(),
    beforeFrom: beforeFrom.toISOString(),
    timezone,
    tone,
    before,
    movers: await listMovers(reach, { from, to: wish.now }, balanceOf(tone) < balanceOf(before)),
    byWatch: rowsBy(cells, (cell) => cell.watch, isNow),
    byNetwork: rowsBy(cells, (cell) => cell.network, isNow),
    stretches: borders.slice(shown, -1).map((start, n) => ({
      name: formatDay(dayOf(start, timezone), wish.now, timezone),
      tone: addTones(cells.filter(({ stretch }) => stretch === shown + n).map((cell) => cell.tone)),
    })),
    leftOut: {
      privateWatches,
      backfilled: backfilled.slice(WEEK).reduce((sum, one) => sum + one, 0),
      unclear: tone.unclear,
      unjudged: cells.filter(isNow).reduce((sum, cell) => sum + cell.unjudged, 0),
    },
  };
}

/** Mentions of the side to which the balance went, and one of the other. */
async function listMovers(
  reach: SummaryScope['reach'],
  time: { from: Date; to: Date },
  isWorse: boolean,
): Promise<SummaryLine[]> {
  const sides = isWorse ? (['negative', 'positive'] as const) : (['positive', 'negative'] as const);
  return [
    ...(await listStrongest(reach, sides[0], time, MOVED)),
    ...(await listStrongest(reach, sides[1], time, AGAINST)),
  ];
}

/** One row a watch or network that was heard in the period, the most heard first. */
function rowsBy(cells: ToneCell[], nameOf: (cell: ToneCell) => string, isNow: (cell: ToneCell) => boolean): ToneRow[] {
  const names = [...new Set(cells.filter(isNow).map(nameOf))];
  const rows = names.map((name) => {
    const own = cells.filter((cell) => nameOf(cell) === name);
    const sum = (some: ToneCell[]) => addTones(some.map((cell) => cell.tone));
    return { name, tone: sum(own.filter(isNow)), before: sum(own.filter((cell) => !isNow(cell))) };
  });
  const heard = ({ tone }: ToneRow) => clearTones(tone) + tone.unclear;
  return rows.sort((a, b) => heard(b) - heard(a) || (a.name < b.name ? -1 : 1)).slice(0, ROWS);
}
