import type { Refusal } from './refusal.ts';

/** What each status means, and who moves it on. */
export const STATUSES = {
  new: 'Nobody has it yet. Anyone may claim or dismiss it.',
  claimed: 'One employee has it and drafts a reply. They, or a manager, move it on.',
  voting: 'A guest voice’s draft is on the ballot. The votes or the clock move it on.',
  approved: 'The reply may go out. Its claimant, writer or a manager publishes it; an objection still stops it.',
  sending: 'Somebody holds the reply and is posting it. They say whether it went out, or the hold lapses.',
  unknown: 'The hold lapsed and nobody said whether the reply went out. A person decides.',
  answered: 'The reply is outside. It stays so unless somebody reopens it.',
  dismissed: 'Nothing to do, with a reason. It stays so unless somebody reopens it.',
} as const;
export type MentionStatus = keyof typeof STATUSES;

export type MentionEvent =
  | 'claim'
  | 'release'
  | 'hand_over'
  | 'take_back'
  | 'snooze'
  | 'wake'
  | 'dismiss'
  | 'reopen'
  | 'save_draft'
  | 'open_ballot'
  | 'approve_alone'
  | 'approve'
  | 'decide'
  | 'reject'
  | 'lapse'
  | 'object'
  | 'hold'
  | 'give_back'
  | 'mark_posted'
  | 'hold_lapsed';

/** The whole life of a mention. What is not in the table is refused. */
export const TRANSITIONS: Record<MentionStatus, Partial<Record<MentionEvent, MentionStatus>>> = {
  new: { claim: 'claimed', snooze: 'new', wake: 'new', dismiss: 'dismissed' },
  claimed: {
    release: 'new',
    hand_over: 'claimed',
    take_back: 'claimed',
    snooze: 'claimed',
    wake: 'claimed',
    dismiss: 'dismissed',
    save_draft: 'claimed',
    open_ballot: 'voting',
    approve_alone: 'approved',
  },
  voting: {
    release: 'new',
    hand_over: 'claimed',
    dismiss: 'dismissed',
    save_draft: 'claimed',
    approve: 'approved',
    decide: 'approved',
    reject: 'claimed',
    lapse: 'claimed',
  },
  approved: {
    release: 'new',
    hand_over: 'approved',
    take_back: 'approved',
    dismiss: 'dismissed',
    save_draft: 'claimed',
    object: 'claimed',
    hold: 'sending',
  },
  sending: { mark_posted: 'answered', give_back: 'approved', hold_lapsed: 'unknown' },
  unknown: { mark_posted: 'answered', give_back: 'approved' },
  answered: { reopen: 'new' },
  dismissed: { reopen: 'new' },
};

/** A mention as people work on it. */
export type Mention = {
  id: number;
  teamId: string;
  itemId: number;
  watchId: number;
  status: MentionStatus;
  version: number;
  claimantId: string | null;
  claimedAt: Date | null;
  /** Who handed it to its present claimant: they may take it back. */
  handedBy: string | null;
  /** Set aside until an instant, or until its author is heard again. */
  snoozedBy: string | null;
  snoozedUntil: Date | null;
  snoozedUntilReply: boolean;
  answeredBy: string | null;
  answeredAt: Date | null;
  dismissedBy: string | null;
  dismissedReason: string | null;
  /** When the card first stood in its channel: response clocks start here. */
  firstPostedAt: Date | null;
  /** Brought in by a first poll: left out of response times. */
  backfilled: boolean;
  createdAt: Date;
};

/** What happened to a mention: who did it, when, and what they said. The clock and the votes act as null. */
export type MentionAct = {
  event: MentionEvent;
  by: string | null;
  at: Date;
  reason?: string;
  /** Whom it is handed to. */
  to?: string;
  /** Until when it is snoozed; null until its author is heard again. */
  until?: Date | null;
};

/** What each event leaves on the mention besides the status. */
const MARKS: Partial<Record<MentionEvent, (act: MentionAct) => Partial<Mention>>> = {
  claim: (act) => ({ claimantId: act.by, claimedAt: act.at, handedBy: null }),
  release: () => ({ claimantId: null, claimedAt: null, handedBy: null }),
  hand_over: ({ by, to, at }) => ({ claimantId: to ?? by, claimedAt: at, handedBy: to === by ? null : by }),
  take_back: (act) => ({ claimantId: act.by, claimedAt: act.at, handedBy: null }),
  snooze: ({ by, until = null }) => ({ snoozedBy: by, snoozedUntil: until, snoozedUntilReply: until === null }),
  dismiss: (act) => ({ dismissedBy: act.by, dismissedReason: act.reason ?? null }),
  reopen: () => ({
    claimantId: null,
    claimedAt: null,
    handedBy: null,
    answeredBy: null,
    answeredAt: null,
    dismissedBy: null,
    dismissedReason: null,
  }),
  mark_posted: (act) => ({ answeredBy: act.by, answeredAt: act.at }),
};

/** Whatever happens to a mention ends its snooze. */
const AWAKE = { snoozedBy: null, snoozedUntil: null, snoozedUntilReply: false };

/** What must be so besides the status. */
const GUARDS: Partial<Record<MentionEvent, (mention: Mention) => Refusal | undefined>> = {
  take_back: ({ handedBy }) => (handedBy === null ? { refusal: 'not_handed_over' } : undefined),
  wake: (mention) => (isSnoozed(mention) ? undefined : { refusal: 'not_snoozed' }),
};

/** Whether it is set aside for now. */
export function isSnoozed(mention: Pick<Mention, 'snoozedUntil' | 'snoozedUntilReply'>): boolean {
  return mention.snoozedUntil !== null || mention.snoozedUntilReply;
}

/** The mention after `act`, one version on, or a refusal that says what stands in the way. Pure. */
export function applyEvent(mention: Mention, act: MentionAct): Mention | Refusal {
  const status = TRANSITIONS[mention.status][act.event];
  if (!status) return refusedEvent(mention, act.event);
  const obstacle = GUARDS[act.event]?.(mention);
  if (obstacle) return obstacle;
  return { ...mention, ...AWAKE, ...MARKS[act.event]?.(act), status, version: mention.version + 1 };
}

function refusedEvent(mention: Mention, event: MentionEvent): Refusal {
  if (event === 'claim' && mention.claimantId) return { refusal: 'already_claimed', by: mention.claimantId };
  return { refusal: 'wrong_status', event, status: mention.status };
}

/** The events the state allows anybody at all: what the card may offer. */
export function offeredEvents(mention: Pick<Mention, 'status'>): MentionEvent[] {
  return Object.keys(TRANSITIONS[mention.status]) as MentionEvent[];
}

/** The open statuses, in which somebody still has something to do. */
export const OPEN_STATUSES: MentionStatus[] = ['new', 'claimed', 'voting', 'approved', 'sending', 'unknown'];
