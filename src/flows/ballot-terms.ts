import { findAuthorOf } from '../db/authors.ts';
import { runningCrisis } from '../db/crises.ts';
import { hasDraftedElsewhere } from '../db/drafts.ts';
import { findJudgement } from '../db/judgements.ts';
import type { Db, Trx, WatchRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { type BallotTerms, ballotTerms } from '../domain/risk.ts';
import { SlackTrouble } from '../slack/port.ts';
import { riskSentence } from '../views/copy.ts';
import { readMembers } from './approvers.ts';

/** What a ballot would ask for, with the sentences that say why. */
export type Terms = Omit<BallotTerms, 'reasons'> & { reasons: string[] };

/** What a ballot on a draft by this person asks for at this moment; `emptyGroups` come from `findEmptyGroups`. */
export async function readTerms(
  db: Db | Trx,
  on: { watch: WatchRow; writerId: string; mentionId: number; emptyGroups: string[] },
): Promise<Terms> {
  const { watch, writerId, mentionId, emptyGroups } = on;
  const { tone } = await findJudgement(db, mentionId);
  const reach = (await findAuthorOf(db, watch.team_id, mentionId))?.reach ?? undefined;
  const terms = ballotTerms(watch.approval, {
    ...(tone && { tone }),
    ...(reach !== undefined && { reach }),
    firstDraft: !(await hasDraftedElsewhere(db, watch.team_id, writerId, mentionId)),
    crisis: (await runningCrisis(db, watch.id)) !== undefined,
    writerId,
    emptyGroups,
  });
  return { ...terms, reasons: terms.reasons.map((reason) => riskSentence(reason, writerId)) };
}

/**
 * Groups that the watch's policy may demand and in which nobody but the writer is, as on a plan without user groups.
 * While Slack does not say, none: the recount will see.
 */
export async function findEmptyGroups(deps: Deps, watch: WatchRow, writerId: string): Promise<string[]> {
  const groups = new Set((watch.approval.extra ?? []).flatMap(({ group }) => group ?? []));
  try {
    return (await readMembers(deps, [...groups])).withoutVoters(writerId);
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    deps.log.warn({ trouble: error.message }, 'Slack did not say who is in the demanded groups');
    return [];
  }
}
