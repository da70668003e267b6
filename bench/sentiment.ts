import { existsSync, statSync } from 'node:fs';
import { type Example, readExamples, readSets } from '../train/read-sets.ts';
import { count, table } from './setting/figures.ts';
import { type Scored, scored } from './setting/tone-figures.ts';
import { type System, toneSystems } from './setting/tone-systems.ts';

const SHARED_SETS = '../shared/data/sentiment';

/** How well a tone is told: of one file (text TAB label), or of the test parts of a folder of labelled sets. */
export async function benchSentiment([path = SHARED_SETS]: string[] = []): Promise<void> {
  if (!existsSync(path)) {
    if (path !== SHARED_SETS) throw new Error(`${path} does not exist.`);
    console.log(
      `sentiment: skipped, there are no labelled sets in ${SHARED_SETS}; name a folder or a file of your own`,
    );
    return;
  }
  if (statSync(path).isDirectory()) benchSets(path);
  else benchFile(path);
}

function benchFile(path: string): void {
  const examples = readExamples(path);
  if (examples.length === 0) throw new Error(`${path} has no rows.`);
  const systems = toneSystems();
  const results = systems.map((system) => scored(system, examples));
  const [ours, vader] = results as [Scored, Scored];
  const [negative, neutral, positive] = ours.recalls.map((recall) => percent(recall));
  console.log(`sentiment: ${count(examples.length)} texts
  accuracy      ${percent(ours.accuracy)}
  macro-recall  ${percent(ours.macroRecall)}
  macro-F1      ${percent(ours.macroF1)}
  recall        negative ${negative}, neutral ${neutral}, positive ${positive}
  texts/s       ${count(ours.perSecond)}, ${times(ours, vader)} those of vader-sentiment
  worst ${String(ours.worst.size).padEnd(8)}${count(ours.worst.negative)} of the ${count(ours.worst.size)} most negative are truly negative (${percent(ours.worst.negative / ours.worst.size)})
`);
  console.log(table([HEADINGS, ...results.map((one, at) => rowOf(systems[at], one))]));
}

const HEADINGS = ['in the same run', 'accuracy', 'macro-recall', 'macro-F1', 'neg/neu/pos', 'of the worst', 'texts/s'];

function rowOf(system: System | undefined, { accuracy, macroRecall, macroF1, recalls, worst, perSecond }: Scored) {
  const found = recalls.map((recall) => percent(recall, 0)).join('/');
  const right = `${worst.negative}/${worst.size}`;
  return [
    system?.name ?? '',
    percent(accuracy),
    percent(macroRecall),
    percent(macroF1),
    found,
    right,
    count(perSecond),
  ];
}

function benchSets(folder: string): void {
  const sets = readSets(folder).filter(({ test }) => test.length > 0);
  if (sets.length === 0) throw new Error(`${folder} has no folder with a train.tsv and a test.tsv.`);
  const systems = toneSystems();
  const rows = sets.map(({ name, test }) => [name, ...systems.map((system) => both(scored(system, test)))]);
  console.log('sentiment: accuracy / macro-recall on the test parts');
  console.log(table([['', ...systems.map((system) => system.name)], ...rows]));
  printTogether(
    systems,
    sets.flatMap(({ test }) => test),
  );
}

function printTogether(systems: System[], examples: Example[]): void {
  const results = systems.map((system) => scored(system, examples));
  const [ours, vader] = results as [Scored, Scored];
  const right = results.map(({ worst }) => `${worst.negative}/${worst.size}`);
  console.log(
    table([
      ['all texts together', ...results.map(both)],
      ['truly negative of the worst', ...right],
    ]),
  );
  console.log(table([['texts/s', ...results.map(({ perSecond }) => count(perSecond))]]));
  console.log(`  Porchlight reads ${times(ours, vader)} the texts of vader-sentiment in the same time.`);
}

function both({ accuracy, macroRecall }: Scored): string {
  return `${percent(accuracy)} / ${percent(macroRecall)}`;
}

function times(one: Scored, other: Scored): string {
  return `${(one.perSecond / other.perSecond).toFixed(1)} times`;
}

/** "71.8", or "-" where there was nothing to find. */
function percent(share: number, digits = 1): string {
  return Number.isNaN(share) ? '-' : (100 * share).toFixed(digits);
}
