import { z } from 'zod';

const MOST_TIMES = 1000;
const DAY_MINUTES = 24 * 60;

const onCalls = { method: z.string().min(1), times: z.int().min(1).max(MOST_TIMES) };

/** What the page may ask to go wrong for a while. */
export const trouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lose'), ...onCalls }),
  z.object({ kind: z.literal('delay'), ...onCalls, ms: z.int().min(1).max(60_000) }),
  z.object({ kind: z.literal('rate_limit'), ...onCalls, seconds: z.int().min(1).max(3600) }),
  z.object({ kind: z.literal('status'), ...onCalls, status: z.int().min(500).max(599) }),
  z.object({ kind: z.literal('refuse'), ...onCalls, error: z.string().regex(/^[a-z_]{1,80}$/) }),
  z.object({ kind: z.enum(['events_twice', 'interactions_twice', 'reorder']) }),
  z.object({ kind: z.literal('outage'), minutes: z.number().min(0).max(DAY_MINUTES) }),
]);

/** What may go wrong once. */
export const mishap = z.enum(['sockets_dropped', 'sockets_refreshed']);
