import { HEIGHT, type Plot } from './plot.ts';
import { shortNumber } from './read-chart.ts';

type Props = { plot: Plot; count: number; xLabel: string; yLabel: string };

/** The grid lines with their numbers, the names below, and what both axes mean. */
export function Axes({ plot, count, xLabel, yLabel }: Props) {
  const middle = (plot.left + plot.right) / 2;
  return (
    <g className="chart-axes">
      {plot.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'chart-zero' : 'chart-grid'}
            x1={plot.left}
            x2={plot.right}
            y1={plot.y(tick)}
            y2={plot.y(tick)}
          />
          <text x={plot.left - 8} y={plot.y(tick) + 4} textAnchor="end">
            {shortNumber(tick)}
          </text>
        </g>
      ))}
      {Array.from({ length: count }, (_each, index) => {
        const label = plot.label(index);
        return label === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a category is its place
          <text key={index} x={plot.slot(index) + plot.slotWidth / 2} y={plot.bottom + 18} textAnchor="middle">
            {label}
          </text>
        );
      })}
      {xLabel ? (
        <text className="chart-axis-name" x={middle} y={HEIGHT - 6} textAnchor="middle">
          {xLabel}
        </text>
      ) : null}
      {yLabel ? (
        <text
          className="chart-axis-name"
          textAnchor="middle"
          transform={`translate(14 ${(plot.top + plot.bottom) / 2}) rotate(-90)`}
        >
          {yLabel}
        </text>
      ) : null}
    </g>
  );
}
