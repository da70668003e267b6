const UNITS: [string, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** The page's clock moves every ten seconds, so something that has just happened may seem to lie a little ahead. */
const CLOCK_SLACK = 15;

/** "8 minutes ago", "in 2 hours", "just now": how far a moment is from now, in the largest whole unit. */
export function formatAgo(at: number, now: number): string {
  const seconds = Math.round((now - at) / 1000);
  const distance = Math.abs(seconds);
  for (const [unit, size] of UNITS) {
    const count = Math.floor(distance / size);
    if (count < 1) continue;
    const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
    return seconds >= 0 ? `${words} ago` : `in ${words}`;
  }
  return seconds > -CLOCK_SLACK ? 'just now' : 'in a moment';
}
