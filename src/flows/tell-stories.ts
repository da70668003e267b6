import { listToldItems, type NewItem, type ToldItem } from '../db/items.ts';
import { addSighting, insertMentions, type NewMention } from '../db/mentions.ts';
import { raisePostings } from '../db/postings.ts';
import type { Trx, WatchRow } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { type StoryFacts, sameStory } from '../domain/story.ts';
import { judgeWords } from './judge-words.ts';

/** A kept item that watches want to hear of. */
export type Heard = { item: NewItem; itemId: number; watches: WatchRow[] };

/**
 * One story, one mention: what a card tells already becomes a sighting of it, everything else a mention of its own.
 * `changedIds` are mentions that this transaction changed: they are counted anew together with the new ones.
 */
export async function tellStories(
  deps: Deps,
  trx: Trx,
  heard: Heard[],
  how: { sourceId: number; backfilled: boolean; changedIds?: number[] },
): Promise<{ mentions: number; sightings: number }> {
  const now = deps.clock();
  const told = await listToldItems(trx, deps.teamId, storyKeys(heard.map(({ item }) => item)));
  // One story has one item of this source at most: another id is another item, whoever else told it.
  const taken = new Set(told.filter((one) => one.sourceId === how.sourceId).map((one) => one.mentionId));
  const fresh: NewMention[] = [];
  let sightings = 0;
  for (const { item, watches, itemId } of heard) {
    const watchIds = watches.map((watch) => watch.id);
    const story = told.find((one) => !taken.has(one.mentionId) && sameStory(storyFacts(one), storyOfItem(item, now)));
    if (story) {
      taken.add(story.mentionId);
      await addSighting(trx, story.mentionId, itemId, watchIds);
      await raisePostings(trx, { mentionId: story.mentionId }, now);
      sightings += 1;
    } else {
      const channelId = watches[0]?.channel_id ?? '';
      const judgement = judgeWords(deps, item);
      fresh.push({ itemId, watchIds, channelId, backfilled: how.backfilled, judgement });
    }
  }
  const mentions = await insertMentions(trx, deps.teamId, fresh, now, how.changedIds);
  return { mentions: mentions.size, sightings };
}

function storyKeys(items: NewItem[]): { urls: string[]; hashes: string[] } {
  return {
    urls: items.flatMap((item) => item.canonicalUrl ?? []),
    hashes: items.flatMap((item) => item.storyHash ?? []),
  };
}

function storyOfItem(item: NewItem, now: Date): StoryFacts {
  return storyFacts({ ...item, seenAt: now });
}

function storyFacts(of: Omit<ToldItem, 'mentionId' | 'itemId'>): StoryFacts {
  const author = of.author.handle ?? of.author.name;
  return {
    // What was logged by hand has no source: two such items are never one source's.
    sourceId: of.sourceId === null ? `by hand ${of.seenAt.toISOString()}` : String(of.sourceId),
    ...(of.canonicalUrl === null ? {} : { canonicalUrl: of.canonicalUrl }),
    ...(of.storyHash === null ? {} : { storyHash: of.storyHash }),
    ...(author === undefined ? {} : { author }),
    ...(of.publishedAt === null ? {} : { publishedAt: of.publishedAt }),
    seenAt: of.seenAt,
  };
}
