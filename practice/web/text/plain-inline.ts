import { type Inline, isSafeUrl } from './nodes.ts';

const BARE_URL = /https?:\/\/[^\s<>"'`|]+/gi;

/** Turns decoded plain text into nodes, with bare web addresses made links as Slack does unless told `verbatim`. */
export function plainInline(text: string, verbatim = false): Inline[] {
  if (verbatim || !text.includes('://')) return text ? [{ kind: 'text', text }] : [];
  const nodes: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(BARE_URL)) {
    const url = trimTail(match[0]);
    if (!isSafeUrl(url)) continue;
    if (match.index > from) nodes.push({ kind: 'text', text: text.slice(from, match.index) });
    nodes.push({ kind: 'link', url, children: [{ kind: 'text', text: url }] });
    from = match.index + url.length;
  }
  if (from < text.length) nodes.push({ kind: 'text', text: text.slice(from) });
  return nodes;
}

/** Full stops, commas and an unopened bracket at the end belong to the sentence, not to the address. */
function trimTail(url: string): string {
  let end = url.length;
  while (end > 0 && /[.,;:!?*_~]/.test(url[end - 1] ?? '')) end--;
  const kept = url.slice(0, end);
  return kept.endsWith(')') && !kept.includes('(') ? kept.slice(0, -1) : kept;
}
