import type { KnownBlock, ModalView } from '@slack/types';
import { SCHEDULE_KINDS } from '../domain/knowing.ts';
import { clockOf, isWeekly } from '../domain/schedule.ts';
import type { ScheduleForm } from '../domain/schedule-form.ts';
import type { ScheduleFacts } from '../domain/summary.ts';
import { input, option } from './blocks.ts';
import { channelChosen, choice, timeChosen } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { oneLine } from './rich-text.ts';
import { channelInput, note, settingsForm } from './settings-form.ts';
import { SUMMARY_WORDS, WEEKDAYS } from './summary-words.ts';

/** The form of one summary: where, when, or that it rests. Pure. */
export function scheduleModal(schedule: ScheduleFacts, timezone: string): ModalView {
  const { kind, stamp } = schedule;
  const { label, says } = SUMMARY_WORDS[kind];
  const blocks = [note(says), ...(kind === 'spike' ? [] : whereAndWhen(schedule, timezone)), state(schedule)];
  const ref = { id: SCHEDULE_KINDS.indexOf(kind), seen: stamp };
  return settingsForm({ title: label, callbackId: CALLBACKS.summary, blocks }, ref);
}

const SHOWS = 'It shows what the watches of this channel and of public ones heard; nothing of other private channels.';

function whereAndWhen(schedule: ScheduleFacts, timezone: string): KnownBlock[] {
  const { kind, channelId, atMinute } = schedule;
  const time = { type: 'timepicker', initial_time: clockOf(atMinute) } as const;
  return [
    channelInput(FIELDS.summaryChannel, 'Channel', channelId, { hint: SHOWS }),
    ...(isWeekly(kind) ? [weekdays(schedule)] : []),
    input(FIELDS.summaryTime, 'Time', time, { hint: `In the team’s zone, ${oneLine(timezone, 60)}` }),
  ];
}

function weekdays({ weekday }: ScheduleFacts): KnownBlock {
  const options = WEEKDAYS.map((name, n) => option(String(n + 1), name));
  const chosen = options[(weekday ?? 1) - 1];
  return input(FIELDS.summaryWeekday, 'Day', {
    type: 'static_select',
    options,
    ...(chosen && { initial_option: chosen }),
  });
}

function state({ isPaused }: ScheduleFacts): KnownBlock {
  const options = [option('on', 'On'), option('paused', 'Paused', 'What it would have said is not made up for')];
  const chosen = options[isPaused ? 1 : 0];
  return input(FIELDS.summaryState, 'It is', {
    type: 'radio_buttons',
    options,
    ...(chosen && { initial_option: chosen }),
  });
}

/** What came back. */
export function readSchedule(values: unknown): ScheduleForm {
  return {
    channel: channelChosen(values, FIELDS.summaryChannel),
    time: timeChosen(values, FIELDS.summaryTime) ?? '',
    weekday: choice(values, FIELDS.summaryWeekday) ?? '',
    isPaused: choice(values, FIELDS.summaryState) === 'paused',
  };
}
