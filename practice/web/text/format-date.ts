import { formatAgo } from './format-ago.ts';

export type DateOptions = {
  /** Milliseconds since the epoch. */
  now: number;
  /** An IANA zone; the reader's own when left out. */
  timeZone?: string;
  /** A clock of twelve hours; the reader's own habit when left out. */
  hour12?: boolean;
};

export type DateParts = {
  year: number;
  month: number;
  day: number;
  weekday: string;
  monthName: string;
  monthShort: string;
};

const HALF_YEAR_MS = 182 * 86_400_000;
const TOKEN = /\{(\w+)\}/g;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formatters.get(key) ?? new Intl.DateTimeFormat('en-US', options);
  formatters.set(key, known);
  return known;
}

/** Draws one of Slack's date formats, such as `{date_short_pretty} at {time}`; null when there is nothing to draw. */
export function formatSlackDate(timestamp: number, format: string, options: DateOptions): string | null {
  const at = timestamp * 1000;
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  let known = false;
  const text = format.replace(TOKEN, (whole, name: string) => {
    const drawn = drawToken(name, at, options);
    known ||= drawn !== null;
    return drawn ?? whole;
  });
  return known ? text : null;
}

function drawToken(name: string, at: number, options: DateOptions): string | null {
  if (name === 'ago') return formatAgo(at, options.now);
  if (name === 'time') return formatTime(at, options);
  if (name === 'time_secs') return formatTime(at, options, true);
  const parts = dateParts(at, options.timeZone);
  if (name === 'date_num') return `${parts.year}-${pad(parts.month)}-${pad(parts.day)}`;
  if (name === 'date_slash') return `${pad(parts.month)}/${pad(parts.day)}/${parts.year}`;
  const match = /^(date|date_short|date_long)(_pretty|_full)?$/.exec(name);
  if (!match) return null;
  const pretty = match[2] === '_pretty' ? relativeDay(at, options) : null;
  if (pretty) return pretty;
  const far = match[2] === '_full' || Math.abs(options.now - at) > HALF_YEAR_MS;
  const year = far ? `, ${parts.year}` : '';
  if (match[1] === 'date_short') return `${parts.monthShort} ${parts.day}${year}`;
  const day = `${parts.monthName} ${ordinal(parts.day)}${year}`;
  return match[1] === 'date_long' ? `${parts.weekday}, ${day}` : day;
}

/** The time of day, with minutes, in the reader's habit. */
export function formatTime(at: number, options: Omit<DateOptions, 'now'>, seconds = false): string {
  const hour12 = options.hour12 ?? true;
  const key = `time|${options.timeZone}|${hour12}|${seconds}`;
  const drawn = formatter(key, {
    hour: hour12 ? 'numeric' : '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: hour12 ? 'h12' : 'h23',
    timeZone: options.timeZone,
  }).format(at);
  return drawn.replace(/\u202f/g, ' ');
}

/** The day's numbers and names in a zone. */
export function dateParts(at: number, timeZone?: string): DateParts {
  const read = (key: string, options: Intl.DateTimeFormatOptions) =>
    formatter(`${key}|${timeZone}`, { ...options, timeZone }).format(at);
  const [month = 0, day = 0, year = 0] = read('num', { year: 'numeric', month: 'numeric', day: 'numeric' })
    .split('/')
    .map(Number);
  return {
    year,
    month,
    day,
    weekday: read('weekday', { weekday: 'long' }),
    monthName: read('month', { month: 'long' }),
    monthShort: read('short', { month: 'short' }),
  };
}

/** "today", "yesterday" or "tomorrow" where one of them is true. */
export function relativeDay(at: number, options: DateOptions): string | null {
  const dayNumber = (time: number) => {
    const { year, month, day } = dateParts(time, options.timeZone);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  const distance = dayNumber(at) - dayNumber(options.now);
  return distance === 0 ? 'today' : distance === -1 ? 'yesterday' : distance === 1 ? 'tomorrow' : null;
}

/** 1st, 2nd, 3rd, 4th … */
export function ordinal(day: number): string {
  const tens = day % 100;
  if (tens >= 11 && tens <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
