import { DateTime } from 'luxon';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';

/** The profile object; the e-mail address only where the app may read it. */
export function slackProfile({ app }: World, person: Person): Record<string, unknown> {
  return {
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name.split(' ')[0],
    display_name_normalized: person.name.split(' ')[0],
    title: person.title,
    status_text: '',
    status_emoji: '',
    email: app.scopes.includes('users:read.email') ? person.email : undefined,
  };
}

function zone(person: Person, now: Date): Record<string, unknown> {
  const at = DateTime.fromJSDate(now, { zone: person.timezone ?? 'UTC' });
  return { tz: person.timezone ?? 'UTC', tz_label: at.offsetNameLong, tz_offset: at.offset * 60 };
}

/** The user object of the Web API. */
export function slackUser(world: World, person: Person): Record<string, unknown> {
  const { state, clock } = world;
  const isStranger = person.teamId !== undefined && person.teamId !== state.team.id;
  return {
    id: person.id,
    team_id: person.teamId ?? state.team.id,
    name: person.handle,
    real_name: person.name,
    deleted: person.isDeleted ?? false,
    color: person.color.slice(1),
    ...zone(person, clock()),
    profile: slackProfile(world, person),
    is_admin: person.isAdmin ?? false,
    is_owner: person.isOwner ?? false,
    is_primary_owner: person.isOwner ?? false,
    is_restricted: person.guest !== undefined,
    is_ultra_restricted: person.guest === 'channel',
    is_bot: person.isBot ?? false,
    is_stranger: isStranger || undefined,
    is_app_user: false,
    updated: 0,
  };
}
