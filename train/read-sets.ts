import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text with its label: 0 negative, 1 neutral, 2 positive. */
export type Example = { text: string; label: 0 | 1 | 2 };
export type Part = 'train' | 'dev' | 'test';
export type LabelledSet = { name: string; train: Example[]; dev: Example[]; test: Example[] };

/** The labelled sets of a folder, by name: each is a folder with train.tsv, dev.tsv and perhaps test.tsv. */
export function readSets(folder: string): LabelledSet[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'train.tsv')))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const part = (file: Part) => readExamples(join(folder, name, `${file}.tsv`));
      return { name, train: part('train'), dev: part('dev'), test: part('test') };
    });
}

/** A file's rows, text TAB label; none where there is no file. @throws on a row without a label, naming its line. */
export function readExamples(file: string): Example[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, at) => (line === '' ? [] : [exampleOf(line, `${file}:${at + 1}`)]));
}

function exampleOf(line: string, place: string): Example {
  const tab = line.lastIndexOf('\t');
  const label = Number(line.slice(tab + 1).trim() || Number.NaN);
  if (tab < 0 || (label !== 0 && label !== 1 && label !== 2)) {
    throw new Error(`${place} is not a text, a tab, and a label 0, 1 or 2`);
  }
  return { text: line.slice(0, tab), label };
}
