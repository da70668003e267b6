import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { formats } from '../../practice/demo/feeds/formats.ts';
import type { Post } from '../../practice/demo/feeds/post.ts';
import { type Practice, startPractice } from '../../practice/server/index.ts';
import type { Channel, Person, Workspace } from '../../practice/server/state.ts';
import { atEnd } from './leftovers.ts';

/** A workspace full of people, with feeds that have something for each of its channels. */
export type Crowd = {
  practice: Practice;
  people: string[];
  /** The community.yml of a bot that listens to those feeds. */
  communityFile: string;
  /** Waits until every post of the feeds is a card; then one card of each channel, and another of each, and so on. */
  cards(): Promise<Card[][]>;
};
export type Card = { channel: string; ts: string };

const BOT = 'U00BOT';
const FEEDS = ['/demo/one.json', '/demo/two.json'];

/** As many people as channels, everybody in each of them, and so many posts for each channel. */
export async function gatherCrowd(size: number, postsEach: number): Promise<Crowd> {
  const numbers = Array.from({ length: size }, (_, n) => n + 10);
  const workspace = workspaceOf(numbers);
  const posts = numbers.flatMap((n) => Array.from({ length: postsEach }, (_, turn) => postAbout(n, turn)));
  const bodies = FEEDS.map((_, half) => formats.chatter(posts.filter((_, n) => n % FEEDS.length === half)));
  const practice = await startPractice({
    port: 0,
    workspace,
    manifestFile: join(import.meta.dirname, '../../../manifest.yml'),
    demo: { feed: (path) => answerOf(bodies[FEEDS.indexOf(path)]) },
  });
  atEnd(practice.close);
  return {
    practice,
    people: numbers.map((n) => `U0P${n}`),
    communityFile: JSON.stringify({
      team: { managers: [`U0P${numbers[0]}`] },
      watches: numbers.map(watchOf(practice.url)),
    }),
    cards: () => allCards(practice, postsEach),
  };
}

function workspaceOf(numbers: number[]): Workspace {
  const people: Person[] = numbers.map((n) => ({
    id: `U0P${n}`,
    handle: `person${n}`,
    name: `Person ${n}`,
    title: 'Support',
    color: '#7c3aed',
  }));
  const bot = { id: BOT, handle: 'porchlight', name: 'Porchlight', title: 'App', color: '#a16207', isBot: true };
  const members = [...people.map(({ id }) => id), BOT];
  const channels: Channel[] = numbers.map((n) => ({
    id: `C0R${n}`,
    name: `room-${n}`,
    topic: '',
    isPrivate: false,
    isArchived: false,
    members: [...members],
    created: 0,
  }));
  return {
    team: { id: 'T0BENCH', name: 'Bench', domain: 'bench' },
    bot: { userId: BOT, botId: 'B00BOT', appId: 'A00BOT' },
    people: [...people, bot],
    channels,
    userGroups: [],
    emoji: {},
  };
}

function postAbout(n: number, turn: number): Post {
  return {
    id: `${n}-${turn}`,
    feed: 'chatter',
    language: 'en',
    text: `Is it only me, or does product ${n} take its time today? That is report number ${turn} from our shop.`,
    author: `Reporter ${n}`,
    publishedAt: new Date(Date.UTC(2026, 10, 1, n, turn)),
    link: `/demo/posts/${n}-${turn}`,
  };
}

function answerOf(page: { contentType: string; body: string } | undefined) {
  return page && { status: 200, headers: { 'content-type': page.contentType }, body: page.body };
}

function watchOf(origin: string) {
  return (n: number) => ({
    name: `Product ${n}`,
    channel: `C0R${n}`,
    any: [`product ${n}`],
    sources: FEEDS.map((path) => ({ network: 'rss', url: `${origin}${path}`, every: '1h', backfill: 50 })),
  });
}

async function allCards({ state }: Practice, postsEach: number): Promise<Card[][]> {
  for (let tries = 0; tries < 600; tries++) {
    const rooms = state.channels.map(({ id: channel }) =>
      (state.messages.get(channel) ?? []).filter(({ user }) => user === BOT).map(({ ts }) => ({ channel, ts })),
    );
    if (rooms.every((cards) => cards.length >= postsEach)) {
      return Array.from({ length: postsEach }, (_, turn) => rooms.flatMap((cards) => cards[turn] ?? []));
    }
    await wait(100);
  }
  throw new Error('Not every card was posted within a minute.');
}
