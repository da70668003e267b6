import { z } from 'zod';
import { parseUrl } from '../domain/parse-url.ts';

/** How each variable is read. A refusal completes the sentence "NAME …" and never repeats the value. */

const YES = ['1', 'true', 'yes', 'on'];
const NO = ['0', 'false', 'no', 'off'];

/** What a Slack token's first letters say; the first that fits counts. */
const TOKEN_KINDS: [prefix: RegExp, kind: string][] = [
  [/^(?:xoxe\.)?xoxb-/, 'a bot token (xoxb-…)'],
  [/^(?:xoxe\.)?xoxp-/, 'a user token (xoxp-…)'],
  [/^xapp-/, 'an app-level token (xapp-…)'],
  [/^xoxe-/, 'a refresh token (xoxe-…)'],
  [/^xox[a-z]-/, 'another kind of Slack token'],
];

/** A Slack token of the kind that starts with `prefix`. */
export function slackToken(prefix: 'xoxb-' | 'xapp-') {
  const wanted = kindOfToken(prefix) ?? prefix;
  return z.string().check(({ value, issues }) => {
    const message = tokenProblem(value, wanted);
    if (message) issues.push({ code: 'custom', message, input: undefined });
  });
}

function tokenProblem(value: string, wanted: string): string | undefined {
  const found = kindOfToken(value);
  if (found === undefined) return `is no Slack token; it must be ${wanted}`;
  if (found !== wanted) return `holds ${found}, but must be ${wanted}`;
  if (!/^[\w.-]+$/.test(value)) return 'has a space, a quote or another character that no token has; copy it again';
  return undefined;
}

function kindOfToken(value: string): string | undefined {
  return TOKEN_KINDS.find(([prefix]) => prefix.test(value))?.[1];
}

/** A path of a file or folder. */
export const path = z.string().regex(/^\P{Cc}+$/u, 'has a line break or another control character in it');

/** A secret without white space. */
export const secret = z.string().regex(/^\S+$/, 'has a space or a line break in it; copy it again');

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a whole number from 0 to 65535');

export const yesOrNo = z
  .string()
  .toLowerCase()
  .refine((value) => YES.includes(value) || NO.includes(value), 'must be true or false')
  .transform((value) => YES.includes(value));

export const logLevel = z
  .string()
  .toLowerCase()
  .pipe(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent',
    }),
  );

/** The root of a Web API, with the slash at its end that makes method names resolve below it. */
export const apiUrl = z
  .string()
  .refine(isPlainHttpUrl, 'must be an http or https address without a query, such as https://slack.com/api/')
  .transform((value) => (value.endsWith('/') ? value : `${value}/`));

function isPlainHttpUrl(value: string): boolean {
  const url = /^https?:\/\//i.test(value) ? parseUrl(value) : undefined;
  return url !== undefined && url.search + url.hash + url.username === '';
}

/** Exact origins, separated by commas. */
export const origins = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''))
  .refine((parts) => parts.every(isOrigin), 'must list origins such as http://127.0.0.1:4001, separated by commas')
  .transform((parts) => parts.map((part) => new URL(part).origin));

function isOrigin(value: string): boolean {
  return isPlainHttpUrl(value) && !value.includes('*') && new URL(value).pathname === '/';
}

const POSTGRES_HINT = 'special characters in the password must be percent-encoded, such as %40 for @';

export const databaseUrl = z
  .string()
  .regex(/^postgres(?:ql)?:\/\//, 'must start with postgres:// or postgresql://')
  .refine(isPostgresUrl, `is no address that Postgres understands; ${POSTGRES_HINT}`);

/** An unescaped #, / or ? in a password cuts the address in the middle: then it has a hash, or an @ too late. */
function isPostgresUrl(value: string): boolean {
  const url = parseUrl(value);
  if (/\s/.test(value) || !url) return false;
  const authority = value.replace(/^\w+:\/\//, '').split(/[/?#]/, 1)[0] ?? '';
  const ats = value.split('@').length - 1;
  return url.hash === '' && ats <= 1 && authority.includes('@') === (ats === 1) && isEncoded(url);
}

function isEncoded({ username, password, pathname }: URL): boolean {
  return !/%(?![\da-f]{2})/i.test(username + password + pathname);
}
