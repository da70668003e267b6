import type { z } from 'zod';

const NOUNS: Record<string, string> = {
  string: 'text, in quotes where it looks like a number',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a section with keys of its own',
  boolean: 'true or false',
};

const UNITS: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

/** What zod found, completing a sentence that begins with the path; undefined where zod's own words will do. */
export function sentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${NOUNS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `must ${bound(issue.origin)} at least ${amount(issue.minimum, issue.origin)}`;
  if (issue.code === 'too_big') return `must ${bound(issue.origin)} at most ${amount(issue.maximum, issue.origin)}`;
  if (issue.code === 'invalid_value')
    return `must be ${issue.values
      .map(String)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'must be a whole address, such as https://acme.dev/feed.xml';
  return undefined;
}

function bound(origin: string): string {
  return origin in UNITS ? 'have' : 'be';
}

function amount(count: number | bigint, origin: string): string {
  const [one, many] = UNITS[origin] ?? [];
  return one === undefined ? String(count) : `${count} ${Number(count) === 1 ? one : many}`;
}
