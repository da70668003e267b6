import { type Inline, isSafeUrl } from './nodes.ts';
import { plainInline } from './plain-inline.ts';

type Rule = { pattern: RegExp; read: (found: RegExpExecArray) => Inline | null };

const inside = (text: string | undefined) => parseMarkdownInline(text ?? '');

/** Tried in this order at every place; each pattern is bounded to one line. */
const RULES: Rule[] = [
  { pattern: /\\([\\`*_{}[\]()#+\-.!~>|])/y, read: (found) => ({ kind: 'text', text: found[1] ?? '' }) },
  { pattern: /(`+)([^`\n]+)\1(?!`)/y, read: (found) => ({ kind: 'code', text: (found[2] ?? '').trim() }) },
  {
    pattern: /!?\[([^[\]\n]{0,500})\]\(\s*([^\s()]{1,2000}(?:\([^\s()]*\)[^\s()]*)?)(?:\s+"[^"\n]*")?\s*\)/y,
    read: readLink,
  },
  { pattern: /<(https?:\/\/[^\s<>]+|mailto:[^\s<>]+)>/y, read: (found) => linkTo(found[1] ?? '') },
  {
    pattern: /\*\*\*(?=\S)([^\n]{1,2000}?\S|\S)\*\*\*/y,
    read: (found) => styled('bold', [styled('italic', inside(found[1]))]),
  },
  { pattern: /\*\*(?=\S)([^\n]{0,2000}?[^\s*])\*\*(?!\*)/y, read: (found) => styled('bold', inside(found[1])) },
  { pattern: /__(?=\S)([^\n]{0,2000}?[^\s_])__(?![\p{L}\p{N}_])/uy, read: (found) => styled('bold', inside(found[1])) },
  { pattern: /~~(?=\S)([^\n]{0,2000}?[^\s~])~~/y, read: (found) => styled('strike', inside(found[1])) },
  { pattern: /\*(?=[^\s*])([^*\n]{0,2000}?[^\s*])\*(?!\*)/y, read: (found) => styled('italic', inside(found[1])) },
  {
    pattern: /_(?=[^\s_])([^\n]{0,2000}?[^\s_])_(?![\p{L}\p{N}_])/uy,
    read: (found) => styled('italic', inside(found[1])),
  },
  { pattern: /:([a-z0-9_+'-]{1,80}):/y, read: (found) => ({ kind: 'emoji', name: found[1] ?? '' }) },
];

function styled(style: 'bold' | 'italic' | 'strike', children: Inline[]): Inline {
  return { kind: 'styled', style, children };
}

function readLink(found: RegExpExecArray): Inline | null {
  const url = found[2] ?? '';
  if (!isSafeUrl(url)) return null;
  const label = found[1] || url;
  return { kind: 'link', url, children: [{ kind: 'text', text: label }] };
}

function linkTo(url: string): Inline {
  return { kind: 'link', url, children: [{ kind: 'text', text: url.replace(/^mailto:/, '') }] };
}

/** Reads the signs inside one run of standard markdown. */
export function parseMarkdownInline(source: string): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  for (let at = 0; at < source.length; ) {
    const hit = firstHit(source, at);
    if (hit) {
      nodes.push(...plainInline(plain), hit.node);
      plain = '';
      at = hit.end;
    } else {
      plain += source[at];
      at++;
    }
  }
  return [...nodes, ...plainInline(plain)];
}

function firstHit(source: string, at: number): { node: Inline; end: number } | null {
  if (!/[\\`![<*_~:]/.test(source[at] ?? '')) return null;
  if (source[at] === '_' && /[\p{L}\p{N}]/u.test(source[at - 1] ?? '')) return null;
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    const node = found && read(found);
    if (node) return { node, end: at + found[0].length };
  }
  return null;
}
