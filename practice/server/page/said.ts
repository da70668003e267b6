import type { ActAnswer } from '../../wire.ts';

/** An act's answer. */
export type Said = ActAnswer;

/** The answer to an act: done, or the sentence that says why not. */
export function say(error?: string): Said {
  return error === undefined ? { ok: true } : { ok: false, error };
}
