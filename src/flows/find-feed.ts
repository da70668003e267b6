import type { Leased } from '../db/due.ts';
import { moveSource } from '../db/watch-settings.ts';
import type { Deps } from '../deps.ts';
import { findNetwork } from '../networks/index.ts';
import { SourceError } from '../networks/network.ts';

/** A page that named no feed so often is not asked for one any more. */
const MAX_LOOKS = 3;

/**
 * A source that has brought nothing yet may be a web page that names its feed: then the feed takes its place, due at
 * once. False when it is no such page.
 */
export async function followPage(deps: Deps, source: Leased<'sources'>): Promise<boolean> {
  const network = findNetwork(source.network);
  if (source.baseline_at !== null || source.tries >= MAX_LOOKS || !network?.discover) return false;
  const settings = await findBehind(deps, network, source.settings);
  if (settings === undefined || network.sourceKey(settings) === source.source_key) return false;
  const to = { key: network.sourceKey(settings), settings: settings as Record<string, unknown> };
  await deps.db.transaction().execute((trx) => moveSource(trx, source, to, deps.clock()));
  return true;
}

type Discovering = NonNullable<ReturnType<typeof findNetwork>>;

/** What the address leads to; undefined when it leads to nothing. */
async function findBehind(deps: Deps, network: Discovering, settings: unknown): Promise<unknown> {
  try {
    return (await network.discover?.(network.settings.parse(settings), deps.http))?.settings;
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
