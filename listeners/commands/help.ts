import { helpMessage } from '../../src/views/help-message.ts';
import type { Subcommand } from './subcommand.ts';

/** The help is made of the list of subcommands; `unknown` is a word that is none of them. */
export function helpOf(subcommands: Subcommand[], unknown?: string) {
  return helpMessage(
    subcommands.map(({ words, does }) => ({ usage: `/community ${words}`, does })),
    unknown,
  );
}
