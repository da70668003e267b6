import type { Deps } from '../../src/deps.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { ACTIONS, type ActionId } from '../../src/views/ids.ts';
import { type Button, pressed } from '../press.ts';
import { acceptRoute } from './accept-route.ts';
import { acknowledgeEscalation } from './acknowledge-escalation.ts';
import { approveBallot, objectBallot } from './cast-vote.ts';
import { giveBackReply } from './give-back-reply.ts';
import { claimMention, releaseMention, takeBackMention, wakeMention } from './move-mention.ts';
import { openAuthor, openAuthorOf } from './open-author.ts';
import { openCallClosing } from './open-call-closing.ts';
import { openCorrection } from './open-correction.ts';
import { openCrisisEnd } from './open-crisis-end.ts';
import { openDecision } from './open-decision.ts';
import { openDismissal } from './open-dismissal.ts';
import { openDraft } from './open-draft.ts';
import { openEscalation } from './open-escalation.ts';
import { openHandOver } from './open-hand-over.ts';
import { openKeeping } from './open-keeping.ts';
import { openLink } from './open-link.ts';
import { openLog } from './open-log.ts';
import { openMore } from './open-more.ts';
import { openPosted } from './open-posted.ts';
import { openReopening } from './open-reopening.ts';
import { openReview } from './open-review.ts';
import { openRoute } from './open-route.ts';
import { openAskBack, openExplain, openFinish } from './open-route-step.ts';
import * as settings from './open-settings.ts';
import { openSnooze } from './open-snooze.ts';
import { openSummaries, openSummary } from './open-summaries.ts';
import * as welcome from './open-welcome.ts';
import { pickAnswer } from './pick-answer.ts';
import { publishReply } from './publish-reply.ts';
import {
  retryAnswer,
  retryBallot,
  retryEscalation,
  retryHold,
  retryPosting,
  retryReminder,
  retryRoute,
  retrySchedule,
  retrySource,
} from './retry-dead.ts';
import { seeDraft } from './see-draft.ts';
import { exportShared, exportShown, openSharing } from './share-report.ts';
import { tellAuthor } from './tell-author.ts';
import { turnInfluencers } from './turn-influencers.ts';
import { turnQueue } from './turn-queue.ts';

/** Every button: what it does, and which posting it stands on when it stands on one. */
export const actions: Record<ActionId, Button> = {
  [ACTIONS.claim]: { on: 'card', act: claimMention },
  [ACTIONS.release]: { on: 'card', act: releaseMention },
  [ACTIONS.handOver]: { on: 'card', act: openHandOver },
  [ACTIONS.takeBack]: { on: 'card', act: takeBackMention },
  [ACTIONS.snooze]: { on: 'card', act: openSnooze },
  [ACTIONS.wake]: { on: 'card', act: wakeMention },
  [ACTIONS.reopen]: { on: 'card', act: openReopening },
  [ACTIONS.correct]: { on: 'card', act: openCorrection },
  [ACTIONS.dismiss]: { on: 'card', act: openDismissal },
  [ACTIONS.escalate]: { on: 'card', act: openEscalation },
  [ACTIONS.route]: { on: 'card', act: openRoute },
  [ACTIONS.tellAuthor]: { on: 'card', act: tellAuthor },
  [ACTIONS.routeAccept]: { on: 'route', act: acceptRoute },
  [ACTIONS.routeAskBack]: { on: 'route', act: openAskBack },
  [ACTIONS.routeExplain]: { on: 'route', act: openExplain },
  [ACTIONS.routeFinish]: { on: 'route', act: openFinish },
  [ACTIONS.more]: { on: 'card', act: openMore },
  [ACTIONS.draftOpen]: { on: 'card', act: openDraft },
  [ACTIONS.draftSee]: { on: 'card', act: seeDraft },
  [ACTIONS.publish]: { on: 'card', act: publishReply },
  [ACTIONS.markPosted]: { on: 'card', act: openPosted },
  [ACTIONS.giveBack]: { on: 'card', act: giveBackReply },
  [ACTIONS.linkOpen]: { act: openLink },
  [ACTIONS.approve]: { on: 'ballot', act: approveBallot },
  [ACTIONS.decide]: { on: 'card', act: openDecision },
  [ACTIONS.object]: { on: 'ballot', act: objectBallot },
  [ACTIONS.acknowledge]: { on: 'escalation', act: acknowledgeEscalation },
  [ACTIONS.closeCall]: { on: 'escalation', act: openCallClosing },
  [ACTIONS.endCrisis]: { on: 'crisis', act: openCrisisEnd },
  [ACTIONS.retryEscalation]: { act: retryEscalation },
  [ACTIONS.retryReminder]: { act: retryReminder },
  [ACTIONS.retryAnswer]: { act: retryAnswer },
  [ACTIONS.retrySchedule]: { act: retrySchedule },
  [ACTIONS.retryRoute]: { act: retryRoute },
  [ACTIONS.retryHold]: { act: retryHold },
  [ACTIONS.retryPosting]: { act: retryPosting },
  [ACTIONS.retryBallot]: { act: retryBallot },
  [ACTIONS.retrySource]: { act: retrySource },
  [ACTIONS.authorAbout]: { on: 'card', act: openAuthorOf },
  [ACTIONS.authorOpen]: { act: openAuthor },
  [ACTIONS.influencersEarlier]: { act: turnInfluencers, isAboutRow: false },
  [ACTIONS.influencersNext]: { act: turnInfluencers, isAboutRow: false },
  [ACTIONS.answerKeep]: { on: 'card', act: openKeeping },
  [ACTIONS.answerPick]: { act: pickAnswer },
  [ACTIONS.answerReview]: { act: openReview },
  [ACTIONS.logOpen]: { act: openLog },
  [ACTIONS.queueEarlier]: { act: turnQueue, isAboutRow: false },
  [ACTIONS.queueNext]: { act: turnQueue, isAboutRow: false },
  [ACTIONS.reportShare]: { act: openSharing, isAboutRow: false },
  [ACTIONS.reportExport]: { act: exportShown, isAboutRow: false },
  [ACTIONS.reportExportShared]: { on: 'summary', act: exportShared },
  [ACTIONS.settings]: { act: settings.openSettings },
  [ACTIONS.teamEdit]: { act: settings.openTeam },
  [ACTIONS.watchAdd]: { act: settings.openNewWatch },
  [ACTIONS.watchOpen]: { act: settings.openWatch },
  [ACTIONS.watchEdit]: { act: settings.openWatchForm },
  [ACTIONS.policyEdit]: { act: settings.openPolicy },
  [ACTIONS.ladderEdit]: { act: settings.openLadder },
  [ACTIONS.watchPause]: { act: settings.pause },
  [ACTIONS.watchResume]: { act: settings.resume },
  [ACTIONS.departmentAdd]: { act: settings.openNewDepartment },
  [ACTIONS.departmentEdit]: { act: settings.openDepartment },
  [ACTIONS.goalAdd]: { act: settings.openNewGoal },
  [ACTIONS.goalEdit]: { act: settings.openGoal },
  [ACTIONS.summaries]: { act: openSummaries },
  [ACTIONS.summaryEdit]: { act: openSummary },
  [ACTIONS.welcomeChannel]: { act: welcome.openFirstChannel },
  [ACTIONS.welcomeWatch]: { act: welcome.openFirstWatch },
  [ACTIONS.welcomeApprovers]: { act: welcome.openFirstApprovers },
};

/** Ties every button to what it does. */
export function registerActions(app: SlackApp, deps: Deps): void {
  for (const [id, { on, act, isAboutRow }] of Object.entries(actions))
    app.action({ type: 'block_actions', action_id: id }, pressed(deps, on, act, isAboutRow) as never);
}
