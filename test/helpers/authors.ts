import type { KnownAuthor, WeighedAuthor } from '../../src/domain/author.ts';
import { type InfluenceFacts, influenceOf } from '../../src/domain/influence.ts';
import { minutesAgo, NOW } from './facts.ts';

/** Maya, whose word is heard: 12,400 followers, five mentions since October, four of them negative. */
export function aWeighed(facts: Partial<InfluenceFacts> = {}, author: Partial<KnownAuthor> = {}): WeighedAuthor {
  const known: InfluenceFacts = {
    network: 'bluesky',
    reach: 12_400,
    engagement: null,
    usualEngagement: null,
    times: 5,
    firstAt: new Date('2026-10-04T10:00:00Z'),
    lastAt: minutesAgo(8),
    tones: { negative: 4, neutral: 1, positive: 0, unclear: 0 },
    ...facts,
  };
  return { author: { ...MAYA, network: known.network, ...author }, facts: known, influence: influenceOf(known, NOW) };
}

const MAYA: KnownAuthor = {
  id: 81,
  network: 'bluesky',
  name: 'Maya Ito',
  handle: 'maya.example',
  url: 'https://bsky.app/profile/maya.example',
  list: null,
  listedBy: null,
  listedAt: null,
  watchedBy: [],
};
