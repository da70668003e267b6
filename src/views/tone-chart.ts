import type { SentimentFacts } from '../domain/summary.ts';
import type { Chart } from './report-charts.ts';

/** Slack draws so many categories. */
const MAX_STRETCHES = 20;
const SIDES = [
  ['Negative', 'negative'],
  ['Neutral', 'neutral'],
  ['Positive', 'positive'],
] as const;

/** How the tone went from day to day; null where there is hardly anything to draw. Pure. */
export function toneOverTime({ stretches }: Pick<SentimentFacts, 'stretches'>): Chart | null {
  const shown = stretches.slice(-MAX_STRETCHES);
  const heard = shown.filter(({ tone }) => tone.negative + tone.neutral + tone.positive > 0);
  if (heard.length < 2) return null;
  return {
    kind: 'bar',
    title: 'Tone by day',
    categories: shown.map(({ name }) => name),
    series: SIDES.map(([name, tone]) => ({ name, values: shown.map((one) => one.tone[tone]) })),
    xLabel: '',
    yLabel: 'Mentions',
  };
}
