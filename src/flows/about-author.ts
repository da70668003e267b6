import { recordActivity } from '../db/activity.ts';
import { listLinesOf } from '../db/author-lines.ts';
import { findAuthorOf, lockAuthor, raiseCardsOf, saveList, saveWatchers } from '../db/authors.ts';
import { weighAuthor } from '../db/influence.ts';
import type { Trx } from '../db/schema.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import type { KnownAuthor, WeighedAuthor } from '../domain/author.ts';
import type { AuthorList } from '../domain/knowing.ts';
import type { MentionLine } from '../domain/overview.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { mayDo, type Person } from '../domain/rights.ts';
import { networkFacts } from '../networks/index.ts';
import { getPerson } from './person.ts';
import { inTransaction } from './submission.ts';

const MAX_LINES = 5;

/** Everything that one person may know and do about an author. */
export type AboutAuthor = {
  weighed: WeighedAuthor;
  /** Where they spoke last. */
  networkLabel: string;
  /** Their newest mentions, of channels that the reader is in. */
  lines: MentionLine[];
  isWatching: boolean;
  mayList: boolean;
  timezone: string;
};

/** By the mention they said, or by who they are. */
export type AuthorWish = { personId: string } & ({ mentionId: number } | { authorId: number });

/** An author as this person may know them: refused while none of what they said stands in a channel they are in. */
export async function readAuthor(deps: Deps, wish: AuthorWish): Promise<AboutAuthor | Refusal> {
  const person = await getPerson(deps, wish.personId);
  const refused = mayDo(person, 'watch_author');
  if (refused) return refused;
  const authorId =
    'authorId' in wish ? wish.authorId : (await findAuthorOf(deps.db, deps.teamId, wish.mentionId))?.author.id;
  if (authorId === undefined) return { refusal: 'gone' };
  const channels = await deps.slack.channelsOf(wish.personId);
  const weighed = await weighAuthor(deps.db, deps.teamId, authorId, { channels, now: deps.clock() });
  if (!weighed) return { refusal: 'gone' };
  const lines = await listLinesOf(deps.db, deps.teamId, {
    authorId,
    channels,
    networks: networkFacts,
    limit: MAX_LINES,
  });
  const [newest] = lines;
  if (!newest) return { refusal: 'not_in_channel' };
  return {
    weighed,
    networkLabel: newest.networkLabel,
    lines,
    isWatching: weighed.author.watchedBy.includes(person.id),
    mayList: !mayDo(person, 'list_author'),
    timezone: (await getTeam(deps.db, deps.teamId)).timezone,
  };
}

export type AuthorChange = {
  personId: string;
  authorId: number;
  /** The mention whose card it was asked on; 0 where it was none. */
  mentionId: number;
  /** Undefined leaves the list as it is. */
  list?: AuthorList | null | undefined;
  isWatching: boolean;
};

/** Puts an author on a list, or off it, and tells or no longer tells this person when they write. */
export async function changeAuthor(deps: Deps, wish: AuthorChange): Promise<{ authorId: number } | Refusal> {
  const seen = await readAuthor(deps, { personId: wish.personId, authorId: wish.authorId });
  if (isRefusal(seen)) return seen;
  const person = await getPerson(deps, wish.personId);
  return inTransaction<{ authorId: number }>(deps, async (trx) => {
    const author = await lockAuthor(trx, deps.teamId, wish.authorId);
    if (!author) return { refusal: 'gone' };
    const isOther = wish.list !== undefined && wish.list !== author.list;
    const refused = isOther ? mayDo(person, 'list_author') : undefined;
    if (refused) return refused;
    if (wish.list !== undefined && isOther) await putOnList(deps, trx, author, { ...wish, list: wish.list });
    if (wish.isWatching !== author.watchedBy.includes(person.id)) await watch(trx, author, person, wish.isWatching);
    return { authorId: author.id };
  });
}

async function watch(trx: Trx, author: KnownAuthor, { id }: Person, isWatching: boolean): Promise<void> {
  const others = author.watchedBy.filter((one) => one !== id);
  await saveWatchers(trx, author.id, isWatching ? [...others, id] : others);
}

/** The record of the mention first: whoever presses a button on its card locks it before its postings, too. */
async function putOnList(
  deps: Deps,
  trx: Trx,
  author: KnownAuthor,
  { personId, mentionId, list }: { personId: string; mentionId: number; list: AuthorList | null },
): Promise<void> {
  const now = deps.clock();
  await saveList(trx, author.id, list, personId, now);
  if ((await findAuthorOf(trx, deps.teamId, mentionId))?.author.id === author.id) {
    const detail = { list, author: author.name ?? author.handle };
    await recordActivity(trx, { teamId: deps.teamId, mentionId, personId, act: 'list_author', detail, at: now });
  }
  await raiseCardsOf(trx, author.id, now);
}
