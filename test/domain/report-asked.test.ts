import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AskedReport, MAX_ASKED_NAME, parseReport } from '../../src/domain/report-asked.ts';
import { countChars } from '../../src/domain/text.ts';

const WEEK: AskedReport = { period: 'week', watch: null, by: null };
const NOVEMBER = { first: '2026-11-01', last: '2026-11-30' };

test.each<[string, Partial<AskedReport>]>([
  ['', {}],
  ['today', { period: 'today' }],
  ['This Month', { period: 'month' }],
  ['quarter by person', { period: 'quarter', by: 'person' }],
  ['by Department QUARTER', { period: 'quarter', by: 'department' }],
  ['Acme', { watch: 'Acme' }],
  ['acme cloud by network month', { watch: 'acme cloud', by: 'network', period: 'month' }],
  ['month "Acme cloud" by network', { watch: 'Acme cloud', by: 'network', period: 'month' }],
  ['“today”', { watch: 'today' }],
  ['"by"', { watch: 'by' }],
  ['watch week', { watch: 'week' }],
  ['watch "Acme cloud" today', { watch: 'Acme cloud', period: 'today' }],
  ['last resort', { watch: 'last resort' }],
  ['2026-11-01..2026-11-30', { period: NOVEMBER }],
  ['2026-11-01 .. 2026-11-30 Acme', { period: NOVEMBER, watch: 'Acme' }],
  ['2026-11-01…2026-11-30', { period: NOVEMBER }],
  ['2026-11-01 – 2026-11-30', { period: NOVEMBER }],
  ['2026-11-01 to 2026-11-30 by person', { period: NOVEMBER, by: 'person' }],
  ['2028-02-29', { period: { first: '2028-02-29', last: '2028-02-29' } }],
  ['<#C1|general> &amp; more', { watch: '#general & more' }],
  ['<http://acme.dev|acme.dev>', { watch: 'http://acme.dev' }],
  ['"', {}],
  ['"Acme cloud', { watch: 'Acme cloud' }],
])('“%s” can be read, in whatever order', (text, asked) => {
  expect(parseReport(text)).toEqual({ ...WEEK, ...asked });
});

test.each([
  ['2027-02-29', 'no_day', '2027-02-29'],
  ['2026-11-01..2026-11-31', 'no_day', '2026-11-31'],
  ['2026-11-01..', 'no_day', '2026-11-01..'],
  ['1.11.2026', 'no_day', '1.11.2026'],
  ['11/1/2026', 'no_day', '11/1/2026'],
  ['2026-11-30..2026-11-01', 'order', '2026-11-30..2026-11-01'],
  ['2020-01-01..2026-01-01', 'too_long', '2020-01-01..2026-01-01'],
  ['yesterday', 'no_period', 'yesterday'],
  ['last week', 'no_period', 'last week'],
  ['since 2026-11-01', 'no_period', 'since 2026-11-01'],
  ['week month', 'two_periods', 'month'],
  ['by', 'by_what', ''],
  ['week by watch', 'by_what', 'watch'],
  ['today watch', 'which_watch', 'watch'],
])('“%s” is told to be wrong, by the word that is', (text, misread, word) => {
  expect(parseReport(text)).toEqual({ misread, word });
});

test('whatever somebody types is read or told to be wrong, and its name stays short', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })), (text) => {
      const read = parseReport(text);
      if ('misread' in read) return;
      expect(countChars(read.watch ?? '')).toBeLessThanOrEqual(MAX_ASKED_NAME);
    }),
  );
});
