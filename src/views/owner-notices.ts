import { clip, escapeMrkdwn } from '../domain/text.ts';
import { instant } from './instant.ts';
import { webAddress } from './rich-text.ts';

// What is said about whose a mention is, and about its rest, as mrkdwn: people as <@U…>, what a person wrote is escaped.

/** A mention as it is named outside its channel: by its watch alone, with the way to its card. */
export type Named = { watch: string; cardLink: string | null };

/** In the thread: somebody else has it now. */
export function handedOverNotice(by: string, to: string, note: string): string {
  return note ? `<@${by}> handed this over to <@${to}>: ${said(note)}` : `<@${by}> handed this over to <@${to}>.`;
}

/** For the one who has it now, in a direct message. */
export function handedToYouNotice(by: string, mention: Named, note: string): string {
  const reason = note ? ` Their note: ${said(note)}` : '';
  return `<@${by}> handed you ${named(mention)}: you have it now.${reason}`;
}

/** In the thread: whoever handed it over, or a manager, has it now. */
export function takenBackNotice(by: string, from: string | null): string {
  return from && from !== by ? `<@${by}> took this back from <@${from}>.` : `<@${by}> took this back.`;
}

/** In the thread: it waits for somebody again. */
export function reopenedNotice(by: string, reason: string): string {
  return `<@${by}> reopened this: ${said(reason)}`;
}

/** Why a mention is awake again. */
export type WakeCause = { why: 'time' | 'reply' } | { why: 'person'; by: string };

/** In the thread: the rest is over. */
export function awakeNotice(people: string[], cause: WakeCause): string {
  const whom = people.map((id) => `<@${id}>`).join(', ');
  if (cause.why === 'person') return `${whom}: <@${cause.by}> woke this up before its time.`;
  if (cause.why === 'reply') return `${whom}: the author has written again, so this is awake.`;
  return `${whom}: the time is over, so this is awake.`;
}

/** For the claimant of a mention in which nothing happens, in a direct message. */
export function nudgeNotice(mention: Named, since: Date): string {
  return `You have had ${named(mention)} since ${instant(since)}, and nothing has happened since. Please draft a reply, hand it over or release it.`;
}

/** The same in the thread, the second time, where somebody may help. */
export function openNudgeNotice(claimant: string, since: Date): string {
  return `<@${claimant}> has had this since ${instant(since)}, and nothing has happened since. Please draft a reply, hand it over or release it, so that somebody else can help.`;
}

/** "a mention of Acme", linked to its card once that stands. */
export function named({ watch, cardLink }: Named): string {
  const words = `a mention of ${said(watch)}`;
  const safe = webAddress(cardLink)?.replaceAll('|', '%7C');
  return safe ? `<${safe}|${words}>` : words;
}

function said(words: string): string {
  return escapeMrkdwn(clip(words.replaceAll(/\s+/g, ' ').trim(), 300));
}
