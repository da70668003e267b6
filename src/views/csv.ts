/** What one cell of a spreadsheet holds; null is an empty cell. */
export type Cell = string | number | null;

/** What a spreadsheet takes for the beginning of a formula, full-width signs among it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A CSV file as spreadsheets read it: RFC 4180, UTF-8 with its mark, and no words that are run as a formula: they get an
 * apostrophe before them. Numbers stay numbers, also negative ones.
 */
export function csvFile(rows: Cell[][]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const inert = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
