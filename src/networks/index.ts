import { byHandNetworks } from './by-hand.ts';
import type { Network } from './network.ts';
import { rss } from './rss/index.ts';
import { closeFeedReader } from './rss/parse-feed.ts';

/** Every network that is fetched; a new one is a line here. */
export const networks: readonly Network[] = [rss];

/** The network of this name that can be fetched, if there is one. */
export function findNetwork(name: string): Network | undefined {
  return networks.find((network) => network.name === name);
}

/** The network whose sources people name by typing an address. */
export const addressNetwork: Network = rss;

/** What a card calls this network; a name nobody knows is shown as it is. */
export function networkLabel(name: string): string {
  return [...networks, ...byHandNetworks].find((network) => network.name === name)?.label ?? name;
}

/** The networks that a person may mean by this word: "phone", "e-mail", "In person". */
export function namedNetworks(word: string): string[] {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = bare(word);
  const known = [...networks, ...byHandNetworks];
  return known.filter(({ name, label }) => bare(name) === wanted || bare(label) === wanted).map(({ name }) => name);
}

/** What cards call the networks there are. */
export const networkLabels: readonly string[] = [...networks, ...byHandNetworks].map(({ label }) => label);

/** Where a network sets no limit of its own, a reply is as long as Slack's own input allows. */
const DEFAULT_MAX_REPLY_CHARS = 3_000;

/** What a card needs to know of networks: their words and how long a reply may be. */
export const networkFacts = {
  label: (name: string, source: string | null) => (findNetwork(name)?.sourcesHaveNames && source) || networkLabel(name),
  maxReplyChars: (name: string) => findNetwork(name)?.maxReplyChars ?? DEFAULT_MAX_REPLY_CHARS,
};

/** Lets go of what the networks keep between two polls (a thread that reads feeds). */
export async function closeNetworks(): Promise<void> {
  await closeFeedReader();
}
