import type { ModalView } from '@slack/types';
import { channelChosen } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { modal } from './modal.ts';
import { type ReportTurn, writeReportTurn } from './report-turn.ts';
import { channelInput } from './settings-form.ts';

/** Asks where a report is to be posted; it remembers what was asked. Pure. */
export function shareReportModal(turn: ReportTurn, channelId: string | null): ModalView {
  const hint = 'Everybody there will see it, so it counts only the watches that post to that channel.';
  const frame = { title: 'Share the report', callbackId: CALLBACKS.reportShare, submit: 'Share', close: 'Cancel' };
  const blocks = [channelInput(FIELDS.reportChannel, 'Channel', channelId, { hint })];
  return { ...modal({ ...frame, blocks }), private_metadata: writeReportTurn(turn) };
}

/** The channel that was chosen. */
export function readShareReport(values: unknown): string | null {
  return channelChosen(values, FIELDS.reportChannel);
}
