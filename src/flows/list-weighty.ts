import { listHeard, yearBefore } from '../db/influence.ts';
import type { Reach } from '../db/summary-facts.ts';
import { listByAuthors } from '../db/summary-lines.ts';
import { influenceOf } from '../domain/influence.ts';
import type { BriefFacts } from '../domain/summary.ts';
import type { Range } from '../domain/time.ts';
import { influenceSentence, LIST_WORDS } from '../views/influence-words.ts';

/** Those of whoever was heard that are weighed at all. */
const MANY = 100;

/** What people of weight, or on one of the team's lists, said in this time: the weightiest first, one mention each. */
export async function listWeighty(
  reach: Reach,
  time: Range,
  timezone: string,
  limit: number,
): Promise<BriefFacts['weighty']> {
  const { db, teamId, channels } = reach;
  const when = { since: yearBefore(time.to), to: time.to, heardFrom: time.from };
  const heard = await listHeard(db, teamId, { channels, ...when, limit: MANY });
  const weighed = heard
    .map(({ author, facts }) => ({ author, facts, influence: influenceOf(facts, time.to) }))
    .filter(({ author, influence }) => author.list !== null || influence.standing === 'of_weight')
    .sort((a, b) => b.influence.score - a.influence.score);
  const said = await listByAuthors(
    reach,
    weighed.map(({ author }) => author.id),
    time,
  );
  return weighed
    .flatMap(({ author, facts }) => {
      const mention = said.find(({ authorId }) => authorId === author.id);
      if (!mention) return [];
      const { authorId: _, ...line } = mention;
      const listed = author.list ? `on your list “${LIST_WORDS[author.list]}”` : '';
      const says = [influenceSentence(facts, time.to, timezone), listed].filter((one) => one !== '').join(', ');
      return [{ ...line, says }];
    })
    .slice(0, limit);
}
