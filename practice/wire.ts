/**
 * What the page and the practice server say to each other. The page never sees a token: it acts as a person.
 *
 *   GET  /practice/state?as=U…   -> PageState (what that person may see: their channels, ephemerals, modals, Home)
 *   WS   /practice/live?as=U…    <- PageEvent, one JSON object a frame; after a reconnect the page asks for the state again
 *   POST /practice/act           PageAct as JSON -> ActAnswer
 *   WS   /practice/wire          <- WireEntry[] a frame: what went over the wire so far, then each as it goes
 *   GET  /practice/wire/ID       -> WireDetail
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
  /** May delete anybody's message. */
  isAdmin: boolean;
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
  /** The name the app chose instead of its own. */
  username?: string;
  /** Who pinned it to the channel. */
  pinnedBy?: string;
  /** Set when only this person sees it. */
  ephemeralFor?: string;
  /** A system line such as "Ana joined #community". */
  subtype?: string;
  /** What was shared with it. */
  files?: SharedFile[];
};

/** A file under a message; `address` is where its bytes are. */
export type SharedFile = { id: string; title: string; bytes: number; address: string };

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
  shortcuts: PracticeShortcut[];
  /** What this Slack does wrong on purpose at this moment; the same for everybody. */
  troubles: TroubleNow[];
};

/** An act of the app that starts from anywhere (`global`) or from a message. */
export type PracticeShortcut = { name: string; type: 'global' | 'message'; callbackId: string; description: string };

/** `method` is one of the Web API, or '*' for the next call whatever it is; `times` is how many calls it meets. */
type OnCalls = { method: string; times: number };

/** Something this Slack can do wrong for a while. */
export type Trouble =
  /** The work is done, the answer never comes. */
  | ({ kind: 'lose' } & OnCalls)
  /** The work is done, the answer comes late. */
  | ({ kind: 'delay'; ms: number } & OnCalls)
  | ({ kind: 'rate_limit'; seconds: number } & OnCalls)
  /** An HTTP status such as 503, the work undone. */
  | ({ kind: 'status'; status: number } & OnCalls)
  /** `ok: false` with this error, the work undone. */
  | ({ kind: 'refuse'; error: string } & OnCalls)
  /** Everything is sent to the app twice. */
  | { kind: 'events_twice' | 'interactions_twice' }
  /** Events overtake each other. */
  | { kind: 'reorder' }
  /** Nothing answers, and no socket stays open. */
  | { kind: 'outage'; minutes: number };

/** A trouble that is on; `times` are the calls it has yet to meet. */
export type TroubleNow = Exclude<Trouble, { kind: 'outage' }> | { kind: 'outage'; untilMs: number };

/** Something that goes wrong once, at this moment. */
export type Mishap = 'sockets_dropped' | 'sockets_refreshed';

/** One thing that went between this Slack and the app. */
export type WireEntry = {
  /** Counts up. */
  id: number;
  /** When it began, in Unix milliseconds. */
  atMs: number;
  /** `call`: of the Web API. `event`, `interaction`: over a socket. `reply`: to a response_url. */
  kind: 'call' | 'event' | 'interaction' | 'reply';
  /** The method, the event, or the kind of interaction. */
  name: string;
  /** Who and where, for reading. */
  about: string;
  ok: boolean;
  /** Slack's error code, or another word on how it ended; may be empty. */
  note: string;
  /** How long until the answer or the acknowledgement. */
  ms: number;
};

/** Tokens, triggers and addresses that act are hidden in both. */
export type WireDetail = WireEntry & { sent: unknown; answered: unknown };

export type PageEvent =
  | { type: 'message'; message: PracticeMessage }
  | { type: 'message_removed'; channel: string; ts: string }
  | { type: 'channel'; channel: PracticeChannel }
  | { type: 'modals'; modals: PracticeView[] }
  | { type: 'home'; home: PracticeView }
  | { type: 'bot'; online: boolean }
  | { type: 'troubles'; troubles: TroubleNow[] }
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
  | { act: 'delete'; as: string; channel: string; ts: string }
  | { act: 'shortcut'; as: string; callbackId: string }
  | { act: 'message_shortcut'; as: string; callbackId: string; channel: string; ts: string }
  /** Asks the app what a menu of its own offers for what was typed. */
  | { act: 'suggest'; as: string; place: Place; blockId: string; actionId: string; value: string }
  /** Keeps a file for a file_input; the answer carries it. */
  | { act: 'upload'; as: string; name: string; mimetype: string; base64: string }
  | { act: 'trouble'; as: string; trouble: Trouble; on: boolean }
  | { act: 'mishap'; as: string; mishap: Mishap }
  /** Sets everything right again. */
  | { act: 'behave'; as: string };

/** A file as Slack puts it into the state of a file_input. */
export type PracticeFile = { id: string; name: string; [key: string]: unknown };

/** `error` is a sentence for the person; `options` answer `suggest`, `file` answers `upload`. */
export type ActAnswer = { ok: true; options?: unknown; file?: PracticeFile } | { ok: false; error: string };
