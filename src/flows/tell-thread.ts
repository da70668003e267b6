import { findPostingOf, insertPosting } from '../db/postings.ts';
import type { Trx } from '../db/schema.ts';
import type { Mention } from '../domain/mention.ts';

/** Says an outcome in the thread under the card, so that those it concerns are notified. Without a card, nothing. */
export async function tellThread(trx: Trx, mention: Mention, notice: string, now: Date): Promise<void> {
  const card = await findPostingOf(trx, mention.teamId, 'card', mention.id);
  if (!card || card.removed_at) return;
  const place = { team_id: mention.teamId, kind: 'notice' as const, channel_id: card.channel_id };
  await insertPosting(trx, { ...place, mention_id: mention.id, notice }, now);
}
