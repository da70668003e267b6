import { findAuthorOf } from '../db/authors.ts';
import type { Leased } from '../db/due.ts';
import { isStillDue } from '../db/reminders.ts';
import { findHomeWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { isRefusal } from '../domain/refusal.ts';
import { SlackTrouble } from '../slack/port.ts';
import { watchedAuthorNotice } from '../views/author-notices.ts';
import { nameMention } from './hand-over.ts';
import { onMention } from './on-mention.ts';
import { tellPerson } from './tell-person.ts';

/** The notice links to the card: so long it waits for the card to stand, and so often it looks. */
const WAIT_FOR_CARD_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 10_000;
/** While Slack does not say who may read the mention, nobody is told of it. */
const SLACK_AGAIN_MS = 60_000;

/**
 * Tells those who watch the author of a mention that they wrote, by direct message, if they may read it where it stands.
 * Gives the time at which to look again, if there is one.
 */
export async function tellWatchers(deps: Deps, reminder: Leased<'reminders'>, now: Date): Promise<Date | null> {
  const { mention_id: mentionId } = reminder;
  const heard = await findAuthorOf(deps.db, deps.teamId, mentionId);
  const watch = await findHomeWatch(deps.db, deps.teamId, mentionId);
  if (!heard || !watch) return null;
  const readers = await readersAmong(deps, heard.author.watchedBy, watch.channel_id);
  if (readers === 'unknown') return new Date(+now + SLACK_AGAIN_MS);
  const again = await onMention<{ at: Date | null }>(deps, mentionId, async (trx, mention) => {
    if (!(await isStillDue(trx, reminder))) return { at: null };
    const named = await nameMention(trx, mention);
    if (!named.cardLink && +now - +mention.createdAt < WAIT_FOR_CARD_MS) return { at: new Date(+now + LOOK_AGAIN_MS) };
    for (const personId of readers) {
      await tellPerson(trx, { teamId: deps.teamId, personId }, watchedAuthorNotice(heard.author, named), now);
    }
    return { at: null };
  });
  return isRefusal(again) ? null : again.at;
}

/** Those of these people who are in the channel at this moment. */
async function readersAmong(deps: Deps, people: string[], channelId: string): Promise<string[] | 'unknown'> {
  try {
    const channels = await Promise.all(people.map((id) => deps.slack.channelsOf(id)));
    return people.filter((_, n) => channels[n]?.includes(channelId));
  } catch (error) {
    if (!(error instanceof SlackTrouble)) throw error;
    return 'unknown';
  }
}
