import { z } from 'zod';
import { KINDS, TONES } from '../domain/judgement.ts';
import { ASKED_LIMITS, type Asked, QUEUE_STATES } from '../domain/queue-filter.ts';

/** What the buttons of a page carry: what was asked, and which page they lead to. */
export type QueueTurn = { asked: Asked; page: number };

/** Twice the bound of the parser: a name may take two UTF-16 units a character. */
const name = z.string().max(ASKED_LIMITS.nameChars * 2);

const turn = z.object({
  asked: z.object({
    kind: z.enum(['queue', 'search']),
    words: z.array(z.string().max(ASKED_LIMITS.wordChars * 2)).max(ASKED_LIMITS.words),
    state: z.enum(QUEUE_STATES).nullable(),
    personId: z.string().max(50).nullable(),
    watch: name.nullable(),
    network: name.nullable(),
    tone: z.enum(TONES).nullable().default(null),
    what: z.enum(KINDS).nullable().default(null),
  }),
  page: z.number().int().min(0).max(100_000),
});

/** As a button's value; what was asked keeps it within Slack's 2,000 characters. */
export function writeTurn(to: QueueTurn): string {
  return JSON.stringify(to);
}

/** What a button carried; undefined when it is not ours. Says what to look for and never what may be seen. */
export function readTurn(value: string | undefined): QueueTurn | undefined {
  try {
    return turn.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
