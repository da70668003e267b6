import { hour12 } from '../parts/clock.ts';
import { dateParts, formatSlackDate, formatTime } from '../text/format-date.ts';
import { timeOf } from './group.ts';

/** When a message was sent; the whole date is its title. */
export function MessageTime({ ts, short = false }: { ts: string; short?: boolean }) {
  const at = timeOf(ts);
  const words = formatTime(at, { hour12 });
  const { weekday } = dateParts(at);
  const full = formatSlackDate(at / 1000, '{date_short} at {time_secs}', { now: at, hour12 });
  return (
    <time className="message-time" dateTime={new Date(at).toISOString()} title={`${weekday}, ${full}`}>
      {short ? words.replace(/ [AP]M$/, '') : words}
    </time>
  );
}
