import { domainToUnicode } from 'node:url';
import { parseUrl } from '../parse-url.ts';

/** A link in a reply that a careful reader would not press, and why. */
export type OddLink = { link: string; why: 'scheme' | 'user_name' | 'address' | 'look_alike' };

const LINK = /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,20}:\/\/|(?:javascript|data|vbscript|file|blob):)[^\s<>"`]+/giu;

/** What ends the sentence, not the link. */
const PUNCTUATION = /[.,;:!?'’»”)\]}]+$/u;

/** The links of a text that look wrong: not of the web, with a user name, to a bare address, or dressed up as another. Pure. */
export function oddLinks(text: string): OddLink[] {
  const links = [...text.matchAll(LINK)].map(([found]) => found.replace(PUNCTUATION, ''));
  return [...new Set(links)].flatMap((link) => {
    const why = oddity(link);
    return why ? [{ link, why }] : [];
  });
}

function oddity(link: string): OddLink['why'] | undefined {
  const url = parseUrl(link);
  if (!url) return /^https?:/i.test(link) ? undefined : 'scheme';
  if (!/^https?:$/.test(url.protocol)) return 'scheme';
  if (url.username || url.password) return 'user_name';
  if (/^\[|^\d+(?:\.\d+){3}$/.test(url.hostname)) return 'address';
  return isDressedUp(url.hostname) ? 'look_alike' : undefined;
}

/** Letters of other alphabets that are drawn like Latin ones. */
const LIKE_LATIN = /^[аеорсухіјѕһԁԛԝӏοανρτυικχ\d-]+$/u;

/** A name under "рф" is at home in its alphabet; under "com" it may want to be taken for another. */
function isDressedUp(hostname: string): boolean {
  const labels = domainToUnicode(hostname).split('.');
  return /^[a-z]+$/.test(labels.at(-1) ?? '') && labels.some(isLookAlike);
}

/** Two alphabets in one word, or a word wholly of letters that only look Latin. */
function isLookAlike(label: string): boolean {
  const isLatin = /\p{Script=Latin}/u.test(label);
  const isOther = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(label);
  return isOther && (isLatin || LIKE_LATIN.test(label));
}
