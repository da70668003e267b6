/** What is wrong, in Slack's words: a sentence and the JSON pointer of the place. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** One problem as Slack writes it. */
export function problem(sentence: string, path: Path): string {
  return `${sentence} [json-pointer:${path.map((part) => `/${String(part)}`).join('')}]`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? inner[part as keyof typeof inner] : undefined),
    value,
  );
}

function article(kind: string): string {
  return /^[aeio]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

function sizeSentence(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return `must be less than ${Number(issue.maximum) + 1} characters`;
    if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
    return `must be less than ${Number(issue.maximum) + 1}`;
  }
  if (issue.origin === 'string') return `must be more than ${Number(issue.minimum) - 1} characters`;
  if (issue.origin === 'array') return `no less than ${issue.minimum} items allowed`;
  return issue.inclusive ? `must be at least ${issue.minimum}` : `must be more than ${issue.minimum}`;
}

function sentence(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return sizeSentence(issue);
    case 'invalid_type':
      return `must provide ${article(issue.expected)}`;
    case 'invalid_union':
      return `unsupported type: ${String(given)}`;
    case 'invalid_value':
      return 'must be a valid enum value';
    default:
      return issue.message;
  }
}

/** Slack names the text object too, since it tries plain_text and mrkdwn in turn. */
function aboutTextObject(path: Path, parent: unknown): string[] {
  const isText = path.at(-1) === 'text' && typeof parent === 'object' && parent !== null && 'type' in parent;
  const isEither = isText && ['plain_text', 'mrkdwn'].includes(String(parent.type));
  return isEither ? [problem('failed to match all allowed schemas', path.slice(0, -1))] : [];
}

function issueProblems(issue: Issue, root: unknown, prefix: Path): string[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem(`invalid additional property: ${key}`, path));
  }
  const given = valueAt(root, issue.path);
  const isMissing = given === undefined && issue.path.length > 0 && issue.code !== 'custom';
  if (isMissing) return [problem(`missing required field: ${String(path.at(-1))}`, path.slice(0, -1))];
  const parent = valueAt(root, issue.path.slice(0, -1));
  return [problem(sentence(issue, given), path), ...aboutTextObject(path, parent)];
}

/** The problems of `value`, which stands at `prefix`, by its schema. */
export function schemaProblems(schema: z.ZodType, value: unknown, prefix: Path): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => issueProblems(issue, value, prefix));
}
