import { placesOf } from '../db/author-lines.ts';
import { countHeard, listHeard, yearBefore } from '../db/influence.ts';
import { listHelpers, listLines, listUnanswered, listVoices } from '../db/influencer-summary.ts';
import type { Deps } from '../deps.ts';
import type { WeighedAuthor } from '../domain/author.ts';
import type { AuthorLine, InfluenceFacts, InfluencerSummaryFacts } from '../domain/influence.ts';
import { isRising, turnOf } from '../domain/influence-trend.ts';
import { notOneOfUs } from '../domain/rights.ts';
import type { Range } from '../domain/time.ts';
import { networkFacts, networkLabel } from '../networks/index.ts';
import { influenceSentence, nameOf } from '../views/influence-words.ts';
import { weighAll } from './list-influencers.ts';
import { getPerson } from './person.ts';

/** How many of a kind a summary names. */
const MAX_NAMED = 5;
const MAX_HEARD = 2_000;
/** Who helped in so many days may be invited. */
const HELPED_MS = 90 * 24 * 60 * 60_000;

/** Where and when a summary looks: only into channels whose mentions it may show. */
export type SummaryTime = Range & { channels: string[]; timezone: string };

/** Who was heard in this time, whose weight or tone changed, who was not answered, and who of us spoke. */
export async function readInfluencerSummary(deps: Deps, wish: SummaryTime): Promise<InfluencerSummaryFacts> {
  const { channels, from, to, timezone } = wish;
  const seen = { channels, since: from, to, withoutBackfill: true };
  const history = await readHistory(deps, wish);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    timezone,
    ...(await countHeard(deps.db, deps.teamId, seen)),
    newcomers: history
      .filter(({ earlier }) => !earlier)
      .slice(0, MAX_NAMED)
      .map(({ line }) => line),
    rising: history
      .filter(({ now, before }) => isRising(now.times, before?.times ?? 0))
      .filter(({ earlier }) => earlier)
      .slice(0, MAX_NAMED)
      .map((one) => ({ ...one.line, times: one.now.times, timesBefore: one.before?.times ?? 0 })),
    turned: history
      .flatMap((one) => {
        const turn = one.earlier && turnOf(one.earlier.tones, one.now.tones);
        return turn ? [{ ...one.line, ...turn }] : [];
      })
      .slice(0, MAX_NAMED),
    unanswered: await readUnanswered(deps, wish, history),
    voices: await listVoices(deps.db, deps.teamId, wish),
    invited: await findHelper(deps, wish),
  };
}

/** An author who was heard: as they weigh now, in this time, in as much time before, and ever before. */
type Heard = WeighedAuthor & {
  now: InfluenceFacts;
  before: InfluenceFacts | undefined;
  earlier: InfluenceFacts | undefined;
  line: AuthorLine;
};

/** The weightiest first. */
async function readHistory(deps: Deps, { channels, from, to, timezone }: SummaryTime): Promise<Heard[]> {
  const within = async (since: Date, until: Date, withoutBackfill: boolean) => {
    const wish = { channels, since, to: until, withoutBackfill, limit: MAX_HEARD };
    const heard = await listHeard(deps.db, deps.teamId, wish);
    return new Map(heard.map(({ author, facts }) => [author.id, facts]));
  };
  const weighed = await weighAll(deps, { channels, heardFrom: from, to });
  const now = await within(from, to, true);
  const before = await within(new Date(2 * +from - +to), from, true);
  const earlier = await within(yearBefore(from), from, false);
  const spoke = { channels, since: from, to, withoutBackfill: true, authorIds: [...now.keys()] };
  const places = await placesOf(deps.db, deps.teamId, { ...spoke, networks: networkFacts });
  return weighed.flatMap((one) => {
    const { id } = one.author;
    const facts = now.get(id);
    if (!facts) return [];
    const line = lineOf(one, places.get(id) ?? networkLabel(one.author.network), to, timezone);
    return [{ ...one, now: facts, before: before.get(id), earlier: earlier.get(id), line }];
  });
}

function lineOf({ author, facts, influence }: WeighedAuthor, place: string, now: Date, timezone: string): AuthorLine {
  return {
    authorId: author.id,
    name: nameOf(author),
    networkLabel: place,
    url: author.url,
    list: author.list,
    score: influence.score,
    standing: influence.standing,
    says: influenceSentence(facts, now, timezone),
  };
}

async function readUnanswered(
  deps: Deps,
  { channels, from, to }: SummaryTime,
  history: Heard[],
): Promise<InfluencerSummaryFacts['unanswered']> {
  const wish = { channels, since: from, to, withoutBackfill: true };
  const open = new Map((await listUnanswered(deps.db, deps.teamId, wish)).map((one) => [one.authorId, one]));
  const named = history.filter(({ author }) => open.has(author.id)).slice(0, MAX_NAMED);
  const ids = named.flatMap(({ author }) => open.get(author.id)?.oldestId ?? []);
  const lines = await listLines(deps.db, deps.teamId, { channels, ids, networks: networkFacts });
  return named.flatMap((one) => {
    const waiting = open.get(one.author.id);
    const line = lines.find(({ id }) => id === waiting?.oldestId);
    if (!waiting || !line) return [];
    const { watch, words, cardLink, at } = line;
    return [{ ...one.line, open: waiting.open, watch, words, since: at.toISOString(), cardLink }];
  });
}

/** The first of those who help that is still an employee; null where there is nobody. */
async function findHelper(deps: Deps, { channels, to }: SummaryTime): Promise<string | null> {
  const helpers = await listHelpers(deps.db, deps.teamId, { channels, from: new Date(+to - HELPED_MS), to });
  for (const id of helpers) if (!notOneOfUs(await getPerson(deps, id))) return id;
  return null;
}
