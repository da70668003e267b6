import { findCardFacts, withBallot } from '../db/cards.ts';
import { mayRead } from '../db/channels.ts';
import { findCrisis } from '../db/crises.ts';
import { findPostingOf } from '../db/postings.ts';
import type { PostingRow } from '../db/schema.ts';
import { findSummary } from '../db/summaries.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { CardFacts } from '../domain/card.ts';
import { stricterVotes } from '../domain/crisis.ts';
import { reportOf } from '../domain/kept-report.ts';
import { networkFacts } from '../networks/index.ts';
import { ballotMessage } from '../views/ballot-message.ts';
import { crisisMessage } from '../views/crisis-message.ts';
import { escalationMessage } from '../views/escalation-message.ts';
import { mentionCard } from '../views/mention-card.ts';
import type { SlackMessage } from '../views/message.ts';
import { noticeMessage } from '../views/notice-message.ts';
import { reportMessage } from '../views/report-message.ts';
import { routeMessage } from '../views/route-message.ts';
import { summaryMessage } from '../views/summary-message.ts';
import { welcomeMessage } from '../views/welcome-message.ts';
import { readWelcome } from './read-welcome.ts';

/** Everything there is to show of a mention of this team. */
export function findFacts(deps: Pick<Deps, 'db' | 'teamId'>, mentionId: number): Promise<CardFacts | undefined> {
  return findCardFacts(deps.db, deps.teamId, mentionId, networkFacts);
}

/** What a posting should look like at this moment; undefined when there is nothing left to show. */
export async function pictureOf(deps: Deps, posting: PostingRow): Promise<SlackMessage | undefined> {
  if (posting.kind === 'notice')
    return (await hasPlace(deps, posting)) ? noticeMessage(posting.notice ?? '') : undefined;
  if (posting.kind === 'welcome') return welcomeMessage(await readWelcome(deps));
  if (posting.summary_id !== null) return summaryPicture(deps, posting.summary_id);
  const facts = posting.mention_id === null ? undefined : await findFacts(deps, posting.mention_id);
  if (!facts) return undefined;
  if (posting.ballot_id !== null) {
    return ballotMessage(await withBallot(deps.db, facts, posting.ballot_id), deps.clock());
  }
  if (posting.kind === 'route') return routePicture(deps, facts, posting);
  if (posting.kind === 'card') return mentionCard(facts, deps.clock());
  if (posting.crisis_id !== null) return crisisPicture(deps, facts, posting.crisis_id);
  const escalation = facts.escalations.find((one) => one.id === posting.escalation_id);
  if (!escalation) return undefined;
  const mayReadMention = await mayRead(deps.db, deps.teamId, facts.mention.watchId, posting.channel_id);
  return escalationMessage(facts, escalation, deps.clock(), { called: posting.called, mayReadMention });
}

/** What a summary said when it was made: it does not change any more. */
async function summaryPicture(deps: Deps, id: number): Promise<SlackMessage | undefined> {
  const facts = await findSummary(deps.db, deps.teamId, id);
  if (facts?.kind !== 'report') return facts && summaryMessage(facts);
  const { audience, by, sentFor } = facts;
  const sharedBy = sentFor === null ? by : null;
  return reportMessage(reportOf(facts), { shown: 'posted', summaryId: id, audience, sharedBy });
}

/** The notice stands in the watch's own channel, whose members may read the mention. */
async function crisisPicture(deps: Deps, facts: CardFacts, id: number): Promise<SlackMessage | undefined> {
  const crisis = await findCrisis(deps.db, deps.teamId, id);
  const watch = crisis && (await findWatch(deps.db, deps.teamId, crisis.watchId));
  return watch && crisisMessage(facts, crisis.facts, stricterVotes(watch.approval));
}

/** The mention itself is shown only to those who may read the channel of its watch. */
async function routePicture(deps: Deps, facts: CardFacts, posting: PostingRow): Promise<SlackMessage | undefined> {
  const route = facts.routes.find((one) => one.id === posting.route_id);
  if (!route) return undefined;
  const mayReadMention = await mayRead(deps.db, deps.teamId, facts.mention.watchId, posting.channel_id);
  return routeMessage(facts, route, { mayReadMention }, deps.clock());
}

/** An outcome has nowhere to stand once its mention's card is gone. */
async function hasPlace(deps: Deps, posting: PostingRow): Promise<boolean> {
  if (posting.mention_id === null) return true;
  const card = await findPostingOf(deps.db, deps.teamId, 'card', posting.mention_id);
  return card !== undefined && card.removed_at === null && card.dead_at === null;
}
