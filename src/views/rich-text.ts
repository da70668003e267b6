import type {
  RichTextDate,
  RichTextElement,
  RichTextLink,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
  RichTextText,
} from '@slack/types';
import { clip, clipEscaped, clipForEscaping } from '../domain/text.ts';
import { formatAbsolute } from '../domain/time.ts';
import { webUrl } from '../domain/web-url.ts';

/** Slack's own limit on a text. */
const MAX_TEXT = 3000;

/**
 * Words shown as they are: nothing in them is read as markup, whoever wrote them. Escaped they stay within twice
 * `maxChars`, should Slack count them so.
 */
export function words(text: string, maxChars = MAX_TEXT): RichTextText {
  return { type: 'text', text: clipForEscaping(clip(text, maxChars), maxChars * 2) };
}

/** The same, standing out. */
export function bold(text: string, maxChars = MAX_TEXT): RichTextText {
  return { ...words(text, maxChars), style: { bold: true } };
}

/** Words on one line: a name, a title. */
export function oneLine(text: string, maxChars = 80): string {
  return clip(
    clip(text, maxChars * 4)
      .replace(/\s+/gu, ' ')
      .trim(),
    maxChars,
  );
}

/** A colleague, by the name they have in Slack. */
export function person(id: string | null): RichTextElement {
  if (!id) return words('somebody');
  return isUserId(id) ? { type: 'user', user_id: id } : words(oneLine(id));
}

/** Whether this is how Slack writes a person's id. */
export function isUserId(id: string): boolean {
  return /^[UW][A-Za-z0-9_]{1,40}$/.test(id);
}

/** A channel, by the name it has in Slack. */
export function channel(id: string): RichTextElement {
  return /^[CGD][A-Za-z0-9_]{1,40}$/.test(id) ? { type: 'channel', channel_id: id } : words(oneLine(id));
}

/** A user group, by the name it has in Slack. */
export function group(id: string): RichTextElement {
  return /^S[A-Za-z0-9_]{1,40}$/.test(id) ? { type: 'usergroup', usergroup_id: id } : words(oneLine(id));
}

/** People in a row: "Ana, Ben and Chi"; beyond `max` only how many more. */
export function people(ids: string[], max = 10): RichTextElement[] {
  const more = ids.length - max;
  const shown: RichTextElement[] = ids.slice(0, max).map(person);
  if (more > 0) shown.push(words(`${more} more`));
  return shown.flatMap((one, i) => (i === 0 ? [one] : [words(i === shown.length - 1 ? ' and ' : ', '), one]));
}

/** A link, or only its words when the address is not of the web. */
export function link(url: string | null | undefined, text: string): RichTextLink | RichTextText {
  const safe = webAddress(url);
  return safe ? { type: 'link', url: safe, text: clip(text, MAX_TEXT) } : words(text);
}

/** The address when it leads to the web and is short enough for Slack. */
export function webAddress(url: string | null | undefined): string | undefined {
  return url ? webUrl(url) : undefined;
}

/** How Slack writes an instant for its reader, in their own zone. */
export const AGO = '{ago}';
export const DAY_AND_TIME = '{date_short_pretty} at {time}';
export const TIME = '{time}';

/** An instant that stays true without a redraw; `lead` are words before it, such as "closes ". */
export function moment(at: Date, zone: string, format: string, lead = ''): RichTextDate | RichTextText {
  const seconds = Math.floor(at.getTime() / 1000);
  if (Number.isNaN(seconds)) return words(`${lead}at an unknown time`);
  const fallback = `${lead}${formatAbsolute(at, zone)}`;
  // Slack draws only instants of our own age.
  if (seconds < 0 || seconds > 32_503_680_000) return words(fallback);
  return { type: 'date', timestamp: seconds, format: `${lead}${format}`, fallback };
}

/** One line; empty texts, which Slack refuses, are left out. */
export function line(...elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements: present(elements) };
}

/** Somebody's words, set off. */
export function quote(...elements: RichTextElement[]): RichTextQuote {
  return { type: 'rich_text_quote', elements: present(elements) };
}

/** A text byte for byte. */
export function exactly(text: string): RichTextPreformatted {
  const chars = [...text];
  const parts: RichTextText[] = [];
  for (let at = 0; at < chars.length; at += MAX_TEXT) {
    parts.push({ type: 'text', text: chars.slice(at, at + MAX_TEXT).join('') });
  }
  return { type: 'rich_text_preformatted', elements: parts.length > 0 ? parts : [words(' ')] };
}

/** Several facts on one line, with a dot between them. */
export function dotted(...facts: RichTextElement[][]): RichTextElement[] {
  const shown = facts.map(present).filter((fact) => fact.length > 0);
  return shown.flatMap((fact, i) => (i === 0 ? fact : [words(' · '), ...fact]));
}

/** The elements as mrkdwn for a message's `text`: escaped, times absolute, links by their words; at most `max` long. */
export function plainWords(elements: RichTextElement[], max: number): string {
  let out = '';
  for (const element of elements) {
    const room = max - out.length;
    const piece = pieceOf(element, room);
    if (piece.length > room) return out;
    out += piece;
  }
  return out;
}

function pieceOf(element: RichTextElement, room: number): string {
  if (element.type === 'user') return `<@${element.user_id}>`;
  if (element.type === 'channel') return `<#${element.channel_id}>`;
  if (element.type === 'usergroup') return 'a user group';
  if (element.type === 'emoji') return `:${element.name}:`;
  if (element.type === 'text') return escapedWithin(element.text, room);
  if (element.type === 'link') return escapedWithin(element.text ?? '', room);
  if (element.type === 'date') return escapedWithin(element.fallback ?? '', room);
  return '';
}

function escapedWithin(text: string, room: number): string {
  return room > 0 ? clipEscaped(text, room) : '';
}

function present<T extends RichTextElement>(elements: T[]): T[] {
  return elements.filter((element) => element.type !== 'text' || element.text.length > 0);
}
