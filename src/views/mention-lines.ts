import type { RichTextBlockElement, RichTextElement } from '@slack/types';
import type { CardFacts, Sighting } from '../domain/card.ts';
import { clip } from '../domain/text.ts';
import { reachBehindName } from './influence-words.ts';
import { judgementWords } from './judgement-words.ts';
import { AGO, bold, dotted, line, link, moment, oneLine, quote, webAddress, words } from './rich-text.ts';

const MAX_QUOTED = 600;
const MAX_QUOTED_LINES = 10;
const MAX_PLACES = 4;

/** "Bluesky · Maya Ito, 12,400 followers · 8 minutes ago": the first line of a card, which makes sense alone. */
export function headline(facts: CardFacts, now: Date): RichTextElement[] {
  const author = authorName(facts);
  return dotted([words(oneLine(facts.networkLabel))], author ? [bold(author), ...reachBehindName(facts)] : [], [
    saidAt(facts, now),
  ]);
}

/** Who said it, as far as anybody knows: a name, a handle or the site; empty when there is nothing. */
export function authorName({ author, url }: Pick<CardFacts, 'author' | 'url'>): string {
  const site = webAddress(url);
  return oneLine(author.name ?? '') || oneLine(author.handle ?? '') || (site ? oneLine(new URL(site).host) : '');
}

/** "Maya Ito on Bluesky". */
export function authorOnNetwork(facts: CardFacts): RichTextElement[] {
  return [bold(authorName(facts) || 'somebody'), words(` on ${oneLine(facts.networkLabel)}`)];
}

/** When it was said; when nobody knows, or a source claims the future, when it was found. */
function saidAt({ publishedAt, mention, timezone }: CardFacts, now: Date): RichTextElement {
  if (publishedAt && publishedAt <= now) return moment(publishedAt, timezone, AGO);
  return moment(mention.createdAt, timezone, AGO, 'found ');
}

/** The title, where it says more than the text, and the text, set off. */
export function quoted(facts: CardFacts, maxChars = MAX_QUOTED): RichTextBlockElement[] {
  const title = oneLine(facts.title ?? '', 150);
  const text = tidy(facts.text, maxChars);
  if (!title) return [quote(words(text || '(no words)', maxChars))];
  const repeats = oneLine(text, 150).startsWith(title.replace(/…$/u, ''));
  return [...(repeats ? [] : [line(bold(title))]), ...(text ? [quote(words(text, maxChars))] : [])];
}

/** The words in short, on one line: to recognise the mention by. */
export function inShort(facts: Pick<CardFacts, 'title' | 'text'>, maxChars = 150): string {
  return oneLine(facts.title ?? '', maxChars) || oneLine(facts.text, maxChars) || '(no words)';
}

/** Text with its lines kept, but no more of them than a card can bear. */
function tidy(text: string, maxChars: number): string {
  const lines = text
    .slice(0, maxChars * 16)
    .trim()
    .split(/\r\n?|\n/u)
    .map((one) => one.trimEnd());
  const kept = lines.filter((one, i) => one !== '' || lines[i - 1] !== '');
  if (kept.length <= MAX_QUOTED_LINES) return clip(kept.join('\n'), maxChars);
  return clip(`${kept.slice(0, MAX_QUOTED_LINES).join('\n')}…`, maxChars);
}

/** "Complaint, clearly negative · Watch: Acme · also matches Acme jobs · also on Hacker News". */
export function metaLine(facts: CardFacts): RichTextElement[] {
  const elsewhere = facts.sightings.filter((one) => one.url !== facts.url || one.networkLabel !== facts.networkLabel);
  return dotted(
    judgementWords(facts),
    [words(`Watch: ${oneLine(facts.watch)}`)],
    listed(
      'also matches ',
      facts.otherWatches.map((name) => words(oneLine(name))),
    ),
    listed('also on ', elsewhere.map(placeLink)),
  );
}

function placeLink(sighting: Sighting): RichTextElement {
  return link(sighting.url, oneLine(sighting.networkLabel) || oneLine(sighting.network) || 'another place');
}

function listed(lead: string, things: RichTextElement[]): RichTextElement[] {
  if (things.length === 0) return [];
  const more = things.length - MAX_PLACES;
  const shown = things.slice(0, MAX_PLACES).flatMap((one, i) => (i === 0 ? [one] : [words(', '), one]));
  return [words(lead), ...shown, ...(more > 0 ? [words(` and ${more} more`)] : [])];
}
