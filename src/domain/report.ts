import type { Kind, Tone } from './judgement.ts';
import type { MentionLine } from './overview.ts';
import type { Goal } from './settings.ts';

/** What a report is asked for. */
export const REPORT_GROUPS = ['network', 'person', 'department'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** Whole days in the team's zone, both included. */
export type Days = { first: string; last: string };

/** How long something took, in office time where the team has hours; null when nothing was measured. */
export type Times = { measured: number; medianMinutes: number | null; p90Minutes: number | null };

/** What the mentions of some days came to. */
export type Counts = {
  mentions: number;
  claimed: number;
  answered: number;
  dismissed: number;
  toClaim: Times;
  toReply: Times;
  tone: Record<Tone, number>;
  kinds: Record<Kind, number>;
  /** Replies by the employee whose they are, most first. */
  repliers: { personId: string; replies: number }[];
  /** What departments were asked and did, by their names. */
  departments: { name: string; routed: number; resolved: number }[];
};

/** A goal beside what was reached; `actual` is null where nothing could be measured. */
export type GoalResult = { goal: Goal; actual: number | null; met: boolean | null };

/** One row of a report that is broken down: by network, person or department. */
export type ReportRow = { name: string; personId?: string; counts: Counts };

/** Everything that a report shows; drawing it asks nobody. */
export type ReportFacts = {
  days: Days;
  /** As it was asked for, such as "week". */
  asked: string;
  /** The days before, as many of them. */
  before: Days;
  timezone: string;
  /** The one watch it is about; null for all that its reader may see. */
  watch: string | null;
  counts: Counts;
  countsBefore: Counts;
  /** Whether any of these watches listened in the days before: if none did, there is nothing to compare with. */
  wasWatched: boolean;
  /** By day, for charts; days without mentions are there too. */
  byDay: { day: string; mentions: number; tone: Record<Tone, number> }[];
  /** Mentions by watch: the share of voice. */
  byWatch: { name: string; mentions: number }[];
  goals: GoalResult[];
  by: ReportGroup | null;
  rows: ReportRow[];
  /** The mentions that mattered most. */
  top: MentionLine[];
  /** What a reader must know to read the numbers rightly, a sentence each: a watch that began later, days not complete. */
  notes: string[];
};
