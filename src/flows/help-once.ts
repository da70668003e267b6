import { takeHelp } from '../db/welcome.ts';
import type { Deps } from '../deps.ts';
import { notOneOfUs } from '../domain/rights.ts';
import { firstHelpNotice } from '../views/copy.ts';
import { noticeMessage } from '../views/notice-message.ts';
import { getPerson } from './person.ts';

/** Who presses a button of a card for the first time gets one line of help, where they are, once ever. */
export async function helpOnce(deps: Deps, personId: string, channelId: string): Promise<void> {
  if (notOneOfUs(await getPerson(deps, personId))) return;
  if (!(await takeHelp(deps.db, deps.teamId, personId, deps.clock()))) return;
  await deps.slack.whisper(channelId, personId, noticeMessage(firstHelpNotice()));
}
