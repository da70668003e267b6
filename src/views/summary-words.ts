import type { RichTextElement } from '@slack/types';
import type { ScheduleKind } from '../domain/knowing.ts';
import { clockOf, isWeekly } from '../domain/schedule.ts';
import type { ScheduleFacts } from '../domain/summary.ts';
import { channel, DAY_AND_TIME, dotted, moment, words } from './rich-text.ts';

/** What a summary is called, what it says, and the word behind `/community preview`. */
export const SUMMARY_WORDS: Record<ScheduleKind, { label: string; says: string; word: string }> = {
  brief: {
    label: 'Morning brief',
    says: 'What happened since the last one, and what waits. On office days.',
    word: 'brief',
  },
  sentiment_daily: {
    label: 'Sentiment of the day',
    says: 'How people spoke of you, beside the seven days before. On office days.',
    word: 'sentiment',
  },
  sentiment_weekly: {
    label: 'Sentiment of the week',
    says: 'How people spoke of you this week, beside the week before.',
    word: 'week',
  },
  influencers: {
    label: 'People who spoke of you',
    says: 'Who is new, who is heard more often, who changed their mind, who was never answered.',
    word: 'influencers',
  },
  spike: {
    label: 'Unusual volume',
    says: 'Within minutes, when a watch is talked about far more than is usual at that hour. Once for each such time.',
    word: 'spike',
  },
};

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "In #community · Mondays at 10:00 · next Mon 30 Nov at 10:00", or that it is paused. */
export function scheduleWords(schedule: ScheduleFacts, timezone: string): RichTextElement[] {
  const { kind, channelId, isPaused, nextAt } = schedule;
  if (isPaused) return [words('Paused')];
  if (kind === 'spike') return [words('On, in the channel of the watch')];
  const next = nextAt ? [moment(nextAt, timezone, DAY_AND_TIME, 'next ')] : [];
  return dotted([words('In '), channel(channelId)], [words(timeWords(schedule))], next);
}

/** "Mondays at 10:00", "at 09:00". */
export function timeWords({ kind, atMinute, weekday }: Pick<ScheduleFacts, 'kind' | 'atMinute' | 'weekday'>): string {
  const day = isWeekly(kind) ? `${WEEKDAYS[(weekday ?? 1) - 1] ?? ''}s ` : '';
  return `${day}at ${clockOf(atMinute)}`;
}
