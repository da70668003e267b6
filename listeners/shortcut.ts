import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Deps } from '../src/deps.ts';
import type { Refusal } from '../src/domain/refusal.ts';
import { loadingModal } from '../src/views/loading-modal.ts';
import { fillModal } from './fill-modal.ts';
import { openOnce } from './redraw.ts';

/** Somebody chose a shortcut of ours. */
export type Chosen = {
  personId: string;
  /** The message it was chosen on, as Slack sent it; undefined for one of Slack's own menu. */
  message: unknown;
  /** Opens a modal at once and fills it. */
  show(title: string, fill: () => Promise<ModalView | Refusal>): Promise<void>;
};

/** What a shortcut does. */
export type OnShortcut = (deps: Deps, chosen: Chosen) => Promise<void>;

/** A Bolt listener for one shortcut: answers Slack, which waits three seconds, and opens a modal while it may. */
export function chosen(deps: Deps, run: OnShortcut) {
  return async ({ ack, shortcut, client }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const show: Chosen['show'] = async (title, fill) => {
      const opened = await openOnce(client, shortcut.trigger_id, loadingModal(title));
      if (opened) await fillModal(client, opened, title, fill);
    };
    const message = shortcut.type === 'message_action' ? shortcut.message : undefined;
    await run(deps, { personId: shortcut.user.id, message, show });
  };
}
