/**
 * What comes from outside is cleaned once, at the door. Invisible characters are dropped because they hide words
 * from a watch and turn a line around on screen; the few that writing needs stay.
 */

const MAX_MARKS_PER_BASE = 4;

/** Everything that ends a line somewhere: CRLF, CR, VT, FF, LINE SEPARATOR, PARAGRAPH SEPARATOR. */
const LINE_BREAK = /\r\n?|[\v\f\u2028\u2029]/gu;

/** Controls but \n and \t; format characters but the joiners and the visible Arabic signs; blank "letters"; CGJ. */
const INVISIBLE =
  /(?![\n\t\p{Join_Control}\u0600-\u0605\u06DD\u070F\u08E2])(?:[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u115F\u1160\u3164\uFFA0]|\u034F)/u;

/** Tag letters are invisible too, but spell the flags of England, Scotland and Wales after a black flag. */
const REGION_FLAG = /\u{1F3F4}[\u{E0061}-\u{E007A}]{3,6}\u{E007F}/u;

const FLAG_OR_INVISIBLE = new RegExp(`(${REGION_FLAG.source})|${INVISIBLE.source}`, 'gu');

/** ZWNJ and ZWJ. */
const JOINER = '\\p{Join_Control}';
const JOINER_RUN = new RegExp(`(${JOINER})${JOINER}+`, 'gu');

const MARKS = new RegExp(`((?:${JOINER}?\\p{M}){${MAX_MARKS_PER_BASE}})(?:${JOINER}?\\p{M})+`, 'gu');

/** Scripts whose spelling uses ZWNJ or ZWJ: those that join their letters, and those that stack them by a virama. */
const JOINING_SCRIPTS = [
  ...['Adlam', 'Arabic', 'Hanifi_Rohingya', 'Mandaic', 'Manichaean', 'Mongolian', 'Nko', 'Phags_Pa', 'Syriac'],
  ...['Balinese', 'Bengali', 'Devanagari', 'Gujarati', 'Gurmukhi', 'Javanese', 'Kannada', 'Khmer', 'Malayalam'],
  ...['Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Tibetan'],
];
const JOINING = `(?=[\\p{L}\\p{M}])[${JOINING_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`;

const BETWEEN_EMOJI =
  '(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic})';

const NEEDED_OR_JOINER = new RegExp(`((?<=${JOINING})${JOINER}|${BETWEEN_EMOJI})|${JOINER}`, 'gu');

/** A lone surrogate: in a `u` pattern the halves of a pair never match. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** Nothing that the other patterns look for. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

const BLANK_LINES = /\n(?:[^\S\n]*\n){2,}/g;

/**
 * Text that is safe to keep, match and show: well-formed, without controls (but `\n` and `\t`), bidi controls and
 * zero-width characters, at most 4 combining marks a base, no runs of blank lines, trimmed. A zero-width joiner or
 * non-joiner stays right after a letter or mark of a script that needs it (Persian, Hindi …), a joiner also inside
 * an emoji sequence; a run of them counts as one. Idempotent, linear in the length.
 */
export function cleanText(raw: string): string {
  const seen = PLAIN.test(raw) ? raw : cleanUnicode(raw);
  return seen.replace(BLANK_LINES, '\n\n').trim();
}

function cleanUnicode(raw: string): string {
  return raw
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(LINE_BREAK, '\n')
    .replace(FLAG_OR_INVISIBLE, (_, flag: string | undefined) => flag ?? '')
    .replace(JOINER_RUN, '$1')
    .replace(MARKS, '$1')
    .replace(NEEDED_OR_JOINER, (_, needed: string | undefined) => needed ?? '');
}
