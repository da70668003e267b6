import { DateTime } from 'luxon';
import type { Day } from '../domain/day.ts';
import type { Days } from '../domain/report.ts';
import { count } from './labels.ts';

/** "Mon 16 Nov to Sun 22 Nov 2026"; a single day is said once. What is no day stays as it is. */
export function daysWords({ first, last }: Days): string {
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const end = formatted(last, 'ccc d LLL yyyy');
  return first === last ? end : `${formatted(first, isOneYear ? 'ccc d LLL' : 'ccc d LLL yyyy')} to ${end}`;
}

/** "16 Nov", "16–22 Nov" or "28 Sep–4 Oct": short enough for a chart. */
export function shortDays({ first, last }: Days): string {
  if (first === last) return formatted(first, 'd LLL');
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${formatted(first, isOneMonth ? 'd' : 'd LLL')}–${formatted(last, 'd LLL')}`;
}

/** "the day before", "the 7 days before". */
export function beforeWords(days: Days): string {
  const many = daysIn(days);
  return many === 1 ? 'the day before' : `the ${count(many, 'day')} before`;
}

/** How many days there are, the first and the last included. */
export function daysIn({ first, last }: Days): number {
  return Math.round(day(last).diff(day(first), 'days').days) + 1;
}

/** "Nov 2026". */
export function monthOf(one: Day): string {
  return formatted(one, 'LLL yyyy');
}

/** "Mon 16 Nov 2026". */
export function formatDayWords(one: Day): string {
  return formatted(one, 'ccc d LLL yyyy');
}

function formatted(one: Day, format: string): string {
  const parsed = day(one);
  return parsed.isValid ? parsed.setLocale('en-US').toFormat(format) : one;
}

function day(one: Day): DateTime {
  return DateTime.fromISO(one, { zone: 'utc' });
}
