import type { View } from '@slack/types';
import type { KnownPerson } from '../../src/domain/rights.ts';
import { isLetGo, type MessageAt, type SlackPort, SlackTrouble, type Upload } from '../../src/slack/port.ts';
import type { SlackMessage } from '../../src/views/message.ts';

/** What the next call meets instead of doing its work, or after it. */
export type Fault =
  | { limited: number | undefined }
  | { refused: string }
  /** Our token opens the workspace no more. */
  | { letGo: string }
  /** Slack did it, but the answer never came. */
  | 'lost after'
  /** Slack did nothing, and no answer came either. */
  | 'lost before'
  /** The work is done once this settles. */
  | { slow: Promise<unknown> };

export type Method = keyof SlackPort;
export type Call = { method: Method; at: Date; channel?: string; postingId?: number };

export type Room = {
  name: string;
  members: string[] | 'everyone';
  hasBot: boolean;
  archived: boolean;
  isPrivate?: boolean;
};
export type Shown = MessageAt & { message: SlackMessage; postingId: number; threadTs?: string; postedAt: Date };

/** A workspace in memory behind the port: it keeps messages and reactions, and fails when it is told to. */
export type FakeSlack = SlackPort & {
  calls: Call[];
  rooms: Map<string, Room>;
  /** Everything that stands in a channel, oldest first. */
  shown(channel?: string): Shown[];
  whispers: { channel: string; person: string; text: string }[];
  homes: Map<string, View>;
  groups: Map<string, string[]>;
  groupNames: Map<string, string>;
  /** What is pinned: channel and ts. */
  pins: Set<string>;
  /** What was uploaded, and under which message. */
  files: (Upload & { id: string; under: MessageAt | undefined })[];
  /** Whether Slack has taken in what was uploaded. */
  takesFiles: boolean;
  /** Whether the channels' history may be read. */
  history: 'readable' | 'unreadable';
  /** The next calls of this method meet these faults, one after the other. */
  fail(method: Method, ...faults: Fault[]): void;
  /** Asked before each call; what it gives is met. */
  weather: (call: Call) => Fault | undefined;
  /** Makes this person something else than an employee; `undefined` makes Slack not know them. */
  describe(id: string, facts: Partial<KnownPerson & { timezone: string }> | undefined): void;
  /** The reactions under a message, by name. */
  reactionsOn(at: MessageAt): Map<string, Set<string>>;
  react(at: MessageAt, person: string, name: string): void;
  unreact(at: MessageAt, person: string, name: string): void;
  /** Somebody deletes a message by hand; no event tells of it. */
  deleteByHand(at: MessageAt): void;
  isDeleted(at: MessageAt): boolean;
};

export const BOT = 'U0BOT';

export function fakeSlack(clock: () => Date): FakeSlack {
  const messages = new Map<string, Shown & { reactions: Map<string, Set<string>> }>();
  const people = new Map<string, Partial<KnownPerson & { timezone: string }> | undefined>();
  const faults = new Map<Method, Fault[]>();
  const rooms = new Map<string, Room>();
  const deleted = new Set<string>();
  const fake = { calls: [] as Call[], whispers: [] as FakeSlack['whispers'], homes: new Map<string, View>() };
  let count = 0;

  /** One call: its fault if it has one, else its work. */
  async function called<T>(call: Omit<Call, 'at'>, work: () => T): Promise<T> {
    const noted = { ...call, at: clock() };
    fake.calls.push(noted);
    const fault = faults.get(call.method)?.shift() ?? slack.weather(noted);
    if (fault === undefined) return work();
    if (fault === 'lost before') throw new SlackTrouble('lost', 'no_answer');
    if (fault === 'lost after') {
      work();
      throw new SlackTrouble('lost', 'no_answer');
    }
    if ('limited' in fault) {
      const facts = fault.limited === undefined ? {} : { retryAfterMs: fault.limited };
      throw new SlackTrouble('limited', 'ratelimited', facts);
    }
    if ('letGo' in fault) throw new SlackTrouble('limited', fault.letGo, { retryAfterMs: 60_000 });
    if ('refused' in fault) throw new SlackTrouble('refused', fault.refused);
    await fault.slow;
    return work();
  }

  function enter(channel: string): void {
    if (/^[UD]/.test(channel)) return;
    const room = rooms.get(channel);
    if (!room) throw new SlackTrouble('refused', 'channel_not_found');
    if (room.archived) throw new SlackTrouble('refused', 'is_archived');
    if (!room.hasBot) throw new SlackTrouble('refused', 'not_in_channel');
  }

  function find(at: MessageAt) {
    const found = messages.get(`${at.channel} ${at.ts}`);
    if (!found) throw new SlackTrouble('refused', 'message_not_found');
    return found;
  }

  const slack: FakeSlack = {
    ...fake,
    rooms,
    groups: new Map(),
    groupNames: new Map(),
    pins: new Set(),
    files: [],
    takesFiles: true,
    history: 'readable',
    weather: () => undefined,

    post: (channel, message, postingId, threadTs) =>
      called({ method: 'post', channel, postingId }, () => {
        enter(channel);
        count += 1;
        const ts = `${Math.floor(Number(clock()) / 1000)}.${String(count).padStart(6, '0')}`;
        const at = { channel: channel.replace(/^U/, 'D'), ts };
        const posted = { ...at, message, postingId, postedAt: clock(), reactions: new Map() };
        messages.set(`${at.channel} ${ts}`, threadTs === undefined ? posted : { ...posted, threadTs });
        return at;
      }),
    update: (at, message) =>
      called({ method: 'update', channel: at.channel }, () => {
        enter(at.channel);
        find(at).message = message;
      }),
    remove: (at) =>
      called({ method: 'remove', channel: at.channel }, () => {
        find(at);
        messages.delete(`${at.channel} ${at.ts}`);
      }),
    findPosted: (channel, postingId, since, threadTs) =>
      called({ method: 'findPosted', channel, postingId }, () => {
        // A person's id opens a direct message, but no history.
        if (slack.history === 'unreadable' || channel.startsWith('U')) return 'unreadable';
        const found = slack
          .shown(channel)
          .find((one) => one.postingId === postingId && one.threadTs === threadTs && one.postedAt >= since);
        return found?.ts ?? 'absent';
      }),
    whisper: (channel, person, message) =>
      called({ method: 'whisper', channel }, () => {
        fake.whispers.push({ channel, person, text: message.text });
      }),
    reactions: (at) =>
      called({ method: 'reactions', channel: at.channel }, () => {
        const found = messages.get(`${at.channel} ${at.ts}`);
        if (!found) return 'gone';
        return [...found.reactions].map(([name, users]) => ({ name, users: [...users] }));
      }),
    seedReaction: (at, name) =>
      called({ method: 'seedReaction', channel: at.channel }, () => slack.react(at, BOT, name)),
    pin: (at) =>
      called({ method: 'pin', channel: at.channel }, () => {
        find(at);
        slack.pins.add(`${at.channel} ${at.ts}`);
      }),
    unpin: (at) =>
      called({ method: 'unpin', channel: at.channel }, () => {
        slack.pins.delete(`${at.channel} ${at.ts}`);
      }),
    person: (id) =>
      called({ method: 'person' }, () => {
        if (people.has(id) && people.get(id) === undefined) return undefined;
        const employee = { isAdmin: false, isGuest: false, isBot: id === BOT, isForeign: false, isDeleted: false };
        return { id, name: id.toLowerCase(), ...employee, ...people.get(id) };
      }),
    personByEmail: (email) =>
      called({ method: 'personByEmail' }, () =>
        email.endsWith('@acme.example') ? `U0${email.split('@', 1)[0]?.toUpperCase()}` : undefined,
      ),
    groupName: (group) => called({ method: 'groupName' }, () => slack.groupNames.get(group)),
    groupMembers: (group) => called({ method: 'groupMembers' }, () => slack.groups.get(group) ?? []),
    userGroups: () =>
      called({ method: 'userGroups' }, () => [...slack.groups.keys()].map((id) => ({ id, name: `the ${id}` }))),
    channelNamed: (name) =>
      called({ method: 'channelNamed' }, () => [...rooms].find(([, room]) => room.name === name)?.[0]),
    join: (channel) =>
      called({ method: 'join', channel }, () => {
        const room = rooms.get(channel);
        if (room && !room.archived) room.hasBot = true;
        return room !== undefined && !room.archived;
      }),
    isPrivate: (channel) =>
      called({ method: 'isPrivate', channel }, () => {
        const room = rooms.get(channel);
        if (!room) throw new SlackTrouble('refused', 'channel_not_found');
        return room.isPrivate ?? false;
      }),
    channelsOf: (person) =>
      called({ method: 'channelsOf' }, () =>
        [...rooms]
          .filter(([, room]) => room.hasBot && (room.members === 'everyone' || room.members.includes(person)))
          .map(([id]) => id),
      ),
    isInstalled: () =>
      called({ method: 'isInstalled' }, () => true).catch((error: SlackTrouble) => {
        if (isLetGo(error.code)) return false;
        throw error;
      }),
    publishHome: (person, view) =>
      called({ method: 'publishHome' }, () => {
        fake.homes.set(person, view);
      }),
    upload: (uploads, under) =>
      called({ method: 'upload' }, () => {
        if (under) find(under);
        return uploads.map((one) => {
          const id = `F0${slack.files.length + 1}`;
          slack.files.push({ ...one, id, under });
          return id;
        });
      }),
    isFileReady: () => called({ method: 'isFileReady' }, () => slack.takesFiles),

    shown: (channel) => [...messages.values()].filter((one) => channel === undefined || one.channel === channel),
    fail: (method, ...next) => faults.set(method, [...(faults.get(method) ?? []), ...next]),
    describe: (id, facts) => people.set(id, facts),
    reactionsOn: (at) => find(at).reactions,
    react: (at, person, name) => {
      const { reactions } = find(at);
      reactions.set(name, (reactions.get(name) ?? new Set()).add(person));
    },
    unreact: (at, person, name) => {
      const { reactions } = find(at);
      reactions.get(name)?.delete(person);
      if (reactions.get(name)?.size === 0) reactions.delete(name);
    },
    deleteByHand: (at) => {
      messages.delete(`${at.channel} ${at.ts}`);
      deleted.add(`${at.channel} ${at.ts}`);
    },
    isDeleted: (at) => deleted.has(`${at.channel} ${at.ts}`),
  };
  return slack;
}
