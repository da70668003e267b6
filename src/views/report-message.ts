import type { RichTextSection } from '@slack/types';
import type { Report, ReportFacts } from '../domain/overview.ts';
import { formatDuration } from '../domain/time.ts';
import { richText } from './blocks.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, line, words } from './rich-text.ts';

/** What happened today and this week, in words: `/community report`. Pure. */
export function reportMessage({ today, week, timezone }: Report): SlackMessage {
  const periods = [
    { head: `Today, ${dayOf(today.from, timezone)}`, said: sentences(today) },
    { head: `This week, since ${dayOf(week.from, timezone)}`, said: sentences(week) },
  ];
  return message(
    periods.map(({ head, said }) => [words(`${head}: ${said.join('. ')}.`)]),
    periods.map(({ head, said }) =>
      richText(line(bold(head)), { type: 'rich_text_list', style: 'bullet', elements: said.map(item) }),
    ),
  );
}

function item(text: string): RichTextSection {
  return line(words(text));
}

function dayOf(at: Date, timezone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  try {
    return at.toLocaleDateString('en-GB', { ...options, timeZone: timezone });
  } catch {
    return at.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
  }
}

function sentences(facts: ReportFacts): string[] {
  const { mentions, claimed, answered, dismissed } = facts;
  if (mentions + claimed + answered + dismissed === 0) return ['No mention yet'];
  return [
    `${count(mentions, 'mention').replace(/^n/, 'N')} found`,
    `${number(claimed)} claimed, ${number(answered)} answered, ${number(dismissed)} dismissed`,
    halfWithin('claim', facts.medianMinutesToClaim, claimed),
    halfWithin('answer', facts.medianMinutesToReply, answered),
  ].filter((one) => one !== '');
}

/** The median in plain words; of one, simply how long it took. */
function halfWithin(what: string, minutes: number | null, of: number): string {
  if (minutes === null || !Number.isFinite(minutes)) return '';
  const took = minutes < 1 ? 'less than a minute' : formatDuration(minutes * 60_000);
  return of <= 1 ? `The ${what} came after ${took}` : `Half of the ${what}s came within ${took}`;
}
