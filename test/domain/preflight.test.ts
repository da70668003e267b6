import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wrongName } from '../../src/domain/preflight/greeting.ts';
import { oddLinks } from '../../src/domain/preflight/links.ts';
import { placeholders } from '../../src/domain/preflight/placeholders.ts';
import { preflight, stopsIn } from '../../src/domain/preflight.ts';
import { minutesAgo } from '../helpers/facts.ts';
import { HOSTILE } from '../views/any-facts.ts';

const FINE = { text: 'Sorry about that.', maxChars: 300, forbiddenWords: [] };

test.each([
  ['Hi [name], sorry', ['[name]']],
  ['Hi [First Name], see [your link]', ['[First Name]', '[your link]']],
  ['Hi {name}, hi {{ first_name }}, hi {firstName}', ['{name}', '{{ first_name }}', '{firstName}']],
  ['[insert link here]', ['[insert link here]']],
  ['TODO: the numbers', ['TODO']],
  ['It is fixed in XXX.', ['XXX']],
  ['FIXME, TBD', ['FIXME', 'TBD']],
  ['Set {name} in `{url}` and ```\n[name]\n```', ['{name}']],
])('%j still waits to be filled in: %j', (text, found) => {
  expect(placeholders(text)).toEqual(found);
});

test.each([
  'See [the docs](https://acme.dev) and [1], [sic], [edit]',
  'Use `{name}` in the template.',
  'GET /users/{id} and ?user={name} and array[name]',
  'Your TODO list and the TODO apps are back.',
  'Size XXL, not XXXL; todo, xxx.',
  'arr = [a, b]; {"a": 1}',
  'Nothing here.',
  '<title> and <name>',
  '[]{}[ ]{ }',
])('%j waits for nothing', (text) => {
  expect(placeholders(text)).toEqual([]);
});

test.each([
  ['ftp://acme.dev/file', 'scheme'],
  ['javascript:alert', 'scheme'],
  ['JAVASCRIPT:alert', 'scheme'],
  ['https://acme.dev@evil.example/x', 'user_name'],
  ['https://user:pass@acme.dev', 'user_name'],
  ['http://127.0.0.1:4000/x', 'address'],
  ['http://2130706433/', 'address'],
  ['http://[::1]/', 'address'],
  ['https://аcme.com', 'look_alike'],
  ['https://xn--cme-7cd.com/login', 'look_alike'],
  ['https://xn--80ak6aa92e.com', 'look_alike'],
])('the link %s is odd: %s', (link, why) => {
  expect(oddLinks(`See ${link}.`)).toEqual([{ link, why }]);
});

test.each([
  'https://acme.dev/a?b=c#d',
  'http://münchen.de and https://xn--mnchen-3ya.de/',
  'https://例え.jp',
  'https://пример.рф',
  'https://пример.com',
  'Note: see acme.dev, mail me at a@b.example, ratio 3:4, data: none',
  'http://',
])('nothing is odd about %s', (text) => {
  expect(oddLinks(text)).toEqual([]);
});

test.each([
  ['Hi Maria, sorry', { name: 'Maya Ito' }, 'Maria'],
  ['Dear Maria Silva!\nSorry', { name: 'Maya' }, 'Maria Silva'],
  ['hello Maria –', { name: 'Maya Ito', handle: 'maya.example' }, 'Maria'],
  ['Hallo Herr Schmidt,', { name: 'Anna Schulz' }, 'Herr Schmidt'],
])('%j greets somebody who is not %j: %s', (text, author, greeted) => {
  expect(wrongName(text, author)).toEqual({ greeted, author: author.name });
});

test.each([
  ['Hi Maya, sorry', { name: 'Maya Ito' }],
  ['Dear Ms Ito,', { name: 'Maya Ito' }],
  ['Hi José!', { name: 'Jose Silva' }],
  ['Hi Max,', { name: 'Maximilian Bauer' }],
  ['Hi Maximilian,', { name: 'Max Bauer' }],
  ['Hi Maria,', { name: 'Silva Accounting', handle: 'maria.silva' }],
  ['Hi Maria,', { name: 'acme-fan-99' }],
  ['Hi Maria,', { name: 'ACME' }],
  ['Hi Maria,', { name: '前田' }],
  ['Hi Maria,', {}],
  ['Hi Maria,', { handle: 'maya' }],
  ['Hi there, Hi all,', { name: 'Maya Ito' }],
  ['Hello Everyone!', { name: 'Maya Ito' }],
  ['Hi Thanks for telling us', { name: 'Maya Ito' }],
  ['Sorry. Hi Maria,', { name: 'Maya Ito' }],
  ['Мария, привет', { name: 'Maya Ito' }],
])('%j to %j greets nobody wrongly', (text, author) => {
  expect(wrongName(text, author)).toBeUndefined();
});

test.each([
  ['too long for the network', { text: 'x'.repeat(301) }, { kind: 'too_long', maxChars: 300, chars: 301 }],
  ['a forbidden word', { text: 'It is CHEAP!', forbiddenWords: ['cheap', 'free'] }, { kind: 'forbidden_word' }],
  ['a placeholder', { text: 'Hi [name]' }, { kind: 'placeholder', found: '[name]' }],
])('%s stops the reply', (_, facts, finding) => {
  expect(preflight({ ...FINE, ...facts })).toMatchObject([{ severity: 'stops', ...finding }]);
});

test.each([
  ['a forbidden word within another', { text: 'Cheaper than freedom', forbiddenWords: ['cheap', 'free'] }],
  ['a forbidden word that is nothing', { forbiddenWords: ['', '™'] }],
  ['as many characters as the network takes', { text: '😀'.repeat(300) }],
  ['a handle that only begins like a call', { text: 'Thanks @channelfour and a@here.example' }],
])('%s is in order', (_, facts) => {
  expect(preflight({ ...FINE, ...facts })).toEqual([]);
});

test.each([
  ['the original is gone', { originalGone: true }, { kind: 'original_gone' }],
  ['the original has changed', { originalChanged: true }, { kind: 'original_changed' }],
  ['somebody calls a channel', { text: 'Thanks, @Channel!' }, { kind: 'ping', word: '@Channel' }],
  ['somebody calls a channel as Slack does', { text: 'Thanks <!here>' }, { kind: 'ping', word: '<!here>' }],
  ['a link is odd', { text: 'ftp://acme.dev' }, { kind: 'odd_link', why: 'scheme' }],
  ['the name is wrong', { text: 'Hi Maria,', author: { name: 'Maya' } }, { kind: 'wrong_name', greeted: 'Maria' }],
  [
    'somebody replied already',
    { earlier: [{ by: 'U0BEN', at: minutesAgo(60), link: null }] },
    { kind: 'replied_already', by: 'U0BEN' },
  ],
])('when %s, the person who posts it is warned', (_, facts, finding) => {
  expect(preflight({ ...FINE, ...facts })).toMatchObject([{ severity: 'warns', ...finding }]);
});

test('what stops comes first, each thing is told once, and of one kind no more than three', () => {
  const text = `Hi Maria, [name] [name] TODO [link] {url} ${'ftp://a.b/1 ftp://a.b/2 ftp://a.b/3 ftp://a.b/4'}`;
  const found = preflight({ ...FINE, text, author: { name: 'Maya' } });
  expect(found.map(({ severity }) => severity)).toEqual([...found.map(({ severity }) => severity)].sort());
  expect(found.map(({ kind }) => kind)).toEqual([
    ...['placeholder', 'placeholder', 'placeholder'],
    'wrong_name',
    ...['odd_link', 'odd_link', 'odd_link'],
  ]);
});

test('whatever the text, the checks end soon, and their stops are those of the text alone', () => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 500 }), fc.lorem());
  const texts = fc.array(text, { maxLength: 3 });
  fc.assert(
    fc.property(text, texts, text, (said, forbiddenWords, name) => {
      const facts = { text: said, maxChars: 300, forbiddenWords, author: { name, handle: name } };
      const found = preflight(facts);
      expect(found.filter(({ severity }) => severity === 'stops')).toEqual(stopsIn(facts));
      expect(found.length).toBeLessThanOrEqual(17);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['['.repeat(3000)],
  ['{'.repeat(3000)],
  ['`'.repeat(2999)],
  [`Hi ${'A'.repeat(3000)}`],
  [`Hi ${'Ab '.repeat(1000)}`],
  ['a://'.repeat(750)],
  [`http://${'a.'.repeat(1400)}`],
])('a text that is made to keep the checks busy does not: %.20s', (text) => {
  const began = performance.now();
  preflight({ ...FINE, text, author: { name: 'Maya Ito' } });
  expect(performance.now() - began).toBeLessThan(200);
});
