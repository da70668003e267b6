import { expect, test } from '@jest/globals';
import { authorKey } from '../../src/domain/author.ts';
import type { Author } from '../../src/domain/item.ts';

const POST = 'https://blog.example/posts/1';

test.each<[string, Author, string | null, string | undefined]>([
  ['the handle, however it is written', { name: 'Maya', handle: '@Maya.Example' }, POST, '@maya.example'],
  ['the handle before the page', { handle: 'maya', url: 'https://a.example/maya' }, POST, '@maya'],
  [
    'the page that is theirs',
    { name: 'Maya', url: 'https://www.a.example/people/maya/' },
    POST,
    'https://a.example/people/maya',
  ],
  ['the name and its site', { name: ' Maya  ITO ' }, POST, 'maya ito at blog.example'],
  ['a home page is shared by many', { name: 'Maya', url: 'https://www.a.example/' }, POST, 'maya at a.example'],
  ['the name alone where there is no site', { name: 'Maya' }, null, 'maya'],
  ['nobody', {}, POST, undefined],
  ['nobody behind a name', { name: 'Anonymous' }, POST, undefined],
  ['nobody behind a handle', { handle: '[deleted]' }, POST, undefined],
  ['only white space', { name: ' \u200b ' }, POST, undefined],
])('an author is known by %s', (_, author, url, expected) => {
  expect(authorKey(author, url)).toBe(expected);
});

test('two long keys that differ at their end stay apart, within what an index keeps', () => {
  const long = 'x'.repeat(2_000);
  const keys = ['a', 'b'].map((end) => authorKey({ url: `https://a.example/${long}${end}` }, null) ?? '');
  expect(keys[0]).not.toBe(keys[1]);
  expect(keys.map((key) => key.length)).toEqual([300, 300]);
});
