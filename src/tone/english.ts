/** Words that are common in English and nowhere else. */
const ENGLISH = new Set(
  `the and is are was were you your they their this that these those with have has had would could should what which
  when where why how who it's i'm don't doesn't didn't can't won't isn't i've you're that's there it because about just
  than then been being does did doing from only will been want know think their very them our out get got any every
  never always please thanks thank great bad love really still work works after before into`
    .trim()
    .split(/\s+/),
);

/** Common in English, and known elsewhere too: half a hint each. */
const SHARED = new Set(
  'a i for but not no my we can me if be do all he she of to so in on at or as by up new good day like now need'.split(
    ' ',
  ),
);

const ENOUGH = 2;
const SHARE = 0.3;
const FOREIGN = /[^\p{ASCII}‘’“”–—…\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\p{Join_Control}]/u;
const WORD = /[a-z']+/g;

/** Whether a text is beyond doubt English; most are, and need no closer look. False says nothing. */
export function isPlainlyEnglish(text: string): boolean {
  if (FOREIGN.test(text)) return false;
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  const own = words.filter((word) => ENGLISH.has(word)).length;
  const hints = own + words.filter((word) => SHARED.has(word)).length / 2;
  return own > 0 && hints >= ENOUGH && hints / words.length >= SHARE;
}
