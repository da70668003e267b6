import { type Arguments, countArg, textArg } from './arguments.ts';
import { refuse } from './failure.ts';

export type Page<T> = { items: T[]; response_metadata: { next_cursor: string } };

/** One page of a list; the cursor "" is the end. @throws invalid_cursor, invalid_limit. */
export function paged<T>(list: T[], args: Arguments, byDefault: number, max = 1000): Page<T> {
  const limit = countArg(args, 'limit', byDefault) || byDefault;
  if (limit > max) refuse('invalid_limit');
  const cursor = textArg(args, 'cursor');
  const start = cursor ? cursorOffset(cursor) : 0;
  const end = start + limit;
  const next = end < list.length ? Buffer.from(`offset:${end}`).toString('base64') : '';
  return { items: list.slice(start, end), response_metadata: { next_cursor: next } };
}

function cursorOffset(cursor: string): number {
  const [, offset] = /^offset:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  return offset === undefined ? refuse('invalid_cursor') : Number(offset);
}
