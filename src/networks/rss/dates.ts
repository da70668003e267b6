const dayMs = 24 * 60 * 60 * 1000;
const earliest = Date.UTC(1995, 0, 1);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** In hours; the names of RFC 822, and those that feeds use beside them and that mean one zone only. */
const zones: Record<string, number> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{
    wet: 0,
    west: 1,
    cet: 1,
    cest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    jst: 9,
    kst: 9,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  },
};

const rfc822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]{0,6}\.?[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<zone>[a-z]{1,4}|(?:gmt|utc)?[+-]\d{2}:?\d{2})?)?(?:\s*\([^()]*\))?$/i;
const iso8601 =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:[t\s]\s*(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?\s*(?<zone>z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;

type Fields = Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'zone', string>>;

/**
 * A date of a feed, in the forms of RFC 822 and ISO 8601 only; without a zone it is UTC. Undefined for every other
 * form ("10-04-2020" may be two days), for days that no calendar has, before 1995, and more than a day after `now`.
 * Pure.
 */
export function readDate(text: string | undefined, now: Date): Date | undefined {
  const value = text?.trim().slice(0, 100) ?? '';
  const fields: Fields | undefined = (rfc822.exec(value) ?? iso8601.exec(value))?.groups;
  const time = fields && timeOf(fields);
  if (time === undefined || time < earliest || time > now.getTime() + dayMs) return undefined;
  return new Date(time);
}

function timeOf(fields: Fields): number | undefined {
  const { year = '', month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '0' } = fields;
  const monthIndex = /^\d/.test(month) ? Number(month) - 1 : months.indexOf(month.toLowerCase());
  const offsetMs = zoneMs(fields.zone);
  if (monthIndex < 0 || offsetMs === undefined) return undefined;
  const seconds = Math.min(Number(second), 59); // a leap second
  const at = new Date(Date.UTC(fullYear(year), monthIndex, Number(day), Number(hour), Number(minute), seconds));
  const isReal = at.getUTCMonth() === monthIndex && at.getUTCDate() === Number(day) && Number(hour) < 24;
  if (!isReal || Number(minute) > 59 || Number(second) > 60) return undefined;
  return at.getTime() + Math.floor(Number(`0.${fraction}`) * 1000) - offsetMs;
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

function zoneMs(zone = 'z'): number | undefined {
  const [, sign, hours = '', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const named = zones[zone.toLowerCase()];
  const inHours = sign ? Number(`${sign}1`) * (Number(hours) + Number(minutes) / 60) : named;
  return inHours === undefined ? undefined : inHours * 60 * 60 * 1000;
}
