import type { Button, KnownBlock } from '@slack/types';
import type { Audience } from '../domain/kept-report.ts';
import type { ReportFacts } from '../domain/report.ts';
import { actions, button, plain, richText } from './blocks.ts';
import { chartBlock } from './chart-block.ts';
import { REPORT_BUTTONS } from './ids.ts';
import { message, type SlackMessage } from './message.ts';
import { chartNumbers, reportCharts } from './report-charts.ts';
import { reportHead, reportNotes, reportParts } from './report-parts.ts';
import { type ReportTurn, writeReportTurn } from './report-turn.ts';
import type { ReportPart } from './report-words.ts';
import { bold, line, person, words } from './rich-text.ts';

/** Where a report stands: shown to one person alone, or posted for good with the id of its row. */
export type ReportPlace =
  | { shown: 'private'; turn: ReportTurn }
  | { shown: 'posted'; summaryId: number; audience: Audience; sharedBy: string | null };

/** A whole report: goals, numbers, tone, voices, departments and the mentions that mattered, with its charts. Pure. */
export function reportMessage(facts: ReportFacts, place: ReportPlace): SlackMessage {
  const head = reportHead(facts, place.shown === 'posted' ? place.audience : 'person');
  const notes = reportNotes(facts);
  const parts = reportParts(facts);
  return message(
    [head, ...notes, ...parts.flatMap(({ lines }) => lines)],
    [
      richText(line(...head), ...notes.map((note) => line(...note))),
      ...parts.map(partBlock),
      ...chartBlocks(facts),
      ...actions(...buttonsOf(place)),
      ...(place.shown === 'posted' && place.sharedBy
        ? [richText(line(words('Shared by '), person(place.sharedBy)))]
        : []),
    ],
  );
}

function partBlock({ title, lines }: ReportPart): KnownBlock {
  const elements = lines.map((elements) => line(...elements));
  return richText(line(bold(title)), { type: 'rich_text_list', style: 'bullet', elements });
}

/** Each chart with its numbers in words under it, for whoever does not see it. */
function chartBlocks(facts: ReportFacts): SlackMessage['blocks'] {
  return reportCharts(facts).flatMap((chart) => [
    chartBlock(chart),
    richText(line(words(`${chart.title}: ${chartNumbers(chart)}.`))),
  ]);
}

function buttonsOf(place: ReportPlace): Button[] {
  if (place.shown === 'posted') return [button(REPORT_BUTTONS.exportShared, place.summaryId)];
  return [REPORT_BUTTONS.share, REPORT_BUTTONS.export].map(({ actionId, label }) => ({
    type: 'button',
    action_id: actionId,
    text: plain(label, 75),
    value: writeReportTurn(place.turn),
  }));
}
