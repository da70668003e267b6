import type { ActAnswer } from '../../wire.ts';

/** An act's answer; `options` are what the bot suggested for a menu. */
export type Said = ActAnswer | { ok: true; options: unknown };

/** The answer to an act: done, or the sentence that says why not. */
export function say(error?: string): Said {
  return error === undefined ? { ok: true } : { ok: false, error };
}
