/** A day as Slack writes it: YYYY-MM-DD. */
export type Day = string;

/** Today in the reader's own zone. */
export function today(): Day {
  return dayOf(new Date());
}

/** The day of a moment in the reader's own zone. */
export function dayOf(date: Date): Day {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The same day some days later (or earlier). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** The weeks that show a month, Sunday first, with the neighbours' days that fill them. */
export function weeksOf(day: Day): Day[][] {
  const first = `${day.slice(0, 8)}01`;
  const start = addDays(first, -new Date(`${first}T00:00:00Z`).getUTCDay());
  return Array.from({ length: 6 }, (_week, week) =>
    Array.from({ length: 7 }, (_day, at) => addDays(start, week * 7 + at)),
  ).filter((week, at) => at < 4 || week[0]?.slice(0, 7) === day.slice(0, 7));
}

/** Seconds since the epoch of a day and a time (HH:MM) in the reader's own zone; null when one is missing. */
export function momentOf(day: string, time: string): number | null {
  const at = day && time ? new Date(`${day}T${time}:00`).getTime() : Number.NaN;
  return Number.isFinite(at) ? Math.floor(at / 1000) : null;
}
