import { countTones } from '../db/summary-facts.ts';
import { listMostHeard } from '../db/summary-lines.ts';
import { getTeam } from '../db/teams.ts';
import { type ListeningWatch, listTexts } from '../db/volume.ts';
import type { Deps } from '../deps.ts';
import { distinctiveWords } from '../domain/distinctive-words.ts';
import type { SpikeFacts } from '../domain/summary.ts';
import { addTones } from '../domain/tone-balance.ts';
import { networkFacts } from '../networks/index.ts';

const MINUTE = 60_000;
const WEEKS_BEFORE_MS = 28 * 24 * 60 * MINUTE;
const TEXTS = 300;
const TOP = 3;
const NETWORKS = 4;

/** What is said in a surge: the words that nobody used before, how it sounds, where, by how many, and what is most heard. */
export async function buildSpike(
  deps: Deps,
  watch: ListeningWatch,
  surge: Pick<SpikeFacts, 'minutes' | 'count' | 'expected'>,
  now: Date,
): Promise<SpikeFacts> {
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const from = new Date(+now - surge.minutes * MINUTE);
  const reach = { db: deps.db, teamId: deps.teamId, channels: [watch.channelId], networks: networkFacts };
  const said = await listTexts(deps.db, watch.id, { from, to: now }, TEXTS);
  const before = await listTexts(deps.db, watch.id, { from: new Date(+from - WEEKS_BEFORE_MS), to: from }, TEXTS);
  const { cells, backfilled } = await countTones(reach, [from, new Date(+now + 1)], watch.id);
  const tone = addTones(cells.map((cell) => cell.tone));
  const texts = (list: typeof said) => list.map(({ text }) => text);
  return {
    kind: 'spike',
    from: from.toISOString(),
    to: now.toISOString(),
    timezone,
    watch: watch.name,
    minutes: surge.minutes,
    count: surge.count,
    expected: surge.expected,
    words: distinctiveWords(texts(said), texts(before), watch.phrases),
    tone,
    authors: new Set(said.flatMap(({ author }) => author ?? [])).size,
    networks: networksOf(said),
    top: await listMostHeard(reach, watch.id, { from, to: new Date(+now + 1) }, TOP),
    leftOut: {
      privateWatches: 0,
      backfilled: backfilled[0] ?? 0,
      unclear: tone.unclear,
      unjudged: cells.reduce((sum, cell) => sum + cell.unjudged, 0),
    },
  };
}

function networksOf(said: { network: string; source: string | null }[]): SpikeFacts['networks'] {
  const counts = new Map<string, number>();
  for (const { network, source } of said) {
    const name = networkFacts.label(network, source);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return sorted.slice(0, NETWORKS).map(([name, count]) => ({ name, count }));
}
