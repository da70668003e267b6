import type { EscalationLevel, RouteState } from './card.ts';
import type { HomePicture } from './home-picture.ts';
import type { MentionStatus } from './mention.ts';
import type { Asked } from './queue-filter.ts';
import type { RouteKind } from './settings.ts';
import type { SettingsFacts } from './settings-facts.ts';

/** A mention in a list: enough to recognise it and to get to its card. */
export type MentionLine = {
  id: number;
  status: MentionStatus;
  networkLabel: string;
  authorName: string | null;
  /** Title or the beginning of the text; from outside, not escaped. */
  words: string;
  watch: string;
  claimantId: string | null;
  /** Set aside until an instant, or until its author is heard again. */
  snoozedUntil: Date | null;
  snoozedUntilReply: boolean;
  /** When its card was posted, or the mention was found. */
  at: Date;
  cardLink: string | null;
};

/** A page of `/community queue` or `search`; the first is 0. */
export type QueueFacts = { lines: MentionLine[]; total: number; timezone: string; asked: Asked; page: number };

/** App Home of one person; every list is the beginning of what there may be. */
export type HomeFacts = {
  /** Claims in which something happened lately, or that rest. */
  claims: MentionLine[];
  /** Claims in which nothing has happened for longer than a claimant is reminded of. */
  overdue: { line: MentionLine; since: Date }[];
  /** Drafts of this person that are being voted on. */
  drafts: { line: MentionLine; closesAt: Date; link: string | null }[];
  /** Ballots this person may still vote on. */
  toVote: { line: MentionLine; writerId: string; closesAt: Date; link: string | null }[];
  /** Calls for help that reached this person by name or group, or that they are on. */
  calls: HomeCall[];
  /** What this person owns of what departments were asked, and what nobody of their channels has taken. */
  asked: HomeRoute[];
  /** Mentions nobody has yet, in the channels this person is in. */
  unclaimed: number;
  timezone: string;
  /** How much was heard lately, as a picture; only of watches that every employee may see. */
  picture: HomePicture | null;
  /** For community managers only. */
  manager: HomeOfManager | null;
};

/** A call for help; the mention only for those who are in its channel. */
export type HomeCall = {
  id: number;
  level: EscalationLevel;
  reason: string;
  by: string;
  at: Date;
  acknowledgedBy: string | null;
  line: MentionLine | null;
};

/** What a department was asked; the mention only for those who are in its channel. */
export type HomeRoute = {
  id: number;
  kind: RouteKind;
  department: string;
  note: string;
  ownerId: string | null;
  dueOn: string | null;
  state: RouteState;
  link: string | null;
  line: MentionLine | null;
};

export type HomeOfManager = { status: StatusFacts; settings: SettingsFacts };

export type SourceLine = {
  id: number;
  network: string;
  name: string;
  watches: string[];
  everyMs: number;
  lastSuccessAt: Date | null;
  lastError: string | null;
  nextPollAt: Date | null;
  /** Answered 410 or was stopped by a manager. */
  stopped: boolean;
};

/** A row of due work that failed five times by itself. */
export type DeadRow = {
  kind: 'posting' | 'ballot' | 'escalation' | 'reminder' | 'answer' | 'schedule' | 'route' | 'hold';
  id: number;
  what: string;
  lastError: string;
  since: Date;
};

export type StatusFacts = {
  sources: SourceLine[];
  /** How much work waits at this moment. */
  due: { drawings: number; polls: number; recounts: number };
  dead: DeadRow[];
  /** Channels that are paused and why. */
  pausedChannels: { channelId: string; reason: string }[];
  timezone: string;
};

export type WatchLine = {
  name: string;
  channelId: string;
  any: string[];
  all: string[];
  none: string[];
  voices: string[];
  sources: string[];
  votes: number;
  objections: number;
  fromFile: boolean;
  pausedReason: string | null;
};
