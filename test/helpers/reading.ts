import type { Block } from '../../practice/wire.ts';

type Thing = Record<string, unknown>;

/** Every object in a value, the outer ones first. */
export function everyThing(value: unknown): Thing[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(everyThing);
  return Array.isArray(value) ? inner : [value as Thing, ...inner];
}

/** What a person reads in blocks, line by line; people as <@U…>, dates by their format. */
export function linesOf(blocks: Block[]): string[] {
  return everyThing(blocks).flatMap((one) => {
    if (Array.isArray(one.elements) && /^rich_text_(section|quote|preformatted)$/.test(String(one.type))) {
      return [(one.elements as Thing[]).map(aloud).join('')];
    }
    return one.type === 'plain_text' || one.type === 'mrkdwn' ? [String(one.text)] : [];
  });
}

/** The same as one text. */
export function wordsOf({ blocks }: { blocks: Block[] }): string {
  return linesOf(blocks).join('\n');
}

function aloud(element: Thing): string {
  if (element.type === 'user') return `<@${element.user_id}>`;
  if (element.type === 'channel') return `<#${element.channel_id}>`;
  if (element.type === 'emoji') return `:${element.name}:`;
  if (element.type === 'date') return String(element.format);
  return typeof element.text === 'string' ? element.text : '';
}

export type Found = { element: Thing; blockId: string };

/** The buttons in blocks by their labels, links too. */
export function buttonsOf(blocks: Block[]): Map<string, Found> {
  const found = blocks.flatMap((block) =>
    everyThing(block)
      .filter((one) => one.type === 'button')
      .map((element): [string, Found] => [labelOf(element.text), { element, blockId: block.block_id ?? '' }]),
  );
  return new Map(found);
}

/** The text of a text object. */
export function labelOf(text: unknown): string {
  return String((text as Thing | undefined)?.text ?? '');
}
