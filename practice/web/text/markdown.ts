import { parseMarkdownInline } from './markdown-inline.ts';
import type { Flow } from './nodes.ts';

type Taken = { flow: Flow; next: number };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^(#{1,6}) +(.+?) *#*$/;
const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;
const BULLET = /^( *)(?:[-*+]|(\d{1,9})[.)]) +(.*)$/;
const DIVIDER_ROW = /^\|?[ :]*-+[-| :]*$/;

/** Reads a markdown block (standard markdown, as people and models write it) into the tree. */
export function parseMarkdown(source: string): Flow[] {
  const lines = source.split(/\r?\n/);
  const flows: Flow[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.trim() === '') {
      at++;
      continue;
    }
    const taken = takeFence(lines, at) ?? takeLine(lines, at) ?? takeQuote(lines, at) ?? takeTable(lines, at);
    const { flow, next } = taken ?? takeList(lines, at) ?? takeParagraph(lines, at);
    flows.push(flow);
    at = next;
  }
  return flows;
}

function takeFence(lines: string[], at: number): Taken | null {
  const fence = FENCE.exec(lines[at] ?? '')?.[1];
  if (!fence) return null;
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trim().startsWith(fence)) end++;
  return { flow: { kind: 'pre', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function takeLine(lines: string[], at: number): Taken | null {
  const line = lines[at] ?? '';
  if (RULE.test(line)) return { flow: { kind: 'rule' }, next: at + 1 };
  const heading = HEADING.exec(line);
  if (!heading) return null;
  const flow: Flow = {
    kind: 'heading',
    level: heading[1]?.length ?? 1,
    children: parseMarkdownInline(heading[2] ?? ''),
  };
  return { flow, next: at + 1 };
}

function takeQuote(lines: string[], at: number): Taken | null {
  let end = at;
  while (/^ {0,3}>/.test(lines[end] ?? '')) end++;
  if (end === at) return null;
  const inner = lines.slice(at, end).map((line) => line.replace(/^ {0,3}> ?/, ''));
  const children: Flow[] = [{ kind: 'paragraph', children: parseMarkdownInline(inner.join('\n')) }];
  return { flow: { kind: 'quote', children }, next: end };
}

function takeTable(lines: string[], at: number): Taken | null {
  if (!lines[at]?.includes('|') || !DIVIDER_ROW.test(lines[at + 1] ?? '') || !lines[at + 1]?.includes('-')) return null;
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => parseMarkdownInline(cell.trim()));
  let end = at + 2;
  while (lines[end]?.includes('|')) end++;
  return {
    flow: { kind: 'table', head: cells(lines[at] ?? ''), rows: lines.slice(at + 2, end).map(cells) },
    next: end,
  };
}

/** One run of items of the same indentation and kind; deeper runs follow as lists of their own, as in rich_text. */
function takeList(lines: string[], at: number): Taken | null {
  const first = BULLET.exec(lines[at] ?? '');
  if (!first) return null;
  const indent = first[1]?.length ?? 0;
  const ordered = first[2] !== undefined;
  const items: string[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const item = BULLET.exec(line);
    if (item && (item[1]?.length !== indent || (item[2] !== undefined) !== ordered)) break;
    if (item) items.push(checkbox(item[3] ?? ''));
    else if (/^\s+\S/.test(line) && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
    else break;
  }
  const start = ordered ? Number(first[2]) : 1;
  const flow: Flow = {
    kind: 'list',
    ordered,
    indent: Math.min(Math.floor(indent / 2), 8),
    start,
    items: items.map((item) => parseMarkdownInline(item)),
  };
  return { flow, next: end };
}

function checkbox(item: string): string {
  return item.replace(/^\[ \] /, '☐ ').replace(/^\[[xX]\] /, '☑ ');
}

function takeParagraph(lines: string[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length && lines[end]?.trim() && !startsSomething(lines[end] ?? '')) end++;
  return { flow: { kind: 'paragraph', children: parseMarkdownInline(lines.slice(at, end).join('\n')) }, next: end };
}

function startsSomething(line: string): boolean {
  return FENCE.test(line) || HEADING.test(line) || RULE.test(line) || BULLET.test(line) || /^ {0,3}>/.test(line);
}
