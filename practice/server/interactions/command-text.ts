import { autolink } from '../block-kit/autolink.ts';
import { escapeMrkdwn } from '../block-kit/escape.ts';
import type { State } from '../state.ts';

type Names = Pick<State, 'people' | 'channels' | 'userGroups'>;

/** What each name after @ or # stands for. */
function mentions({ people, channels, userGroups }: Names): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, handle, name } of people) {
    found.set(`@${name}`, `<@${id}|${handle}>`);
    found.set(`@${handle}`, `<@${id}|${handle}>`);
    found.set(`<@${id}>`, `<@${id}|${handle}>`);
  }
  for (const { id, handle } of userGroups) found.set(`@${handle}`, `<!subteam^${id}|@${handle}>`);
  for (const { id, name, dmWith } of channels) if (!dmWith) found.set(`#${name}`, `<#${id}|${name}>`);
  return found;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/**
 * The text of a slash command as the app gets it: `&`, `<` and `>` as entities, and with `should_escape`
 * people, channels and links in Slack's notation (<@U01ANA|ana>, <#C05GENERAL|general>, <https://acme.dev>).
 */
export function commandText(names: Names, typed: string, shouldEscape: boolean): string {
  const escaped = escapeMrkdwn(typed.trim());
  if (!shouldEscape) return escaped;
  const known = mentions(names);
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}<|])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  return autolink(escaped).replace(pattern, (name) => known.get(name) ?? name);
}
