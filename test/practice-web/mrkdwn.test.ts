import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMrkdwn } from '../../practice/web/text/mrkdwn.ts';
import { parseMrkdwnInline } from '../../practice/web/text/mrkdwn-inline.ts';
import { decodeEntities, type Flow, type Inline } from '../../practice/web/text/nodes.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const link = (url: string, label = url): Inline => ({ kind: 'link', url, children: [text(label)] });
const styled = (style: 'bold' | 'italic' | 'strike', ...children: Inline[]): Inline => ({
  kind: 'styled',
  style,
  children,
});

test.each<[string, Inline[]]>([
  ['plain words', [text('plain words')]],
  [
    '*bold* _it_ ~no~',
    [styled('bold', text('bold')), text(' '), styled('italic', text('it')), text(' '), styled('strike', text('no'))],
  ],
  ['*_both_*', [styled('bold', styled('italic', text('both')))]],
  ['(*bold*),', [text('('), styled('bold', text('bold')), text('),')]],
  ['2 * 3 * 4', [text('2 * 3 * 4')]],
  ['snake_case_word', [text('snake_case_word')]],
  ['*open', [text('*open')]],
  ['*no\nlines*', [text('*no\nlines*')]],
  ['* spaced *', [text('* spaced *')]],
  ['`*code* &lt;b&gt;`', [{ kind: 'code', text: '*code* <b>' }]],
  ['*a `*` b*', [styled('bold', text('a '), { kind: 'code', text: '*' }, text(' b'))]],
])('reads the signs of %j', (source, nodes) => {
  expect(parseMrkdwnInline(source)).toEqual(nodes);
});

test.each<[string, Inline[]]>([
  ['<@U1>', [{ kind: 'user', id: 'U1', label: '' }]],
  ['<@U1|ana>', [{ kind: 'user', id: 'U1', label: 'ana' }]],
  ['<#C1|general>', [{ kind: 'channel', id: 'C1', label: 'general' }]],
  ['<!subteam^S1|@leads>', [{ kind: 'usergroup', id: 'S1', label: '@leads' }]],
  ['<!here>', [{ kind: 'broadcast', range: 'here' }]],
  ['<https://acme.dev|Acme &amp; co>', [link('https://acme.dev', 'Acme & co')]],
  ['<https://acme.dev/?a=1&amp;b=2>', [link('https://acme.dev/?a=1&b=2')]],
  ['<mailto:ana@acme.dev>', [link('mailto:ana@acme.dev', 'ana@acme.dev')]],
  [
    ':tada::+1::skin-tone-3:',
    [
      { kind: 'emoji', name: 'tada' },
      { kind: 'emoji', name: '+1::skin-tone-3' },
    ],
  ],
  [
    '<!date^1700000000^{date} at {time}^https://acme.dev|then>',
    [{ kind: 'date', timestamp: 1_700_000_000, format: '{date} at {time}', url: 'https://acme.dev', fallback: 'then' }],
  ],
  ['<!date^soon^{date}|later>', [text('later')]],
])('reads the token %j', (source, nodes) => {
  expect(parseMrkdwnInline(source)).toEqual(nodes);
});

test.each<[string, Inline[]]>([
  ['see https://acme.dev/a_b_c.', [text('see '), link('https://acme.dev/a_b_c'), text('.')]],
  ['(https://acme.dev/x)', [text('('), link('https://acme.dev/x'), text(')')]],
  ['https://acme.dev/?a=1&amp;b=2', [link('https://acme.dev/?a=1&b=2')]],
  ['*https://acme.dev*', [styled('bold', link('https://acme.dev'))]],
])('makes the bare address in %j a link', (source, nodes) => {
  expect(parseMrkdwnInline(source)).toEqual(nodes);
});

test('leaves bare addresses alone when verbatim', () => {
  expect(parseMrkdwnInline('https://acme.dev', { verbatim: true })).toEqual([text('https://acme.dev')]);
});

test.each([
  '<script>alert(1)</script>',
  '<javascript:alert(1)|click>',
  '<data:text/html,x>',
  '<JaVaScRiPt:alert(1)>',
  '<https:///evil|x>',
  '<>',
  '<!nonsense>',
  '<@>',
])('keeps %j as the text it is', (source) => {
  expect(parseMrkdwnInline(source)).toEqual([text(source)]);
});

test('undoes entities once', () => {
  expect(decodeEntities('&amp;lt;b&amp;gt; &lt;i&gt; &quot;')).toBe('&lt;b&gt; <i> &quot;');
  expect(parseMrkdwnInline('&lt;https://acme.dev&gt;')).toEqual([text('<'), link('https://acme.dev'), text('>')]);
  expect(parseMrkdwnInline('&lt;@U1&gt;')).toEqual([text('<@U1>')]);
});

test('reads quotes and fences', () => {
  const paragraph = (words: string): Flow => ({ kind: 'paragraph', children: [text(words)] });
  const quote = (words: string): Flow => ({ kind: 'quote', children: [paragraph(words)] });
  expect(parseMrkdwn('before\n&gt; one\n&gt; two\nafter')).toEqual([
    paragraph('before'),
    quote('one\ntwo'),
    paragraph('after'),
  ]);
  expect(parseMrkdwn('>one\n>two')).toEqual([quote('one\ntwo')]);
  expect(parseMrkdwn('&gt;&gt;&gt; all\nthe rest')).toEqual([quote('all\nthe rest')]);
  expect(parseMrkdwn('a\n```\nif (x &lt; 1) *go*\n```\nb')).toEqual([
    paragraph('a'),
    { kind: 'pre', text: 'if (x < 1) *go*' },
    paragraph('b'),
  ]);
  expect(parseMrkdwn('``` never closed')).toEqual([paragraph('``` never closed')]);
  expect(parseMrkdwn('')).toEqual([]);
});

const SIGNS = [
  '*',
  '_',
  '~',
  '`',
  '```',
  '<',
  '>',
  '|',
  ':',
  '\n',
  '&lt;',
  '&gt;',
  '@U1',
  '!here',
  'https://x',
  ' ',
  'a',
];

test('whatever the text, the parser ends and every link is safe', () => {
  const hostile = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(hostile, (source) => {
      for (const url of linksOf(parseMrkdwn(source))) expect(url).toMatch(/^(https?:\/\/|mailto:|tel:)/);
    }),
  );
});

test('a wall of signs is read in time', () => {
  const started = performance.now();
  for (const sign of ['*a ', '_a ', '~', '`', '<', '*_~', ':a', '>', '&gt;\n', '```']) parseMrkdwn(sign.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(3_000);
});

function linksOf(nodes: (Flow | Inline)[]): string[] {
  return nodes.flatMap((node) => {
    const own = node.kind === 'link' || (node.kind === 'date' && node.url) ? [node.url] : [];
    return 'children' in node ? [...own, ...linksOf(node.children)] : own;
  });
}
