import type { Codes } from './api/oauth.ts';
import type { ReplyUrls } from './interactions/reply-urls.ts';
import type { Triggers } from './interactions/triggers.ts';
import type { Limits } from './limits.ts';
import type { App } from './manifest.ts';
import type { Faults } from './misbehave.ts';
import type { PracticeOptions, Timing } from './options.ts';
import type { Live } from './page/live.ts';
import type { WireLog } from './page/wire-log.ts';
import type { BotSockets } from './socket/bot-sockets.ts';
import type { Events } from './socket/events.ts';
import type { Message, SlackView, State } from './state.ts';
import type { Store } from './store.ts';

/** A modal somebody has open, with the errors of its last submission. */
export type OpenModal = { view: SlackView; errors?: Record<string, string> };

export type Ephemeral = { channel: string; person: string; message: Message };

/** One call of the Web API, as tests look at it. */
export type CallRecord = {
  method: string;
  args: Record<string, unknown>;
  answer: { ok: boolean; [key: string]: unknown };
};

/** Everything a handler may use: the one state object and the ways out of it. */
export type World = {
  readonly options: PracticeOptions;
  readonly timing: Timing;
  readonly clock: () => Date;
  /** http://127.0.0.1:PORT, known once the server listens. */
  url: string;
  readonly app: App;
  readonly state: State;
  readonly store: Store;
  readonly live: Live;
  readonly sockets: BotSockets;
  readonly events: Events;
  readonly triggers: Triggers;
  readonly replyUrls: ReplyUrls;
  readonly codes: Codes;
  readonly limits: Limits;
  readonly misbehave: Faults;
  readonly wire: WireLog;
  /** The modal stack of each person, the top one last; gone after a restart. */
  readonly modals: Map<string, OpenModal[]>;
  /** Messages one person sees; gone after a restart. */
  readonly ephemerals: Ephemeral[];
  /** Sentences shown to people as Slack's own. */
  readonly notices: { person: string; text: string }[];
  readonly calls: CallRecord[];
  /** Bytes of files when nothing is saved to disk. */
  readonly fileBytes: Map<string, Buffer>;
};
