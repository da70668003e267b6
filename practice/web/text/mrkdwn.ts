import { type MrkdwnOptions, parseMrkdwnInline } from './mrkdwn-inline.ts';
import { decodeEntities, type Flow } from './nodes.ts';

const FENCE = '```';
const QUOTE = /^(?:&gt;|>) ?/;
const LONG_QUOTE = /^(?:&gt;|>){3} ?/;
const QUOTE_AFTER_TAG = /^>(?!>)/;

/** Reads Slack's mrkdwn into the tree: fences first, then quotes, then the signs inside a line. */
export function parseMrkdwn(source: string, options: MrkdwnOptions = {}): Flow[] {
  const flows: Flow[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf(FENCE, at);
    const close = open < 0 ? -1 : source.indexOf(FENCE, open + FENCE.length + 1);
    if (open < 0 || close < 0) break;
    flows.push(...parseLines(source.slice(at, open).replace(/\n$/, ''), options));
    flows.push({ kind: 'pre', text: decodeEntities(source.slice(open + FENCE.length, close).replace(/^\n|\n$/g, '')) });
    at = close + FENCE.length;
    if (source[at] === '\n') at++;
  }
  flows.push(...parseLines(source.slice(at), options));
  return flows;
}

function parseLines(source: string, options: MrkdwnOptions): Flow[] {
  if (source === '') return [];
  const flows: Flow[] = [];
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (LONG_QUOTE.test(line)) {
      const rest = [line.replace(LONG_QUOTE, ''), ...lines.slice(at + 1)].join('\n');
      flows.push({ kind: 'quote', children: [paragraph(rest, options)] });
      return flows;
    }
    const quoted = isQuote(line);
    let end = at;
    while (end < lines.length && isQuote(lines[end] ?? '') === quoted && !LONG_QUOTE.test(lines[end] ?? '')) end++;
    const run = lines.slice(at, end);
    if (quoted) {
      const inner = run.map((each) => each.replace(QUOTE, '')).join('\n');
      flows.push({ kind: 'quote', children: [paragraph(inner, options)] });
    } else flows.push(paragraph(run.join('\n'), options));
    at = end;
  }
  return flows;
}

function isQuote(line: string): boolean {
  return line.startsWith('&gt;') || QUOTE_AFTER_TAG.test(line);
}

function paragraph(source: string, options: MrkdwnOptions): Flow {
  return { kind: 'paragraph', children: parseMrkdwnInline(source, options) };
}
