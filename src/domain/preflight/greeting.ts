import { fold } from '../fold.ts';
import type { Author } from '../item.ts';

const HELLO = ['Hi', 'Hello', 'Hey', 'Dear', 'Hallo', 'Liebe', 'Lieber', 'Moin', 'Servus', 'Bonjour', 'Salut', 'Cher']
  .concat(['Chère', 'Hola', 'Ciao', 'Caro', 'Cara', 'Olá'])
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toLowerCase()}]${word.slice(1)}`)
  .join('|');

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}";

/** "Hi Maria," at the beginning; a greeting that goes on in the same breath is none of our business. */
const GREETING = new RegExp(`^\\s*(?:${HELLO})\\s+@?(${NAME}(?: ${NAME}){0,2})[ \\t]*(?=[,!.:;–—]|\\n|$)`, 'u');

/** Whom people greet without naming them. */
const NOBODY = new Set(
  'there all everyone everybody team folks friend friends you again world community people guys sir madam both zusammen'.split(
    ' ',
  ),
);
const TITLES = new Set('mr mrs ms mx dr prof professor herr frau monsieur madame señor señora'.split(' '));

/** Whom the text greets though the author is called otherwise; undefined when it greets nobody, or nobody can tell. Pure. */
export function wrongName(text: string, author: Author): { greeted: string; author: string } | undefined {
  const greeted = GREETING.exec(text)?.[1];
  const name = author.name?.trim() ?? '';
  if (!greeted || !isPersonal(name)) return undefined;
  const called = tokens(greeted).filter((token) => !TITLES.has(token));
  if (called.length === 0 || called.some((token) => NOBODY.has(token))) return undefined;
  if (scriptOf(greeted) !== scriptOf(name)) return undefined;
  const known = [...tokens(name), ...tokens(author.handle ?? '')];
  const joined = [name, author.handle ?? ''].map((one) => tokens(one).join('')).join(' ');
  const isKnown = called.some((token) => joined.includes(token) || known.some((one) => isShort(token, one)));
  return isKnown ? undefined : { greeted, author: name };
}

/** A name that a person would be greeted by, not that of an account or of a site. */
function isPersonal(name: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+){0,4}$/u.test(name) && !/^\p{Lu}+$/u.test(name);
}

/** "Max" of "Maximilian", and the other way round. */
function isShort(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** Words without case and accents. */
function tokens(text: string): string[] {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

function scriptOf(text: string): string | undefined {
  const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian'];
  return scripts.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text));
}
