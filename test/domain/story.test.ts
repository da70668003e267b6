import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type StoryFacts, sameStory, storyHash, storyText } from '../../src/domain/story.ts';

const DAY_MS = 24 * 60 * 60_000;
const SEEN = new Date('2026-11-20T12:00:00Z');
const after = (ms: number) => new Date(SEEN.getTime() + ms);

const ofText = (fields: Partial<StoryFacts>): StoryFacts => ({
  sourceId: 'one',
  storyHash: 'h',
  author: 'Maya Ito',
  seenAt: SEEN,
  ...fields,
});

const LONG = 'Third time this week that the export of Acme Cloud times out';

test.each([
  ['the same', LONG],
  ['in capitals', LONG.toUpperCase()],
  ['with other spacing', LONG.replaceAll(' ', '\n  ')],
  ['with other punctuation', `“${LONG}!”`],
])('a text %s is the same story text', (_, text) => {
  expect(storyText(text)).toBe(storyText(LONG));
  expect(storyHash(text)).toBe(storyHash(LONG));
});

test('another word is another text', () => {
  expect(storyText(LONG.replace('Third', 'Fourth'))).not.toBe(storyText(LONG));
  expect(storyHash(LONG.replace('Third', 'Fourth'))).not.toBe(storyHash(LONG));
});

test.each([
  ['a'.repeat(39), undefined],
  ['a'.repeat(40), 'a'.repeat(40)],
  [`${'a'.repeat(39)}!!!   `, undefined],
  ['𐐀'.repeat(39), undefined],
  ['', undefined],
])('%j has the story text %j', (text, expected) => {
  expect(storyText(text)).toBe(expected);
  expect(storyHash(text) === undefined).toBe(expected === undefined);
});

test.each<[string, StoryFacts, StoryFacts, boolean]>([
  [
    'one address from two sources',
    { sourceId: 'one', canonicalUrl: 'u', seenAt: SEEN },
    { sourceId: 'two', canonicalUrl: 'u', seenAt: after(400 * DAY_MS) },
    true,
  ],
  [
    'one address in one source',
    { sourceId: 'one', canonicalUrl: 'u', seenAt: SEEN },
    { sourceId: 'one', canonicalUrl: 'u', seenAt: SEEN },
    false,
  ],
  [
    'two addresses',
    { sourceId: 'one', canonicalUrl: 'u', seenAt: SEEN },
    { sourceId: 'two', canonicalUrl: 'v', seenAt: SEEN },
    false,
  ],
  ['nothing known', { sourceId: 'one', seenAt: SEEN }, { sourceId: 'two', seenAt: SEEN }, false],
  ['one text of one author', ofText({}), ofText({ sourceId: 'two' }), true],
  ['one text under two addresses', ofText({ canonicalUrl: 'u' }), ofText({ sourceId: 'two', canonicalUrl: 'v' }), true],
  ['one text in one source', ofText({}), ofText({}), false],
  ['an author in another case', ofText({}), ofText({ sourceId: 'two', author: ' maya ITO ' }), true],
  ['one text of two authors', ofText({}), ofText({ sourceId: 'two', author: 'Ben' }), false],
  ['one text of an unknown author', ofText({}), ofText({ sourceId: 'two', author: undefined }), false],
  ['one text of unknown authors', ofText({ author: undefined }), ofText({ sourceId: 'two', author: undefined }), false],
  ['one text of blank authors', ofText({ author: ' ' }), ofText({ sourceId: 'two', author: '' }), false],
  ['two texts of one author', ofText({}), ofText({ sourceId: 'two', storyHash: 'i' }), false],
  [
    'two short texts of one author',
    ofText({ storyHash: undefined }),
    ofText({ sourceId: 'two', storyHash: undefined }),
    false,
  ],
  ['one text after 7 days', ofText({}), ofText({ sourceId: 'two', seenAt: after(7 * DAY_MS) }), true],
  ['one text after more than 7 days', ofText({}), ofText({ sourceId: 'two', seenAt: after(7 * DAY_MS + 1) }), false],
  [
    'one text long ago, seen together',
    ofText({ publishedAt: SEEN }),
    ofText({ sourceId: 'two', publishedAt: after(-8 * DAY_MS) }),
    false,
  ],
  [
    'one text, seen late',
    ofText({ publishedAt: SEEN }),
    ofText({ sourceId: 'two', publishedAt: SEEN, seenAt: after(30 * DAY_MS) }),
    true,
  ],
])('%s: one story?', (_, a, b, expected) => {
  expect(sameStory(a, b)).toBe(expected);
  expect(sameStory(b, a)).toBe(expected);
});

test('two items of one source are never one story', () => {
  const facts = fc.record({
    sourceId: fc.constant('one'),
    canonicalUrl: fc.option(fc.constantFrom('u', 'v'), { nil: undefined }),
    storyHash: fc.option(fc.constantFrom('h', 'i'), { nil: undefined }),
    author: fc.option(fc.constantFrom('Maya', 'Ben'), { nil: undefined }),
    seenAt: fc.constant(SEEN),
  });
  fc.assert(fc.property(facts, facts, (a, b) => !sameStory(a, b)));
});
