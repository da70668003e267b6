import type { BlockProps } from '../blocks.tsx';
import { PlaceholderBlock } from '../placeholder-block.tsx';
import { str, textOf } from '../read.ts';
import { Cartesian } from './cartesian.tsx';
import { Pie } from './pie.tsx';
import { HEIGHT, WIDTH } from './plot.ts';
import { type Chart, chartWords, readChart } from './read-chart.ts';

/** A chart with its title and legend; its numbers are also there in words. */
export function ChartBlock({ block }: BlockProps) {
  const chart = readChart(block);
  if (!chart) return <PlaceholderBlock block={block} />;
  const title = str(block.title) || textOf(block.title);
  return (
    <figure className="chart">
      {title ? <figcaption className="chart-title">{title}</figcaption> : null}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={chartWords(title, chart)}>
        {chart.kind === 'pie' ? <Pie chart={chart} /> : <Cartesian chart={chart} />}
      </svg>
      <Legend chart={chart} />
    </figure>
  );
}

function Legend({ chart }: { chart: Chart }) {
  const entries =
    chart.kind === 'pie'
      ? chart.segments.map((each) => `${each.label} (${each.value})`)
      : chart.series.map((series) => series.name);
  return (
    <ul className="chart-legend" aria-hidden="true">
      {entries.map((entry, index) => (
        <li key={entry} className={`chart-series-${index + 1}`}>
          {entry}
        </li>
      ))}
    </ul>
  );
}
