import { rowToAnswer, settleReminder } from '../db/answers.ts';
import { fail, type Leased, lease, postpone } from '../db/due.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { notOneOfUs } from '../domain/rights.ts';
import { SlackTrouble } from '../slack/port.ts';
import { answerDueNotice, answerOrphanedNotice } from '../views/copy.ts';
import { getPerson } from './person.ts';
import { tellPerson } from './tell-person.ts';

/** While Slack cannot say who the owner is, nobody is to blame: it is asked again a little later. */
const AGAIN_MS = 60_000;

/** Tells the owners of answers whose review is due, each once. Returns how many there were. */
export async function remindReviews(deps: Deps): Promise<number> {
  const now = deps.clock();
  const due = await lease(deps.db, 'answers', { teamId: deps.teamId, now, limit: 20, leaseMs: 30_000 });
  for (const row of due) {
    try {
      await remind(deps, row);
    } catch (error) {
      if (error instanceof SlackTrouble && error.kind !== 'refused') {
        await postpone(deps.db, 'answers', row, new Date(+now + AGAIN_MS), error.message);
        continue;
      }
      deps.log.error({ answer: row.id, error: String(error) }, 'the owner of an answer could not be told');
      await fail(deps.db, 'answers', row, String(error).slice(0, 500), now);
    }
  }
  return due.length;
}

/** The owner, or the managers when the owner is not here any more. */
async function remind(deps: Deps, row: Leased<'answers'>): Promise<void> {
  const { title, ownerId } = rowToAnswer(row);
  const isOrphaned = notOneOfUs(await getPerson(deps, ownerId)) !== undefined;
  const { managers } = await getTeam(deps.db, deps.teamId);
  const notice = isOrphaned ? answerOrphanedNotice(title, ownerId) : answerDueNotice(title);
  await deps.db.transaction().execute(async (trx) => {
    if (!(await settleReminder(trx, row))) return;
    for (const personId of isOrphaned ? managers : [ownerId]) {
      await tellPerson(trx, { teamId: deps.teamId, personId }, notice, deps.clock());
    }
  });
}
