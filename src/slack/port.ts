import type { View } from '@slack/types';
import type { KnownPerson } from '../domain/rights.ts';
import type { SlackMessage } from '../views/message.ts';

/** A message in Slack. */
export type MessageAt = { channel: string; ts: string };

/** A file of ours on its way into Slack; `alt` says what a picture shows. */
export type Upload = { name: string; title: string; bytes: Buffer; alt?: string };

/** Everything flows may ask of Slack. Each call throws SlackTrouble and nothing else. */
export type SlackPort = {
  /**
   * Posts once, marked with the posting's id; in a thread when its root is named. The channel may be a person's id:
   * then it is a direct message.
   */
  post(channel: string, message: SlackMessage, postingId: number, threadTs?: string): Promise<MessageAt>;
  update(at: MessageAt, message: SlackMessage): Promise<void>;
  remove(at: MessageAt): Promise<void>;
  /** The message that carries this posting's mark, if the history of the channel (or thread) since `since` shows one. */
  findPosted(
    channel: string,
    postingId: number,
    since: Date,
    threadTs?: string,
  ): Promise<string | 'absent' | 'unreadable'>;
  /** Only `person` sees it. Where the channel is closed to it, nothing is shown and nothing thrown. */
  whisper(channel: string, person: string, message: SlackMessage): Promise<void>;
  /** Every reaction with everybody who gave it; 'gone' when the message is. */
  reactions(at: MessageAt): Promise<{ name: string; users: string[] }[] | 'gone'>;
  /** Puts our own reaction there, so that others need only press it. */
  seedReaction(at: MessageAt, name: string): Promise<void>;
  /** Pins a message to its channel; one that is pinned stays so. Where we may not pin, nothing happens. */
  pin(at: MessageAt): Promise<void>;
  /** Takes the pin away again, if there is one. */
  unpin(at: MessageAt): Promise<void>;
  /** Their zone too, where Slack tells it. */
  person(id: string): Promise<(KnownPerson & { timezone?: string }) | undefined>;
  personByEmail(email: string): Promise<string | undefined>;
  groupMembers(groupId: string): Promise<string[]>;
  /** What a user group is called; undefined where there is none, or the plan has none. */
  groupName(groupId: string): Promise<string | undefined>;
  /** The user groups that are in use; none where the workspace's plan has none. */
  userGroups(): Promise<{ id: string; name: string }[]>;
  /** The id of a channel by its name without '#'. */
  channelNamed(name: string): Promise<string | undefined>;
  /** Joins a public channel; a private one needs an invitation. True when the bot is in it afterwards. */
  join(channel: string): Promise<boolean>;
  /** Whether only its members can read a channel. */
  isPrivate(channel: string): Promise<boolean>;
  /** The channels a person and the bot are both in. */
  channelsOf(person: string): Promise<string[]>;
  publishHome(person: string, view: View): Promise<void>;
  /** Whether our token opens the workspace. */
  isInstalled(): Promise<boolean>;
  /** Puts files into the thread under a message, all at once, or nowhere, for a picture of App Home. Gives their ids. */
  upload(files: Upload[], under?: MessageAt): Promise<string[]>;
  /** Whether Slack has taken in a file, so that it can be shown; it needs about a second. */
  isFileReady(id: string): Promise<boolean>;
};

/**
 * Why Slack did not do it. `limited`: not now, and nothing happened. `lost`: no answer came, it may have happened.
 * `refused`: Slack said no, with its own word for it.
 */
export class SlackTrouble extends Error {
  override name = 'SlackTrouble';
  constructor(
    readonly kind: 'limited' | 'lost' | 'refused',
    readonly code: string,
    readonly facts: { retryAfterMs?: number; detail?: string[]; cause?: unknown } = {},
  ) {
    super(['Slack:', code, ...(facts.detail ?? [])].join(' ').slice(0, 500), { cause: facts.cause });
  }
}

/** Slack's words for a token that opens the workspace no more: removed, revoked, or not known. */
const LET_GO = ['account_inactive', 'token_revoked', 'token_expired', 'invalid_auth', 'not_authed'];

/** Does Slack say that we are not installed there any more? Then no row is to blame. */
export function isLetGo(code: string): boolean {
  return LET_GO.includes(code);
}

/** Slack's words for a channel that takes no posts of ours until a person does something. */
const CLOSED: Record<string, string> = {
  channel_not_found: 'Porchlight cannot see this channel. Invite it with /invite @Porchlight.',
  not_in_channel: 'Porchlight is not in this channel. Invite it with /invite @Porchlight.',
  is_archived: 'The channel is archived.',
  restricted_action: 'The workspace does not let Porchlight post in this channel.',
  user_not_found: 'Slack does not know this person.',
};

/** What is the matter with the channel, in a sentence; undefined when it is not the channel. */
export function closedChannel(trouble: SlackTrouble): string | undefined {
  return trouble.kind === 'refused' ? CLOSED[trouble.code] : undefined;
}
