import type { RouteState } from '../domain/card.ts';
import type { MentionEvent, MentionStatus } from '../domain/mention.ts';
import type { Refusal, RefusalKind } from '../domain/refusal.ts';
import type { Act } from '../domain/rights.ts';
import type { RouteEvent } from '../domain/route.ts';
import { clip, escapeMrkdwn } from '../domain/text.ts';
import { instant } from './instant.ts';
import { count, number } from './labels.ts';
import { findingSentence } from './preflight-words.ts';
import { oneLine } from './rich-text.ts';

// Sentences are mrkdwn: people as <@U…>, anything that a person wrote is escaped.

type SentenceFor<K extends RefusalKind> = (refusal: Extract<Refusal, { refusal: K }>) => string;

const REFUSALS: { [K in RefusalKind]: SentenceFor<K> } = {
  already_claimed: ({ by }) => `<@${by}> has this one already. Write to them in the thread if you can help.`,
  wrong_status: ({ event, status }) => `This mention cannot ${EVENT_DONE[event]} now: ${STATUS_NOW[status]}.`,
  not_yours: ({ act }) => NOT_YOURS[act],
  guest_account: () =>
    'Guest accounts can read and talk here, but not act on mentions. Please ask a colleague to do it.',
  other_workspace: () =>
    'People from other workspaces can read and talk here, but not act on mentions. Please ask somebody of this workspace.',
  gone: () => 'This is not here any more.',
  stored_already: () => 'This is stored already, and nothing was stored twice.',
  empty_text: () => 'This is still empty. Please write something first.',
  too_long: ({ maxChars, chars }) =>
    `This is ${count(chars, 'character')} long and at most ${number(maxChars)} fit. Please shorten it by ${number(chars - maxChars)}.`,
  draft_moved_on: () =>
    'Somebody saved a newer draft while you were writing, so yours was not saved. Copy your text, open the draft again and put the two together.',
  not_ready: ({ findings }) => findings.map((one) => findingSentence(one, 'UTC')).join(' '),
  ballot_closed: () => 'This vote is over, so your choice was not counted.',
  own_draft: () => 'You wrote this draft, so the vote is for the others.',
  own_decision: () => 'You wrote this draft, so another community manager must decide about it.',
  not_an_approver: () => 'This vote is for other people. You can still say what you think in the thread.',
  held: ({ by, until }) =>
    `<@${by}> is posting the reply and has it until ${instant(until)}. Until then nobody else can change or post it.`,
  already_acknowledged: ({ by }) => `<@${by}> is on it already.`,
  not_acknowledged: () =>
    'Nobody is on this call for help yet. Press “I am on it” first, then close it with an outcome.',
  call_closed: () => 'This call for help is closed already.',
  crisis_over: () => 'This crisis is over already.',
  cannot_have_it: () =>
    'Only employees of this workspace can have a mention: no guests, no apps, nobody from another workspace. Please choose a colleague.',
  already_theirs: () => 'They have this mention already. Please choose somebody else.',
  not_handed_over: () => 'Nobody handed this mention over, so there is nothing to take back.',
  not_snoozed: () => 'This mention is awake already.',
  bad_time: () => 'Please choose a day and time that is still to come, and within a year.',
  no_author: () => 'Nobody knows who wrote this, so nobody can tell when they write again. Please choose a time.',
  nothing_to_keep: () => 'Only a reply that was posted can be kept as an answer.',
  kept_already: ({ title, ownerId }) =>
    `The library has this text already, as “${escapeMrkdwn(oneLine(title, 100))}”, and <@${ownerId}> looks after it.`,
  bad_link: () => 'This is not a web address. Please paste the whole link, beginning with https://',
  not_in_channel: () =>
    'This belongs to a channel that you are not in. Join the channel first, or ask somebody who is in it.',
  no_departments: () =>
    'There is no department yet that takes anything. A community manager can add one, with its channel and what it takes, in community.yml or in Porchlight’s settings.',
  unknown_department: () => 'The departments have changed in the meantime. Please choose again who should hear it.',
  already_routed: ({ department }) =>
    `This mention was handed to ${escapeMrkdwn(clip(department, 80))} already, and they are not done yet. Their posting is linked on the card.`,
  route_dismissed: () => 'This mention was dismissed. Reopen it first, then hand it to a department.',
  already_accepted: ({ by }) => `<@${by}> has taken it already.`,
  wrong_route_state: ({ event, state }) => `${ROUTE_EVENT_NOT[event]} now: ${ROUTE_NOW[state]}.`,
  no_outcome: () => 'There is no outcome that the author has not been told yet.',
  not_an_employee: () => 'Only a colleague of this workspace can own it. Please choose somebody else, or nobody.',
  past_day: () => 'This day is over already. Please choose today or a later one.',
  unfit_settings: ({ problems }) => escapeMrkdwn(problems[0]?.problem ?? 'Something here cannot be saved.'),
  file_managed: () =>
    'This is set in community.yml and changed there. What leaves that file can be changed in Slack from then on.',
  settings_moved_on: () =>
    'Somebody changed these settings while you were looking at them, so yours were not saved. Keep a copy of what you typed, close this and open it again.',
  cannot_join: ({ channelId }) =>
    `Porchlight is not in <#${channelId}>. Invite it there with /invite @Porchlight, then try again.`,
  unknown_watch: ({ name, known }) =>
    `You can see no watch called “${escapeMrkdwn(oneLine(name))}”. ${known.length > 0 ? `You can see: ${escapeMrkdwn(clip(known.join(', '), 500))}.` : 'You are in no channel that a watch posts to.'}`,
  unknown_network: ({ name, known }) =>
    `Nothing that you can see comes from “${escapeMrkdwn(oneLine(name))}”. The networks are: ${escapeMrkdwn(clip(known.join(', '), 500))}. The name of a feed does too.`,
  not_begun: () => 'These days are still to come, so there is nothing to count yet.',
  no_watch_here: ({ channelId }) =>
    `A report shows a channel only what its own watches heard, and there is none for <#${channelId}>. Please choose the channel of a watch that this report is about.`,
  files_not_taken: ({ isForbidden }) =>
    isForbidden
      ? 'Porchlight may not send files here yet. Please ask an admin of this workspace to install it again with the scopes of its manifest.'
      : 'Slack did not take the files. Please try again in a minute.',
  no_watch: () => 'There is no watch yet that this could belong to. Please ask a community manager to add one.',
};

/** Why something was not done and what to do instead, as mrkdwn. */
export function refusalSentence(refusal: Refusal): string {
  return (REFUSALS[refusal.refusal] as SentenceFor<RefusalKind>)(refusal);
}

/** The same without markup, for the error under a form's field, where Slack draws none. */
export function fieldSentence(refusal: Refusal): string {
  return refusalSentence(refusal)
    .replace(/^<@\w+>/, 'Somebody else')
    .replace(/<@\w+>/g, 'somebody')
    .replace(/<#\w+>/g, 'that channel')
    .replace(/<!date\^[^|]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** "This mention cannot … now: …". */
const EVENT_DONE: Record<MentionEvent, string> = {
  claim: 'be claimed',
  release: 'be released',
  hand_over: 'be handed over',
  take_back: 'be taken back',
  snooze: 'be snoozed',
  wake: 'be woken up',
  dismiss: 'be dismissed',
  reopen: 'be reopened',
  save_draft: 'get a new draft',
  open_ballot: 'go to a vote',
  approve_alone: 'be approved',
  approve: 'be approved',
  decide: 'be decided without a vote',
  reject: 'be turned down',
  lapse: 'lapse',
  object: 'be objected to',
  hold: 'be published',
  give_back: 'be given back',
  mark_posted: 'be marked as posted',
  hold_lapsed: 'be left open',
};

/** "…: it is …". */
const STATUS_NOW: Record<MentionStatus, string> = {
  new: 'nobody has it at the moment',
  claimed: 'somebody is working on it, and its reply is not approved',
  voting: 'its draft is being voted on',
  approved: 'its reply is approved and not posted yet',
  sending: 'somebody is posting the reply at this moment',
  unknown: 'nobody has said yet whether the reply was posted',
  answered: 'it has been answered',
  dismissed: 'it has been dismissed',
};

/** "… now: …". */
const ROUTE_EVENT_NOT: Record<RouteEvent, string> = {
  accept: 'This cannot be accepted',
  ask_back: 'Nothing can be asked back',
  explain: 'There is no question to answer',
  finish: 'This cannot be marked as done',
};

/** "…: …". */
const ROUTE_NOW: Record<RouteState, string> = {
  asked: 'it waits for somebody of the department',
  accepted: 'somebody has taken it',
  asked_back: 'the department asked back and waits for an answer',
  done: 'it is done already',
};

const HOLDER = 'the person who has it, its writer or a community manager';
const NOT_YOURS: Record<Act, string> = {
  claim: 'You cannot claim this mention.',
  release: 'Only the person who has it or a community manager can release it.',
  hand_over: 'Only the person who has it or a community manager can hand it over.',
  take_back: 'Only the person who handed it over or a community manager can take it back.',
  snooze: 'Somebody has this mention. Only they or a community manager can snooze it.',
  wake: 'Somebody has this mention. Only they or a community manager can wake it up.',
  dismiss: 'Somebody has this mention. Only they or a community manager can dismiss it.',
  reopen: 'You cannot reopen this mention.',
  save_draft:
    'Only the person who has it or a community manager can write its reply. If nobody has it, claim it first.',
  object: 'Only the people who vote on this draft can object to it.',
  decide: 'Only a community manager can decide without the vote.',
  hold: `Only ${HOLDER} can publish this reply.`,
  give_back: `Only ${HOLDER} can give this reply back.`,
  mark_posted: `Only ${HOLDER} can say that this reply was posted.`,
  escalate: 'You cannot ask for help with this mention.',
  acknowledge: 'You cannot answer this call for help.',
  close_call:
    'Only those it concerns can close this call for help: who called, who is on it, who has the mention, or a community manager.',
  end_crisis: 'Only a community manager can end a crisis. If you think it is over, please tell one.',
  log: 'You cannot log a mention here.',
  correct: 'You cannot correct this mention.',
  export_corrections: 'Only a community manager can have the corrections as files.',
  keep_answer: 'You cannot keep this reply as an answer.',
  review_answer: 'Only the person who looks after this answer or a community manager can review it.',
  route: 'You cannot hand this mention to a department.',
  accept_route: 'You cannot take this.',
  ask_back: 'You cannot ask back here.',
  explain_route:
    'Only the person who has the mention, the one who asked the department, or a community manager can answer this.',
  finish_route: 'Only the person who took it or a community manager can say that it is done.',
  tell_author:
    'Only the person who has the mention, the one who asked the department, or a community manager can tell the author.',
  watch_author: 'You cannot watch this author.',
  list_author: 'Only a community manager can put an author on a list.',
  change_settings: 'Only a community manager can change the settings.',
  retry_dead: 'Only a community manager can try this again.',
};

export { activitySentence } from './activity.ts';
export * from './answer-words.ts';
export * from './author-notices.ts';
export { count, LEVELS, number, STATUS_LABELS } from './labels.ts';
export * from './notices.ts';
export * from './owner-notices.ts';
export { findingSentence } from './preflight-words.ts';
export * from './report-notices.ts';
export { riskSentence } from './risk-words.ts';
