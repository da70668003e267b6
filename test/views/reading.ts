import type { AnyBlock, RichTextElement } from '@slack/types';

const NAMES: Record<string, string> = { U0ANA: 'Ana', U0BEN: 'Ben', U0CHI: 'Chi', U0DANA: 'Dana' };

/** Any object or list of a view, walked without knowing its type. */
export function everyObject(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(everyObject);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

/** What a person reads in blocks, line by line: "Ben has it, claimed {ago}"; `aloud` reads each piece. */
export function linesOf(blocks: AnyBlock[], aloud: (element: RichTextElement) => string = readAloud): string[] {
  return everyObject(blocks).flatMap((one) => {
    if (Array.isArray(one.elements) && /^rich_text_(section|quote|preformatted)$/.test(String(one.type))) {
      return [(one.elements as RichTextElement[]).map(aloud).join('')];
    }
    return one.type === 'plain_text' ? [String(one.text)] : [];
  });
}

function readAloud(element: RichTextElement): string {
  if (element.type === 'user') return NAMES[element.user_id] ?? element.user_id;
  if (element.type === 'emoji') return `:${element.name}:`;
  if (element.type === 'channel') return `#${element.channel_id}`;
  if (element.type === 'date') return element.format;
  return 'text' in element ? (element.text ?? '') : '';
}

/** The labels of all buttons, the primary one with a star. */
export function buttonsOf(blocks: AnyBlock[]): string[] {
  return everyObject(blocks)
    .filter((one) => one.type === 'button')
    .map((one) => `${(one.text as { text: string }).text}${one.style === 'primary' ? ' *' : ''}`);
}
