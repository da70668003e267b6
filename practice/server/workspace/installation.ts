/** Whether the app's bot token opens the workspace. */
import type { Installation } from '../state.ts';
import type { World } from '../world.ts';
import { newTs } from './timestamps.ts';

/** Lets the app go (or only its token): the token is dead from now on, and the app hears that one last time. */
export function removeApp(world: World, how: Exclude<Installation, 'installed'>): void {
  if (world.state.installation !== 'installed') return;
  setInstallation(world, how);
  const { userId } = world.state.bot;
  world.events.tell({ type: 'tokens_revoked', tokens: { oauth: [], bot: [userId] }, event_ts: newTs(world) });
  if (how === 'uninstalled') world.events.tell({ type: 'app_uninstalled', event_ts: newTs(world) });
}

/** Takes the app in again; its token works as before. */
export function installApp(world: World): void {
  setInstallation(world, 'installed');
}

function setInstallation({ state, store }: World, installation: Installation): void {
  state.installation = installation;
  store.touch('workspace');
}
