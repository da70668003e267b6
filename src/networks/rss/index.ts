import type { Network } from '../network.ts';
import { discoverFeed } from './discover.ts';
import { pollFeed } from './poll.ts';
import { type FeedSettings, feedKey, feedSettings } from './settings.ts';

/** RSS, Atom, RDF and JSON Feed. Replies are posted by hand: a feed has no way back. */
export const rss: Network<FeedSettings> = {
  name: 'rss',
  label: 'Blog or feed',
  sourcesHaveNames: true,
  settings: feedSettings,
  sourceKey: feedKey,
  host: ({ url }) => new URL(url).hostname,
  poll: pollFeed,
  discover: ({ url }, http) => discoverFeed(url, http),
};
