import type { Choice } from '../domain/ballot.ts';
import type { RouteFacts } from '../domain/card.ts';
import { clip, escapeMrkdwn } from '../domain/text.ts';
import { count } from './labels.ts';
import { webAddress } from './rich-text.ts';

// Outcomes and confirmations, as mrkdwn: people as <@U…>, what a person wrote is escaped.

/** In a direct message, above the files in its thread. */
export function correctionsNotice(n: number): string {
  return `What your colleagues corrected in ${count(n, 'mention')} you can see is in this thread: a file of tones and a file of kinds, as far as there are any. Each line is the text, a tab and the label.`;
}

/** For whoever asked for the corrections. */
export function correctionsSentNotice(n: number): string {
  if (n === 0) return 'Nobody has corrected a mention that you can see.';
  return `I sent you ${count(n, 'corrected mention')} as files in a direct message.`;
}

/** For the managers: a channel takes no posts; `reason` is a sentence. */
export function channelClosedNotice(channelId: string, reason: string): string {
  return `Porchlight cannot post in <#${channelId}> at the moment. ${said(reason)} The watches of this channel are paused until it can.`;
}

/** In the thread: the vote said yes. */
export function approvedNotice(writerId: string): string {
  return `The reply by <@${writerId}> is approved. Press “Publish…” on the card to post it.`;
}

/** In the thread: a manager said yes without the vote. */
export function decidedNotice(managerId: string, writerId: string, reason: string): string {
  return `<@${managerId}> approved the reply by <@${writerId}> without the vote: ${said(reason)} · Press “Publish…” on the card to post it.`;
}

/** In the thread: an objection, before or after the approval. */
export function rejectedNotice(writerId: string, objectors: string[]): string {
  return `The draft by <@${writerId}> was not approved: ${inARow(objectors) || 'somebody'} objected. Talk it over here; an edited draft gets a new vote.`;
}

/** In the thread: too few votes in time. */
export function lapsedNotice(writerId: string): string {
  return `The vote on the draft by <@${writerId}> ran out of time. Saving the draft again starts a new vote.`;
}

/** In the thread: nobody said whether the reply went out. */
export function holdLapsedNotice(by: string): string {
  return `<@${by}>, did you post the reply? Please say so on the card, so that nobody posts it twice.`;
}

/** For the voter: the vote is stored. */
export function votedNotice(choice: Choice): string {
  return choice === 'approve' ? 'Your approval is counted.' : 'Your objection is counted.';
}

/** For a person who pressed a button on a second copy of a card. */
export function twinNotice(cardLink: string | null): string {
  return `This was a second copy of the card, and it is removed${to(cardLink, '. Please use the card itself')}.`;
}

/** For everybody who meets a card for the first time, once. */
export function firstHelpNotice(): string {
  return 'Claim a mention, and everybody sees that you are on it. Nothing goes outside before it is approved. /community help says more.';
}

/** For a manager who asked to try again. */
export function retriedNotice(): string {
  return 'It will be tried again within a minute.';
}

/** In the thread: somebody is on a call for help. */
export function callAnsweredNotice(by: string, callerId: string): string {
  return by === callerId ? `<@${by}> is on it.` : `<@${callerId}>, <@${by}> is on it.`;
}

/** In the thread: how a call for help ended. */
export function callClosedNotice(by: string, callerId: string, outcome: string): string {
  const whose = by === callerId ? 'their call for help' : `the call for help by <@${callerId}>`;
  return `<@${by}> closed ${whose}: ${said(outcome)}`;
}

/** In the thread of the mention it began with: a crisis is over. */
export function crisisEndedNotice(by: string, closing: string): string {
  return `<@${by}> ended the crisis: ${said(closing)}`;
}

/** When something broke on our side. */
export function troubleNotice(): string {
  return 'Something went wrong on our side. Please look whether it was done; if it was not, try again in a minute.';
}

/** In the thread: a department needs to know more before it can go on. */
export function askedBackNotice(reader: string, route: RouteFacts): string {
  return `<@${reader}>, ${personOf(route.questionBy)} asks about ${theirWish(route)}: ${told(route.question)} ${answerWhere(route)}`;
}

function answerWhere({ link }: RouteFacts): string {
  const there = to(link, 'on its posting');
  return `Press “Answer…” ${there ? `${there} or ` : ''}under “More…” on the card.`;
}

/** For the person who asked back: here is the answer. */
export function explainedNotice(route: RouteFacts): string {
  return `${personOf(route.explainedBy)} answered your question about ${theirWish(route)}: ${told(route.explanation)}${seePosting(route)}`;
}

/** In the thread: the department is done, and the author can be told. */
export function finishedNotice(reader: string, route: RouteFacts): string {
  return `<@${reader}>, ${theirWish(route)} is done: ${told(route.outcome)} If the author should hear it, press “Tell the author…” under “More…” on the card.`;
}

/** Why an answered mention is taken up again, plain words for the record: "the outcome of “export to CSV”". */
export function outcomeReason(wishes: string[]): string {
  return `the outcome of ${wishes.map((wish) => `“${wish}”`).join(' and ')}`;
}

/** For the owner, or for the department while nobody has it: the day is over. `day` is how people write it. */
export function overdueNotice(route: RouteFacts, day: string): string {
  return `${said(route.department)} was asked for “${said(route.wish)}” by ${said(day)}, and it is not done yet.${seePosting(route)}`;
}

/** "“export to CSV” at Product". */
function theirWish({ wish, department }: RouteFacts): string {
  return `“${said(wish)}” at ${said(department)}`;
}

/** Somebody's words at the end of a sentence, which they may have ended themselves. */
function told(words: string | null): string {
  const theirs = said(words ?? '');
  return `“${theirs}”${/[.!?…]$/u.test(theirs) ? '' : '.'}`;
}

function seePosting({ link }: RouteFacts): string {
  const there = to(link, 'See the posting');
  return there && ` ${there}.`;
}

/** "@Ana, @Ben and @Chi". */
function inARow(ids: string[]): string {
  return ids
    .map((id) => `<@${id}>`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}

function personOf(id: string | null): string {
  return id ? `<@${id}>` : 'somebody';
}

function said(words: string): string {
  return escapeMrkdwn(clip(words.trim(), 300));
}

/** ". See the vote", whose words after the punctuation are a link; nothing without an address. */
function to(url: string | null, words: string): string {
  const safe = webAddress(url)?.replaceAll('|', '%7C');
  const [, lead = '', label = words] = /^([.:]\s)(.*)$/.exec(words) ?? [];
  return safe ? `${lead}<${safe}|${label}>` : '';
}

/** Why a channel takes no posts, as Slack's events tell it. */
export const CHANNEL_TROUBLES = {
  archived: 'The channel was archived.',
  removed: 'Porchlight was removed from the channel. Invite it with /invite @Porchlight.',
};
