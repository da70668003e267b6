import type { z } from 'zod';
import type { Refusal } from './refusal.ts';
import { sentence } from './setting-sentences.ts';
import { cleanText, clip } from './text.ts';

/** What is wrong with one field of a form, in a sentence for the person who filled it in. */
export type FieldProblem = { at: string; problem: string };

/** Gathers what is wrong while a form is read, field by field. */
export type FormReader = {
  /** The value as the rule makes it; undefined, and a problem more, when it does not pass. */
  read<T>(at: string, rule: z.ZodType<T>, value: unknown): T | undefined;
  /** The same for one entry a line; the first that does not pass is told with its words. */
  readLines<T>(at: string, rule: z.ZodType<T>, text: string): T[];
  say(at: string, problem: string): void;
  /** Undefined when everything passed. */
  refusal(): Refusal | undefined;
};

/** A fresh reader of one form. */
export function formReader(): FormReader {
  const problems: FieldProblem[] = [];
  const say = (at: string, problem: string) => void problems.push({ at, problem });
  return {
    say,
    read(at, rule, value) {
      const { data, problem } = judge(rule, value);
      if (problem !== undefined) say(at, `${problem[0]?.toUpperCase()}${problem.slice(1)}.`);
      return data;
    },
    readLines(at, rule, text) {
      const judged = linesOf(text).map((line) => ({ line, ...judge(rule, line) }));
      const wrong = judged.find(({ problem }) => problem !== undefined);
      if (wrong) say(at, `“${clip(wrong.line, 60)}” ${wrong.problem}.`);
      return judged.flatMap(({ data }) => (data === undefined ? [] : [data]));
    },
    refusal: () => (problems.length > 0 ? { refusal: 'unfit_settings', problems } : undefined),
  };
}

/** What was typed, one entry a line: cleaned, trimmed, each once. Pure. */
export function linesOf(text: string): string[] {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

function judge<T>(rule: z.ZodType<T>, value: unknown): { data?: T; problem?: string } {
  const read = rule.safeParse(value, { error: sentence });
  return read.success ? { data: read.data } : { problem: read.error.issues[0]?.message ?? 'cannot be read' };
}
