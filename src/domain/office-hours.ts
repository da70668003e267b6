import type { OfficeHours } from './settings.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Office hours such as "mon-fri 09:00-18:00" or "mon,wed,fri 9:00-12:30"; undefined for anything else. */
export function parseOfficeHours(text: string): OfficeHours | undefined {
  const [, dayText = '', fromText = '', toText = ''] = /^\s*(\S+)\s+([\d:]+)[-–]([\d:]+)\s*$/.exec(text) ?? [];
  const days = parseDays(dayText.toLowerCase());
  const fromMinute = parseMinute(fromText);
  const toMinute = parseMinute(toText);
  if (!days || fromMinute === undefined || toMinute === undefined || fromMinute >= toMinute) return undefined;
  return { days, fromMinute, toMinute };
}

/** The same the other way round: what `parseOfficeHours` reads as these hours. */
export function formatOfficeHours({ days, fromMinute, toMinute }: OfficeHours): string {
  return `${dayRuns(days).join(',')} ${clock(fromMinute)}-${clock(toMinute)}`;
}

/** Days that follow each other are one run: "mon-fri". */
function dayRuns(days: number[]): string[] {
  const runs: [first: number, last: number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  const name = (day: number) => DAYS[day - 1] ?? '';
  return runs.map(([first, last]) => (first === last ? name(first) : `${name(first)}-${name(last)}`));
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** ISO weekdays in order, each once; undefined when a part is no day and no range of days. */
function parseDays(text: string): number[] | undefined {
  const parts = text.split(',').map(parseDayRange);
  const days = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : [...new Set(days)].sort((a, b) => a - b);
}

/** "mon" or "mon-fri"; a range may run over Sunday ("sat-mon"). */
function parseDayRange(text: string): number[] | undefined {
  const [first = '', last = first, ...rest] = text.split(/[-–]/);
  const from = DAYS.indexOf(first);
  const to = DAYS.indexOf(last);
  if (from === -1 || to === -1 || rest.length > 0) return undefined;
  const length = ((to - from + DAYS.length) % DAYS.length) + 1;
  return Array.from({ length }, (_, index) => ((from + index) % DAYS.length) + 1);
}

/** Minutes after midnight; 24:00 is the end of the day. */
function parseMinute(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 24 * 60 ? minutes : undefined;
}
