import { expect, test } from '@jest/globals';
import { unwrapMrkdwn } from '../../src/domain/unwrap-mrkdwn.ts';

test.each([
  ['no markup: 1 < 2 and *bold*', 'no markup: 1 < 2 and *bold*'],
  ['see <https://acme.dev/x|our page>', 'see our page (https://acme.dev/x)'],
  ['see <https://acme.dev/x>', 'see https://acme.dev/x'],
  ['see <https://acme.dev/|acme.dev>', 'see https://acme.dev/'],
  ['write to <mailto:maya@x.example|maya@x.example>', 'write to maya@x.example'],
  ['<@U0BEN|ben>, <@U0ANA> and <#C0GEN|community>, <#C1|>', '@ben, @somebody and #community, #channel'],
  ['<!here> <!subteam^S1|@support> <!subteam^S1>', '@here @support @subteam'],
  ['<!date^1392734382^{date}|18 February 2014>', '18 February 2014'],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['<>', '<>'],
])('the text %j reads %j', (text, read) => {
  expect(unwrapMrkdwn(text)).toBe(read);
});

test('a long run of brackets is read in no time', () => {
  const started = performance.now();
  unwrapMrkdwn('<'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
