import type { RichTextElement } from '@slack/types';
import { type CardFacts, draftAtWork } from '../domain/card.ts';
import type { MentionStatus } from '../domain/mention.ts';
import { formatDuration } from '../domain/time.ts';
import { closing, decision, tallyWords } from './ballot-words.ts';
import { AGO, dotted, link, moment, oneLine, people, person, TIME, webAddress, words } from './rich-text.ts';

const STATE_LINES: Record<MentionStatus, (facts: CardFacts) => RichTextElement[]> = {
  new: () => [words('Nobody has it yet')],
  claimed: (facts) => dotted(holder(facts), begunDraft(facts)),
  voting: (facts) => [
    person(facts.draft?.writerId ?? facts.mention.claimantId),
    words(' drafted a reply'),
    ...vote(facts),
  ],
  approved: (facts) => dotted(approval(facts), readyFor(facts)),
  sending: ({ reply, mention, timezone }) => [
    person(reply?.heldBy ?? mention.claimantId),
    words(' is posting the reply'),
    ...(reply ? [words('; '), moment(reply.heldUntil, timezone, TIME, 'held until ')] : []),
  ],
  unknown: ({ reply, mention, timezone }) => [
    words('Was the reply posted? '),
    person(reply?.heldBy ?? mention.claimantId),
    words(' was about to post it'),
    ...(reply ? [words(', and the time for it ran out '), moment(reply.heldUntil, timezone, AGO)] : []),
    words('. Please look at the original, then say what happened.'),
  ],
  answered: (facts) => dotted(answer(facts), replyLink(facts)),
  dismissed: ({ mention }) => [
    words('Dismissed by '),
    person(mention.dismissedBy),
    words(mention.dismissedReason ? `: ${oneLine(mention.dismissedReason, 200)}` : ''),
  ],
};

/** Where a mention stands, in words: who has it, since when, what is awaited. */
export function stateLine(facts: CardFacts): RichTextElement[] {
  return STATE_LINES[facts.mention.status](facts);
}

/** What became of the last vote, where its outcome sent the mention back to its claimant. */
export function lastVoteLine({ mention, ballot }: CardFacts): RichTextElement[] {
  if (mention.status !== 'claimed' || !ballot) return [];
  const { counted, votesNeeded } = ballot;
  if (counted.objections.length > 0 && ballot.status !== 'void') {
    const made = counted.objections.length;
    return [
      words(`The last draft was not approved: ${made} objection${made === 1 ? '' : 's'} by `),
      ...people(counted.objections),
    ];
  }
  if (ballot.status !== 'lapsed') return [];
  return [
    words(`The vote on the last draft ran out of time with ${counted.approvals.length} of ${votesNeeded} approvals`),
  ];
}

function holder({ mention, timezone }: CardFacts): RichTextElement[] {
  const { claimantId, claimedAt, handedBy } = mention;
  const from = handedBy ? [words(', handed over by '), person(handedBy)] : [];
  const lead = handedBy ? ' ' : ', ';
  const since = claimedAt ? [words(lead), moment(claimedAt, timezone, AGO, handedBy ? '' : 'claimed ')] : [];
  return [person(claimantId), words(' has it'), ...from, ...since];
}

function begunDraft(facts: CardFacts): RichTextElement[] {
  const { ballot, timezone } = facts;
  const draft = draftAtWork(facts);
  if (!draft || (ballot && ballot.status !== 'void')) return [];
  return [words('draft by '), person(draft.writerId), words(', '), moment(draft.createdAt, timezone, AGO, 'saved ')];
}

function vote({ ballot, timezone }: CardFacts): RichTextElement[] {
  if (!ballot) return [];
  const where = webAddress(ballot.link) ? [words(' · '), link(ballot.link, 'go to the vote')] : [];
  return [words('; '), ...tallyWords(ballot), words(', '), closing(ballot, timezone), ...where];
}

function approval(facts: CardFacts): RichTextElement[] {
  const { ballot, draft, mention, watch } = facts;
  if (ballot?.status === 'approved' && ballot.decidedBy) return decision(ballot);
  const approvals = ballot?.status === 'approved' ? ballot.counted.approvals : [];
  if (approvals.length > 0) return [words('Approved by '), ...people(approvals)];
  const voice = person(draft?.writerId ?? mention.claimantId);
  return [words('Approved without a vote: '), voice, words(` may speak for ${oneLine(watch)}`)];
}

function readyFor({ mention }: CardFacts): RichTextElement[] {
  if (!mention.claimantId) return [words('ready to be posted')];
  return [words('ready for '), person(mention.claimantId), words(' to post')];
}

function answer({ mention, reply, timezone }: CardFacts): RichTextElement[] {
  const by = [words('Answered by '), person(mention.answeredBy ?? reply?.postedBy ?? null)];
  const at = mention.answeredAt ?? reply?.postedAt;
  if (!at) return by;
  const tookMs = mention.firstPostedAt ? at.getTime() - mention.firstPostedAt.getTime() : -1;
  if (tookMs < 0 || mention.backfilled) return [...by, words(' '), moment(at, timezone, AGO)];
  return [...by, words(` ${formatDuration(tookMs)} after it was posted here`)];
}

function replyLink({ reply }: CardFacts): RichTextElement[] {
  return webAddress(reply?.url) ? [link(reply?.url, 'see the reply')] : [];
}
