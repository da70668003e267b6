import type { Block, KnownBlock } from '@slack/types';
import type { Chart } from './report-charts.ts';
import { oneLine } from './rich-text.ts';

/** A chart that Slack draws; `@slack/types` does not know it yet. */
export interface ChartBlock extends Block {
  type: 'data_visualization';
  title: string;
  chart: {
    type: Chart['kind'];
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label?: string; y_label?: string };
  };
}

/** Slack's own drawing of a chart; what it shows must stand in words beside it. */
export function chartBlock({ kind, title, categories, series, xLabel, yLabel }: Chart): ChartBlock {
  return {
    type: 'data_visualization',
    title: oneLine(title, 50),
    chart: {
      type: kind,
      series: series.map(({ name, values }) => ({
        name: oneLine(name, 20),
        data: categories.map((label, i) => ({ label, value: values[i] ?? 0 })),
      })),
      axis_config: {
        categories,
        ...(xLabel && { x_label: oneLine(xLabel, 50) }),
        ...(yLabel && { y_label: oneLine(yLabel, 50) }),
      },
    },
  };
}

/** The same message without its charts, for a Slack that does not draw them yet; undefined when it has none. */
export function withoutCharts<M extends { blocks: (KnownBlock | ChartBlock)[] }>(message: M): M | undefined {
  const blocks = message.blocks.filter((block) => block.type !== 'data_visualization');
  return blocks.length < message.blocks.length && blocks.length > 0 ? { ...message, blocks } : undefined;
}
