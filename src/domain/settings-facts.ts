import type { SourceLine } from './overview.ts';
import type {
  ApprovalPolicy,
  Approvers,
  Department,
  EscalationStep,
  FileSection,
  Goal,
  OfficeHours,
  Phrases,
} from './settings.ts';

/** The team's settings as a form shows them; the stamp tells whether they are still so when it comes back. */
export type TeamFacts = {
  managers: string[];
  timezone: string;
  officeHours: OfficeHours | null;
  holidays: string[];
  approvalsChannel: string | null;
  escalationsChannel: string | null;
  forbiddenWords: string[];
  /** Where the cards of a new watch go unless it says otherwise. */
  defaultChannel: string | null;
  /** What community.yml manages. */
  sections: FileSection[];
  stamp: string;
};

/** A watch in the list of settings. */
export type WatchBrief = { id: number; name: string; fromFile: boolean; pausedReason: string | null };

/** Everything that is set about one watch. */
export type WatchFacts = WatchBrief &
  Phrases & {
    channelId: string;
    voices: string[];
    /** The addresses that were typed for it, or what they led to. */
    addresses: string[];
    sources: SourceLine[];
    approval: ApprovalPolicy;
    escalation: EscalationStep[];
    timezone: string;
    stamp: string;
  };

/** What a manager can set. */
export type SettingsFacts = {
  team: TeamFacts;
  watches: WatchBrief[];
  departments: Department[];
  goals: Goal[];
};

/** How far the first steps are: each is null until it is done. */
export type WelcomeFacts = {
  channelId: string | null;
  watch: { id: number; name: string; sources: number } | null;
  approval: { channelId: string; votes: number; approvers: Approvers } | null;
};

/** A user group of the workspace, to choose from. */
export type UserGroup = { id: string; name: string };

/** What a watch would have matched of what its sources brought lately. */
export type WatchPreview = {
  items: number;
  matches: number;
  days: number;
  /** The beginning of the newest that match; none for those who are not in the watch's channel. */
  titles: string[];
};
