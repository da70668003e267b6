import type { KnownBlock, ModalView } from '@slack/types';
import { SCHEDULE_KINDS } from '../domain/knowing.ts';
import type { ScheduleFacts } from '../domain/summary.ts';
import { actions, button, richText } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { modal } from './modal.ts';
import { bold, line, oneLine, words } from './rich-text.ts';
import { note } from './settings-form.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';
import { SUMMARY_WORDS, scheduleWords } from './summary-words.ts';

/** The team's summaries: what each says, where and when it comes, and the button that changes that. Pure. */
export function summariesModal({ schedules, timezone }: { schedules: ScheduleFacts[]; timezone: string }): ModalView {
  const blocks = schedules.flatMap((one) => scheduleBlocks(one, timezone));
  const previews = Object.values(SUMMARY_WORDS).map(({ word }) => word);
  return modal({
    title: 'Summaries',
    callbackId: SHOWN.summaries,
    blocks:
      blocks.length === 0
        ? [note('Summaries begin with the first watch. Add one first.')]
        : [
            ...blocks,
            note(
              `Times are those of ${oneLine(timezone, 60)}. To see what one would say now, type /community preview and one of: ${previews.join(', ')}.`,
            ),
          ],
  });
}

function scheduleBlocks(schedule: ScheduleFacts, timezone: string): KnownBlock[] {
  const { label, says } = SUMMARY_WORDS[schedule.kind];
  const place = SCHEDULE_KINDS.indexOf(schedule.kind);
  return [
    richText(line(bold(label)), line(words(says)), line(...scheduleWords(schedule, timezone))),
    ...actions(button(SETTING_BUTTONS.summary_edit, place, { aloud: `Change: ${label}` })),
  ];
}
