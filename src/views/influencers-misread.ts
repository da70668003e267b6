import { MAX_REPORT_DAYS, type MisreadReport } from '../domain/report-asked.ts';
import { escapeMrkdwn } from '../domain/text.ts';
import { number } from './labels.ts';
import { oneLine } from './rich-text.ts';

type Misreading = MisreadReport['misread'];

const EXAMPLE =
  'Such as: /community influencers month, /community influencers 2026-10-01..2026-10-31, /community influencers quarter Acme.';

const WHY: Record<Misreading, (word: string) => string> = {
  no_day: (word) => `“${word}” is no day. Days are written like 2026-10-31.`,
  order: (word) => `The first day of “${word}” comes after its last.`,
  too_long: (word) => `“${word}” is longer than ${number(MAX_REPORT_DAYS)} days.`,
  no_period: (word) =>
    `“${word}” is no period. There are today, week, month, quarter, and two days with two dots between.`,
  two_periods: (word) => `“${word}” is a second period, and only one can be shown.`,
  by_what: () => 'Influencers are not grouped, so leave out what stands behind “by”.',
  which_watch: () => 'Which watch? Write its name behind the word.',
};

/** What was not understood behind `/community influencers`, and what would be, as mrkdwn. */
export function misreadInfluencers({ misread, word }: MisreadReport): string {
  return `${WHY[misread](escapeMrkdwn(oneLine(word, 60)))} ${EXAMPLE}`;
}
