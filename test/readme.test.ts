import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { environmentTable } from '../src/config.ts';
import { stateChart, statusTable } from '../src/domain/state-chart.ts';

const path = join(import.meta.dirname, '../README.md');

/** The parts of the README that are made from the code: UPDATE_README=1 writes them anew. */
const generated: Record<string, () => string> = {
  'state chart': () => ['```mermaid', stateChart(), '```'].join('\n'),
  statuses: statusTable,
  environment: environmentTable,
};

function section(readme: string, name: string): { before: string; body: string; after: string } {
  const [open, close] = [`<!-- ${name} -->\n`, `\n<!-- end of ${name} -->`];
  const from = readme.indexOf(open) + open.length;
  const to = readme.indexOf(close);
  if (from < open.length || to < from) throw new Error(`README.md has no part called "${name}"`);
  return { before: readme.slice(0, from), body: readme.slice(from, to), after: readme.slice(to) };
}

test.each(Object.keys(generated))('the README’s %s is the one the code would draw', (name) => {
  const { before, body, after } = section(readFileSync(path, 'utf8'), name);
  const wanted = generated[name]?.() ?? '';
  if (process.env.UPDATE_README) writeFileSync(path, before + wanted + after);
  else expect(body).toBe(wanted);
});

test('every file and command the README names exists', () => {
  const readme = readFileSync(path, 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  const commands = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name);
  expect(commands.filter((name) => !((name as string) in scripts))).toEqual([]);
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)|src="(?!https?:)([^"]+)"/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  for (const link of links) expect(() => readFileSync(join(import.meta.dirname, '..', link))).not.toThrow();
});
