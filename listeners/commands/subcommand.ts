import type { ModalView } from '@slack/types';
import type { Deps } from '../../src/deps.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { SlackMessage } from '../../src/views/message.ts';

/** Somebody typed `/community …`. */
export type Typed = {
  personId: string;
  /** What stands behind the subcommand's own words. */
  rest: string;
  /** Opens a modal at once and fills it. */
  show(title: string, fill: () => Promise<ModalView | Refusal>): Promise<void>;
};

/** One word (or two) behind `/community`. What `run` returns is shown to the person alone. */
export type Subcommand = {
  words: string;
  does: string;
  run(deps: Deps, typed: Typed): Promise<SlackMessage | undefined>;
};
