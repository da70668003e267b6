/**
 * What the page and the practice server say to each other. The page never sees a token: it acts as a person.
 *
 *   GET  /practice/state?as=U…   -> PageState (what that person may see: their channels, ephemerals, modals, Home)
 *   WS   /practice/live?as=U…    <- PageEvent, one JSON object a frame; after a reconnect the page asks for the state again
 *   POST /practice/act           PageAct as JSON -> ActAnswer
 */

/** A Block Kit block or element as Slack would return it: block_ids and action_ids filled in. */
export type Block = { type: string; block_id?: string; [key: string]: unknown };

export type PracticePerson = {
  id: string;
  /** The name shown beside a message. */
  name: string;
  /** What they do in the company, for the "act as" menu. */
  title: string;
  /** A colour for the avatar, as #rrggbb. */
  color: string;
  isBot: boolean;
};

export type PracticeChannel = {
  id: string;
  name: string;
  topic: string;
  isPrivate: boolean;
  isArchived: boolean;
  isDm: boolean;
  members: string[];
};

export type PracticeMessage = {
  channel: string;
  ts: string;
  /** The person or the bot's user id. */
  user: string;
  text: string;
  blocks: Block[];
  /** The root's ts for a reply in a thread. */
  threadTs?: string;
  replyCount: number;
  replyUsers: string[];
  latestReply?: string;
  reactions: { name: string; users: string[] }[];
  edited: boolean;
  /** Who pinned it to the channel. */
  pinnedBy?: string;
  /** Set when only this person sees it. */
  ephemeralFor?: string;
  /** A system line such as "Ana joined #community". */
  subtype?: string;
};

export type PracticeView = {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  title: string;
  submit?: string;
  close?: string;
  blocks: Block[];
  hash: string;
  /** Errors of the last submission by block_id; the modal stays open. */
  errors?: Record<string, string>;
};

export type PageState = {
  team: { id: string; name: string; url: string };
  me: string;
  bot: string;
  /** Is a bot connected over Socket Mode at this moment? */
  botOnline: boolean;
  people: PracticePerson[];
  channels: PracticeChannel[];
  messages: PracticeMessage[];
  /** The open modals of this person, the top one last. */
  modals: PracticeView[];
  home: PracticeView | null;
  commands: { command: string; description: string; usageHint: string }[];
  userGroups: { id: string; handle: string; name: string; users: string[] }[];
};

export type PageEvent =
  | { type: 'message'; message: PracticeMessage }
  | { type: 'message_removed'; channel: string; ts: string }
  | { type: 'channel'; channel: PracticeChannel }
  | { type: 'modals'; modals: PracticeView[] }
  | { type: 'home'; home: PracticeView }
  | { type: 'bot'; online: boolean }
  /** Something Slack itself would say, such as "porchlight did not answer in time". */
  | { type: 'notice'; text: string };

/** Where a pressed element stands. */
export type Place = { channel: string; ts: string } | { viewId: string };

/** Values of the stateful elements: block_id -> action_id -> Slack's own state object ({type, value | selected_option | …}). */
export type StateValues = Record<string, Record<string, { type: string; [key: string]: unknown }>>;

export type PageAct =
  | { act: 'say'; as: string; channel: string; text: string; threadTs?: string }
  | { act: 'react'; as: string; channel: string; ts: string; name: string; on: boolean }
  /** `action` carries type, action_id, block_id and value or selected_*, as in Slack's `actions[0]` without action_ts. */
  | {
      act: 'press';
      as: string;
      place: Place;
      action: { type: string; action_id: string; block_id: string; [key: string]: unknown };
      values: StateValues;
    }
  | { act: 'submit'; as: string; viewId: string; values: StateValues }
  | { act: 'close'; as: string; viewId: string /** The cross closes the whole stack. */; all?: boolean }
  | { act: 'command'; as: string; channel: string; command: string; text: string }
  | { act: 'open_home'; as: string }
  /** Deletes one's own message, or (as an admin) anybody's. */
  | { act: 'delete'; as: string; channel: string; ts: string };

/** `error` is a sentence for the person. */
export type ActAnswer = { ok: true } | { ok: false; error: string };
