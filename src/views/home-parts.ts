import type { KnownBlock, RichTextElement } from '@slack/types';
import { richText } from './blocks.ts';
import { count } from './labels.ts';
import { bold, line, words } from './rich-text.ts';

const MAX_LISTED = 6;

/** A sentence of its own. */
export function said(text: string): KnownBlock {
  return richText(line(words(text)));
}

/** How many more there are than are shown; nothing for none. */
export function andMore(more: number): KnownBlock[] {
  return more > 0 ? [said(`and ${count(more, 'more', 'more')}. Type /community queue to see all.`)] : [];
}

/** Rows without buttons, in one block; nothing for none. */
export function listBlocks<T>(title: string, rows: T[], words_: (row: T) => RichTextElement[]): KnownBlock[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MAX_LISTED).map((row) => line(...words_(row)));
  const more = rows.length - MAX_LISTED;
  if (more > 0) lines.push(line(words(`and ${count(more, 'more', 'more')}`)));
  return [richText(line(bold(title)), { type: 'rich_text_list', style: 'bullet', elements: lines })];
}
