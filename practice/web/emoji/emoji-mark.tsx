import { emojiChar, emojiWords } from './names.ts';

/** One emoji, drawn by the reader's own font; a name the page does not know stays `:name:`. */
export function EmojiMark({ name }: { name: string }) {
  const char = emojiChar(name);
  if (!char) return `:${name}:`;
  return (
    <span className="emoji" role="img" aria-label={emojiWords(name)} title={`:${name}:`}>
      {char}
    </span>
  );
}
