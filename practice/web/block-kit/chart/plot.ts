import { niceTicks } from './read-chart.ts';

export const WIDTH = 600;
export const HEIGHT = 268;
const CHAR = 6.6;

export type Plot = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: number[];
  /** The height of a value. */
  y: (value: number) => number;
  /** The left edge of a category's slot, and how wide each is. */
  slot: (index: number) => number;
  slotWidth: number;
  /** The label under a category, short enough for its place; null where there is no room for one. */
  label: (index: number) => string | null;
};

/** Lays out a chart with axes for its values and categories. */
export function layPlot(values: number[], categories: string[], labels: { x: boolean; y: boolean }): Plot {
  const ticks = niceTicks(values);
  const left = labels.y ? 62 : 44;
  const right = WIDTH - 12;
  const top = 12;
  const bottom = HEIGHT - (labels.x ? 46 : 28);
  const low = ticks[0] ?? 0;
  const high = ticks[ticks.length - 1] ?? 1;
  const slotWidth = (right - left) / Math.max(1, categories.length);
  const longest = Math.min(12, Math.max(1, ...categories.map((name) => [...name].length)));
  const every = Math.max(1, Math.ceil(((longest + 1) * CHAR) / slotWidth / (categories.length > 8 ? 1 : longest)));
  const room = Math.max(3, Math.floor((slotWidth * every) / CHAR) - 1);
  return {
    left,
    right,
    top,
    bottom,
    ticks,
    slotWidth,
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top),
    slot: (index) => left + index * slotWidth,
    label: (index) => (index % every === 0 ? clip(categories[index] ?? '', room) : null),
  };
}

function clip(text: string, room: number): string {
  const letters = [...text];
  return letters.length <= room ? text : `${letters.slice(0, room - 1).join('')}…`;
}
