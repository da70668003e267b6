import type { Deps } from '../deps.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo } from '../domain/rights.ts';
import { getPerson } from './person.ts';
import { listLoggable } from './read-lists.ts';

export type LogForm = {
  watches: { id: number; name: string }[];
  /** Who wrote the message it is made of; empty where they log their own words, or a name is not known. */
  author: string;
};

/** What the log form offers, refused before anybody types; `authorId` is who wrote the message that is logged. */
export async function prepareLog(deps: Deps, personId: string, authorId?: string): Promise<LogForm | Refusal> {
  const refused = mayDo(await getPerson(deps, personId), 'log');
  if (refused) return refused;
  const watches = await listLoggable(deps, personId);
  const author = authorId && authorId !== personId ? await nameOf(deps, authorId) : '';
  return { watches, author };
}

/** The name that a person has in Slack; nothing where Slack tells only an id. */
async function nameOf(deps: Deps, id: string): Promise<string> {
  const { name } = await getPerson(deps, id);
  return name === id ? '' : name;
}
