/** What a team decides: the same shape whether it was written in community.yml or in Slack's modals. */

export const METRICS = [
  'median_minutes_to_claim',
  'median_minutes_to_reply',
  'share_answered',
  'mentions',
  'answered',
  'open_longer_than_hours',
  'tone_balance',
  'share_of_voice',
  'people_who_replied',
  'resolved_by_department',
] as const;
export type Metric = (typeof METRICS)[number];

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** What a department takes. */
export const ROUTE_KINDS = ['idea', 'defect', 'lead', 'partnership', 'press', 'support'] as const;
export type RouteKind = (typeof ROUTE_KINDS)[number];

/** Who may approve: everyone, or people (U…) and user groups (S…) by id. */
export type Approvers = 'everyone' | string[];

/** What makes a ballot ask for more: how the mention sounds, whom its author reaches, who drafts, what goes on. */
export const EXTRA_WHENS = ['negative', 'reach_over', 'first_draft', 'crisis'] as const;

/** What a ballot asks for besides when this is so: more votes, or an approval by somebody of a user group (S…). */
export type ExtraVotes = {
  when: (typeof EXTRA_WHENS)[number];
  /** The bound of `reach_over`. */
  reach?: number;
  votes?: number;
  group?: string;
};

/** When a reply counts as approved. */
export type ApprovalPolicy = {
  votes: number;
  objections: number;
  windowMs: number;
  approvers: Approvers;
  extra?: ExtraVotes[];
};

/** One rung of a watch's ladder: whom to call, and how long after the escalation began. */
export type EscalationStep = { to: string; afterMs: number };

/** A source as a watch names it; `settings` has passed its network's own check. */
export type SourceSettings = {
  network: string;
  settings: Record<string, unknown>;
  everyMs: number;
  /** How many of the newest items the first poll shows; 0 is a silent baseline. */
  backfill: number;
};

export type Phrases = {
  /** One of these must be there. */
  any: string[];
  /** Every one of these must be there. */
  all: string[];
  /** None of these may be there. */
  none: string[];
};

export type WatchSettings = Phrases & {
  name: string;
  /** A channel id, or '#name' until it is resolved. */
  channel: string;
  voices: string[];
  sources: SourceSettings[];
  approval: ApprovalPolicy;
  escalation: EscalationStep[];
};

export type Department = { name: string; channel: string; takes: RouteKind[] };
export type Goal = {
  metric: Metric;
  target: number;
  period: Period;
  /** The employee who looks after it. */
  owner?: string;
  /** The name of the one watch it is about; without it, every watch. */
  watch?: string;
  /** The department that resolves; without it, every one. */
  department?: string;
  /** The bound of `open_longer_than_hours`, in office time. */
  hours?: number;
};

/** Working days 1 (Monday) to 7, and minutes after local midnight. */
export type OfficeHours = { days: number[]; fromMinute: number; toMinute: number };

/**
 * The sections of community.yml besides its watches: what the file has is read-only in Slack, the rest is set there. The
 * forbidden words stand under the team, and are the file's only when it names them.
 */
export const FILE_SECTIONS = ['team', 'forbidden_words', 'channels', 'departments', 'goals'] as const;
export type FileSection = (typeof FILE_SECTIONS)[number];

export type TeamSettings = {
  /** What the file has; the settings of a section it does not have mean nothing. */
  sections: FileSection[];
  /** Slack user ids or e-mail addresses. */
  managers: string[];
  timezone: string;
  officeHours?: OfficeHours;
  /** ISO dates in the team's zone. */
  holidays: string[];
  /** Words that no reply may hold. */
  forbiddenWords: string[];
  approvalsChannel?: string;
  escalationsChannel?: string;
  watches: WatchSettings[];
  departments: Department[];
  goals: Goal[];
};

export const DEFAULT_APPROVAL: ApprovalPolicy = {
  votes: 2,
  objections: 1,
  windowMs: 24 * 60 * 60_000,
  approvers: 'everyone',
};
