import type { RichTextElement } from '@slack/types';
import { channel, group, link, person, words } from './rich-text.ts';

/** What our own sentences may hold besides words: a person, a channel, a user group, an instant, a link. */
const TOKEN =
  /<@([UW]\w+)>|<#([CGD]\w+)>|<!subteam\^(S\w+)>|<!date\^(\d+)\^([^|^<>]+)\|([^<>]+)>|<(https?:\/\/[^|<>\s]+)\|([^<>]+)>/g;

/** A sentence of `copy.ts` as rich text. Only people, channels, instants and links come alive; anything else stays words. */
export function sentence(text: string): RichTextElement[] {
  const out: RichTextElement[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    out.push(words(unescaped(text.slice(from, match.index))), token(match));
    from = match.index + match[0].length;
  }
  out.push(words(unescaped(text.slice(from))));
  return out.filter((element) => element.type !== 'text' || element.text !== '');
}

function token([
  ,
  userId,
  channelId,
  groupId,
  seconds,
  format,
  fallback,
  url,
  label,
]: RegExpMatchArray): RichTextElement {
  if (userId) return person(userId);
  if (channelId) return channel(channelId);
  if (groupId) return group(groupId);
  if (seconds)
    return { type: 'date', timestamp: Number(seconds), format: format ?? '{time}', fallback: fallback ?? '' };
  return link(unescaped(url ?? ''), unescaped(label ?? ''));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
