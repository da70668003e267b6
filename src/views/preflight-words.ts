import type { Finding } from '../domain/preflight.ts';
import { clip, escapeMrkdwn } from '../domain/text.ts';
import { formatAbsolute } from '../domain/time.ts';
import { count, number } from './labels.ts';
import { oneLine, webAddress } from './rich-text.ts';

const ODD: Record<Extract<Finding, { kind: 'odd_link' }>['why'], string> = {
  scheme: 'is not a web address',
  user_name: 'holds a user name before its real address',
  address: 'leads to a bare IP address',
  look_alike: 'mixes letters of other alphabets, so that it looks like another address',
};

/** What is the matter with a reply and what to do about it, as mrkdwn; `timezone` is for clients that draw no times. */
export function findingSentence(finding: Finding, timezone: string): string {
  switch (finding.kind) {
    case 'too_long':
      return `The reply is ${count(finding.chars, 'character')} long and at most ${number(finding.maxChars)} fit. Please shorten it.`;
    case 'forbidden_word':
      return `The reply says ${quoted(finding.word)}, which your team does not use in replies. Please put it another way.`;
    case 'placeholder':
      return `The reply still holds ${quoted(finding.found)}, which waits to be filled in.`;
    case 'original_gone':
      return 'The original seems to be gone. Look for it before you post; if it was deleted, give the reply back and dismiss the mention.';
    case 'original_changed':
      return 'The author changed their words after this reply was written. Read the original again; if the reply no longer fits, give it back and edit the draft.';
    case 'replied_already':
      return `${finding.by ? `<@${finding.by}>` : 'Somebody of ours'} replied to this already, ${when(finding.at, timezone)}${see(finding.link)}. Post this only if it says more.`;
    case 'wrong_name':
      return `The reply greets ${quoted(finding.greeted)}, but the author is called ${quoted(finding.author)}.`;
    case 'odd_link':
      return `The link ${quoted(finding.link)} ${ODD[finding.why]}. Please check it before you post the reply.`;
    case 'ping':
      return `The reply says ${quoted(finding.word)}, which may call many people together where you post it.`;
  }
}

function quoted(text: string): string {
  return `“${escapeMrkdwn(oneLine(clip(text, 200), 80))}”`;
}

function when(at: Date, timezone: string): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^{ago}|${formatAbsolute(at, timezone)}>`;
}

function see(link: string | null): string {
  const safe = webAddress(link)?.replaceAll('|', '%7C');
  return safe ? ` (<${safe}|see the reply>)` : '';
}
