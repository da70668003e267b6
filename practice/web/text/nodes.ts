/** The one tree that mrkdwn, markdown and rich_text are read into; the page draws nothing else. */

export type InlineStyle = 'bold' | 'italic' | 'strike' | 'underline' | 'highlight';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'styled'; style: InlineStyle; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'user' | 'channel' | 'usergroup'; id: string; label: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; timestamp: number; format: string; url: string; fallback: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'color'; value: string };

export type Flow =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'quote'; children: Flow[] }
  | { kind: 'pre'; text: string }
  | { kind: 'list'; ordered: boolean; indent: number; start: number; items: Inline[][] }
  | { kind: 'rule' }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

/** Says whether a link may be followed: web, mail and telephone addresses only, never `javascript:` or `data:`. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d])/i.test(url);
}

/** Undoes Slack's three entities in one pass, so that `&amp;lt;` stays `&lt;`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_whole, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
}

/** Escapes what a person typed, as Slack does before it keeps a message. */
export function encodeEntities(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}
