/** What stands between "<" and ">" in Slack's own text: a person, a channel, a group, an address, each with its label. */
const WRAPPED = /<([^<>\n]{1,3000})>/g;

/**
 * Slack's text as a person reads it: links by their label and address, people and channels by their name, entities
 * resolved. What is no markup stays. Pure, linear in the length.
 */
export function unwrapMrkdwn(text: string): string {
  return unescapeMrkdwn(text.replace(WRAPPED, (_, inside: string) => unwrapped(inside)));
}

/** The three characters that Slack escapes. */
export function unescapeMrkdwn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function unwrapped(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1).trim();
  if (target.startsWith('@')) return `@${label || 'somebody'}`;
  if (target.startsWith('#')) return `#${label || 'channel'}`;
  if (target.startsWith('!')) return special(target, label);
  return linked(target.replace(/^(mailto|tel):/, ''), label);
}

function special(target: string, label: string): string {
  if (target.startsWith('!date^')) return label;
  return `@${(label || (target.slice(1).split('^')[0] ?? '')).replace(/^@/, '')}`;
}

/** A label that only repeats the address is not said twice. */
function linked(address: string, label: string): string {
  const bare = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return !label || [address, bare].includes(label) ? address : `${label} (${address})`;
}
