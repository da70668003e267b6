import { recordActivity } from '../db/activity.ts';
import { findWords, updateItemText } from '../db/items.ts';
import { saveJudgement } from '../db/judgements.ts';
import { findMentionOf, isSighting } from '../db/mentions.ts';
import { raisePostings } from '../db/postings.ts';
import type { Trx } from '../db/schema.ts';
import type { Deps } from '../deps.ts';
import { judgeWords } from './judge-words.ts';
import { type Judged, type Listening, wordsOf } from './listening.ts';
import { type Heard, tellStories } from './tell-stories.ts';

/**
 * Words that changed outside change on the card too. What speaks of us only since then is a mention from now on; what did
 * so before and has no card was kept quiet, and stays so.
 */
export async function followEdits(
  deps: Deps,
  trx: Trx,
  source: { sourceId: number; listeners: Listening[] },
  batch: Judged[],
): Promise<{ items: number; mentions: number; sightings: number }> {
  const followed: number[] = [];
  const heard: Heard[] = [];
  for (const { item, watches } of batch) {
    const before = await findWords(trx, deps.teamId, item);
    const itemId = await updateItemText(trx, deps.teamId, item);
    if (!before || !itemId) continue;
    const mentionId = await findMentionOf(trx, itemId);
    if (mentionId) followed.push(await redraw(deps, trx, mentionId, item));
    else if (watches.length > 0 && !source.listeners.some(({ hears }) => hears(wordsOf(before)))) {
      if (!(await isSighting(trx, itemId))) heard.push({ item, watches, itemId });
    }
  }
  const how = { sourceId: source.sourceId, backfilled: false, changedIds: followed };
  return { items: 0, ...(await tellStories(deps, trx, heard, how)) };
}

async function redraw(deps: Deps, trx: Trx, mentionId: number, item: Judged['item']): Promise<number> {
  const now = deps.clock();
  await saveJudgement(trx, mentionId, judgeWords(deps, item));
  await recordActivity(trx, { teamId: deps.teamId, mentionId, personId: null, act: 'updated', at: now });
  await raisePostings(trx, { wholeMentionId: mentionId }, now);
  return mentionId;
}
