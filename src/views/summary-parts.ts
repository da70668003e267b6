import type { KnownBlock, RichTextElement } from '@slack/types';
import type { LeftOut, Listed, SummaryLine } from '../domain/summary.ts';
import type { ToneCounts } from '../domain/tone-balance.ts';
import { richText } from './blocks.ts';
import { count, number } from './labels.ts';
import { mentionListLine } from './mention-list.ts';
import { bold, line, moment, oneLine, words } from './rich-text.ts';

/** One part of a summary: what it is about, and a line each; a part without lines is not drawn. */
export type SummaryPart = { title: string; lines: RichTextElement[][] };

/** An instant of a summary, which keeps them as text. */
export function instantOf(iso: string): Date {
  return new Date(iso);
}

/** A mention on one line, as every list shows it. */
export function summaryLine(mention: SummaryLine, timezone: string): RichTextElement[] {
  const at = instantOf(mention.at);
  return mentionListLine({ ...mention, at, snoozedUntil: null, snoozedUntilReply: false }, timezone);
}

/** The parts as blocks, each with its title and its list. */
export function partBlocks(parts: SummaryPart[]): KnownBlock[] {
  return filled(parts).map(({ title, lines }) =>
    richText(line(bold(title)), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: lines.map((elements) => line(...elements)),
    }),
  );
}

/** The parts as lines of text, their titles among them. */
export function partLines(parts: SummaryPart[]): RichTextElement[][] {
  return filled(parts).flatMap(({ title, lines }) => [[words(`${title}:`)], ...lines]);
}

function filled(parts: SummaryPart[]): SummaryPart[] {
  return parts.filter(({ lines }) => lines.length > 0);
}

/** "12 negative, 30 neutral, 9 positive and 4 of unclear tone"; what nothing is, is left out. */
export function toneWords({ negative, neutral, positive, unclear }: ToneCounts): string {
  const said = [
    [negative, 'negative'],
    [neutral, 'neutral'],
    [positive, 'positive'],
    [unclear, 'of unclear tone'],
  ] as const;
  const parts = said.filter(([n]) => n > 0).map(([n, what]) => `${number(n)} ${what}`);
  return inARow(parts) || 'none of a known tone';
}

/** "a", "a and b", "a, b and c". */
export function inARow(parts: string[]): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** "and 4 more sources", where a list is only the beginning of one. */
export function moreOf<T>({ total, lines }: Listed<T>, one: string, many = `${one}s`): RichTextElement[][] {
  const more = total - lines.length;
  return more > 0 ? [[words(`and ${count(more, `more ${one}`, `more ${many}`)}`)]] : [];
}

/** What the numbers do not hold, in a line that every summary ends with. */
export function leftOutLine({ privateWatches, backfilled, unclear, unjudged }: LeftOut): RichTextElement[] {
  const said = [
    privateWatches > 0
      ? `${count(privateWatches, 'watch', 'watches')} in ${privateWatches === 1 ? 'a private channel' : 'private channels'}`
      : '',
    backfilled > 0 ? `${count(backfilled, 'older mention')} that the first look at a source found` : '',
    unjudged > 0 ? `the tone of ${count(unjudged, 'mention')} not judged yet` : '',
    unclear > 0 ? `from the balance, ${count(unclear, 'mention')} of unclear tone` : '',
  ].filter((one) => one !== '');
  return [words(said.length > 0 ? `Left out: ${said.join('; ')}.` : 'Nothing is left out.')];
}

/** "since Sun 22 Nov, 09:00 CET", where each reader sees their own clock. */
export function sinceWords(iso: string, timezone: string, lead: string): RichTextElement {
  return moment(instantOf(iso), timezone, '{date_short_pretty} at {time}', lead);
}

/** A name from outside or of a watch, short enough for a line. */
export function named(name: string): string {
  return oneLine(name, 60) || '(no name)';
}
