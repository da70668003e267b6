import { recordActivity } from '../db/activity.ts';
import { insertNewItems } from '../db/items.ts';
import { insertMentions } from '../db/mentions.ts';
import { findWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { cleanText } from '../domain/text.ts';
import { webUrl } from '../domain/web-url.ts';
import { cleanItem } from './clean-item.ts';
import { drawMention } from './draw-posting.ts';
import { judgeWords } from './judge-words.ts';
import { getPerson } from './person.ts';
import { inTransaction } from './submission.ts';

export type LogWish = {
  personId: string;
  /** Names the form: sent twice, it is one mention. */
  formId: string;
  network: string;
  watchId: number;
  saidBy: string;
  text: string;
  url: string | null;
};

/** A call, an e-mail or a chat becomes a mention like any other. */
export async function logMention(deps: Deps, wish: LogWish): Promise<{ mentionId: number | undefined } | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'log');
  if (refused) return refused;
  if (cleanText(wish.text) === '') return { refusal: 'empty_text' };
  if (wish.url !== null && !webUrl(wish.url)) return { refusal: 'bad_link' };
  const watch = await findWatch(deps.db, deps.teamId, wish.watchId);
  if (!watch) return { refusal: 'no_watch' };
  if (!(await deps.slack.channelsOf(person.id)).includes(watch.channel_id)) return { refusal: 'not_in_channel' };
  const logged = await keepLogged(deps, wish, { watchIds: [watch.id], channelId: watch.channel_id });
  const mentionId = isRefusal(logged) ? undefined : logged.mentionId;
  if (mentionId !== undefined) deps.afterwards(() => drawMention(deps, mentionId));
  return logged;
}

function keepLogged(
  deps: Deps,
  wish: LogWish,
  home: { watchIds: number[]; channelId: string },
): Promise<{ mentionId: number | undefined } | Refusal> {
  const now = deps.clock();
  const said = { externalId: wish.formId, text: wish.text, author: { name: wish.saidBy }, publishedAt: now };
  const item = cleanItem(wish.url ? { ...said, url: wish.url } : said, { network: wish.network, sourceId: null });
  const judgement = judgeWords(deps, item);
  return inTransaction<{ mentionId: number | undefined }>(deps, async (trx) => {
    const ids = await insertNewItems(trx, deps.teamId, [item], now);
    const itemId = ids.get(item.externalId);
    if (itemId === undefined) return { mentionId: undefined };
    const born = await insertMentions(trx, deps.teamId, [{ itemId, ...home, backfilled: false, judgement }], now);
    const mentionId = born.get(itemId);
    if (mentionId !== undefined) {
      await recordActivity(trx, { teamId: deps.teamId, mentionId, personId: wish.personId, act: 'log', at: now });
    }
    return { mentionId };
  });
}
