import { expect, test } from '@jest/globals';
import { expected, openApp, openClient, openPractice } from './open-practice.ts';

const button = (text: string) => ({
  type: 'actions',
  block_id: 'buttons',
  elements: [{ type: 'button', action_id: 'claim', value: '7', text: { type: 'plain_text', text } }],
});

const modal = {
  type: 'modal' as const,
  callback_id: 'draft',
  title: { type: 'plain_text' as const, text: 'Draft' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'text',
      label: { type: 'plain_text', text: 'Reply' },
      element: { type: 'plain_text_input', action_id: 'reply', initial_value: 'Hello' },
    },
  ],
};

test('a press opens a modal, and its submission reaches the bot with what the person typed', async () => {
  const practice = await openPractice();
  const opened = expected<{ view?: { id?: string } }>();
  const submitted = expected<string | null | undefined>();
  const app = await openApp(practice, (bot) => {
    bot.action('claim', async ({ ack, body, client }) => {
      await ack();
      if ('trigger_id' in body) opened.arrive(await client.views.open({ trigger_id: body.trigger_id, view: modal }));
    });
    bot.view('draft', async ({ ack, view }) => {
      submitted.arrive(view.state.values.text?.reply?.value);
      await ack();
    });
  });
  const { ts } = await app.client.chat.postMessage({
    channel: 'C01COMMUNITY',
    text: 'A card',
    blocks: [button('Claim')],
  });
  const place = { channel: 'C01COMMUNITY', ts: ts ?? '' };
  const action = { type: 'button', action_id: 'claim', block_id: 'buttons', value: '7' };
  await practice.act({ act: 'press', as: 'U02BEN', place, action, values: {} });
  const { view } = await opened.promise;
  const values = { text: { reply: { type: 'plain_text_input', value: 'Thank you' } } };
  await practice.act({ act: 'submit', as: 'U02BEN', viewId: view?.id ?? '', values });
  expect(await submitted.promise).toBe('Thank you');
  expect(practice.seen.modals.get('U02BEN')).toEqual([]);
});

test('a slash command is answered to the person alone', async () => {
  const practice = await openPractice();
  await openApp(practice, (bot) => {
    bot.command('/community', async ({ ack, command }) => {
      await ack(`You said ${command.text}`);
    });
  });
  await practice.act({ act: 'command', as: 'U01ANA', channel: 'C05GENERAL', command: '/community', text: 'ask @ben' });
  expect(practice.seen.ephemerals).toMatchObject([
    { channel: 'C05GENERAL', person: 'U01ANA', message: { text: 'You said ask <@U02BEN|ben>' } },
  ]);
});

test('a reaction is told to the bot and can be read back in full', async () => {
  const practice = await openPractice();
  const heard = expected<{ reaction: string; user: string }>();
  await openApp(practice, (bot) => {
    bot.event('reaction_added', async ({ event }) => heard.arrive(event));
  });
  const client = openClient(practice);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C02APPROVALS', text: 'A ballot' });
  await practice.act({
    act: 'react',
    as: 'U03CHI',
    channel: 'C02APPROVALS',
    ts,
    name: 'thumbsup::skin-tone-3',
    on: true,
  });
  expect(await heard.promise).toMatchObject({ reaction: 'thumbsup::skin-tone-3', user: 'U03CHI', item: { ts } });
  const read = await client.reactions.get({ channel: 'C02APPROVALS', timestamp: ts, full: true });
  expect(read.message?.reactions).toEqual([{ name: 'thumbsup::skin-tone-3', users: ['U03CHI'], count: 1 }]);
});
