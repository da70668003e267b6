import type { SentimentFacts } from '../domain/summary.ts';
import { clearTones } from '../domain/tone-balance.ts';
import { number } from './labels.ts';
import type { Chart } from './report-charts.ts';

/** Slack draws so many categories. */
const MAX_STRETCHES = 20;
/** Fewer mentions than this are said in the first line. */
const MIN_MENTIONS = 5;
const SIDES = [
  ['Negative', 'negative'],
  ['Neutral', 'neutral'],
  ['Positive', 'positive'],
] as const;

type Stretches = Pick<SentimentFacts, 'stretches'>;

/** How the tone went from day to day; null where there is hardly anything to draw. Pure. */
export function toneOverTime({ stretches }: Stretches): Chart | null {
  const shown = stretches.slice(-MAX_STRETCHES);
  const heard = shown.reduce((sum, { tone }) => sum + clearTones(tone), 0);
  if (shown.length < 2 || heard < MIN_MENTIONS) return null;
  return {
    kind: 'bar',
    title: 'Tone by day',
    categories: shown.map(({ name }) => name),
    series: SIDES.map(([name, tone]) => ({ name, values: shown.map((one) => one.tone[tone]) })),
    xLabel: '',
    yLabel: 'Mentions',
  };
}

/** The same in words: "By day, as negative, neutral and positive: Mon 16 Nov 3, 1 and 0; Tue 17 Nov 3, 1 and 2." */
export function toneNumbers({ stretches }: Stretches): string {
  const days = stretches
    .slice(-MAX_STRETCHES)
    .map(({ name, tone }) => `${name} ${number(tone.negative)}, ${number(tone.neutral)} and ${number(tone.positive)}`);
  return `By day, as negative, neutral and positive: ${days.join('; ')}.`;
}
