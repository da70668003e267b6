import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trained } from './train.ts';

/** Writes what is shipped, `weights.js` and `lists.js`, into a folder. */
export function writeTrained(folder: string, { model, lexicon }: Trained): void {
  writeFileSync(
    join(folder, 'weights.js'),
    `// Made by \`npm run train\`, from the sets that NOTICE.md names. Weights only: no text is in here.
/** @type {import('./model.ts').Model} */
export const WEIGHTS = JSON.parse(\`
${JSON.stringify(model, null, 1)}
\`);
`,
  );
  writeFileSync(
    join(folder, 'lists.js'),
    `// Made by \`npm run train\`, from the lists that NOTICE.md names: valence in tenths, polarity, and the words.
export const LISTS = \`
${lexicon}
\`;
`,
  );
}
