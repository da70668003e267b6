import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { isPhrase } from './matching.ts';
import type { Approvers, EscalationStep } from './settings.ts';
import { formatDuration, parseDuration, parseOfficeHours } from './time.ts';

// What may stand in a setting, whether it is written in community.yml or in one of Slack's forms. A problem completes
// a sentence that begins with the name of the setting.

const MAX_NAME_CHARS = 80;
const MAX_PHRASE_CHARS = 200;

/** Text that passes the test; anything else gets this one sentence. */
function text(problem: string, test: (value: string) => boolean) {
  return z.string({ error: ({ input }) => (input === undefined ? undefined : problem) }).refine(test, problem);
}

function matching(problem: string, pattern: RegExp) {
  return text(problem, (value) => pattern.test(value));
}

export const name = z.string().trim().min(1).max(MAX_NAME_CHARS);

export const phrase = z.string().max(MAX_PHRASE_CHARS).refine(isPhrase, 'has nothing in it to look for');

export const channel = matching(
  'must be a channel: its id (C…) or, in quotes, its "#name"',
  /^(?:[CG][A-Z0-9]{2,}|#[\p{Ll}\p{Lo}\p{M}\p{N}_-]{1,80})$/u,
);

export const person = matching('must be the id of a person (U…)', /^[UW][A-Z0-9]{2,}$/);

export const approver = matching('must be the id of a person (U…) or of a user group (S…)', /^[UWS][A-Z0-9]{2,}$/);

export const group = matching('must be the id of a user group (S…)', /^S[A-Z0-9]{2,}$/);

/** Whom an escalation calls. */
export const helper = matching(
  'must be a channel (C… or "#name"), a person (U…) or a user group (S…)',
  /^(?:[CGUWS][A-Z0-9]{2,}|#[\p{Ll}\p{Lo}\p{M}\p{N}_-]{1,80})$/u,
);

export const manager = matching(
  'must be the id of a person (U…) or an e-mail address',
  /^(?:[UW][A-Z0-9]{2,}|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/,
);

export const timezone = text('must be a time zone such as Europe/Berlin', (value) => IANAZone.isValidZone(value));

export const holiday = text(
  'must be a day of the calendar such as 2026-12-25',
  (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid,
);

const HOURS = 'must be office hours such as "mon-fri 09:00-18:00"';
export const officeHours = text(HOURS, (value) => parseOfficeHours(value) !== undefined).transform(parseOfficeHours);

/** Milliseconds, from a duration between two bounds. */
export function duration(minMs: number, maxMs: number) {
  const problem = 'must be a duration such as 60s, 30m, 24h or 7d';
  const range = `must be from ${formatDuration(minMs).replace('a moment', '0s')} to ${formatDuration(maxMs)}`;
  return text(problem, (value) => parseDuration(value) !== undefined)
    .transform((value) => parseDuration(value) ?? 0)
    .refine((ms) => ms >= minMs && ms <= maxMs, range);
}

/** Whether a vote can pass at all: people are counted, a group may have any size. */
export function canPass(votes: number, approvers: Approvers): boolean {
  if (approvers === 'everyone' || approvers.length === 0) return true;
  return approvers.some((id) => id.startsWith('S')) || approvers.length >= votes;
}

/** Whether no rung of a ladder is called earlier than the one before it. */
export function goesUp(steps: EscalationStep[]): boolean {
  return steps.every(({ afterMs }, index) => !(afterMs < (steps[index - 1]?.afterMs ?? 0)));
}
