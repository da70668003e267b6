import type { Chart } from './report-charts.ts';
import { escapeXml } from './xml.ts';

/** Colours by what they are for; the page gives each as a property that follows light and dark. */
export type ChartColours = { ink: string; muted: string; grid: string; paper: string; series: [string, string] };

const WIDTH = 720;
const HEIGHT = 300;
const PLOT = { left: 56, right: WIDTH - 16, top: 56, bottom: HEIGHT - 40 };
const FONT = 'DejaVu Sans, Verdana, sans-serif';
/** How wide a letter of the axis is, about. */
const LETTER = 7;

/** A bar chart as SVG: its title, its legend where it has two series, each bar with its number. Pure. */
export function chartSvg(chart: Chart, colours: ChartColours): string {
  const label = escapeXml(chart.title);
  const parts = [titleOf(chart, colours), legendOf(chart, colours), axes(chart, colours), ...bars(chart, colours)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}" font-family="${FONT}" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.paper}"/>
${parts.join('\n')}
</svg>`;
}

function titleOf({ title }: Chart, { ink }: ChartColours): string {
  return text(16, 26, title, ink, 'font-size="16" font-weight="bold"');
}

/** Only where there is something to tell apart; each name stands beside its colour, so that colour never speaks alone. */
function legendOf({ series }: Chart, { series: fills, muted }: ChartColours): string {
  if (series.length < 2) return '';
  let right = PLOT.right;
  const entries = [...series].reverse().map(({ name }, i) => {
    right -= [...name].length * LETTER * 0.9 + 4;
    const entry = text(right, 26, name, muted);
    right -= 18;
    const square = `<rect x="${right}" y="16" width="12" height="12" rx="2" fill="${fills[series.length - 1 - i]}"/>`;
    right -= 16;
    return square + entry;
  });
  return entries.join('');
}

function axes(chart: Chart, { grid, muted }: ChartColours): string {
  const lines = ticksOf(chart).map((tick) => {
    const y = heightOf(chart, tick);
    const line = `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}" stroke="${grid}"/>`;
    return line + text(PLOT.left - 8, y + 4, short(tick), muted, 'text-anchor="end"');
  });
  const slot = slotOf(chart);
  const every = labelEvery(chart, slot);
  const names = chart.categories.map((name, i) =>
    i % every === 0 ? text(PLOT.left + slot * (i + 0.5), PLOT.bottom + 20, name, muted, 'text-anchor="middle"') : '',
  );
  return [...lines, ...names].join('');
}

function bars(chart: Chart, { series: fills, ink }: ChartColours): string[] {
  const slot = slotOf(chart);
  const wide = Math.min(slot * 0.7, 60 * chart.series.length) / chart.series.length;
  const showsNumbers = wide >= 14;
  return chart.series.flatMap(({ name, values }, n) =>
    values.map((value, i) => {
      const x = PLOT.left + slot * (i + 0.5) + wide * (n - chart.series.length / 2);
      const y = heightOf(chart, value);
      const said = `${chart.categories[i]}, ${name}: ${value.toLocaleString('en')}`;
      const height = round(PLOT.bottom - y);
      const bar = `<rect x="${round(x + 1)}" y="${y}" width="${round(wide - 2)}" height="${height}" rx="2" fill="${fills[n]}"><title>${escapeXml(said)}</title></rect>`;
      return showsNumbers
        ? bar + text(x + wide / 2, y - 5, short(value), ink, 'text-anchor="middle" font-size="11"')
        : bar;
    }),
  );
}

function text(x: number, y: number, words: string, fill: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}"${more ? ` ${more}` : ''}>${escapeXml(words)}</text>`;
}

function slotOf({ categories }: Chart): number {
  return (PLOT.right - PLOT.left) / Math.max(1, categories.length);
}

/** Every how many names fit beside each other. */
function labelEvery({ categories }: Chart, slot: number): number {
  const longest = Math.max(1, ...categories.map((name) => [...name].length));
  return Math.max(1, Math.ceil(((longest + 1) * LETTER) / slot));
}

function heightOf(chart: Chart, value: number): number {
  const highest = ticksOf(chart).at(-1) || 1;
  return round(PLOT.bottom - (value / highest) * (PLOT.bottom - PLOT.top));
}

/** Round numbers from zero to above the highest value, in whole steps. */
function ticksOf({ series }: Chart): number[] {
  const highest = Math.max(1, ...series.flatMap(({ values }) => values));
  const power = 10 ** Math.floor(Math.log10(highest / 4));
  const step = Math.max(1, Math.ceil(([1, 2, 2.5, 5, 10].find((one) => one * power >= highest / 4) ?? 10) * power));
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, i) => i * step);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

function short(value: number): string {
  return compact.format(value);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
