import { markHomeOpened, wasHomeOpened } from '../db/home.ts';
import type { Deps } from '../deps.ts';
import { homeView } from '../views/home.ts';
import { readHome } from './read-home.ts';

/** How long somebody who opened App Home is taken to look at it now and then; opening it again draws it anyway. */
const LOOKED_AT_MS = 60 * 60_000;

/** Somebody opened App Home: it is drawn as things stand now, and follows what they do for a while. */
export async function showHome(deps: Deps, personId: string): Promise<void> {
  await drawHome(deps, personId);
  await markHomeOpened(deps.db, deps.teamId, personId, deps.clock());
}

/** Somebody did something: their App Home is drawn anew if they opened it lately. */
export async function refreshHome(deps: Deps, personId: string): Promise<void> {
  const since = new Date(+deps.clock() - LOOKED_AT_MS);
  if (await wasHomeOpened(deps.db, deps.teamId, personId, since)) await drawHome(deps, personId);
}

async function drawHome(deps: Deps, personId: string): Promise<void> {
  await deps.slack.publishHome(personId, homeView(await readHome(deps, personId), deps.clock()));
}
