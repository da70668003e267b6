import { type ActivityLine, ESCALATION_LEVELS } from '../domain/card.ts';
import { rungKind } from '../domain/escalation.ts';
import { AUTHOR_LISTS } from '../domain/knowing.ts';
import { clip, escapeMrkdwn } from '../domain/text.ts';
import { LIST_WORDS } from './influence-words.ts';
import { instant } from './instant.ts';
import { KIND_WORDS, TONE_WORDS } from './judgement-words.ts';
import { LEVELS } from './labels.ts';
import { isUserId } from './rich-text.ts';

type Teller = (who: string, detail: Record<string, unknown>) => string;

const ACTS: Record<string, Teller> = {
  found: (_, detail) => `Porchlight found it${on(detail)}`,
  posted: () => 'Porchlight posted the card',
  claim: (who) => `${who} claimed it`,
  release: (who) => `${who} released it`,
  dismiss: (who, detail) => `${who} dismissed it${because(detail)}`,
  hand_over: (who, detail) => `${who} handed it over to ${personOf(detail.to)}${because(detail)}`,
  take_back: (who, detail) => `${who} took it back${detail.from ? ` from ${personOf(detail.from)}` : ''}`,
  snooze: (who, { until }) => `${who} snoozed it until ${timeOf(until) ?? 'the author writes again'}`,
  wake: (who, { why }) =>
    why === 'reply' ? 'It woke up: the author wrote again' : why === 'time' ? 'It woke up' : `${who} woke it up`,
  nudge: (_, { to }) => `Porchlight reminded ${personOf(to)}`,
  reopen: (who, detail) => `${who} reopened it${because(detail)}`,
  save_draft: (who, { revision }) => `${who} saved ${typeof revision === 'number' ? `draft ${revision}` : 'a draft'}`,
  open_ballot: (who) => `${who} put the draft to a vote`,
  approve_alone: (who) => `${who} approved the reply without a vote, as a voice of the watch`,
  vote: (who, detail) => `${who} ${detail.choice === 'object' ? 'objected to' : 'approved'} the draft`,
  approve: () => 'The vote approved the draft',
  decide: (who, detail) => `${who} approved the draft without the vote${because(detail)}`,
  reject: () => 'The vote did not approve the draft',
  lapse: () => 'The vote ended without enough approvals',
  object: (who) => `${who} objected after the approval, so the reply was stopped`,
  hold: (who) => `${who} began to post the reply`,
  give_back: (who) => `${who} did not post the reply`,
  mark_posted: (who) => `${who} posted the reply`,
  hold_lapsed: () => 'Time ran out and nobody said whether the reply was posted',
  void_ballot: () => 'The vote was stopped',
  escalate: (who, detail) => `${who} ${asks(detail.level)}${because(detail)}`,
  call: (_, detail) => `Porchlight called ${calledName(detail)}`,
  pass_over: (_, detail) => `Nobody is in ${calledName(detail)}, so it was passed over`,
  acknowledge: (who) => `${who} answered the call for help`,
  close_call: (who, detail) => `${who} closed the call for help${because(detail)}`,
  begin_crisis: (who) => `A crisis began with the call of ${who}`,
  end_crisis: (who, detail) => `${who} ended the crisis${because(detail)}`,
  log: (who) => `${who} logged it`,
  route: (who, detail) => `${who} routed it to ${department(detail)}${wishFor(detail)}`,
  accept_route: (who, detail) => `${who} took it for ${department(detail)}${wishFor(detail)}`,
  ask_back: (who, detail) => `${who} of ${department(detail)} asked back${because(detail)}`,
  explain_route: (who, detail) => `${who} answered ${department(detail)}${because(detail)}`,
  finish_route: (who, detail) => `${who} finished it for ${department(detail)}${because(detail)}`,
  route_overdue: (_, detail) => `${department(detail)} was not done by the day that was asked for`,
  tell_author: (who) => `${who} told the author the outcome`,
  keep_answer: (who, detail) => `${who} kept the reply as ${named(detail, 'an answer')}`,
  review_answer: (who, detail) => `${who} ${reviewed(detail)}`,
  correct: (who, detail) => `${who} corrected ${corrected(detail)}`,
  list_author: (who, { list, author }) => `${who} ${listed(list)}${said(author, (name) => `: ${name}`)}`,
  twin_removed: () => 'Porchlight removed a second copy of the card',
  updated: () => 'The author changed the words',
};

/** The acts that have words of their own. */
export const TOLD_ACTS = Object.keys(ACTS);

/** What happened, as mrkdwn without the time: "<@U1> claimed it". */
export function activitySentence(line: ActivityLine): string {
  const who = line.personId ? `<@${line.personId}>` : 'Porchlight';
  const tell = Object.hasOwn(ACTS, line.act) ? ACTS[line.act] : undefined;
  return tell ? tell(who, line.detail) : `${who}: ${escapeMrkdwn(clip(line.act.replaceAll('_', ' ').trim(), 60))}`;
}

/** "its tone from negative to neutral". */
function corrected({ tone, toneWas, kind, kindWas }: Record<string, unknown>): string {
  const changes = [
    tone && `its tone${change(toneWas, tone, TONE_WORDS)}`,
    kind && `its kind${change(kindWas, kind, KIND_WORDS)}`,
  ];
  return changes.filter(Boolean).join(' and ') || 'what it is';
}

function change(from: unknown, to: unknown, names: Record<string, string>): string {
  const name = (key: unknown) => (Object.hasOwn(names, String(key)) ? names[String(key)]?.toLowerCase() : undefined);
  return `${name(from) ? ` from ${name(from)}` : ''}${name(to) ? ` to ${name(to)}` : ''}`;
}

function personOf(id: unknown): string {
  return typeof id === 'string' && isUserId(id) ? `<@${id}>` : 'somebody';
}

function timeOf(iso: unknown): string | undefined {
  const at = typeof iso === 'string' ? new Date(iso) : undefined;
  return at && !Number.isNaN(+at) ? instant(at) : undefined;
}

/** Whom a call for help called; a user group by its name, since its id would call it once more. */
function calledName({ to, name }: Record<string, unknown>): string {
  if (typeof to !== 'string') return 'somebody';
  if (rungKind(to) === 'group') return `the user group${said(name, (known) => ` “${known}”`)}`;
  if (rungKind(to) === 'person') return personOf(to);
  return /^[CGD]\w+$/.test(to) ? `<#${to}>` : 'a channel';
}

function asks(level: unknown): string {
  return LEVELS[ESCALATION_LEVELS.find((one) => one === level) ?? 'help'].asks;
}

/** What a review made of an answer. */
const REVIEWS: Record<string, (answer: string) => string> = {
  keep: (answer) => `found ${answer} still right`,
  change: (answer) => `changed ${answer}`,
  retire: (answer) => `retired ${answer}`,
};

function reviewed(detail: Record<string, unknown>): string {
  const { fate } = detail;
  const tell = typeof fate === 'string' && Object.hasOwn(REVIEWS, fate) ? REVIEWS[fate] : undefined;
  const answer = named(detail, 'an answer');
  return tell ? tell(answer) : `reviewed ${answer}`;
}

/** What became of an author's list. */
function listed(list: unknown): string {
  const on = AUTHOR_LISTS.find((one) => one === list);
  return on ? `put the author on the list “${LIST_WORDS[on]}”` : 'took the author off the lists';
}

function named(detail: Record<string, unknown>, otherwise: string): string {
  return said(detail.title, (title) => `the answer “${title}”`) || otherwise;
}

function because(detail: Record<string, unknown>): string {
  return said(detail.reason, (reason) => `: ${reason}`);
}

function department(detail: Record<string, unknown>): string {
  return said(detail.department, (name) => name) || 'a department';
}

function wishFor(detail: Record<string, unknown>): string {
  return said(detail.wish, (wish) => `: “${wish}”`);
}

function on(detail: Record<string, unknown>): string {
  return said(detail.network, (network) => ` on ${network}`);
}

function said(value: unknown, tell: (words: string) => string): string {
  return typeof value === 'string' && value.trim() ? tell(escapeMrkdwn(clip(value.trim(), 200))) : '';
}
