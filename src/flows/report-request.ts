import type { FoundMentions } from '../db/report-mentions.ts';
import type { TeamRow, WatchRow } from '../db/schema.ts';
import { endOfDay, startOfDay } from '../domain/day.ts';
import { sameName } from '../domain/department-form.ts';
import type { AskedReport } from '../domain/report-asked.ts';
import type { ReportDays } from '../domain/report-days.ts';
import type { Goal } from '../domain/settings.ts';

/** What a report is made of. */
export type ReportRequest = {
  team: TeamRow;
  /** All watches that the reader may see, and those the report is about. */
  seen: WatchRow[];
  watches: WatchRow[];
  channels: string[];
  asked: AskedReport;
  period: ReportDays;
  now: Date;
};

/** From the beginning of the first day to the end of the last, in the team's zone. */
export function rangeOf({ team, period, now }: ReportRequest): FoundMentions['range'] {
  const { first, last } = period.days;
  return { from: startOfDay(first, team.timezone) ?? now, to: endOfDay(last, team.timezone) ?? now };
}

/** Goals that look at such a period, and at what the report is about. */
export function goalsOf({ team, seen, watches, asked, period }: ReportRequest): Goal[] {
  const shown = asked.watch === null ? seen : watches;
  return team.goals.filter((goal) => {
    if (goal.period !== period.goals) return false;
    return goal.watch === undefined ? asked.watch === null : shown.some((watch) => isNamed(watch, goal.watch));
  });
}

/** Whether a goal names this watch. */
export function isNamed({ name }: { name: string }, wanted: string | undefined): boolean {
  return wanted !== undefined && sameName(name, wanted);
}
