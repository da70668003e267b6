import { SCHEDULE_KINDS } from '../../src/domain/knowing.ts';
import { saveSchedule } from '../../src/flows/save-schedule.ts';
import { readSchedule } from '../../src/views/schedule-modal.ts';
import { readSettingsRef } from '../../src/views/settings-form.ts';
import type { OnSubmit } from '../submission.ts';

/** Where and when a summary comes. */
export const saveSummary: OnSubmit = async (deps, { personId, values, metadata }) => {
  const { id, seen } = readSettingsRef(metadata);
  const kind = SCHEDULE_KINDS[id];
  return kind ? saveSchedule(deps, { personId, kind, seen, form: readSchedule(values) }) : { refusal: 'gone' };
};
