import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { channelKind, hasBot } from './channels.ts';

/** The conversation object of the Web API. */
export function slackChannel(world: World, channel: Channel): Record<string, unknown> {
  const kind = channelKind(channel);
  const shared = { id: channel.id, created: channel.created, is_archived: channel.isArchived, is_org_shared: false };
  if (kind === 'im') return { ...shared, is_im: true, user: channel.dmWith, is_user_deleted: false };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: kind === 'public_channel',
    is_group: kind === 'private_channel',
    is_im: false,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_member: hasBot(world, channel),
    creator: channel.creator ?? world.state.people[0]?.id,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    context_team_id: world.state.team.id,
  };
}
