import type { PageState } from '../../wire.ts';
import { encodeEntities } from '../text/nodes.ts';

/** What goes out for what was typed: escaped, and names after @ and # made mentions, the longest name first. */
export function outgoingText(typed: string, state: Pick<PageState, 'people' | 'channels' | 'userGroups'>): string {
  const names = new Map<string, string>();
  for (const person of state.people) names.set(`@${person.name}`, `<@${person.id}>`);
  for (const group of state.userGroups) names.set(`@${group.handle}`, `<!subteam^${group.id}>`);
  for (const channel of state.channels) if (!channel.isDm) names.set(`#${channel.name}`, `<#${channel.id}>`);
  for (const range of ['here', 'channel', 'everyone']) names.set(`@${range}`, `<!${range}>`);
  const known = [...names.keys()].sort((one, other) => other.length - one.length).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}&])(${known.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  return encodeEntities(typed).replace(pattern, (name) => names.get(name) ?? name);
}

function escapePattern(text: string): string {
  return encodeEntities(text).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Splits "/community log" into the command and its text; null when it is no command. */
export function splitCommand(typed: string): { command: string; text: string } | null {
  const match = /^(\/[\w-]+)(?:\s+([\s\S]*))?$/.exec(typed.trim());
  return match ? { command: match[1] ?? '', text: match[2]?.trim() ?? '' } : null;
}
