/** The words by which a sentence is built, as far as tone hangs on them. English. */

const NEGATORS = listed(`
  not no never nobody none nothing nowhere neither nor without hardly barely scarcely rarely seldom cannot
  cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt aint havent hasnt hadnt`);

/** Makes what follows stronger or weaker by so much. */
const BOOSTS = new Map([
  ...[
    ...listed(`very really so extremely absolutely totally incredibly completely super too highly especially most such
      amazingly awfully utterly fucking damn`),
  ].map((word): [string, number] => [word, 0.3]),
  ...[...listed('slightly somewhat kinda little bit almost partly barely marginally fairly')].map(
    (word): [string, number] => [word, -0.3],
  ),
]);

/** What comes after one of these counts more than what came before. */
const TURNS = listed('but however except unfortunately nevertheless');

const FUNCTION_WORDS = listed(`
  a an the i you he she it we they me him her us them my your his its our their this that these those who what which
  when where why how if then else would could should can will may might must do does did is are was were be been being
  have has had am to of in on at for from with by about as into like through after over between out up down off and or
  but so because while until than too very just only also even still again ever any some all most more less much many few
  not no never without please thanks thank sorry hope wish want need try get got make made let one two lol haha oh well
  yes yeah ok sure`);

function listed(words: string): Set<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Whether a word says that what follows is not so. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word) || word.endsWith("n't");
}

export function boostOf(word: string): number | undefined {
  return BOOSTS.get(word);
}

export function isTurn(word: string): boolean {
  return TURNS.has(word);
}

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
