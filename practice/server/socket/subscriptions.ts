import type { App } from '../manifest.ts';

/** Any one of these scopes lets an app hear the events whose names begin so; others need none. */
const scopesByPrefix: [string, string[]][] = [
  ['channel_', ['channels:read']],
  ['link_', ['links:read']],
  ['pin_', ['pins:read']],
  ['group_', ['groups:read']],
  ['member_', ['channels:read', 'groups:read']],
  ['message.channels', ['channels:history']],
  ['message.groups', ['groups:history']],
  ['message.im', ['im:history']],
  ['reaction_', ['reactions:read']],
];

/** Does the app's manifest ask for this event, and do its scopes allow it? */
export function mayHear({ botEvents, scopes }: App, subscription: string): boolean {
  if (!botEvents.includes(subscription)) return false;
  const [, needed] = scopesByPrefix.find(([prefix]) => subscription.startsWith(prefix)) ?? [];
  return !needed || needed.some((scope) => scopes.includes(scope));
}
