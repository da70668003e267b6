const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNIT_MS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** Milliseconds of a duration such as 60s, 30m, 24h or 7d; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit] = /^\s*(\d{1,6})\s?([smhd])\s*$/.exec(text) ?? [];
  const unitMs = UNIT_MS[unit ?? ''];
  return unitMs === undefined ? undefined : Number(digits) * unitMs;
}

/** A duration in words, cut down to whole units: "5 minutes", "1 hour 20 minutes"; from a day on the nearest day. */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return 'a moment';
  if (ms < MINUTE) return count(ms / SECOND, 'second');
  if (ms < HOUR) return count(ms / MINUTE, 'minute');
  if (ms >= DAY) return count(Math.round(ms / DAY), 'day');
  const hours = count(ms / HOUR, 'hour');
  return ms % HOUR < MINUTE ? hours : `${hours} ${count((ms % HOUR) / MINUTE, 'minute')}`;
}

function count(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
