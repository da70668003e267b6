import { HEIGHT, WIDTH } from './plot.ts';
import type { Chart } from './read-chart.ts';

const RADIUS = 104;

/** A pie, its shares written where there is room. */
export function Pie({ chart }: { chart: Extract<Chart, { kind: 'pie' }> }) {
  const total = chart.segments.reduce((sum, each) => sum + each.value, 0) || 1;
  let from = 0;
  return (
    <g transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`}>
      {chart.segments.map((segment, index) => {
        const share = segment.value / total;
        const start = from;
        from += share;
        const [x, y] = pointAt(start + share / 2, RADIUS * 0.66);
        return (
          <g key={segment.label} className={`chart-series chart-series-${index + 1}`}>
            <path className="chart-slice" d={slice(start, share)}>
              <title>{`${segment.label}: ${segment.value}`}</title>
            </path>
            {share >= 0.06 ? (
              <text className="chart-share" x={x} y={y + 4} textAnchor="middle">
                {Math.round(share * 100)}%
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function pointAt(turn: number, radius: number): [number, number] {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return [Math.cos(angle) * radius, Math.sin(angle) * radius];
}

function slice(start: number, share: number): string {
  if (share >= 0.9999) return `M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 1 1 -0.01 ${-RADIUS}Z`;
  const [x1, y1] = pointAt(start, RADIUS);
  const [x2, y2] = pointAt(start + share, RADIUS);
  return `M0 0L${x1.toFixed(2)} ${y1.toFixed(2)}A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${x2.toFixed(2)} ${y2.toFixed(2)}Z`;
}
