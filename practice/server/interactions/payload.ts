/** The parts that interaction payloads share. */
import type { Channel, Person } from '../state.ts';
import type { World } from '../world.ts';

/** A person as payloads name them. */
export function payloadUser({ state }: World, person: Person): Record<string, unknown> {
  return { id: person.id, username: person.handle, name: person.handle, team_id: person.teamId ?? state.team.id };
}

/** A channel as payloads name it. */
export function payloadChannel(channel: Channel): Record<string, unknown> {
  return { id: channel.id, name: channel.dmWith ? 'directmessage' : channel.name };
}

/** What every interaction carries: who, which app, which team, and a fresh trigger. */
export function payloadBase(world: World, person: Person): Record<string, unknown> {
  const { team, bot } = world.state;
  return {
    user: payloadUser(world, person),
    api_app_id: bot.appId,
    token: 'practice-verification',
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: world.triggers.issue(person.id),
  };
}
