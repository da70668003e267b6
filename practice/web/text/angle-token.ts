import { decodeEntities, type Inline, isSafeUrl } from './nodes.ts';

/** Reads what stands between `<` and `>`: a person, a channel, a group, a date, a broadcast or a link; null if none. */
export function parseAngleToken(body: string): Inline | null {
  const [target, label] = splitLabel(body);
  if (/^@[UWB][A-Z0-9]*$/i.test(target)) return { kind: 'user', id: target.slice(1), label };
  if (/^#[CDG][A-Z0-9]*$/i.test(target)) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!')) return parseSpecial(target.slice(1), label);
  const url = decodeEntities(target);
  if (!isSafeUrl(url)) return null;
  const shown = label || url.replace(/^mailto:|^tel:/i, '');
  return { kind: 'link', url, children: [{ kind: 'text', text: shown }] };
}

function splitLabel(body: string): [string, string] {
  const bar = body.indexOf('|');
  return bar < 0 ? [body, ''] : [body.slice(0, bar), decodeEntities(body.slice(bar + 1))];
}

function parseSpecial(command: string, label: string): Inline | null {
  if (/^(here|channel|everyone)$/.test(command)) return { kind: 'broadcast', range: command };
  if (command.startsWith('subteam^')) return { kind: 'usergroup', id: command.slice('subteam^'.length), label };
  if (command.startsWith('date^')) return parseDate(command.slice('date^'.length), label);
  return label ? { kind: 'text', text: label } : null;
}

function parseDate(rest: string, fallback: string): Inline | null {
  const [timestamp = '', format = '', ...link] = rest.split('^');
  if (!/^\d{1,12}$/.test(timestamp)) return fallback ? { kind: 'text', text: fallback } : null;
  const url = decodeEntities(link.join('^'));
  return {
    kind: 'date',
    timestamp: Number(timestamp),
    format: decodeEntities(format),
    url: isSafeUrl(url) ? url : '',
    fallback,
  };
}
