import { createContext, useContext } from 'react';
import type { ActAnswer, PageAct, PageState, PracticeChannel, PracticePerson } from '../../wire.ts';
import type { PagePlace } from './place-hash.ts';

type WithoutAs<A> = A extends PageAct ? Omit<A, 'as'> : never;

/** An act without its person: the page always acts as whoever is chosen. */
export type Doing = WithoutAs<PageAct>;

export type Directory = {
  me: string;
  bot: string;
  people: Map<string, PracticePerson>;
  channels: Map<string, PracticeChannel>;
  groups: Map<string, PageState['userGroups'][number]>;
};

export type Page = {
  state: PageState;
  place: PagePlace;
  go: (change: Partial<PagePlace>) => void;
  /** Does it; when it fails the sentence is also shown as a notice. */
  act: (doing: Doing) => Promise<ActAnswer>;
  notify: (text: string) => void;
  /** Asks before something is done; resolves to the choice. */
  ask: (question: Question) => Promise<boolean>;
};

export type Question = { title: string; text: unknown; confirm: string; deny: string; danger: boolean };

export const PageContext = createContext<Page | null>(null);
/** How many replies are new, by thread. */
export const ThreadNewsContext = createContext<Record<string, number>>({});
export const DirectoryContext = createContext<Directory | null>(null);

/** The page's state and what may be done with it. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage outside of the page');
  return page;
}

/** The people, channels and groups by id. */
export function useDirectory(): Directory {
  const directory = useContext(DirectoryContext);
  if (!directory) throw new Error('useDirectory outside of the page');
  return directory;
}
