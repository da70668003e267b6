import { expect, test } from '@jest/globals';
import { heardMessage } from '../../src/views/heard-message.ts';
import { logModal } from '../../src/views/log-modal.ts';
import { viewProblems } from './limits.ts';

const mail = {
  filetype: 'email',
  subject: 'Export',
  plain_text: 'It times out.',
  from: [{ name: 'Maya Ito', original: 'Maya Ito <maya@x.example>' }],
};

test.each([
  [
    'a colleague’s words',
    { user: 'U0BEN', text: 'Maya &amp; Jo say <https://x.example|this>' },
    { network: 'chat', author: '', text: 'Maya & Jo say this (https://x.example)', userId: 'U0BEN' },
  ],
  [
    'a shared message',
    { user: 'U0BEN', text: 'look', attachments: [{ author_name: 'Maya Ito', text: 'The export times out.' }] },
    { network: 'chat', author: 'Maya Ito', text: 'look\n\nThe export times out.', userId: undefined },
  ],
  [
    'a forwarded e-mail',
    { user: 'USLACKBOT', text: '', files: [{ filetype: 'png' }, mail] },
    { network: 'email', author: 'Maya Ito', text: 'Export\n\nIt times out.', userId: undefined },
  ],
  [
    'an app’s message',
    { bot_profile: { name: 'Help desk' }, text: 'A ticket' },
    { network: 'chat', author: 'Help desk', text: 'A ticket', userId: undefined },
  ],
])('%s becomes what the form is filled with', (_, message, heard) => {
  expect(heardMessage(message)).toEqual(heard);
});

test.each([undefined, null, 'x', 7, [], { text: 5, files: 'x', attachments: [null, 3], user: {} }, { files: [{}] }])(
  'the message %j tells nothing and breaks nothing',
  (message) => {
    expect(heardMessage(message)).toEqual({ network: 'chat', author: '', text: '', userId: undefined });
  },
);

test('however long the message, the form keeps Slack’s limits', () => {
  for (const text of ['😀'.repeat(5_000), '<&'.repeat(9_000), 'x'.repeat(40_000)]) {
    const view = logModal([{ id: 1, name: 'Acme' }], { network: 'chat', author: text, text });
    expect(viewProblems(view)).toEqual([]);
    const lengths =
      JSON.stringify(view)
        .match(/"initial_value":"[^"]*"/g)
        ?.map((one) => one.length - 18) ?? [];
    expect(lengths).toHaveLength(2);
    for (const length of lengths) expect(length).toBeLessThanOrEqual(3_000);
  }
});
