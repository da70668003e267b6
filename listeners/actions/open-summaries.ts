import { SCHEDULE_KINDS } from '../../src/domain/knowing.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readSchedule, readSchedules } from '../../src/flows/read-schedules.ts';
import { scheduleModal } from '../../src/views/schedule-modal.ts';
import { summariesModal } from '../../src/views/summaries-modal.ts';
import type { OnPress } from '../press.ts';

/** "Summaries…". */
export const openSummaries: OnPress = (deps, press) =>
  press.show('Summaries', async () => {
    const facts = await readSchedules(deps, press.personId);
    return isRefusal(facts) ? facts : summariesModal(facts);
  });

/** "Change…" beside a summary; the value is its place in the list. */
export const openSummary: OnPress = (deps, press) =>
  press.show('Change the summary', async () => {
    const kind = SCHEDULE_KINDS[press.id];
    if (!kind) return { refusal: 'gone' };
    const found = await readSchedule(deps, { personId: press.personId, kind });
    return isRefusal(found) ? found : scheduleModal(found.schedule, found.timezone);
  });
