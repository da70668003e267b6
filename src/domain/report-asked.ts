import { DateTime } from 'luxon';
import type { Day } from './day.ts';
import { REPORT_GROUPS, type ReportGroup } from './report.ts';
import { cleanText, clip } from './text.ts';
import { unwrapMrkdwn } from './unwrap-mrkdwn.ts';

/** The periods that have a name; each is the one that `now` stands in. */
export const NAMED_PERIODS = ['today', 'week', 'month', 'quarter'] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];

/** A period by its name, or the first and the last of its days, both included. */
export type AskedPeriod = NamedPeriod | { first: Day; last: Day };

/** What somebody asked for behind `/community report`. It says what to count, never what may be seen. */
export type AskedReport = { period: AskedPeriod; watch: string | null; by: ReportGroup | null };

/** What could not be read, and the words it stands in. */
export type MisreadReport = { misread: ReportMisreading; word: string };
type ReportMisreading = 'no_day' | 'order' | 'too_long' | 'no_period' | 'two_periods' | 'by_what' | 'which_watch';

/** The longest period that a report is made of. */
export const MAX_REPORT_DAYS = 1_100;
/** The longest name of a watch that travels in a button. */
export const MAX_ASKED_NAME = 80;

type Token = { text: string; isQuoted: boolean };
type Read = { period: AskedPeriod | null; names: string[]; by: ReportGroup | null };

/** `month "Acme Cloud" by person`, in any order; what is nothing else is the name of a watch. Pure. */
export function parseReport(text: string): AskedReport | MisreadReport {
  const asked = parseAsked(text);
  return 'misread' in asked ? asked : { ...asked, period: asked.period ?? 'week' };
}

/** The same where it is somebody else's to say which period is meant when none is named. Pure. */
export function parseAsked(
  text: string,
): (Omit<AskedReport, 'period'> & { period: AskedPeriod | null }) | MisreadReport {
  const tokens = tokensOf(text);
  const read: Read = { period: null, names: [], by: null };
  for (let at = 0; at < tokens.length; ) {
    const taken = take(read, tokens[at] as Token, tokens[at + 1]);
    if (typeof taken !== 'number') return taken;
    at += taken;
  }
  const { period, names, by } = read;
  const watch = names.length > 0 ? clip(names.join(' '), MAX_ASKED_NAME) : null;
  return { period, watch, by };
}

/** Reads one token, and the one behind it where they belong together; gives how many that were. */
function take(read: Read, token: Token, next: Token | undefined): number | MisreadReport {
  const word = token.isQuoted ? '' : token.text.toLowerCase();
  if (word === 'by') return takeGroup(read, next);
  if (word === 'watch') return next ? takeName(read, next.text, 2) : { misread: 'which_watch', word };
  if (word === 'this' && isNamed(next)) return 1;
  if (isNoPeriod(word, next)) return { misread: 'no_period', word: [token.text, next?.text ?? ''].join(' ').trim() };
  const period = token.isQuoted ? undefined : readPeriod(token.text);
  if (period === undefined) return takeName(read, token.text, 1);
  if (typeof period === 'object' && 'misread' in period) return period;
  if (read.period) return { misread: 'two_periods', word: token.text };
  read.period = period;
  return 1;
}

function takeName(read: Read, name: string, taken: number): number {
  read.names.push(name);
  return taken;
}

function takeGroup(read: Read, next: Token | undefined): number | MisreadReport {
  const group = REPORT_GROUPS.find((one) => one === next?.text.toLowerCase());
  if (!group) return { misread: 'by_what', word: next?.text ?? '' };
  read.by = group;
  return 2;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Undefined for what is no period at all. */
function readPeriod(word: string): AskedPeriod | MisreadReport | undefined {
  const named = NAMED_PERIODS.find((one) => one === word.toLowerCase());
  if (named) return named;
  const [first = '', last = first, ...more] = word.split('..');
  const looksLikeDays = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(\.\.|$)/.test(word) || /^[\d./-]*\.\.[\d./-]*$/.test(word);
  if (!looksLikeDays) return undefined;
  const wrong = [first, last, ...more].find((day) => !isDay(day));
  if (wrong !== undefined || more.length > 0) return { misread: 'no_day', word: wrong || word };
  if (first > last) return { misread: 'order', word };
  return daysBetween(first, last) > MAX_REPORT_DAYS ? { misread: 'too_long', word } : { first, last };
}

function isDay(text: string): boolean {
  return DAY.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

function daysBetween(first: Day, last: Day): number {
  const [from, to] = [first, last].map((day) => DateTime.fromISO(day, { zone: 'utc' }));
  return from && to ? to.diff(from, 'days').days + 1 : 0;
}

/** What people write for a period that has no name here: alone, or before one that has, as in "last week". */
const NO_PERIODS = ['yesterday', 'tomorrow', 'day', 'year', 'last', 'past', 'since', 'until', 'from'];
const UNITS = ['day', 'days', 'weeks', 'months', 'quarters', 'year', 'years'];

function isNoPeriod(word: string, next: Token | undefined): boolean {
  if (!NO_PERIODS.includes(word)) return false;
  return !next || isNamed(next) || UNITS.includes(next.text.toLowerCase()) || /^\d/.test(next.text);
}

function isNamed(token: Token | undefined): boolean {
  return token !== undefined && !token.isQuoted && NAMED_PERIODS.some((one) => one === token.text.toLowerCase());
}

/** What people type between two days, and what Slack makes of it. */
const BETWEEN = /(\d{4}-\d\d-\d\d)\s*(?:\.{2,3}|…|–|—|\bto\b|\buntil\b)\s*(?=\d)/gi;

function tokensOf(text: string): Token[] {
  const pieces = text.matchAll(/["“”„‟«»]([^"“”„‟«»]*)(?:["“”„‟«»]|$)|[^"“”„‟«»]+/g);
  return [...pieces].flatMap(([whole, quoted]) =>
    quoted === undefined
      ? unquoted(whole)
      : [{ text: cleanText(unwrapMrkdwn(quoted)), isQuoted: true }].filter((one) => one.text !== ''),
  );
}

function unquoted(text: string): Token[] {
  const plain = cleanText(unwrapMrkdwn(text)).replaceAll(BETWEEN, '$1..');
  return plain
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, isQuoted: false }));
}
