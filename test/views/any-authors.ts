import fc from 'fast-check';
import type { KnownAuthor, WeighedAuthor } from '../../src/domain/author.ts';
import { influenceOf } from '../../src/domain/influence.ts';
import { AUTHOR_LISTS } from '../../src/domain/knowing.ts';
import { NOW } from '../helpers/facts.ts';

type Made = {
  name: fc.Arbitrary<string>;
  url: fc.Arbitrary<string | null>;
  at: fc.Arbitrary<Date>;
  userId: fc.Arbitrary<string>;
};

/** An author of any name and any facts, with what they weigh. */
export function authorsOf({ name, url, at, userId }: Made): fc.Arbitrary<WeighedAuthor> {
  const network = fc.constantFrom('rss', 'bluesky', 'youtube', '__proto__', '');
  const author: fc.Arbitrary<Omit<KnownAuthor, 'network'>> = fc.record({
    id: fc.integer({ min: 1, max: 9_999 }),
    name: fc.option(name),
    handle: fc.option(name),
    url,
    list: fc.option(fc.constantFrom(...AUTHOR_LISTS)),
    listedBy: fc.option(userId),
    listedAt: fc.option(at),
    watchedBy: fc.array(userId, { maxLength: 5 }),
  });
  const facts = fc.record({
    reach: fc.option(fc.nat()),
    engagement: fc.option(fc.nat()),
    usualEngagement: fc.option(fc.nat(100)),
    times: fc.nat(3_000),
    firstAt: fc.option(at),
    lastAt: fc.option(at),
    tones: fc.record({ negative: fc.nat(9), neutral: fc.nat(9), positive: fc.nat(9), unclear: fc.nat(9) }),
  });
  return fc.record({ network, author, facts }).map((one) => {
    const told = { ...one.facts, network: one.network };
    return { author: { ...one.author, network: one.network }, facts: told, influence: influenceOf(told, NOW) };
  });
}
