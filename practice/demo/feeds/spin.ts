const choices = /\{([^{}]*)\}/g;

/** Settles every `{a|b}` of a text. Each `round` gives another wording, until all of them were used. Pure. */
export function spin(text: string, round: number): string {
  let left = round;
  return text.replace(choices, (_whole, inner: string) => {
    const words = inner.split('|');
    const word = words[left % words.length] ?? '';
    left = Math.floor(left / words.length);
    return word;
  });
}
