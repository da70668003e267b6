import { formatAbsolute } from '../domain/time.ts';

/** An instant in a sentence: each reader's own clock, or UTC where Slack does not draw it. */
export function instant(at: Date): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} at {time}|${formatAbsolute(at, 'UTC')}>`;
}
