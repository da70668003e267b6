import { SETTING_ACTIONS, SETTING_CALLBACKS, SETTING_FIELDS } from './settings-ids.ts';

/** Every id that Slack sends back to us. Buttons carry the id of their row as `value`. */
export const ACTIONS = {
  claim: 'mention_claim',
  release: 'mention_release',
  dismiss: 'mention_dismiss',
  handOver: 'mention_hand_over',
  takeBack: 'mention_take_back',
  snooze: 'mention_snooze',
  wake: 'mention_wake',
  reopen: 'mention_reopen',
  escalate: 'mention_escalate',
  correct: 'mention_correct',
  more: 'mention_more',
  draftOpen: 'draft_open',
  draftSee: 'draft_see',
  publish: 'reply_publish',
  markPosted: 'reply_mark_posted',
  giveBack: 'reply_give_back',
  linkOpen: 'link_open',
  approve: 'ballot_approve',
  object: 'ballot_object',
  decide: 'ballot_decide',
  acknowledge: 'escalation_acknowledge',
  closeCall: 'escalation_close',
  endCrisis: 'crisis_end',
  retryEscalation: 'escalation_retry',
  retryReminder: 'reminder_retry',
  retryAnswer: 'answer_retry',
  retrySchedule: 'schedule_retry',
  retryRoute: 'route_retry',
  retryHold: 'hold_retry',
  route: 'mention_route',
  tellAuthor: 'mention_tell_author',
  routeAccept: 'route_accept',
  routeAskBack: 'route_ask_back',
  routeExplain: 'route_explain',
  routeFinish: 'route_finish',
  retryPosting: 'posting_retry',
  retryBallot: 'ballot_retry',
  retrySource: 'source_retry',
  logOpen: 'log_open',
  queueEarlier: 'queue_earlier',
  queueNext: 'queue_next',
  reportShare: 'report_share',
  reportExport: 'report_export',
  reportExportShared: 'report_export_shared',
  authorAbout: 'author_about',
  authorOpen: 'author_open',
  influencersEarlier: 'influencers_earlier',
  influencersNext: 'influencers_next',
  answerKeep: 'answer_keep',
  answerPick: 'answer_pick',
  answerReview: 'answer_review',
  ...SETTING_ACTIONS,
} as const;
export type ActionId = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Every button's id: each needs a listener, also the links, whose presses Slack reports too. */
export const ACTION_IDS: ActionId[] = Object.values(ACTIONS);

/** The shortcuts that the manifest names: one of Slack's own menu, one of a message's. */
export const SHORTCUTS = { logMention: 'log_mention', logMessage: 'log_message' } as const;
export type ShortcutId = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** The forms that a person can submit. */
export const CALLBACKS = {
  draft: 'draft_save',
  decide: 'ballot_decide',
  handOver: 'mention_hand_over',
  snooze: 'mention_snooze',
  dismiss: 'mention_dismiss',
  reopen: 'mention_reopen',
  correct: 'mention_correct',
  escalate: 'mention_escalate',
  closeCall: 'escalation_close',
  endCrisis: 'crisis_end',
  posted: 'reply_posted',
  author: 'author_save',
  log: 'mention_log',
  keepAnswer: 'answer_keep',
  reviewAnswer: 'answer_review',
  route: 'mention_route',
  askBack: 'route_ask_back',
  explain: 'route_explain',
  finish: 'route_finish',
  reportShare: 'report_share',
  ...SETTING_CALLBACKS,
} as const;
export type CallbackId = (typeof CALLBACKS)[keyof typeof CALLBACKS];

/** Every form's id: each needs a listener. */
export const CALLBACK_IDS: CallbackId[] = Object.values(CALLBACKS);

/** The views that only show something: Slack never submits them. */
export const SHOWN = {
  home: 'home',
  loading: 'loading',
  problem: 'problem',
  more: 'mention_more',
  seeDraft: 'draft_see',
  settings: 'settings',
  summaries: 'summaries',
  watch: 'watch',
  watchSaved: 'watch_saved',
} as const;

/** Where each answer of a form stands: its block and, in it, its element. */
export const FIELDS = {
  draftText: { block: 'draft_text', action: 'text' },
  draftKeep: { block: 'draft_keep', action: 'keep' },
  decideReason: { block: 'decide_reason', action: 'text' },
  handOverTo: { block: 'hand_over_to', action: 'person' },
  handOverNote: { block: 'hand_over_note', action: 'text' },
  snoozeChoice: { block: 'snooze_choice', action: 'choice' },
  snoozeAt: { block: 'snooze_at', action: 'at' },
  reopenReason: { block: 'reopen_reason', action: 'text' },
  correctKind: { block: 'correct_kind', action: 'kind' },
  correctTone: { block: 'correct_tone', action: 'tone' },
  dismissReason: { block: 'dismiss_reason', action: 'reason' },
  dismissWords: { block: 'dismiss_words', action: 'text' },
  escalateLevel: { block: 'escalate_level', action: 'level' },
  escalateReason: { block: 'escalate_reason', action: 'text' },
  callOutcome: { block: 'call_outcome', action: 'text' },
  crisisClosing: { block: 'crisis_closing', action: 'text' },
  replyText: { block: 'reply_text', action: 'text' },
  replyUrl: { block: 'reply_url', action: 'url' },
  answerTitle: { block: 'answer_title', action: 'text' },
  answerText: { block: 'answer_text', action: 'text' },
  answerOwner: { block: 'answer_owner', action: 'person' },
  answerMonths: { block: 'answer_months', action: 'months' },
  answerFate: { block: 'answer_fate', action: 'fate' },
  authorList: { block: 'author_list', action: 'list' },
  authorWatch: { block: 'author_watch', action: 'watch' },
  logNetwork: { block: 'log_network', action: 'network' },
  logAuthor: { block: 'log_author', action: 'text' },
  logText: { block: 'log_text', action: 'text' },
  logUrl: { block: 'log_url', action: 'url' },
  logWatch: { block: 'log_watch', action: 'watch' },
  routeKind: { block: 'route_kind', action: 'kind' },
  routeWish: { block: 'route_wish', action: 'text' },
  routeHeard: { block: 'route_heard', action: 'wish' },
  routeOwner: { block: 'route_owner', action: 'person' },
  routeNote: { block: 'route_note', action: 'text' },
  routeDue: { block: 'route_due', action: 'day' },
  routeQuestion: { block: 'route_question', action: 'text' },
  routeExplanation: { block: 'route_explanation', action: 'text' },
  routeOutcome: { block: 'route_outcome', action: 'text' },
  reportChannel: { block: 'report_channel', action: 'channel' },
  ...SETTING_FIELDS,
} as const;
export type Field = (typeof FIELDS)[keyof typeof FIELDS];

/** A field, also where it was drawn anew under another block id. */
export type Place = { readonly block: string; readonly action: string };

/** The buttons about a mention: what they are called and what they send. */
export const MENTION_BUTTONS = {
  claim: { actionId: ACTIONS.claim, label: 'Claim' },
  draft: { actionId: ACTIONS.draftOpen, label: 'Draft a reply…' },
  edit_draft: { actionId: ACTIONS.draftOpen, label: 'Edit the draft…' },
  see_draft: { actionId: ACTIONS.draftSee, label: 'See the draft' },
  hold: { actionId: ACTIONS.publish, label: 'Publish…' },
  mark_posted: { actionId: ACTIONS.markPosted, label: 'I have posted it…' },
  give_back: { actionId: ACTIONS.giveBack, label: 'I did not post it' },
  release: { actionId: ACTIONS.release, label: 'Release' },
  dismiss: { actionId: ACTIONS.dismiss, label: 'Dismiss…' },
  hand_over: { actionId: ACTIONS.handOver, label: 'Hand over…' },
  take_back: { actionId: ACTIONS.takeBack, label: 'Take back' },
  snooze: { actionId: ACTIONS.snooze, label: 'Snooze…' },
  wake: { actionId: ACTIONS.wake, label: 'Wake up' },
  reopen: { actionId: ACTIONS.reopen, label: 'Reopen…' },
  object: { actionId: ACTIONS.object, label: 'Object' },
  decide: { actionId: ACTIONS.decide, label: 'Decide without the vote…' },
  escalate: { actionId: ACTIONS.escalate, label: 'Escalate…' },
  route: { actionId: ACTIONS.route, label: 'Route…' },
  tell_author: { actionId: ACTIONS.tellAuthor, label: 'Tell the author…' },
  keep_answer: { actionId: ACTIONS.answerKeep, label: 'Keep as answer…' },
  correct: { actionId: ACTIONS.correct, label: 'Correct…' },
  about_author: { actionId: ACTIONS.authorAbout, label: 'About the author…' },
  original: { actionId: ACTIONS.linkOpen, label: 'Open original' },
  more: { actionId: ACTIONS.more, label: 'More…' },
} as const satisfies Record<string, { actionId: ActionId; label: string }>;
export type MentionButton = keyof typeof MENTION_BUTTONS;

/** The buttons under what a department was asked. */
export const ROUTE_BUTTONS = {
  accept: { actionId: ACTIONS.routeAccept, label: 'Accept' },
  ask_back: { actionId: ACTIONS.routeAskBack, label: 'Ask back…' },
  explain: { actionId: ACTIONS.routeExplain, label: 'Answer…' },
  finish: { actionId: ACTIONS.routeFinish, label: 'Done…' },
} as const satisfies Record<string, { actionId: ActionId; label: string }>;

/** The buttons under a call for help. */
export const CALL_BUTTONS = {
  acknowledge: { actionId: ACTIONS.acknowledge, label: 'I am on it' },
  close: { actionId: ACTIONS.closeCall, label: 'Close with an outcome…' },
} as const satisfies Record<string, { actionId: ActionId; label: string }>;

/** Under the notice of a crisis. */
export const CRISIS_BUTTON = { actionId: ACTIONS.endCrisis, label: 'End the crisis…' } as const;

/** Under a page of the queue or a search. */
export const QUEUE_BUTTONS = {
  earlier: { actionId: ACTIONS.queueEarlier, label: 'Earlier' },
  next: { actionId: ACTIONS.queueNext, label: 'Next' },
} as const satisfies Record<string, { actionId: ActionId; label: string }>;

/** Under a report: the first two carry what was asked, the third the id of the report that was posted. */
export const REPORT_BUTTONS = {
  share: { actionId: ACTIONS.reportShare, label: 'Share in a channel…' },
  export: { actionId: ACTIONS.reportExport, label: 'Export' },
  exportShared: { actionId: ACTIONS.reportExportShared, label: 'Export' },
} as const satisfies Record<string, { actionId: ActionId; label: string }>;

/** Under a page of influencers, and beside each of them. */
export const INFLUENCER_BUTTONS = {
  open: { actionId: ACTIONS.authorOpen, label: 'About…' },
  earlier: { actionId: ACTIONS.influencersEarlier, label: 'Earlier' },
  next: { actionId: ACTIONS.influencersNext, label: 'Next' },
} as const satisfies Record<string, { actionId: ActionId; label: string }>;

/** Opens the form for what somebody heard; it is about no row, so its value is 0. */
export const LOG_BUTTON = { actionId: ACTIONS.logOpen, label: 'Log a mention…' } as const;
