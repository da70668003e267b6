import type { KnownBlock } from '@slack/types';
import type { HomeOfManager, StatusFacts } from '../domain/overview.ts';
import { actions, button, header, richText } from './blocks.ts';
import { said } from './home-parts.ts';
import { count } from './labels.ts';
import { bold, line } from './rich-text.ts';
import { departmentBlocks, goalBlocks, teamBlocks, watchBlocks } from './settings-blocks.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';
import { deadRow, illRow, isUnwell } from './status-message.ts';

const MAX_TROUBLES = 3;
const MAX_WATCHES = 4;
const MAX_DEPARTMENTS = 3;
const MAX_GOALS = 2;

/** What community managers see besides: what does not work, and what is set. At most 35 blocks. Pure. */
export function managerBlocks({ status, settings }: HomeOfManager, now: Date): KnownBlock[] {
  return [
    ...troubleBlocks(status, now),
    header('Settings'),
    ...teamBlocks(settings),
    richText(line(bold('Watches'))),
    ...watchBlocks(settings, MAX_WATCHES),
    ...actions(button(SETTING_BUTTONS.watch_add, 0), button(SETTING_BUTTONS.settings, 0)),
    richText(line(bold('Departments'))),
    ...departmentBlocks(settings, MAX_DEPARTMENTS),
    richText(line(bold('Goals'))),
    ...goalBlocks(settings, MAX_GOALS),
  ];
}

function troubleBlocks(status: StatusFacts, now: Date): KnownBlock[] {
  const ill = status.sources.filter((source) => isUnwell(source, now));
  const shown = status.dead.slice(0, MAX_TROUBLES);
  const sources = ill.slice(0, MAX_TROUBLES);
  const more = status.dead.length + ill.length - shown.length - sources.length;
  if (shown.length + sources.length === 0) return [];
  return [
    header('What needs a look'),
    ...shown.flatMap((row) => deadRow(row, status)),
    ...sources.flatMap((source) => illRow(source, status)),
    ...(more > 0 ? [said(`and ${count(more, 'more', 'more')}. Type /community status to see them.`)] : []),
  ];
}
