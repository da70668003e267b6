import type { Deps } from '../../src/deps.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { CALLBACKS, type CallbackId, FIELDS } from '../../src/views/ids.ts';
import { PROBLEMS_AT } from '../../src/views/settings-ids.ts';
import { type Form, type RefusedAt, submitted } from '../submission.ts';
import { closeCall } from './close-call.ts';
import { correctMention } from './correct-mention.ts';
import { decideAlone } from './decide-alone.ts';
import { dismissMention } from './dismiss-mention.ts';
import { endCrisis } from './end-crisis.ts';
import { escalateMention } from './escalate-mention.ts';
import { handOver } from './hand-over.ts';
import { keepAnswer } from './keep-answer.ts';
import { logMention } from './log-mention.ts';
import { markPosted } from './mark-posted.ts';
import { askBack, explainRoute, finishRoute } from './move-route.ts';
import { reopenMention } from './reopen-mention.ts';
import { reviewAnswer } from './review-answer.ts';
import { routeMention } from './route-mention.ts';
import { saveAuthor } from './save-author.ts';
import { saveDraft } from './save-draft.ts';
import * as settings from './save-settings.ts';
import { saveSummary } from './save-summary.ts';
import * as welcome from './save-welcome.ts';
import { shareReport } from './share-report.ts';
import { snoozeMention } from './snooze-mention.ts';

const ROUTE_FIELDS: RefusedAt = {
  empty_text: FIELDS.routeWish,
  too_long: FIELDS.routeWish,
  not_an_employee: FIELDS.routeOwner,
  past_day: FIELDS.routeDue,
};

/** Every form: what it does, and the field under which a refusal is told. */
export const views: Record<CallbackId, Form> = {
  [CALLBACKS.draft]: { field: FIELDS.draftText, store: saveDraft },
  [CALLBACKS.decide]: { field: FIELDS.decideReason, store: decideAlone },
  [CALLBACKS.handOver]: { field: FIELDS.handOverTo, store: handOver },
  [CALLBACKS.snooze]: { field: FIELDS.snoozeChoice, store: snoozeMention, fields: { bad_time: FIELDS.snoozeAt } },
  [CALLBACKS.reopen]: { field: FIELDS.reopenReason, store: reopenMention },
  [CALLBACKS.correct]: { field: FIELDS.correctKind, store: correctMention },
  [CALLBACKS.dismiss]: { field: FIELDS.dismissReason, store: dismissMention },
  [CALLBACKS.escalate]: { field: FIELDS.escalateReason, store: escalateMention },
  [CALLBACKS.closeCall]: { field: FIELDS.callOutcome, store: closeCall },
  [CALLBACKS.endCrisis]: { field: FIELDS.crisisClosing, store: endCrisis },
  [CALLBACKS.posted]: { field: FIELDS.replyUrl, store: markPosted },
  [CALLBACKS.route]: { field: FIELDS.routeKind, store: routeMention, fields: ROUTE_FIELDS },
  [CALLBACKS.askBack]: { field: FIELDS.routeQuestion, store: askBack },
  [CALLBACKS.explain]: { field: FIELDS.routeExplanation, store: explainRoute },
  [CALLBACKS.finish]: { field: FIELDS.routeOutcome, store: finishRoute },
  [CALLBACKS.team]: { field: FIELDS.teamForbidden, store: settings.saveTeam, problemsAt: PROBLEMS_AT.team },
  [CALLBACKS.watch]: {
    field: FIELDS.watchName,
    store: settings.saveWatch,
    problemsAt: PROBLEMS_AT.watch,
    next: settings.hearSavedWatch,
  },
  [CALLBACKS.policy]: { field: FIELDS.policyVotes, store: settings.savePolicy, problemsAt: PROBLEMS_AT.policy },
  [CALLBACKS.ladder]: { field: FIELDS.rung1Channel, store: settings.saveLadder, problemsAt: PROBLEMS_AT.ladder },
  [CALLBACKS.department]: {
    field: FIELDS.departmentName,
    store: settings.saveDepartment,
    problemsAt: PROBLEMS_AT.department,
  },
  [CALLBACKS.goal]: { field: FIELDS.goalMetric, store: settings.saveGoal, problemsAt: PROBLEMS_AT.goal },
  [CALLBACKS.reportShare]: { field: FIELDS.reportChannel, store: shareReport },
  [CALLBACKS.summary]: { field: FIELDS.summaryState, store: saveSummary, problemsAt: PROBLEMS_AT.summary },
  [CALLBACKS.keepAnswer]: {
    field: FIELDS.answerText,
    store: keepAnswer,
    fields: { not_an_employee: FIELDS.answerOwner },
  },
  [CALLBACKS.reviewAnswer]: { field: FIELDS.answerText, store: reviewAnswer },
  [CALLBACKS.welcomeChannel]: {
    field: FIELDS.welcomeChannel,
    store: welcome.saveFirstChannel,
    problemsAt: PROBLEMS_AT.welcomeChannel,
  },
  [CALLBACKS.welcomeWatch]: {
    field: FIELDS.welcomePhrase,
    store: welcome.saveFirstWatch,
    problemsAt: PROBLEMS_AT.welcomeWatch,
    next: settings.hearSavedWatch,
  },
  [CALLBACKS.welcomeApprovers]: {
    field: FIELDS.policyVotes,
    store: welcome.saveFirstApprovers,
    problemsAt: PROBLEMS_AT.welcomeApprovers,
  },
  [CALLBACKS.author]: { field: FIELDS.authorWatch, store: saveAuthor, fields: { not_yours: FIELDS.authorList } },
  [CALLBACKS.log]: { field: FIELDS.logText, store: logMention },
};

/** Ties every form to what it does. */
export function registerViews(app: SlackApp, deps: Deps): void {
  for (const [id, form] of Object.entries(views)) app.view(id, submitted(deps, form));
}
