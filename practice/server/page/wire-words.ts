/** Names and short descriptions of what goes over the wire. */
import type { Envelope } from '../socket/bot-sockets.ts';
import type { State } from '../state.ts';

type Json = Record<string, unknown>;

function inner(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function personName({ people }: State, id: unknown): string {
  return people.find((person) => person.id === id)?.name ?? '';
}

function channelName({ channels, people }: State, id: unknown): string {
  const found = channels.find((channel) => channel.id === id);
  if (!found) return '';
  return found.dmWith ? `@${people.find((person) => person.id === found.dmWith)?.name}` : `#${found.name}`;
}

function line(...parts: unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

/** Whom or where a call is about. */
export function aboutCall(state: State, args: Json): string {
  return line(channelName(state, args.channel), personName(state, args.user ?? args.user_id), args.name);
}

/** What an envelope carries: an event's type, an interaction's type, or the command. */
export function envelopeName({ type, payload }: Envelope): string {
  if (type === 'events_api') return String(inner(payload.event).type);
  return String(type === 'slash_commands' ? payload.command : payload.type);
}

/** Who did it, where, and with what. */
export function aboutEnvelope(state: State, { type, payload }: Envelope): string {
  if (type === 'events_api') return aboutEvent(state, inner(payload.event));
  if (type === 'slash_commands') {
    return line(personName(state, payload.user_id), channelName(state, payload.channel_id), payload.text);
  }
  const [action] = Array.isArray(payload.actions) ? payload.actions : [];
  const what = inner(action).action_id ?? payload.action_id ?? payload.callback_id ?? inner(payload.view).callback_id;
  return line(personName(state, inner(payload.user).id), channelName(state, inner(payload.channel).id), what);
}

function aboutEvent(state: State, event: Json): string {
  const place = event.channel ?? inner(event.item).channel;
  return line(personName(state, event.user), channelName(state, place), event.reaction ?? event.subtype);
}
