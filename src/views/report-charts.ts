import type { Day } from '../domain/day.ts';
import { TONES, type Tone } from '../domain/judgement.ts';
import type { ReportFacts } from '../domain/report.ts';
import { monthOf, shortDays } from './days-words.ts';
import { TONE_WORDS } from './judgement-words.ts';

/** What a chart shows, whoever draws it: Slack, the page or the picture. Names are unique and at most 20 characters. */
export type Chart = {
  kind: 'bar' | 'line';
  title: string;
  categories: string[];
  series: { name: string; values: number[] }[];
  xLabel: string;
  yLabel: string;
};

/** Slack draws so many categories at most, and more are hard to read anywhere. */
const MAX_CATEGORIES = 20;
/** Fewer mentions than this are said in a sentence. */
const MIN_MENTIONS = 2;

/** The charts of a report: its volume over time and its tone; none where a sentence says it all. Pure. */
export function reportCharts(facts: Pick<ReportFacts, 'counts' | 'countsBefore' | 'byDay'>): Chart[] {
  if (facts.counts.mentions < MIN_MENTIONS) return [];
  return [volumeChart(facts.byDay), toneChart(facts)].filter((one) => one !== null);
}

type DayCount = ReportFacts['byDay'][number];

/** How many mentions there were, by day or by as few days as fit; null for a single day. */
export function volumeChart(byDay: DayCount[]): Chart | null {
  if (byDay.length < 2) return null;
  const { unit, parts } = partsOf(byDay);
  const values = parts.map(({ days }) => days.reduce((sum, one) => sum + one.mentions, 0));
  return {
    kind: 'bar',
    title: `Mentions by ${unit}`,
    categories: parts.map(({ label }) => label),
    series: [{ name: 'Mentions', values }],
    xLabel: '',
    yLabel: 'Mentions',
  };
}

/** How the mentions sound, beside the period before where that had any; null where none was judged. */
export function toneChart({ counts, countsBefore }: Pick<ReportFacts, 'counts' | 'countsBefore'>): Chart | null {
  if (TONES.every((tone) => counts.tone[tone] === 0)) return null;
  const now = { name: 'This period', values: tonesOf(counts.tone) };
  const before = { name: 'The one before', values: tonesOf(countsBefore.tone) };
  return {
    kind: 'bar',
    title: 'Tone of the mentions',
    categories: TONES.map((tone) => TONE_WORDS[tone]),
    series: before.values.some((n) => n > 0) ? [now, before] : [now],
    xLabel: '',
    yLabel: 'Mentions',
  };
}

function tonesOf(tone: Record<Tone, number>): number[] {
  return TONES.map((one) => tone[one]);
}

type Part = { label: string; days: DayCount[] };

/** Single days, or calendar weeks, months or years: the finest of them that is readable. A part says which days it has. */
function partsOf(byDay: DayCount[]): { unit: string; parts: Part[] } {
  if (byDay.length <= MAX_CATEGORIES)
    return {
      unit: 'day',
      parts: byDay.map((one) => ({ label: shortDays({ first: one.day, last: one.day }), days: [one] })),
    };
  const weeks = grouped(byDay, weekOf).map((days) => ({ label: labelOf(days), days }));
  if (weeks.length <= MAX_CATEGORIES) return { unit: 'week', parts: weeks };
  const months = grouped(byDay, (day) => day.slice(0, 7)).map((days) => ({ label: monthOf(dayOf(days)), days }));
  if (months.length <= MAX_CATEGORIES) return { unit: 'month', parts: months };
  const years = grouped(byDay, (day) => day.slice(0, 4)).map((days) => ({ label: dayOf(days).slice(0, 4), days }));
  return { unit: 'year', parts: years.slice(-MAX_CATEGORIES) };
}

function grouped(byDay: DayCount[], key: (day: Day) => string): DayCount[][] {
  const groups = new Map<string, DayCount[]>();
  for (const one of byDay) {
    const group = groups.get(key(one.day));
    if (group) group.push(one);
    else groups.set(key(one.day), [one]);
  }
  return [...groups.values()];
}

/** The Monday of a day's week. */
function weekOf(day: Day): Day {
  const at = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(+at - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

function labelOf(days: DayCount[]): string {
  return shortDays({ first: dayOf(days), last: days.at(-1)?.day ?? dayOf(days) });
}

function dayOf(days: DayCount[]): Day {
  return days[0]?.day ?? '';
}

/** The numbers of a chart in words: "16 Nov 3, 17 Nov 5". */
export function chartNumbers({ categories, series }: Chart): string {
  return series
    .map(({ name, values }) => {
      const numbers = categories
        .map((category, i) => `${category} ${(values[i] ?? 0).toLocaleString('en')}`)
        .join(', ');
      return series.length > 1 ? `${name}: ${numbers}` : numbers;
    })
    .join('. ');
}
