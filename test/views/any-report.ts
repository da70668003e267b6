import fc from 'fast-check';
import { KINDS, TONES } from '../../src/domain/judgement.ts';
import type { MentionLine } from '../../src/domain/overview.ts';
import { type Counts, REPORT_GROUPS, type ReportFacts } from '../../src/domain/report.ts';
import { METRICS, PERIODS } from '../../src/domain/settings.ts';

type Parts = {
  name: fc.Arbitrary<string>;
  userId: fc.Arbitrary<string>;
  zone: fc.Arbitrary<string>;
  mentionLine: fc.Arbitrary<MentionLine>;
};

const count = fc.oneof(fc.constantFrom(0, 1, 4), fc.integer({ min: 0, max: 2_000_000_000 }));
const minutes = fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }));
const times = fc.record({ measured: count, medianMinutes: minutes, p90Minutes: minutes });
const numbersOf = <K extends string>(keys: readonly K[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, count]))) as fc.Arbitrary<Record<K, number>>;

/** Any report, whatever somebody outside, a manager or Slack calls things. */
export function reportsOf({ name, userId, zone, mentionLine }: Parts): fc.Arbitrary<ReportFacts> {
  const counts: fc.Arbitrary<Counts> = fc.record({
    mentions: count,
    claimed: count,
    answered: count,
    dismissed: count,
    toClaim: times,
    toReply: times,
    tone: numbersOf(TONES),
    kinds: numbersOf(KINDS),
    repliers: fc.array(fc.record({ personId: userId, replies: count }), { maxLength: 40 }),
    departments: fc.array(fc.record({ name, routed: count, resolved: count }), { maxLength: 40 }),
  });
  const goal = fc.record(
    {
      metric: fc.constantFrom(...METRICS),
      target: fc.integer({ min: 0, max: 100 }),
      period: fc.constantFrom(...PERIODS),
      watch: name,
      department: name,
      hours: count,
    },
    { requiredKeys: ['metric', 'target', 'period'] },
  );
  const facts = fc.record({
    asked: fc.constantFrom('today', 'week', 'month', 'quarter', '2026-11-01..2026-11-30'),
    timezone: zone,
    watch: fc.option(name),
    counts,
    countsBefore: counts,
    wasWatched: fc.boolean(),
    byWatch: fc.array(fc.record({ name, mentions: count }), { maxLength: 40 }),
    goals: fc.array(fc.record({ goal, actual: minutes, met: fc.option(fc.boolean()) }), { maxLength: 40 }),
    by: fc.option(fc.constantFrom(...REPORT_GROUPS)),
    rows: fc.array(fc.record({ name, personId: userId, counts }, { requiredKeys: ['name', 'counts'] }), {
      maxLength: 40,
    }),
    top: fc.array(mentionLine, { maxLength: 20 }),
    notes: fc.array(name, { maxLength: 20 }),
  });
  const byDay = fc.array(fc.record({ mentions: count, tone: numbersOf(TONES) }), { minLength: 1, maxLength: 400 });
  return fc.tuple(facts, byDay).map(([rest, numbers]) => {
    const days = numbers.map((one, i) => ({ day: dayAfter('2026-02-27', i), ...one }));
    const last = days.at(-1)?.day ?? '2026-02-27';
    const before = { first: dayAfter('2026-02-27', -numbers.length), last: '2026-02-26' };
    return { ...rest, days: { first: '2026-02-27', last }, before, byDay: days };
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(+new Date(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
