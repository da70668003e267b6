import type { ImageBlock, KnownBlock } from '@slack/types';
import type { HomePicture } from '../domain/home-picture.ts';
import type { ReportFacts } from '../domain/report.ts';
import { plain, richText } from './blocks.ts';
import { type ChartColours, chartSvg } from './chart-svg.ts';
import { daysWords } from './days-words.ts';
import { chartNumbers, volumeChart } from './report-charts.ts';
import { bold, line, oneLine, words } from './rich-text.ts';

/** On a ground of its own, so that it is read in Slack's light and dark alike. */
const COLOURS: ChartColours = {
  ink: '#1f1a14',
  muted: '#5d5446',
  grid: '#e2dbcf',
  paper: '#ffffff',
  series: ['#a8520f', '#8f8270'],
};

/** What App Home shows of the last days: as SVG, and its numbers in words; null where nothing was heard. Pure. */
export function homeChart({ byDay, days, counts }: ReportFacts): { svg: string; words: string } | null {
  const chart = volumeChart(byDay);
  if (!chart || counts.mentions === 0) return null;
  const title = `Mentions, ${daysWords(days)}`;
  return { svg: chartSvg({ ...chart, title }, COLOURS), words: `${title}: ${chartNumbers(chart)}.` };
}

/** The picture with its numbers in words below, for whoever does not see it; nothing while there is none. */
export function pictureBlocks(picture: HomePicture | null): KnownBlock[] {
  if (!picture) return [];
  const image: ImageBlock = {
    type: 'image',
    slack_file: { id: picture.fileId },
    alt_text: oneLine(`A bar chart. ${picture.words}`, 1000),
    title: plain('Heard by the watches of public channels', 100),
  };
  return [image, richText(line(bold('Heard lately. '), words(oneLine(picture.words, 600), 600)))];
}

/** The same view without pictures, for a Slack that cannot show them; undefined when it has none. */
export function withoutPictures<V extends { blocks: { type: string }[] }>(view: V): V | undefined {
  const blocks = view.blocks.filter(({ type }) => type !== 'image');
  return blocks.length < view.blocks.length && blocks.length > 0 ? { ...view, blocks } : undefined;
}
