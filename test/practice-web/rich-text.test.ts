import { expect, test } from '@jest/globals';
import { parseRichText } from '../../practice/web/text/rich-text.ts';

const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const read = (...elements: unknown[]) => parseRichText({ type: 'rich_text', elements: [section(...elements)] });
const paragraph = (...children: unknown[]) => [{ kind: 'paragraph', children }];

test('reads styles, code inside of them', () => {
  expect(read({ type: 'text', text: 'a', style: { bold: true, code: true } })).toEqual(
    paragraph({ kind: 'styled', style: 'bold', children: [{ kind: 'code', text: 'a' }] }),
  );
});

test('never reads markup in a text', () => {
  expect(read({ type: 'text', text: '*a* <!channel> <b> &lt;' })).toEqual(
    paragraph({ kind: 'text', text: '*a* <!channel> <b> &lt;' }),
  );
});

test('keeps a dangerous link as its words', () => {
  expect(read({ type: 'link', url: 'javascript:alert(1)', text: 'click' })).toEqual(
    paragraph({ kind: 'text', text: 'click' }),
  );
  expect(read({ type: 'date', timestamp: 1, format: '{ago}', url: 'data:x' })).toEqual(
    paragraph({ kind: 'date', timestamp: 1, format: '{ago}', url: '', fallback: '' }),
  );
});

test('reads people, channels, groups, emoji and broadcasts', () => {
  expect(
    read(
      { type: 'user', user_id: 'U1' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'emoji', name: 'tada' },
      { type: 'broadcast', range: 'here' },
    ),
  ).toEqual(
    paragraph(
      { kind: 'user', id: 'U1', label: '' },
      { kind: 'channel', id: 'C1', label: '' },
      { kind: 'usergroup', id: 'S1', label: '' },
      { kind: 'emoji', name: 'tada' },
      { kind: 'broadcast', range: 'here' },
    ),
  );
});

test('reads lists, quotes and code', () => {
  const elements = [
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 1,
      offset: 2,
      elements: [section({ type: 'text', text: 'a' })],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'said' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a < b' }] },
    { type: 'something_new' },
  ];
  expect(parseRichText({ type: 'rich_text', elements })).toEqual([
    { kind: 'list', ordered: true, indent: 1, start: 3, items: [[{ kind: 'text', text: 'a' }]] },
    { kind: 'quote', children: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'said' }] }] },
    { kind: 'pre', text: 'a < b' },
  ]);
});

test.each([undefined, null, 7, 'x', [], {}, { elements: 'x' }, { elements: [null, 1, { elements: 3 }] }])(
  'survives %j',
  (value) => {
    expect(parseRichText({ type: 'rich_text', elements: value })).toEqual([]);
    expect(() => read(value)).not.toThrow();
  },
);
