import { parseAngleToken } from './angle-token.ts';
import { decodeEntities, type Inline, type InlineStyle } from './nodes.ts';
import { plainInline } from './plain-inline.ts';

export type MrkdwnOptions = { verbatim?: boolean };

const STYLES: Record<string, InlineStyle> = { '*': 'bold', _: 'italic', '~': 'strike' };
const ANGLE = /<([^<>\n]*)>/y;
const CODE = /`([^`\n]+)`/y;
const BARE_URL = /(https?:\/\/[^\s<>"'`|*~]+)/y;
const EMOJI = /:([a-z0-9_+'-]{1,80}(?:::skin-tone-[2-6])?):/y;

type Hit = { node: Inline; end: number };

/** Reads one run of mrkdwn (no quotes or fences) into inline nodes; what is not markup stays text. */
export function parseMrkdwnInline(source: string, options: MrkdwnOptions = {}, open = ''): Inline[] {
  const nodes: Inline[] = [];
  const hopeless = new Map<string, number>();
  let plain = '';
  let at = 0;
  const flush = () => {
    nodes.push(...plainInline(decodeEntities(plain), options.verbatim));
    plain = '';
  };
  while (at < source.length) {
    const hit = readAtom(source, at) ?? readStyled(source, at, options, open, hopeless);
    if (hit) {
      flush();
      nodes.push(hit.node);
      at = hit.end;
      continue;
    }
    const url = source[at] === 'h' ? match(BARE_URL, source, at) : null;
    plain += url ? url.body : source[at];
    at = url ? url.end : at + 1;
  }
  flush();
  return nodes;
}

function match(pattern: RegExp, source: string, at: number): { body: string; end: number } | null {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found ? { body: found[1] ?? '', end: pattern.lastIndex } : null;
}

function readAtom(source: string, at: number): Hit | null {
  const sign = source[at];
  if (sign === '<') {
    const found = match(ANGLE, source, at);
    const node = found && parseAngleToken(found.body);
    return node ? { node, end: found.end } : null;
  }
  if (sign === '`') {
    const found = match(CODE, source, at);
    return found && { node: { kind: 'code', text: decodeEntities(found.body) }, end: found.end };
  }
  if (sign === ':') {
    const found = match(EMOJI, source, at);
    return found && { node: { kind: 'emoji', name: found.body }, end: found.end };
  }
  return null;
}

/** `hopeless` remembers up to where a sign has no partner, so that hostile text costs one scan a line and no more. */
function readStyled(
  source: string,
  at: number,
  options: MrkdwnOptions,
  open: string,
  hopeless: Map<string, number>,
): Hit | null {
  const sign = source[at] ?? '';
  const style = STYLES[sign];
  if (!style || open.includes(sign) || at < (hopeless.get(sign) ?? 0) || !mayOpen(source, at)) return null;
  const { close, scanned } = findClose(source, at + 1, sign);
  if (close < 0) {
    hopeless.set(sign, scanned);
    return null;
  }
  const children = parseMrkdwnInline(source.slice(at + 1, close), options, open + sign);
  return { node: { kind: 'styled', style, children }, end: close + 1 };
}

function mayOpen(source: string, at: number): boolean {
  const before = source[at - 1];
  const after = source[at + 1];
  return (
    (before === undefined || !isWordOrSlash(before)) && after !== undefined && !/\s/.test(after) && after !== source[at]
  );
}

/** The place of the closing sign in this line (-1 if none), and how far was looked. */
function findClose(source: string, from: number, sign: string): { close: number; scanned: number } {
  let at = from;
  for (; at < source.length && source[at] !== '\n'; at++) {
    const char = source[at];
    if (char === '<' || char === '`') {
      const jump = match(char === '<' ? ANGLE : CODE, source, at);
      if (jump) at = jump.end - 1;
    } else if (char === sign && at > from && mayClose(source, at)) return { close: at, scanned: at };
  }
  return { close: -1, scanned: at };
}

function mayClose(source: string, at: number): boolean {
  const before = source[at - 1] ?? ' ';
  const after = source[at + 1];
  return !/\s/.test(before) && (after === undefined || !/[\p{L}\p{N}]/u.test(after));
}

function isWordOrSlash(char: string): boolean {
  return /[\p{L}\p{N}/]/u.test(char);
}
