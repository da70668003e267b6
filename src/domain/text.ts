import { createHash } from 'node:crypto';

export { cleanText } from './clean-text.ts';

const ELLIPSIS = '…';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Length in code points, as most networks count a reply. */
export function countChars(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** SHA-256 of the UTF-8 bytes, in hex: says whether two texts are the same, byte for byte. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Makes text inert in Slack's mrkdwn: `&`, `<` and `>` only, as Slack asks. Source: docs.slack.dev, formatting text. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** At most `max` code points, the ellipsis included; never cuts inside what a reader sees as one character. */
export function clip(text: string, max: number): string {
  return cut(text, max, countChars);
}

/** Unescaped text that stays within `max` UTF-16 units once it is escaped, for plain_text and rich_text elements. */
export function clipForEscaping(text: string, max: number): string {
  return cut(text, max, escapedLength);
}

/** Escaped text of at most `max` UTF-16 units, ellipsis included: ready for mrkdwn, never half an entity or emoji. */
export function clipEscaped(text: string, max: number): string {
  return escapeMrkdwn(clipForEscaping(text, max));
}

function escapedLength(text: string): number {
  return escapeMrkdwn(text).length;
}

function cut(text: string, max: number, lengthOf: (text: string) => number): string {
  if (lengthOf(text) <= max) return text;
  if (max < 1) return '';
  let end = 0;
  let used = 1;
  for (const { index, segment } of graphemes.segment(text)) {
    used += lengthOf(segment);
    if (used > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd() + ELLIPSIS;
}
