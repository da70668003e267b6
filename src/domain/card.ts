import type { WeighedAuthor } from './author.ts';
import type { BallotStatus, Tally } from './ballot.ts';
import type { Rung } from './escalation.ts';
import type { Author } from './item.ts';
import type { JudgementFacts } from './judgement.ts';
import type { Mention, MentionEvent } from './mention.ts';
import type { Route } from './route.ts';

/** One place where the same story was seen. */
export type Sighting = { network: string; networkLabel: string; url: string | null };

export type Draft = { id: number; revision: number; text: string; textHash: string; writerId: string; createdAt: Date };

export type BallotFacts = {
  id: number;
  status: BallotStatus;
  counted: Tally;
  votesNeeded: number;
  objectionsNeeded: number;
  /** User groups, each with a member among the approvals. */
  requiredGroups: string[];
  /** Why it asks for more than usual: sentences of copy. */
  reasons: string[];
  openedAt: Date;
  closesAt: Date;
  decidedAt: Date | null;
  /** Who decided without the votes, and why. */
  decidedBy: string | null;
  decisionReason: string | null;
  /** What happened to the mention that left its votes without a text. */
  voidedBy: MentionEvent | null;
  /** Where it stands, once posted. */
  link: string | null;
};

/** What went outside, or is on its way there. */
export type ReplyFacts = {
  draftId: number;
  heldBy: string;
  heldUntil: Date;
  postedBy: string | null;
  postedAt: Date | null;
  url: string | null;
};

export const ESCALATION_LEVELS = ['help', 'urgent', 'crisis'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export type EscalationFacts = {
  id: number;
  level: EscalationLevel;
  reason: string;
  by: string;
  at: Date;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  /** How far it climbed: the highest rung whose turn came, and when the next one is called unless somebody is on it. */
  rung: number;
  ladder: Rung[];
  nextAt: Date | null;
  closedBy: string | null;
  closedAt: Date | null;
  outcome: string | null;
};

/** While it runs, a watch asks for stricter votes. */
export type CrisisFacts = {
  id: number;
  reason: string;
  by: string;
  at: Date;
  endedBy: string | null;
  endedAt: Date | null;
  /** What the person who ended it said. */
  closing: string | null;
};

export const ROUTE_STATES = ['asked', 'accepted', 'asked_back', 'done'] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

/** A route with what it asks for, and how often that was heard. */
export type RouteFacts = Route & {
  wish: string;
  /** How many mentions asked for it, this one among them, until it was done; and when the first did. */
  asked: { times: number; since: Date };
  /** Where it stands in the department's channel, once posted. */
  link: string | null;
};

/** Everything a card, a modal or a ballot shows of one mention: read in one go, drawn whole. */
export type CardFacts = {
  mention: Mention;
  networkLabel: string;
  title: string | null;
  text: string;
  url: string | null;
  author: Author;
  /** The same as the team knows them, with what their word weighed when the mention came; null for a nobody. */
  weighed: WeighedAuthor | null;
  publishedAt: Date | null;
  /** How it sounds and what it is. */
  judgement: JudgementFacts;
  /** The home watch's name, and the other watches that matched. */
  watch: string;
  otherWatches: string[];
  sightings: Sighting[];
  /** Longest reply in characters. */
  maxReplyChars: number;
  draft: Draft | null;
  /** The ballot on the newest draft, if there was one. */
  ballot: BallotFacts | null;
  reply: ReplyFacts | null;
  escalations: EscalationFacts[];
  /** The crisis that runs for its home watch at this moment. */
  crisis: CrisisFacts | null;
  routes: RouteFacts[];
  /** Slack's link to the card, once posted. */
  cardLink: string | null;
  /** The team's zone, for absolute times. */
  timezone: string;
};

/** The newest draft, unless it is what stands outside already: the next reply begins anew. */
export function draftAtWork({ draft, reply }: Pick<CardFacts, 'draft' | 'reply'>): Draft | null {
  return draft && reply?.postedAt && reply.draftId === draft.id ? null : draft;
}

/** One line of the record. */
export type ActivityLine = { at: Date; personId: string | null; act: string; detail: Record<string, unknown> };
