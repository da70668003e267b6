const ASCII_ONLY = /^[\t\n\x20-\x7e]*$/;

/** Marks of a name that NFKC would glue to it as letters ("Acme™" to "AcmeTM"). */
const TRADE_MARKS = /[™℠®©]/g;

/** Apostrophes, primes and quotes that people type for one another. */
const APOSTROPHES = /[‘’‛ʼ′]/g;
const DOUBLE_QUOTES = /[“”„‟]/g;

/** Not seen, so not compared: joiners, soft hyphens, variation selectors. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]/gu;

/**
 * Text as it is compared: case, compatibility forms (NFKC), curly quotes and the width of white space no longer
 * tell two texts apart. ß equals ss, İ and ı equal i, ς equals σ. Idempotent, linear in the length.
 */
export function fold(text: string): string {
  const plain = ASCII_ONLY.test(text) ? text.toLowerCase() : foldUnicode(text);
  return plain.replace(/\s+/g, ' ');
}

function foldUnicode(text: string): string {
  const compatible = text
    .replace(TRADE_MARKS, ' ')
    .replaceAll('´', "'") // NFKC would make it a space and a combining accent
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replaceAll('\u2010', '-');
  return foldCase(compatible).normalize('NFKC');
}

/** Upper case takes ß and ligatures apart, lower case before it brings ẞ there too. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ς', 'σ');
}
