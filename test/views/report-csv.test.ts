import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvFile } from '../../src/views/csv.ts';
import { reportCsv } from '../../src/views/report-csv.ts';
import { ANA, aLine, BEN, CHI } from '../helpers/facts.ts';
import { anEmptyReport, aReport, someCounts } from '../helpers/report.ts';
import { anyReport, HOSTILE } from './any-facts.ts';

/** Reads a CSV file as RFC 4180 says: cells between commas, in quotes where they hold one, rows ended by CRLF. */
function parseCsv(file: string): string[][] {
  expect(file.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  pattern.lastIndex = 1;
  while (pattern.lastIndex < file.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(file);
    if (!match) throw new Error(`not RFC 4180 at ${at}: ${JSON.stringify(file.slice(at, at + 40))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const NAMES = { [ANA]: 'Ana', [BEN]: 'Ben', [CHI]: '=HYPERLINK("https://evil.example")' };

test('what is written is read back cell by cell, whatever it holds', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...HOSTILE),
    fc.constantFrom('a,b', '"', '\r\n', ''),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
      const read = parseCsv(csvFile(rows));
      expect(read.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')))).toEqual(rows);
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '=cmd|"/c calc"!A1'])(
  'the words %j are not run as a formula',
  (formula) => {
    const [[cell = '']] = parseCsv(csvFile([[formula, 'x']])) as [[string]];
    expect(cell).toBe(`'${formula}`);
  },
);

test('numbers stay numbers, also negative ones; nothing at all is an empty cell', () => {
  expect(csvFile([[-5, 0.5, 1_234_567, null, Number.NaN]])).toBe('\ufeff-5,0.5,1234567,,\r\n');
});

test('a report has every number in a row of its own, beside that of the period before', () => {
  const rows = parseCsv(reportCsv(aReport({ notes: ['Too few to compare.'] }), NAMES));
  expect(rows[0]).toEqual(['Part', 'Name', 'Measure', 'Value', 'Period before']);
  for (const row of [
    ['Report', '', 'First day', '2026-11-16', '2026-11-09'],
    ['Report', '', 'Time zone', 'Europe/Berlin', ''],
    ['Report', '', 'Watch', 'all', ''],
    ['Report', '', 'Note', 'Too few to compare.', ''],
    ['Goal', 'A week: half of the claims within 60 minutes', 'Reached', '42', ''],
    ['Goal', 'A week: half of the claims within 60 minutes', 'Met', 'yes', ''],
    ['Numbers', '', 'Mentions', '42', '20'],
    ['Numbers', '', 'Minutes until a claim, median', '42', '90'],
    ['Numbers', '', 'Minutes until a reply, median', '95', ''],
    ['Numbers', '', 'Tone: Negative', '12', '3'],
    ['Numbers', '', 'Kind: Complaint', '12', '0'],
    ['Who spoke', 'Ben', 'Replies', '14', ''],
    ['Who spoke', '\'=HYPERLINK("https://evil.example")', 'Replies', '6', ''],
    ['Department', 'Product', 'Resolved', '3', ''],
    ['Watch', 'Acme Cloud', 'Mentions', '12', ''],
    ['Day', '2026-11-19', 'Mentions', '12', ''],
    ['Top mention', 'Bluesky, Maya Ito', 'Card', 'https://acme.slack.com/archives/C0GEN/p1', ''],
  ])
    expect(rows).toContainEqual(row);
});

test.each([
  [null, null, 'not measurable'],
  [42, null, 'still running'],
  [42, false, 'no'],
])('a goal that reached %p and is met: %p says “%s”', (actual, met, verdict) => {
  const goals = aReport().goals.map((one) => ({ ...one, actual, met }));
  const rows = parseCsv(reportCsv(aReport({ goals }), NAMES));
  expect(rows.find(([, , measure]) => measure === 'Met')?.[3]).toBe(verdict);
});

test('what is broken down stands there by its name, people by theirs', () => {
  const counts = someCounts({ mentions: 3, answered: 1 });
  const rows = parseCsv(reportCsv(aReport({ by: 'person', rows: [{ name: BEN, personId: BEN, counts }] }), NAMES));
  expect(rows).toContainEqual(['By person', 'Ben', 'Answered', '1', '']);
});

test('an empty period is a table of zeros', () => {
  const rows = parseCsv(reportCsv(anEmptyReport(), {}));
  expect(rows).toContainEqual(['Numbers', '', 'Mentions', '0', '0']);
  expect(rows).toContainEqual(['Numbers', '', 'Minutes until a claim, median', '', '']);
});

test('whatever the names, every row has five cells and no cell is a formula', () => {
  fc.assert(
    fc.property(anyReport, (facts) => {
      for (const row of parseCsv(reportCsv(facts, NAMES))) {
        expect(row).toHaveLength(5);
        for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r\n]|^-(?!\d)/);
      }
    }),
    { numRuns: 40 },
  );
});

test('a mention whose words hold quotes, commas and lines is one cell', () => {
  const words = 'She said "no,\nnever"';
  const rows = parseCsv(reportCsv(aReport({ top: [aLine({ words })] }), NAMES));
  expect(rows).toContainEqual(['Top mention', 'Bluesky, Maya Ito', 'Words', words, '']);
});
