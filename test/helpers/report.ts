import { KINDS } from '../../src/domain/judgement.ts';
import type { Counts, ReportFacts } from '../../src/domain/report.ts';
import { NO_TONES } from '../../src/domain/tone-balance.ts';
import { ANA, aLine, BEN, CHI } from './facts.ts';

export const NO_TIMES = { measured: 0, medianMinutes: null, p90Minutes: null };
const NO_KINDS = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Counts['kinds'];

/** What some days came to; nothing, where nothing is said. */
export function someCounts(counts: Partial<Counts> = {}): Counts {
  const none = { mentions: 0, claimed: 0, answered: 0, dismissed: 0, toClaim: NO_TIMES, toReply: NO_TIMES };
  return { ...none, tone: NO_TONES, kinds: NO_KINDS, repliers: [], departments: [], ...counts };
}

/** A full week of Acme's: 42 mentions, 20 the week before. */
export function aReport(facts: Partial<ReportFacts> = {}): ReportFacts {
  return {
    days: { first: '2026-11-16', last: '2026-11-22' },
    asked: 'week',
    before: { first: '2026-11-09', last: '2026-11-15' },
    timezone: 'Europe/Berlin',
    watch: null,
    counts: someCounts({
      mentions: 42,
      claimed: 36,
      answered: 30,
      dismissed: 4,
      toClaim: { measured: 36, medianMinutes: 42, p90Minutes: 185 },
      toReply: { measured: 28, medianMinutes: 95, p90Minutes: 600 },
      tone: { negative: 12, neutral: 20, positive: 6, unclear: 4 },
      kinds: { ...NO_KINDS, complaint: 12, question: 8, praise: 1 },
      repliers: [
        { personId: BEN, replies: 14 },
        { personId: ANA, replies: 10 },
        { personId: CHI, replies: 6 },
      ],
      departments: [{ name: 'Product', routed: 4, resolved: 3 }],
    }),
    wasWatched: true,
    countsBefore: someCounts({
      mentions: 20,
      claimed: 18,
      answered: 5,
      toClaim: { measured: 18, medianMinutes: 90, p90Minutes: 300 },
      tone: { negative: 3, neutral: 10, positive: 7, unclear: 0 },
    }),
    byDay: [4, 9, 3, 12, 8, 0, 6].map((mentions, i) => ({
      day: `2026-11-${16 + i}`,
      mentions,
      tone: { ...NO_TONES, neutral: mentions },
    })),
    byWatch: [
      { name: 'Acme', mentions: 30 },
      { name: 'Acme Cloud', mentions: 12 },
    ],
    goals: [{ goal: { metric: 'median_minutes_to_claim', target: 60, period: 'week' }, actual: 42, met: true }],
    by: null,
    rows: [],
    top: [aLine({ status: 'answered' })],
    notes: [],
    ...facts,
  };
}

/** A report of days in which nothing was heard at all. */
export function anEmptyReport(facts: Partial<ReportFacts> = {}): ReportFacts {
  const byDay = aReport().byDay.map(({ day }) => ({ day, mentions: 0, tone: NO_TONES }));
  const nothing = { counts: someCounts(), countsBefore: someCounts(), byDay, byWatch: [], goals: [], top: [] };
  return aReport({ ...nothing, ...facts });
}
