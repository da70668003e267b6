import type { Author } from '../../domain/item.ts';
import { readLink } from './links.ts';
import type { RawAuthor } from './raw-feed.ts';

const maxNameChars = 200;

/** Who wrote an entry; several names become one, the address is that of the first. Undefined for nobody. Pure. */
export function readAuthor(authors: readonly RawAuthor[], bases: readonly (string | undefined)[]): Author | undefined {
  const names = [...new Set(authors.map(({ name }) => plainName(name)))].filter((name) => name !== '');
  if (names.length === 0) return undefined;
  const name = names.join(', ').slice(0, maxNameChars);
  const url = readLink([authors[0]?.url ?? ''], bases);
  return { name, ...(isHandle(name) && { handle: name }), ...(url && { url }) };
}

/** RSS writes "ana@example.com (Ana)", people write "Ana <ana@example.com>": the name is enough. */
function plainName(name = ''): string {
  const flat = name.replace(/\s+/g, ' ').trim();
  const [, inBrackets] = /^[^\s@]+@[^\s@]+ \((.+)\)$/.exec(flat) ?? [];
  const [, before] = /^"?([^"<]+?)"? <[^<>\s]+@[^<>\s]+>$/.exec(flat) ?? [];
  return inBrackets ?? before ?? flat;
}

/** "@ana", and "/u/ana" as Reddit writes it. */
function isHandle(name: string): boolean {
  return /^(@|\/u\/)\S+$/.test(name);
}
