import { list, num, type Obj, obj, str, strings } from '../read.ts';

export type Series = { name: string; values: number[] };

export type Chart =
  | { kind: 'line' | 'bar' | 'area'; categories: string[]; series: Series[]; xLabel: string; yLabel: string }
  | { kind: 'pie'; segments: { label: string; value: number }[] };

/** Reads the chart of a data_visualization block; null for a kind the page does not know. */
export function readChart(block: Obj): Chart | null {
  const chart = obj(block.chart);
  const kind = str(chart?.type);
  if (!chart) return null;
  if (kind === 'pie') {
    const segments = list(chart.segments).map((each) => ({ label: str(each.label), value: num(each.value) ?? 0 }));
    return { kind, segments: segments.filter((each) => each.value > 0) };
  }
  if (kind !== 'line' && kind !== 'bar' && kind !== 'area') return null;
  const axis = obj(chart.axis_config) ?? {};
  const first = list(list(chart.series)[0]?.data).map((point) => str(point.label));
  const named = strings(axis.categories);
  const categories = named.length > 0 ? named : first;
  const series = list(chart.series).map((each) => ({ name: str(each.name), values: valuesOf(each, categories) }));
  return { kind, categories, series, xLabel: str(axis.x_label), yLabel: str(axis.y_label) };
}

function valuesOf(series: Obj, categories: string[]): number[] {
  const points = list(series.data);
  return categories.map(
    (category, at) => num((points.find((each) => each.label === category) ?? points[at])?.value) ?? 0,
  );
}

/** Round numbers that enclose all values and zero, about four steps apart. */
export function niceTicks(values: number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10;
  const wholeOnly = values.every(Number.isInteger);
  const step = wholeOnly ? Math.max(1, Math.ceil(factor * power)) : factor * power;
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_tick, at) => Number(((from + at) * step).toPrecision(12)));
}

/** The same facts as one sentence, for whoever does not see the picture. */
export function chartWords(title: string, chart: Chart): string {
  const head = `${title ? `${title}: ` : ''}${chart.kind} chart. `;
  if (chart.kind === 'pie') return head + chart.segments.map((each) => `${each.label} ${each.value}`).join(', ');
  const lines = chart.series.map(
    (series) => `${series.name}: ${chart.categories.map((name, at) => `${name} ${series.values[at]}`).join(', ')}`,
  );
  return head + lines.join('. ');
}

/** A number short enough for an axis: 12.4k. */
export function shortNumber(value: number): string {
  return new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}
