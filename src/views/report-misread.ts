import { MAX_REPORT_DAYS, type MisreadReport } from '../domain/report-asked.ts';
import { escapeMrkdwn } from '../domain/text.ts';
import { number } from './labels.ts';
import { oneLine } from './rich-text.ts';

const PERIODS = 'today, week, month, quarter, or two days such as 2026-11-01..2026-11-30';

/** What was not understood behind `/community report`, and what would be, as mrkdwn. */
export function misreadReportSentence({ misread, word }: MisreadReport): string {
  const typed = escapeMrkdwn(oneLine(word, 60));
  return SENTENCES[misread](typed);
}

const SENTENCES: Record<MisreadReport['misread'], (typed: string) => string> = {
  no_day: (typed) => `“${typed}” is no day of the calendar. Write days as in: /community report 2026-11-01..2026-11-30`,
  order: (typed) =>
    `“${typed}” ends before it begins. Write the earlier day first, as in: /community report 2026-11-01..2026-11-30`,
  too_long: (typed) => `“${typed}” is longer than a report can be: ${number(MAX_REPORT_DAYS)} days at most.`,
  no_period: (typed) => `I have no report for “${typed}”. You may ask for ${PERIODS}.`,
  two_periods: (typed) => `One period at a time, please: “${typed}” is a second one. You may ask for ${PERIODS}.`,
  by_what: (typed) =>
    typed
      ? `I cannot break a report down by “${typed}”. Such as: /community report month by person. Also by network and by department.`
      : 'By what? Such as: /community report month by person. Also by network and by department.',
  which_watch: () => 'Which watch? Write its name behind it, such as: /community report watch “Acme Cloud”',
};
