import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InfluencersPage } from '../../src/domain/influencers.ts';
import { authorModal } from '../../src/views/author-modal.ts';
import { watchedAuthorNotice } from '../../src/views/author-notices.ts';
import { influencerList } from '../../src/views/influencer-list.ts';
import { misreadInfluencers } from '../../src/views/influencers-misread.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { aLine, NOW } from '../helpers/facts.ts';
import { anyAuthor, anyName, anyText } from './any-facts.ts';
import { messageProblems, viewProblems } from './limits.ts';

const line = fc
  .record({ authorName: fc.option(anyName), words: anyText, watch: anyName, networkLabel: anyName })
  .map((facts) => aLine(facts));

const anyPage: fc.Arbitrary<InfluencersPage> = fc.record({
  asked: fc.record({
    period: fc.constantFrom(null, 'week' as const),
    watch: fc.option(anyName.map((one) => one.slice(0, 80))),
  }),
  page: fc.nat(9),
  offset: fc.nat(99),
  total: fc.nat(),
  lines: fc.array(
    fc.tuple(anyAuthor, anyName).map(([weighed, networkLabel]) => ({ ...weighed, networkLabel })),
    { maxLength: 20 },
  ),
  anonymous: fc.nat(),
  days: fc.constantFrom(null, { first: '2026-11-01', last: '2026-11-23' }, { first: 'x', last: '' }),
  now: fc.constant(NOW),
  timezone: fc.constantFrom('Europe/Berlin', 'Nowhere/At_All'),
});

const MESSAGES = {
  'the list of influencers': anyPage.map(influencerList),
  'what a watcher is told': fc
    .tuple(anyAuthor, anyName, anyText)
    .map(([{ author }, watch, cardLink]) => noticeMessage(watchedAuthorNotice(author, { watch, cardLink }))),
  'what was not understood': anyText.map((word) => noticeMessage(misreadInfluencers({ misread: 'no_day', word }))),
};

test.each(Object.entries(MESSAGES))('%s keeps Slack’s limits and revives no markup, whatever the facts', (_, any) => {
  fc.assert(
    fc.property(any, (message) => {
      expect(messageProblems(message)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what is known of an author keeps Slack’s limits, whatever the facts', () => {
  const rights = { isWatching: fc.boolean(), mayList: fc.boolean() };
  const shown = { weighed: anyAuthor, networkLabel: anyName, lines: fc.array(line, { maxLength: 5 }) };
  fc.assert(
    fc.property(fc.record({ ...shown, ...rights, timezone: fc.constant('UTC') }), (facts) => {
      expect(viewProblems(authorModal(facts, 11, NOW))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what a watcher is told names the author and leads to the card, and nothing of the words', () => {
  const said = watchedAuthorNotice(
    { name: 'Maya <!here>', handle: 'maya' },
    { watch: 'Acme', cardLink: 'https://acme.slack.com/archives/C1/p1' },
  );
  expect(said).toMatch(
    /^Maya &lt;!here&gt;, whom you watch, wrote again: <https:\/\/acme.slack.com\/archives\/C1\/p1\|a mention of Acme>/,
  );
  expect(watchedAuthorNotice({ name: null, handle: null }, { watch: 'Acme', cardLink: null })).toMatch(
    /^An author, whom/,
  );
});
