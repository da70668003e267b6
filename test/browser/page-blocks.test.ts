import { expect, test } from '@jest/globals';
import type { View } from '@slack/types';
import { interactiveTypes } from '../../practice/server/block-kit/interactive.ts';
import { knownBlocks } from '../../practice/server/block-kit/surfaces.ts';
import type { Block } from '../../practice/wire.ts';
import { messageAt, windows } from '../helpers/browser.ts';
import { practicePage } from '../helpers/practice-page.ts';

const channel = 'C01COMMUNITY';
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = { text: plain('One'), value: '1' };
const button = { type: 'button', text: plain('Go on') };
const row = (...cells: string[]) => cells.map((text) => ({ type: 'raw_text', text }));
const section = { type: 'rich_text_section', elements: [{ type: 'text', text: 'Rich words' }] };
const card = { type: 'card', title: mrkdwn('*A card*'), subtitle: mrkdwn('Bluesky'), body: mrkdwn('Its body') };

/** One of each, with the words that must be read on the page. */
const samples: Record<string, { block: Record<string, unknown>; words: string[] }> = {
  section: { block: { text: mrkdwn('A section'), fields: [plain('A field')] }, words: ['A section', 'A field'] },
  header: { block: { text: plain('A header') }, words: ['A header'] },
  context: { block: { elements: [mrkdwn('A context')] }, words: ['A context'] },
  actions: { block: { elements: [button] }, words: ['Go on'] },
  context_actions: {
    block: {
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { text: plain('Helpful'), value: 'y' },
          negative_button: { text: plain('Useless'), value: 'n' },
        },
        { type: 'icon_button', icon: 'trash', text: plain('Throw away') },
      ],
    },
    words: ['Helpful', 'Useless'],
  },
  divider: { block: {}, words: [] },
  image: { block: { image_url: 'https://img.example/1.png', alt_text: 'A lantern' }, words: ['A lantern'] },
  input: { block: { label: plain('Your name'), element: { type: 'plain_text_input' } }, words: ['Your name'] },
  rich_text: { block: { elements: [section] }, words: ['Rich words'] },
  markdown: { block: { text: 'Some **bold** words' }, words: ['Some bold words'] },
  table: { block: { rows: [row('Network'), row('Lemmy')] }, words: ['Network', 'Lemmy'] },
  data_table: { block: { caption: 'By network', rows: [row('Name'), row('Lemmy')] }, words: ['By network', 'Lemmy'] },
  data_visualization: {
    block: { title: 'Shares', chart: { type: 'pie', segments: [{ label: 'Lemmy', value: 3 }] } },
    words: ['Shares', 'Lemmy (3)'],
  },
  card: { block: { ...card, actions: [button] }, words: ['A card', 'Bluesky', 'Its body', 'Go on'] },
  carousel: { block: { elements: [card, { ...card, title: mrkdwn('Another') }] }, words: ['A card', 'Another'] },
  container: {
    block: {
      title: plain('The night'),
      subtitle: plain('Three mentions'),
      child_blocks: [{ type: 'section', text: mrkdwn('Inside') }],
    },
    words: ['The night', 'Three mentions', 'Inside'],
  },
  alert: { block: { level: 'warning', text: mrkdwn('Take care') }, words: ['warning:', 'Take care'] },
  video: {
    block: {
      title: plain('How to export'),
      alt_text: 'A laptop',
      video_url: 'https://v.example/1',
      thumbnail_url: 'https://v.example/1.png',
    },
    words: ['How to export', 'A laptop'],
  },
  // Slack has these, but takes them from no app, or only while it streams: they are put into the workspace directly.
  file: { block: { external_id: 'ABC' }, words: ['A remote file', 'ABC'] },
  task_card: { block: { task_id: '1', title: 'Look it up', status: 'complete' }, words: ['Look it up', 'Done'] },
  plan: {
    block: { title: 'A plan', tasks: [{ title: 'Ask', status: 'pending' }] },
    words: ['A plan', 'Ask', 'Waiting'],
  },
};

/** What an input of each kind shows; the rest of its element. */
const inputs: Record<string, { element?: Record<string, unknown>; words: string }> = {
  static_select: { element: { options: [option], initial_option: option }, words: 'One' },
  multi_static_select: { element: { options: [option], initial_options: [option] }, words: 'One' },
  external_select: { element: { initial_option: option }, words: 'One' },
  multi_external_select: { element: { initial_options: [option] }, words: 'One' },
  users_select: { element: { initial_user: 'U03CHI' }, words: 'Chi Tanaka' },
  multi_users_select: { element: { initial_users: ['U03CHI'] }, words: 'Chi Tanaka' },
  channels_select: { element: { initial_channel: 'C05GENERAL' }, words: 'general' },
  multi_channels_select: { element: { initial_channels: ['C05GENERAL'] }, words: 'general' },
  conversations_select: { element: { initial_conversation: 'C05GENERAL' }, words: 'general' },
  multi_conversations_select: { element: { initial_conversations: ['C05GENERAL'] }, words: 'general' },
  radio_buttons: { element: { options: [option] }, words: 'One' },
  checkboxes: { element: { options: [option] }, words: 'One' },
  datepicker: { element: { initial_date: '2026-12-31' }, words: 'December 31st, 2026' },
  timepicker: { element: { initial_time: '09:30' }, words: '09:30' },
  datetimepicker: { words: 'Select a date' },
  plain_text_input: { element: { initial_value: 'Words' }, words: 'Words' },
  number_input: { element: { is_decimal_allowed: false, initial_value: '7' }, words: '7' },
  email_text_input: { element: { initial_value: 'ana@acme.example' }, words: 'ana@acme.example' },
  url_text_input: { element: { initial_value: 'https://acme.example' }, words: 'https://acme.example' },
  rich_text_input: { element: { placeholder: plain('Write here') }, words: 'Write here' },
  file_input: { words: 'Add a file' },
};

const NOT_DRAWN = /the practice page does not/;
const work = practicePage((app) => {
  app.shortcut('log_mention', async ({ ack, shortcut, client }) => {
    await ack();
    const alert = { type: 'alert', ...samples.alert?.block };
    const blocks = Object.entries(inputs).map(([type, { element }]) => ({
      type: 'input',
      block_id: type,
      label: plain(`Your ${type}`),
      element: { type, ...element },
    }));
    const view = { type: 'modal', title: plain('Inputs'), submit: plain('Save'), blocks: [alert, ...blocks] };
    await client.views.open({ trigger_id: shortcut.trigger_id, view: view as View });
  });
});
const { open } = windows();

/** Shows a message with this block alone; what no app may post is put into the workspace directly. */
async function show(type: string): Promise<{ ts: string }> {
  const blocks = [{ type, ...samples[type]?.block }] as Block[];
  const isPosted = knownBlocks[type]?.surfaces.includes('message') === true;
  const { ts = '' } = await work.client.chat.postMessage({
    channel,
    text: type,
    blocks: isPosted ? blocks : undefined,
  });
  const { messages } = work.practice.state;
  const posted = messages.get(channel)?.map((one) => (one.ts === ts && !isPosted ? { ...one, blocks } : one));
  messages.set(channel, posted ?? []);
  return { ts };
}

test('every block is drawn with its words, and none as a placeholder', async () => {
  expect(Object.keys(knownBlocks).filter((type) => !(type in samples))).toEqual([]);
  const shown: [type: string, at: { ts: string }][] = [];
  for (const type of Object.keys(samples)) shown.push([type, await show(type)]);
  const page = await open(work.practice.url);
  for (const [type, at] of shown) {
    const block = messageAt(page, at).locator(`.block-${type}`).first();
    await block.waitFor({ state: 'attached' });
    const said = (await block.textContent()) ?? '';
    expect(said).not.toMatch(NOT_DRAWN);
    for (const words of samples[type]?.words ?? []) expect(said).toContain(words);
  }
}, 60_000);

test('every input is drawn with what it holds, and none as a placeholder', async () => {
  const elements = [...interactiveTypes].filter((type) => !/button$|feedback_buttons|overflow/.test(type));
  expect(Object.keys(inputs).sort()).toEqual(elements.sort());
  const page = await open(work.practice.url);
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await page.getByRole('menuitem', { name: /^Log a mention/ }).click();
  const form = page.getByRole('dialog', { name: 'Inputs' });
  await form.waitFor();
  for (const [type, { words }] of Object.entries(inputs)) {
    const held = await page.evaluate(`(() => {
      const block = document.querySelector('[data-block-id="${type}"]');
      const fields = [...block.querySelectorAll('input, textarea')];
      return [block.textContent, ...fields.flatMap((one) => [one.value, one.placeholder])].join(' ');
    })()`);
    expect(held).not.toMatch(NOT_DRAWN);
    expect(held).toContain(words);
  }
}, 60_000);
