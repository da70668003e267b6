import { z } from 'zod';
import { REPORT_GROUPS } from '../domain/report.ts';
import { type AskedReport, MAX_ASKED_NAME, NAMED_PERIODS } from '../domain/report-asked.ts';

/** What the buttons of a private report carry: what was asked, and when, for "today" is over at midnight. */
export type ReportTurn = { asked: AskedReport; at: Date };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const turn = z.object({
  period: z.union([z.enum(NAMED_PERIODS), z.object({ first: day, last: day })]),
  // A name may take two UTF-16 units a character.
  watch: z
    .string()
    .max(MAX_ASKED_NAME * 2)
    .nullable(),
  by: z.enum(REPORT_GROUPS).nullable(),
  at: z.number().int().min(0).max(32_503_680_000),
});

/** As a button's value, or as what a form remembers: within Slack's 2,000 characters. */
export function writeReportTurn({ asked, at }: ReportTurn): string {
  return JSON.stringify({ ...asked, at: Math.floor(at.getTime() / 1000) });
}

/** What a button or a form carried; undefined when it is not ours. Says what to count and never what may be seen. */
export function readReportTurn(value: string | undefined): ReportTurn | undefined {
  try {
    const { at, ...asked } = turn.parse(JSON.parse(value ?? ''));
    return { asked, at: new Date(at * 1000) };
  } catch {
    return undefined;
  }
}
