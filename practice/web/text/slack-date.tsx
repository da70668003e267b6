import { hour12 } from '../parts/clock.ts';
import { useNow } from '../store/use-now.ts';

import { formatSlackDate } from './format-date.ts';
import { OutsideLink } from './outside-link.tsx';

type Props = {
  timestamp: number;
  format: string;
  url: string;
  fallback: string;
  /** At the beginning of a line "tomorrow" is written "Tomorrow". */
  opensLine: boolean;
};

/** A date in the reader's own zone; `{ago}` follows the clock. */
export function SlackDate({ timestamp, format, url, fallback, opensLine }: Props) {
  const now = useNow();
  const drawn = formatSlackDate(timestamp, format, { now, hour12 });
  const full = formatSlackDate(timestamp, '{date_long_full} at {time}', { now, hour12 });
  const time = Number.isFinite(timestamp) ? new Date(timestamp * 1000) : null;
  const body = (
    <time dateTime={time && drawn ? time.toISOString() : undefined} title={full ?? undefined}>
      {drawn === null ? fallback || format : opensLine ? drawn.charAt(0).toUpperCase() + drawn.slice(1) : drawn}
    </time>
  );
  return url ? <OutsideLink url={url}>{body}</OutsideLink> : body;
}
