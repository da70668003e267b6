/** Where in the file: keys and places in lists, from the top. Empty means the file as a whole. */
export type Path = PropertyKey[];

/** Something wrong: `problem` completes the sentence that begins with the path. */
export type Fault = { path: Path; problem: string; line?: number };

const MAX_KEY_CHARS = 40;

/** The path as people write it, such as `watches[0].sources[1].every`. */
export function pathText(path: Path): string {
  if (path.length === 0) return '(file)';
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${keyText(String(part))}`));
  return parts.join('').replace(/^\./, '');
}

function keyText(key: string): string {
  return key.replace(/\p{Cc}/gu, '').slice(0, MAX_KEY_CHARS);
}
