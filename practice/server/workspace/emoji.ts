import type { World } from '../world.ts';
import { emojiNames } from './emoji-names.ts';

/** Does Slack (or this workspace) know the emoji? A skin tone may follow as `::skin-tone-2` to `-6`. */
export function isEmojiName({ state }: World, name: string): boolean {
  const bare = name.replace(/::skin-tone-[2-6]$/, '');
  return emojiNames.has(bare) || Object.hasOwn(state.emoji, bare);
}

/** Could this be an emoji's name? What people may react with, since their picker only has real ones. */
export function looksLikeEmoji(name: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}_'+-]+(::skin-tone-[2-6])?$/u.test(name);
}
