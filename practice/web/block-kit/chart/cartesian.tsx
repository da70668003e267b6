import { Axes } from './axes.tsx';
import { layPlot, type Plot } from './plot.ts';
import type { Chart, Series } from './read-chart.ts';

type Axed = Extract<Chart, { series: Series[] }>;

/** A line, bar or area chart. */
export function Cartesian({ chart }: { chart: Axed }) {
  const values = chart.series.flatMap((series) => series.values);
  const plot = layPlot(values, chart.categories, { x: chart.xLabel !== '', y: chart.yLabel !== '' });
  const Marks = chart.kind === 'bar' ? Bars : Lines;
  return (
    <>
      <Axes plot={plot} count={chart.categories.length} xLabel={chart.xLabel} yLabel={chart.yLabel} />
      {chart.series.map((series, index) => (
        <Marks key={series.name} chart={chart} plot={plot} series={series} index={index} />
      ))}
    </>
  );
}

type MarksProps = { chart: Axed; plot: Plot; series: Series; index: number };

function Bars({ chart, plot, series, index }: MarksProps) {
  const group = Math.min(plot.slotWidth * 0.7, 44 * chart.series.length);
  const width = group / chart.series.length;
  const inset = (plot.slotWidth - group) / 2;
  return (
    <g className={`chart-series chart-series-${index + 1}`}>
      {series.values.map((value, at) => {
        const top = Math.min(plot.y(value), plot.y(0));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={at}
            className="chart-bar"
            x={plot.slot(at) + inset + index * width + 1}
            y={top}
            width={Math.max(1, width - 2)}
            height={Math.abs(plot.y(value) - plot.y(0))}
            rx={2}
          >
            <title>{`${chart.categories[at]}, ${series.name}: ${value}`}</title>
          </rect>
        );
      })}
    </g>
  );
}

function Lines({ chart, plot, series, index }: MarksProps) {
  const points = series.values.map((value, at) => [plot.slot(at) + plot.slotWidth / 2, plot.y(value)] as const);
  const path = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const first = points[0]?.[0] ?? 0;
  const last = points[points.length - 1]?.[0] ?? 0;
  return (
    <g className={`chart-series chart-series-${index + 1}`}>
      {chart.kind === 'area' ? (
        <path className="chart-area" d={`${path}L${last.toFixed(1)} ${plot.y(0)}L${first.toFixed(1)} ${plot.y(0)}Z`} />
      ) : null}
      <path className="chart-line" d={path} />
      {points.map(([x, y], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
        <circle key={at} className="chart-point" cx={x} cy={y} r={3.5}>
          <title>{`${chart.categories[at]}, ${series.name}: ${series.values[at]}`}</title>
        </circle>
      ))}
    </g>
  );
}
