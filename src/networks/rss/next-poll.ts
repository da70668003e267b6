const hourMs = 60 * 60 * 1000;
const maxTtlMs = 24 * hourMs;
/** A server's max-age is often one rule for all its files; a year there must not silence a feed. */
const maxAgeCapMs = hourMs;

/**
 * How long the feed and its server ask to be left alone: the longer of the feed's ttl (at most 24 hours) and
 * Cache-Control's max-age (at most one). Undefined when neither asks. Milliseconds. Pure.
 */
export function nextPollAfterMs(ttlMs: number | undefined, cacheControl: string | undefined): number | undefined {
  const wish = Math.max(Math.min(ttlMs ?? 0, maxTtlMs), Math.min(maxAgeMs(cacheControl), maxAgeCapMs));
  return wish > 0 ? wish : undefined;
}

function maxAgeMs(cacheControl = ''): number {
  if (/\bno-(cache|store)\b/i.test(cacheControl)) return 0;
  return Number(/\bmax-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1] ?? 0) * 1000;
}
