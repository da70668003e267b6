import type { Deps } from '../../src/deps.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { SHORTCUTS, type ShortcutId } from '../../src/views/ids.ts';
import { chosen, type OnShortcut } from '../shortcut.ts';
import { logMention } from './log-mention.ts';
import { logMessage } from './log-message.ts';

/** Every shortcut: where it is chosen, and what it does. */
export const shortcuts: Record<ShortcutId, { type: 'shortcut' | 'message_action'; run: OnShortcut }> = {
  [SHORTCUTS.logMention]: { type: 'shortcut', run: logMention },
  [SHORTCUTS.logMessage]: { type: 'message_action', run: logMessage },
};

/** Ties every shortcut to what it does. */
export function registerShortcuts(app: SlackApp, deps: Deps): void {
  for (const [id, { type, run }] of Object.entries(shortcuts)) {
    app.shortcut({ callback_id: id, type }, chosen(deps, run));
  }
}
