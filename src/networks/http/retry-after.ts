const dayMs = 24 * 60 * 60 * 1000;
const httpDate = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*, \d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} gmt$/i;

/**
 * The wait that a Retry-After header asks for: seconds or an HTTP date, at most 24 hours, never negative.
 * Undefined when it is absent or says something else. Milliseconds. Pure.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, dayMs);
  if (!httpDate.test(value)) return undefined;
  const waitMs = Date.parse(value) - now.getTime();
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), dayMs);
}
