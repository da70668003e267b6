import type { ScheduleKind } from './knowing.ts';
import type { Refusal } from './refusal.ts';
import { isWeekly, type Timing } from './schedule.ts';
import { formReader } from './setting-form.ts';

/** The form of a summary as it came back; what its kind does not ask for is not there. */
export type ScheduleForm = {
  channel: string | null;
  /** "09:30". */
  time: string;
  /** "1" (Monday) to "7". */
  weekday: string;
  isPaused: boolean;
};

/** What a team sets about one of its summaries. */
export type ScheduleEdits = Timing & { channelId: string | null; isPaused: boolean };

/** What the form says, or what is wrong in it. An alert on unusual volume has no hour and no channel of its own. Pure. */
export function readScheduleForm(kind: ScheduleKind, form: ScheduleForm): ScheduleEdits | Refusal {
  const { channel, isPaused } = form;
  if (kind === 'spike') return { kind, channelId: null, atMinute: 0, weekday: null, isPaused };
  const reader = formReader();
  const atMinute = minuteOf(form.time);
  const weekday = /^[1-7]$/.test(form.weekday) ? Number(form.weekday) : null;
  if (!channel) reader.say('channel', 'Please choose the channel where it is posted.');
  if (atMinute === undefined) reader.say('time', 'Please choose a time of day.');
  if (isWeekly(kind) && weekday === null) reader.say('weekday', 'Please choose a day of the week.');
  const timing = { kind, atMinute: atMinute ?? 0, weekday: isWeekly(kind) ? weekday : null };
  return reader.refusal() ?? { ...timing, channelId: channel, isPaused };
}

function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === undefined || minute === undefined ? undefined : Number(hour) * 60 + Number(minute);
}
