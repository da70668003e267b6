import { AUTHOR_PRESSES } from './author-presses.ts';
import { HELP_PRESSES } from './help-presses.ts';
import { MENTION_PRESSES } from './mention-presses.ts';
import { REPORT_PRESSES } from './report-presses.ts';
import { SETTINGS_PRESSES } from './settings-presses.ts';
import type { PressRow } from './stage.ts';

/** Every button, and how to reach it. */
export const PRESSES: Record<string, PressRow> = {
  ...MENTION_PRESSES,
  ...HELP_PRESSES,
  ...SETTINGS_PRESSES,
  ...REPORT_PRESSES,
  ...AUTHOR_PRESSES,
};
