import { shareReport } from '../../../src/flows/share-report.ts';
import { ACTIONS } from '../../../src/views/ids.ts';
import { writeReportTurn } from '../../../src/views/report-turn.ts';
import { aWatch, GEN } from '../builders.ts';
import { BEN, CHI } from '../facts.ts';
import { granted } from '../stages.ts';
import type { World } from '../world.ts';
import { type PressRow, type PressRows, placeOf, type Staged } from './stage.ts';

const ASKED = { period: 'week', watch: null, by: null } as const;

/** The answer to `/community report`, which one person alone sees. */
async function aShownReport(world: World): Promise<Staged> {
  await aWatch(world);
  return { value: writeReportTurn({ asked: ASKED, at: world.now() }), place: 'list', by: CHI };
}

/** A report that Ben shared. */
async function aSharedReport(world: World): Promise<Staged> {
  await aShownReport(world);
  granted(await shareReport(world.deps, { personId: BEN, channelId: GEN, asked: ASKED, at: world.now() }));
  await world.rest();
  const { id } = await world.db.selectFrom('summaries').select('id').executeTakeFirstOrThrow();
  return { value: id, place: await placeOf(world, 'summary', 'summary_id', id), by: CHI };
}

const shown: PressRow = { about: 'team', does: 'changes', stage: aShownReport };

/** The buttons under a report. */
export const REPORT_PRESSES: PressRows = {
  [ACTIONS.reportShare]: { ...shown, does: 'opens' },
  [ACTIONS.reportExport]: shown,
  [ACTIONS.reportExportShared]: { about: 'row', does: 'changes', stage: aSharedReport },
};
