/** The workspace as it is saved: everything that must survive a restart. */
import type { Block } from '../wire.ts';

export type Person = {
  id: string;
  /** The short name, as in @ana. */
  handle: string;
  /** The name shown beside a message. */
  name: string;
  title: string;
  /** #rrggbb */
  color: string;
  email?: string;
  /** IANA zone; UTC when absent. */
  timezone?: string;
  isAdmin?: boolean;
  isOwner?: boolean;
  isBot?: boolean;
  isDeleted?: boolean;
  /** A guest account: of several channels, or of one. */
  guest?: 'channels' | 'channel';
  /** Set for somebody of another workspace (Slack Connect). */
  teamId?: string;
};

export type Channel = {
  id: string;
  name: string;
  topic: string;
  isPrivate: boolean;
  isArchived: boolean;
  members: string[];
  /** Unix seconds. */
  created: number;
  /** Whoever made it; only they and admins may rename it. */
  creator?: string;
  /** Only admins may post here. */
  isAnnouncements?: boolean;
  /** The person at the other end when this is the bot's direct conversation. */
  dmWith?: string;
};

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

/** A part under a message; one that adorns a link has the link in `from_url`. */
export type Attachment = { id?: number; blocks?: Block[]; from_url?: string; [key: string]: unknown };

/** Never changed in place: an edit replaces the object (the store remembers its JSON by identity). */
export type Message = Readonly<{
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  attachments?: Attachment[];
  threadTs?: string;
  isBroadcast?: boolean;
  subtype?: string;
  /** The name and icon the app chose instead of its own. */
  username?: string;
  icons?: Record<string, string>;
  /** Ids of the files that were shared with it. */
  files?: string[];
  /** Nobody may answer or react in its thread any more. */
  isLocked?: boolean;
  editedTs?: string;
  editedBy?: string;
  metadata?: Metadata;
  /** Who pinned it, and when in Unix seconds. */
  pinned?: { by: string; at: number };
  reactions: { name: string; users: string[] }[];
}>;

export type UserGroup = { id: string; handle: string; name: string; users: string[] };

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  altText: string;
  channels: string[];
  /** Unix milliseconds of the upload; absent until the bytes have arrived. */
  uploadedAtMs?: number;
  isComplete: boolean;
};

export type Team = {
  id: string;
  name: string;
  domain: string;
  /** For how long a message may be edited; for ever when absent. */
  editWindowMinutes?: number;
  /** A plan without user groups. */
  isFreePlan?: boolean;
};

export type Bot = { userId: string; botId: string; appId: string };

/** What one starts from; the demo workspace is one of these. */
export type Workspace = {
  team: Team;
  bot: Bot;
  people: Person[];
  channels: Channel[];
  userGroups: UserGroup[];
  /** Custom emoji: name -> picture URL or `alias:name`. */
  emoji: Record<string, string>;
};

/** A message that chat.scheduleMessage has put off. */
export type Scheduled = {
  id: string;
  channel: string;
  /** Unix seconds. */
  postAt: number;
  created: number;
  draft: Omit<Message, 'ts'>;
};

/** Whether the app's bot token opens the workspace, or why not. */
export type Installation = 'installed' | 'uninstalled' | 'revoked';

export type State = Workspace & {
  installation: Installation;
  scheduled: Scheduled[];
  messages: Map<string, Message[]>;
  homes: Map<string, SlackView>;
  files: Map<string, StoredFile>;
  /** Microseconds since 1970 of the newest message timestamp given out. */
  lastTsMicros: number;
};

type PlainText = { type: 'plain_text'; text: string; emoji?: boolean };

/** A view exactly as Slack returns it and sends it in payloads. */
export type SlackView = {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  blocks: Block[];
  private_metadata: string;
  callback_id: string;
  state: { values: Record<string, Record<string, { type: string; [key: string]: unknown }>> };
  hash: string;
  title: PlainText | null;
  submit: PlainText | null;
  close: PlainText | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  previous_view_id: string | null;
  root_view_id: string;
  app_id: string;
  external_id: string;
  app_installed_team_id: string;
  bot_id: string;
};

/** A fresh state of the given workspace, without a message. */
export function newState(workspace: Workspace): State {
  return {
    ...structuredClone(workspace),
    installation: 'installed',
    scheduled: [],
    messages: new Map(),
    homes: new Map(),
    files: new Map(),
    lastTsMicros: 0,
  };
}
