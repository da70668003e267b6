import { expect, test } from '@jest/globals';
import { parseMarkdown } from '../../practice/web/text/markdown.ts';
import { parseMarkdownInline } from '../../practice/web/text/markdown-inline.ts';
import type { Flow, Inline } from '../../practice/web/text/nodes.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const bold = (...children: Inline[]): Inline => ({ kind: 'styled', style: 'bold', children });
const paragraph = (...children: Inline[]): Flow => ({ kind: 'paragraph', children });

test.each<[string, Inline[]]>([
  ['**b** and __b__', [bold(text('b')), text(' and '), bold(text('b'))]],
  [
    '*i* _i_',
    [
      { kind: 'styled', style: 'italic', children: [text('i')] },
      text(' '),
      { kind: 'styled', style: 'italic', children: [text('i')] },
    ],
  ],
  ['~~s~~', [{ kind: 'styled', style: 'strike', children: [text('s')] }]],
  ['***both***', [bold({ kind: 'styled', style: 'italic', children: [text('both')] })]],
  ['**a *b* c**', [bold(text('a '), { kind: 'styled', style: 'italic', children: [text('b')] }, text(' c'))]],
  ['`**code**`', [{ kind: 'code', text: '**code**' }]],
  ['[Acme](https://acme.dev/a_(b))', [{ kind: 'link', url: 'https://acme.dev/a_(b)', children: [text('Acme')] }]],
  ['<https://acme.dev>', [{ kind: 'link', url: 'https://acme.dev', children: [text('https://acme.dev')] }]],
  ['[bad](javascript:alert(1))', [text('[bad](javascript:alert(1))')]],
  [
    'snake_case_word 2*3*4',
    [text('snake_case_word 2'), { kind: 'styled', style: 'italic', children: [text('3')] }, text('4')],
  ],
  ['\\*not\\*', [text('*'), text('not'), text('*')]],
  ['<b>raw</b>', [text('<b>raw</b>')]],
])('reads the signs of %j', (source, nodes) => {
  expect(parseMarkdownInline(source)).toEqual(nodes);
});

test('reads blocks', () => {
  expect(parseMarkdown('# Head\n\none\ntwo\n\n---\n> said\n> twice')).toEqual([
    { kind: 'heading', level: 1, children: [text('Head')] },
    paragraph(text('one\ntwo')),
    { kind: 'rule' },
    { kind: 'quote', children: [paragraph(text('said\ntwice'))] },
  ]);
});

test('reads lists with their depth and start', () => {
  expect(parseMarkdown('- a\n- [x] b\n  - deep\n3. c\n4. d')).toEqual([
    { kind: 'list', ordered: false, indent: 0, start: 1, items: [[text('a')], [text('☑ b')]] },
    { kind: 'list', ordered: false, indent: 1, start: 1, items: [[text('deep')]] },
    { kind: 'list', ordered: true, indent: 0, start: 3, items: [[text('c')], [text('d')]] },
  ]);
});

test('reads fences and tables', () => {
  expect(parseMarkdown('```js\n# a\n```')).toEqual([{ kind: 'pre', text: '# a' }]);
  expect(parseMarkdown('| a | b |\n|---|:-:|\n| 1 | **2** |')).toEqual([
    { kind: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [bold(text('2'))]]] },
  ]);
});

test('a wall of signs is read in time', () => {
  const started = performance.now();
  for (const sign of ['**a ', '_a', '~~', '`', '[', '[a](', '<', '***', '- ', '> ', '|-', ':a']) {
    parseMarkdown(sign.repeat(4_000));
  }
  expect(performance.now() - started).toBeLessThan(3_000);
});
