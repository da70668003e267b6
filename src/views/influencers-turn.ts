import { z } from 'zod';
import type { AskedInfluencers } from '../domain/influencers.ts';
import { MAX_ASKED_NAME, NAMED_PERIODS } from '../domain/report-asked.ts';

/** What the buttons of a page carry: what was asked, and which page they lead to. */
export type InfluencersTurn = { asked: AskedInfluencers; page: number };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const turn = z.object({
  asked: z.object({
    period: z.union([z.enum(NAMED_PERIODS), z.object({ first: day, last: day })]).nullable(),
    // A name may take two UTF-16 units a character.
    watch: z
      .string()
      .max(MAX_ASKED_NAME * 2)
      .nullable(),
  }),
  page: z.number().int().min(0).max(100_000),
});

/** As a button's value; what was asked keeps it within Slack's 2,000 characters. */
export function writeInfluencersTurn(to: InfluencersTurn): string {
  return JSON.stringify(to);
}

/** What a button carried; undefined when it is not ours. Says whom to look for and never what may be seen. */
export function readInfluencersTurn(value: string | undefined): InfluencersTurn | undefined {
  try {
    return turn.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
