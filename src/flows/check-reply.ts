import { findCardLink } from '../db/cards.ts';
import { hasOriginalChanged } from '../db/drafts.ts';
import { listEarlierReplies } from '../db/replies.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import type { CardFacts } from '../domain/card.ts';
import { type EarlierReply, type Finding, preflight } from '../domain/preflight.ts';
import { SourceError } from '../networks/network.ts';

/** A reply that is older than this does not speak for us any more. */
const EARLIER_MS = 7 * 24 * 60 * 60_000;
/** Nobody waits longer to hear whether the original is still there. */
const LOOK_MS = 2_000;

/** Everything that is the matter with the newest draft at this moment; what cannot be known is in order. */
export async function checkReply(deps: Deps, facts: CardFacts): Promise<Finding[]> {
  const { draft, mention, maxReplyChars: maxChars, author } = facts;
  if (!draft) return [];
  const { forbidden_words: forbiddenWords } = await getTeam(deps.db, deps.teamId);
  const [originalGone, originalChanged, earlier] = await Promise.all([
    isGone(deps, facts.url),
    hasOriginalChanged(deps.db, draft.id),
    readEarlier(deps, mention.id),
  ]);
  return preflight({ text: draft.text, maxChars, forbiddenWords, author, originalGone, originalChanged, earlier });
}

/** Replies that are outside already, with where they can be read. */
async function readEarlier(deps: Deps, mentionId: number): Promise<EarlierReply[]> {
  const since = new Date(+deps.clock() - EARLIER_MS);
  const found = await listEarlierReplies(deps.db, deps.teamId, mentionId, since);
  return Promise.all(
    found.map(async ({ by, at, url, mentionId: id }) => ({
      by,
      at,
      link: url ?? (await findCardLink(deps.db, deps.teamId, id)),
    })),
  );
}

/** Whether the original's own host says that it is not there any more. Only such an answer counts, and only in time. */
async function isGone(deps: Deps, url: string | null): Promise<boolean> {
  if (!url) return false;
  const looked = deps.http.get(url).then(
    () => false,
    (error: unknown) => error instanceof SourceError && [404, 410].includes(error.facts.status ?? 0),
  );
  return atMost(LOOK_MS, looked, false);
}

/** What `work` gives, or `instead` once the time is over. */
async function atMost<T>(ms: number, work: Promise<T>, instead: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, instead);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
