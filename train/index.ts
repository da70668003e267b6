/** `npm run train -- FOLDER [OUT]`: trains the tone model on FOLDER's sets and writes it to OUT, else to src/tone. */
import { readSets } from './read-sets.ts';
import { train } from './train.ts';
import { writeTrained } from './write.ts';

const [folder, out = 'src/tone'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Use: npm run train -- FOLDER [OUT]');
  process.exitCode = 1;
} else {
  const sets = readSets(folder);
  const trained = train(folder, sets);
  writeTrained(out, trained);
  const examples = sets.reduce((sum, set) => sum + set.train.length, 0);
  console.log(
    `${trained.model.name}: ${examples} texts of ${sets.map((set) => set.name).join(', ')}; written to ${out}`,
  );
}
