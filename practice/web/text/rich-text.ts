import { flag, list, num, type Obj, obj, str } from '../block-kit/read.ts';
import { type Flow, type Inline, type InlineStyle, isSafeUrl } from './nodes.ts';

const STYLES: InlineStyle[] = ['bold', 'italic', 'strike', 'underline', 'highlight'];

/** Reads a rich_text block into the tree. */
export function parseRichText(block: Obj): Flow[] {
  return list(block.elements).flatMap(readGroup);
}

function readGroup(group: Obj): Flow[] {
  if (group.type === 'rich_text_section') return [{ kind: 'paragraph', children: readInlines(group) }];
  if (group.type === 'rich_text_quote') {
    return [{ kind: 'quote', children: [{ kind: 'paragraph', children: readInlines(group) }] }];
  }
  if (group.type === 'rich_text_preformatted')
    return [{ kind: 'pre', text: list(group.elements).map(rawText).join('') }];
  if (group.type !== 'rich_text_list') return [];
  return [
    {
      kind: 'list',
      ordered: group.style === 'ordered',
      indent: num(group.indent) ?? 0,
      start: (num(group.offset) ?? 0) + 1,
      items: list(group.elements).map(readInlines),
    },
  ];
}

function rawText(element: Obj): string {
  return str(element.text) || str(element.url);
}

function readInlines(group: Obj): Inline[] {
  return list(group.elements).flatMap((element) => {
    const node = readElement(element);
    return node ? [styled(node, obj(element.style) ?? {})] : [];
  });
}

function styled(node: Inline, style: Obj): Inline {
  const inner: Inline = flag(style.code) ? { kind: 'code', text: plainOf(node) } : node;
  const kept: Inline = flag(style.code) && node.kind === 'link' ? { ...node, children: [inner] } : inner;
  return STYLES.filter((name) => flag(style[name])).reduce<Inline>(
    (child, name) => ({ kind: 'styled', style: name, children: [child] }),
    kept,
  );
}

function plainOf(node: Inline): string {
  if (node.kind === 'text' || node.kind === 'code') return node.text;
  return node.kind === 'link' ? node.children.map(plainOf).join('') : '';
}

function readElement(element: Obj): Inline | null {
  switch (element.type) {
    case 'text':
      return { kind: 'text', text: str(element.text) };
    case 'link':
      return readLink(element);
    case 'user':
      return { kind: 'user', id: str(element.user_id), label: '' };
    case 'channel':
      return { kind: 'channel', id: str(element.channel_id), label: '' };
    case 'usergroup':
      return { kind: 'usergroup', id: str(element.usergroup_id), label: '' };
    case 'emoji':
      return { kind: 'emoji', name: str(element.name) };
    case 'broadcast':
      return { kind: 'broadcast', range: str(element.range) };
    case 'color':
      return { kind: 'color', value: str(element.value) };
    case 'date':
      return readDate(element);
    default:
      return { kind: 'text', text: str(element.text) };
  }
}

function readLink(element: Obj): Inline {
  const url = str(element.url);
  const text: Inline = { kind: 'text', text: str(element.text) || url };
  return isSafeUrl(url) ? { kind: 'link', url, children: [text] } : text;
}

function readDate(element: Obj): Inline {
  const url = str(element.url);
  return {
    kind: 'date',
    timestamp: num(element.timestamp) ?? Number.NaN,
    format: str(element.format),
    url: isSafeUrl(url) ? url : '',
    fallback: str(element.fallback),
  };
}
