import { expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { SCHEDULE_KINDS } from '../../src/domain/knowing.ts';
import { readScheduleForm } from '../../src/domain/schedule-form.ts';
import { withoutCharts } from '../../src/views/chart-block.ts';
import { previewHelp, previewMessage } from '../../src/views/preview-message.ts';
import { readSchedule, scheduleModal } from '../../src/views/schedule-modal.ts';
import { summariesModal } from '../../src/views/summaries-modal.ts';
import { summaryMessage } from '../../src/views/summary-message.ts';
import { anyText } from './any-facts.ts';
import { anyBrief, anyInfluencerSummary, anySchedule, anySentiment, anySpike, anySummary } from './any-summary.ts';
import { messageProblems, viewProblems } from './limits.ts';
import { everyObject, linesOf } from './reading.ts';

test.each([
  ['the brief', anyBrief],
  ['the sentiment summary', anySentiment],
  ['the influencer summary', anyInfluencerSummary],
  ['the alert on unusual volume', anySpike],
])('%s keeps Slack’s limits and revives no markup, whatever the facts', (_, any) => {
  fc.assert(
    fc.property(any, (facts) => {
      const shown = summaryMessage(facts);
      expect(messageProblems(shown)).toEqual([]);
      const plain = withoutCharts(shown);
      if (plain) expect(messageProblems(plain)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('every summary ends with what it leaves out, and says nothing that is no value', () => {
  fc.assert(
    fc.property(anySummary, (facts) => {
      const lines = linesOf(summaryMessage(facts).blocks as never);
      expect(lines.at(-1)).toMatch(/^(Left out: .+|Nothing is left out)\.$/);
      expect(lines.at(-1)).not.toMatch(/undefined|NaN|null/);
    }),
    { numRuns: 60 },
  );
});

test('a preview keeps Slack’s limits, whatever it shows', () => {
  fc.assert(
    fc.property(fc.option(anySummary, { nil: undefined }), fc.boolean(), anyText, (facts, isPaused, typed) => {
      const kind = facts?.kind ?? 'spike';
      expect(messageProblems(previewMessage({ kind, channelId: 'C0GEN', isPaused, facts }))).toEqual([]);
      expect(messageProblems(previewHelp(typed))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the page and the form of summaries keep Slack’s limits, whatever is set', () => {
  fc.assert(
    fc.property(fc.array(anySchedule, { maxLength: 5 }), anyText, (schedules, timezone) => {
      expect(viewProblems(summariesModal({ schedules, timezone }))).toEqual([]);
      for (const one of schedules) expect(viewProblems(scheduleModal(one, timezone))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const STATES = {
  selected_time: 'initial_time',
  selected_option: 'initial_option',
  selected_conversation: 'initial_conversation',
};

/** What Slack sends for a form as it was drawn, when nobody changes anything. */
function unchanged(view: ModalView): Record<string, Record<string, unknown>> {
  const fields = everyObject(view.blocks).filter((one) => one.type === 'input');
  return Object.fromEntries(
    fields.map(({ block_id: block, element }) => {
      const { action_id: action, ...drawn } = element as Record<string, unknown>;
      const state = Object.entries(STATES).map(([key, initial]) => [key, drawn[initial] ?? null]);
      return [block, { [String(action)]: Object.fromEntries(state) }];
    }),
  );
}

test.each(SCHEDULE_KINDS)('the form of %s gives back what it was opened with', (kind) => {
  const schedule = { kind, channelId: 'C0GEN', atMinute: 510, weekday: 3, isPaused: true, nextAt: null, stamp: 'x' };
  const isWeekly = kind === 'sentiment_weekly' || kind === 'influencers';
  const edits = readScheduleForm(kind, readSchedule(unchanged(scheduleModal(schedule, 'UTC'))));
  expect(edits).toEqual(
    kind === 'spike'
      ? { kind, channelId: null, atMinute: 0, weekday: null, isPaused: true }
      : { kind, channelId: 'C0GEN', atMinute: 510, weekday: isWeekly ? 3 : null, isPaused: true },
  );
});

test('what is missing in the form is told at its field', () => {
  const empty = { channel: null, time: '25:00', weekday: '8', isPaused: false };
  expect(readScheduleForm('influencers', empty)).toMatchObject({
    refusal: 'unfit_settings',
    problems: [{ at: 'channel' }, { at: 'time' }, { at: 'weekday' }],
  });
});

test('the page says of each summary where and when it comes, or that it is paused', () => {
  const at = { channelId: 'C0GEN', atMinute: 600, weekday: 1, nextAt: new Date('2026-11-30T10:00:00Z'), stamp: 'x' };
  const schedules = [
    { ...at, kind: 'sentiment_weekly' as const, isPaused: false },
    { ...at, kind: 'brief' as const, isPaused: true },
    { ...at, kind: 'spike' as const, isPaused: false },
  ];
  const lines = linesOf(summariesModal({ schedules, timezone: 'UTC' }).blocks);
  expect(lines).toContain('In #C0GEN · Mondays at 10:00 · next {date_short_pretty} at {time}');
  expect(lines).toContain('Paused');
  expect(lines).toContain('On, in the channel of the watch');
});
