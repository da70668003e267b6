import { endOfDay, startOfDay } from './day.ts';
import type { MentionLine } from './overview.ts';
import type { ReportFacts } from './report.ts';

/** Whose watches a report counts: those that its reader may see, or those of the channel it stands in. */
export type Audience = 'person' | 'channel';

type KeptLine = Omit<MentionLine, 'at' | 'snoozedUntil'> & { at: string; snoozedUntil: string | null };

/** A report as it was posted: plain data that survives JSON. What it shows does not change any more. */
export type KeptReport = {
  kind: 'report';
  from: string;
  to: string;
  report: Omit<ReportFacts, 'top'> & { top: KeptLine[] };
  /** Who shared it, or whom it was sent to. */
  by: string;
  /** Sent to one person alone: then what they asked for and when, so that it is sent once. */
  sentFor: string | null;
  /** Whose watches it counts. */
  audience: Audience;
};

/** Makes a report one that can be kept. Pure. */
export function keepReport(
  facts: ReportFacts,
  { by, sentFor, audience }: Pick<KeptReport, 'by' | 'sentFor' | 'audience'>,
): KeptReport {
  const { days, timezone } = facts;
  return {
    kind: 'report',
    from: isoOf(startOfDay(days.first, timezone)),
    to: isoOf(endOfDay(days.last, timezone)),
    report: { ...facts, top: facts.top.map(keepLine) },
    by,
    sentFor,
    audience,
  };
}

/** A kept report as it was. Pure. */
export function reportOf({ report }: KeptReport): ReportFacts {
  return { ...report, top: report.top.map(thawLine) };
}

function keepLine(line: MentionLine): KeptLine {
  return { ...line, at: line.at.toISOString(), snoozedUntil: line.snoozedUntil?.toISOString() ?? null };
}

function thawLine(line: KeptLine): MentionLine {
  return {
    ...line,
    at: new Date(line.at),
    snoozedUntil: line.snoozedUntil === null ? null : new Date(line.snoozedUntil),
  };
}

function isoOf(at: Date | undefined): string {
  return (at ?? new Date(0)).toISOString();
}
