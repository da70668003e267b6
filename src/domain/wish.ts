import { fold } from './fold.ts';

/** The longest title of a wish: a line that a colleague can read in passing. */
export const MAX_WISH_CHARS = 100;

/**
 * A wish as it is compared with earlier ones: case, white space and punctuation tell no two wishes apart, but the
 * signs that are part of a name do ("C++", "C#"). A title of nothing but punctuation stays what it is.
 */
export function wishKey(title: string): string {
  const folded = fold(title).trim();
  const bare = folded
    .replaceAll("'", '')
    .replace(/(?![#&@*%])\p{P}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare || folded;
}

/** What people outside ask of a department, and how many mentions did. */
export type Wish = { id: number; department: string; title: string; times: number };
