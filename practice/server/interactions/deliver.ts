import type { Ack, Envelope } from '../socket/bot-sockets.ts';
import type { World } from '../world.ts';

const MAX_NOTICES = 200;

/** Shows a sentence to one person as Slack itself would. */
export function notice(world: World, person: string, text: string): void {
  world.notices.push({ person, text });
  if (world.notices.length > MAX_NOTICES) world.notices.shift();
  world.live.send({ type: 'notice', text }, (one) => one === person);
}

/** Sends an interaction to one socket and waits; the person is told when no answer came in time. */
export async function deliver(
  world: World,
  person: string,
  type: Exclude<Envelope['type'], 'events_api'>,
  payload: Record<string, unknown>,
): Promise<Ack> {
  if (world.state.installation !== 'installed') {
    notice(world, person, `${world.app.name} is not installed in this workspace any more.`);
    return { acked: false, reason: 'offline' };
  }
  await world.store.flush();
  const envelope: Envelope = { type, payload, accepts_response_payload: true };
  if (world.misbehave.interactionsTwice) void world.sockets.send(envelope);
  const ack = await world.sockets.send(envelope);
  if (!ack.acked) notice(world, person, silence(world, ack.reason));
  return ack;
}

function silence({ app }: World, reason: 'offline' | 'timeout'): string {
  return reason === 'offline'
    ? `${app.name} is not connected, so nothing happened. Start it and try again.`
    : `${app.name} did not answer in time. Wait a moment and try again.`;
}
