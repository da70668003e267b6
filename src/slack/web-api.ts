import type { WebClient } from '@slack/web-api';
import type { KnownPerson } from '../domain/rights.ts';
import { files } from './files.ts';
import { isLetGo, type SlackPort, SlackTrouble } from './port.ts';
import { showing, showingView } from './showing.ts';
import { asking, unless } from './trouble.ts';

/** What every posted message carries: ids only, for anybody in the workspace can read it. */
const MARK = 'porchlight_posting';

/**
 * The port over Slack's Web API. The client must neither retry nor wait out a 429 by itself: a post that is repeated
 * blindly may stand twice.
 */
export function slackOverWebApi(client: WebClient, teamId: string): SlackPort {
  return {
    ...messages(client),
    ...reactions(client),
    ...people(client, teamId),
    ...channels(client),
    ...files(client),
    publishHome: async (person, view) => {
      await showingView(view, (shown) => client.views.publish({ user_id: person, view: shown }));
    },
    isInstalled: () => isInstalled(client),
  };
}

function messages(client: WebClient): Pick<SlackPort, 'post' | 'update' | 'remove' | 'findPosted' | 'whisper'> {
  return {
    post: async (channel, message, postingId, threadTs) => {
      const metadata = { event_type: MARK, event_payload: { posting_id: postingId } };
      const posted = await showing(message, (shown) =>
        client.chat.postMessage({
          channel,
          ...shown,
          ...(threadTs && { thread_ts: threadTs }),
          metadata,
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      if (!posted.ts || !posted.channel) throw new SlackTrouble('lost', 'no_ts');
      return { channel: posted.channel, ts: posted.ts };
    },
    update: async (at, message) => {
      await showing(message, (shown) => client.chat.update({ ...at, ...shown }));
    },
    remove: async (at) => {
      await asking(() => client.chat.delete(at));
    },
    findPosted: async (channel, postingId, since, threadTs) => {
      try {
        return await searchHistory(client, channel, postingId, since, threadTs);
      } catch (error) {
        if (error instanceof SlackTrouble && error.kind === 'refused') return 'unreadable';
        throw error;
      }
    },
    whisper: async (channel, user, message) => {
      const closed = ['user_not_in_channel', 'not_in_channel', 'channel_not_found', 'is_archived'];
      await unless(closed, () => showing(message, (shown) => client.chat.postEphemeral({ channel, user, ...shown })));
    },
  };
}

async function searchHistory(
  client: WebClient,
  channel: string,
  postingId: number,
  since: Date,
  threadTs: string | undefined,
) {
  // Our clock and Slack's may differ a little: begin a minute earlier.
  const oldest = String(+since / 1_000 - 60);
  let cursor = '';
  for (let pages = 0; pages < 5; pages++) {
    const page = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
    const answer = await asking(() =>
      threadTs ? client.conversations.replies({ ...page, ts: threadTs }) : client.conversations.history(page),
    );
    const found = answer.messages?.find(
      (message) =>
        message.metadata?.event_type === MARK &&
        (message.metadata.event_payload as { posting_id?: unknown } | undefined)?.posting_id === postingId,
    );
    if (found?.ts) return found.ts;
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (!cursor) break;
  }
  return 'absent' as const;
}

function reactions(client: WebClient): Pick<SlackPort, 'reactions' | 'seedReaction' | 'pin' | 'unpin'> {
  return {
    reactions: async (at) => {
      const gone = Symbol('gone');
      const answer = await unless(
        ['message_not_found', 'channel_not_found'],
        () => client.reactions.get({ channel: at.channel, timestamp: at.ts, full: true }),
        gone,
      );
      if (typeof answer === 'symbol') return 'gone';
      return (answer?.message?.reactions ?? []).map(({ name = '', users = [] }) => ({ name, users }));
    },
    seedReaction: async (at, name) => {
      const fine = ['already_reacted', 'too_many_emoji', 'too_many_reactions', 'thread_locked', 'missing_scope'];
      await unless(fine, () => client.reactions.add({ channel: at.channel, timestamp: at.ts, name }));
    },
    pin: async (at) => {
      const fine = ['already_pinned', 'missing_scope', 'permission_denied', 'not_pinnable', 'too_many_pins'];
      await unless(fine, () => client.pins.add({ channel: at.channel, timestamp: at.ts }));
    },
    unpin: async (at) => {
      const fine = ['no_pin', 'not_pinned', 'missing_scope', 'permission_denied', 'message_not_found'];
      await unless(fine, () => client.pins.remove({ channel: at.channel, timestamp: at.ts }));
    },
  };
}

function people(
  client: WebClient,
  teamId: string,
): Pick<SlackPort, 'person' | 'personByEmail' | 'groupMembers' | 'groupName' | 'userGroups' | 'channelsOf'> {
  return {
    person: async (id) => {
      const answer = await unless(['user_not_found', 'user_not_visible'], () => client.users.info({ user: id }));
      const user = answer?.user;
      if (!user) return undefined;
      return {
        id,
        name: user.profile?.display_name || user.real_name || user.name || id,
        isAdmin: Boolean(user.is_admin || user.is_owner),
        isGuest: Boolean(user.is_restricted || user.is_ultra_restricted),
        isBot: Boolean(user.is_bot || user.is_workflow_bot || id === 'USLACKBOT'),
        isForeign: Boolean(user.is_stranger) || (user.team_id !== undefined && user.team_id !== teamId),
        isDeleted: Boolean(user.deleted),
        ...(user.tz && { timezone: user.tz }),
      } satisfies KnownPerson & { timezone?: string };
    },
    personByEmail: async (email) => {
      const answer = await unless(['users_not_found', 'missing_scope'], () => client.users.lookupByEmail({ email }));
      return answer?.user?.id;
    },
    groupMembers: async (group) => {
      const none = ['no_such_subteam', 'plan_upgrade_required', 'missing_scope'];
      const answer = await unless(none, () => client.usergroups.users.list({ usergroup: group }));
      return answer?.users ?? [];
    },
    groupName: async (group) => {
      const none = ['plan_upgrade_required', 'missing_scope'];
      const answer = await unless(none, () => client.usergroups.list());
      return answer?.usergroups?.find(({ id }) => id === group)?.name;
    },
    userGroups: async () => {
      const none = ['plan_upgrade_required', 'missing_scope'];
      const answer = await unless(none, () => client.usergroups.list());
      return (answer?.usergroups ?? []).flatMap(({ id, name, date_delete: ended }) =>
        id && !ended ? [{ id, name: name || id }] : [],
      );
    },
    channelsOf: (user) =>
      everyPage(async (cursor) => {
        const answer = await asking(() =>
          client.users.conversations({ user, types: 'public_channel,private_channel', limit: 200, ...cursor }),
        );
        return { rows: (answer.channels ?? []).flatMap(({ id }) => (id ? [id] : [])), answer };
      }),
  };
}

function channels(client: WebClient): Pick<SlackPort, 'channelNamed' | 'join' | 'isPrivate'> {
  return {
    channelNamed: async (name) => {
      const rows = await everyPage(async (cursor) => {
        const types = 'public_channel,private_channel';
        const answer = await asking(() =>
          client.conversations.list({ types, exclude_archived: true, limit: 200, ...cursor }),
        );
        return { rows: answer.channels ?? [], answer };
      });
      return rows.find((channel) => channel.name === name)?.id;
    },
    join: async (channel) => {
      const closed = ['method_not_supported_for_channel_type', 'channel_not_found', 'is_archived', 'missing_scope'];
      const joined = await unless(closed, () => client.conversations.join({ channel }));
      if (joined) return true;
      const seen = await unless(['channel_not_found'], () => client.conversations.info({ channel }));
      return Boolean(seen?.channel?.is_member);
    },
    isPrivate: async (channel) => {
      const { channel: seen } = await asking(() => client.conversations.info({ channel }));
      // Guests of another workspace read a shared channel too: what is not plainly public counts as private.
      return seen?.is_private !== false || Boolean(seen.is_ext_shared);
    },
  };
}

async function isInstalled(client: WebClient): Promise<boolean> {
  try {
    await asking(() => client.auth.test());
    return true;
  } catch (error) {
    if (error instanceof SlackTrouble && isLetGo(error.code)) return false;
    throw error;
  }
}

type Page<T> = { rows: T[]; answer: { response_metadata?: { next_cursor?: string } } };

/** Follows the cursor to the end; 50 pages at most. */
async function everyPage<T>(ask: (cursor: { cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let cursor = '';
  for (let page = 0; page < 50; page++) {
    const { rows: more, answer } = await ask(cursor ? { cursor } : {});
    rows.push(...more);
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (!cursor) break;
  }
  return rows;
}
