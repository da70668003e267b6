import type { ModalView } from '@slack/types';
import type { SettingsFacts } from '../domain/settings-facts.ts';
import { actions, button } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { modal } from './modal.ts';
import { departmentBlocks, goalBlocks, part, teamBlocks, watchBlocks } from './settings-blocks.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';

const WATCHES = 30;
const DEPARTMENTS = 25;
const GOALS = 20;

/** Everything that can be set; `page` counts the watches in thirties, and begins anew after the last. Pure. */
export function settingsModal(facts: SettingsFacts, page = 0): ModalView {
  const pages = Math.max(1, Math.ceil(facts.watches.length / WATCHES));
  const shown = page % pages;
  const next = { ...SETTING_BUTTONS.settings, label: shown + 1 < pages ? 'More watches' : 'The first watches' };
  return modal({
    title: 'Settings',
    callbackId: SHOWN.settings,
    blocks: [
      ...teamBlocks(facts),
      part('Watches'),
      ...watchBlocks(facts, WATCHES, shown * WATCHES),
      ...actions(button(SETTING_BUTTONS.watch_add, 0), pages > 1 ? button(next, shown + 1) : undefined),
      part('Departments'),
      ...departmentBlocks(facts, DEPARTMENTS),
      part('Goals'),
      ...goalBlocks(facts, GOALS),
    ],
  });
}
