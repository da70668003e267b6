import { afterEach, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { actAs, goTo, messageAt, reads, windows } from '../helpers/browser.ts';
import { practicePage } from '../helpers/practice-page.ts';

const channel = 'C01COMMUNITY';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text });
const form = {
  type: 'modal' as const,
  callback_id: 'log',
  title: plain('Log a mention'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'answer',
      label: plain('Answer to use'),
      element: { type: 'external_select' as const, action_id: 'pick', min_query_length: 2 },
    },
    {
      type: 'input' as const,
      block_id: 'shot',
      label: plain('Screenshot'),
      element: { type: 'file_input' as const, action_id: 'files', filetypes: ['png'], max_files: 2 },
    },
  ],
};

const submitted: Record<string, Record<string, unknown>>[] = [];
const work = practicePage((app) => {
  for (const name of ['log_mention', 'log_message']) {
    app.shortcut(name, async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
  }
  app.options('pick', async ({ ack, options }) => {
    const all = ['Export times out', 'Export is slow', 'Login fails'];
    await ack({ options: all.filter((one) => one.toLowerCase().includes(options.value.toLowerCase())).map(option) });
  });
  app.view('log', async ({ ack, view }) => {
    await ack();
    submitted.push(view.state.values);
  });
  app.command('/community', async ({ ack }) => ack('Here is what I can do.'));
});
const { open } = windows();

afterEach(async () => {
  for (const [person, stack] of work.practice.seen.modals) {
    for (const { view } of stack.slice(0, 1)) {
      await work.practice.act({ act: 'close', as: person, viewId: view.id, all: true });
    }
  }
});

/** A message of the app in #community. */
async function post(text: string): Promise<{ ts: string }> {
  const { ts = '' } = await work.client.chat.postMessage({ channel, text });
  return { ts };
}

async function moreActions(page: Page, message: Locator): Promise<Locator> {
  await message.hover();
  await message.getByRole('button', { name: 'More actions…' }).click();
  return page.getByRole('menu', { name: 'Message actions' });
}

test('a shortcut starts from the composer; its form asks the app for options and keeps a file', async () => {
  const page = await open(work.practice.url);
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await page.getByRole('menuitem', { name: /^Log a mention/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Log a mention' });
  const menu = dialog.getByRole('combobox', { name: 'Answer to use' });
  await menu.fill('e');
  await page.getByText('Type 1 more character').waitFor();
  await menu.fill('exp');
  await page.getByRole('option', { name: 'Export is slow' }).waitFor();
  expect(await page.getByRole('option').count()).toBe(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await menu.inputValue()).toBe('Export is slow');
  const files = dialog.locator('input[type=file]');
  await files.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no') });
  await page.getByText('notes.txt is not one of these types: png.').waitFor();
  await files.setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: Buffer.from('yes') });
  await reads(dialog.locator('.file'), /screen\.png3 bytes/);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(submitted.at(-1)).toMatchObject({
    answer: { pick: { type: 'external_select', selected_option: { value: 'Export is slow' } } },
    shot: { files: { type: 'file_input', files: [{ id: expect.stringMatching(/^F/), name: 'screen.png', size: 3 }] } },
  });
});

test('a message has the shortcuts of the app in its menu, which arrows and Escape work', async () => {
  const page = await open(work.practice.url);
  const message = messageAt(page, await post('The export times out again'));
  const menu = await moreActions(page, message);
  await menu.getByRole('menuitem', { name: /^Log as a mention/ }).waitFor();
  expect(await menu.getByRole('menuitem', { name: /Delete/ }).count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Copy link');
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('More actions…');
  await (await moreActions(page, message)).getByRole('menuitem', { name: /^Log as a mention/ }).click();
  await page.getByRole('dialog', { name: 'Log a mention' }).waitFor();
});

test('an admin deletes what somebody else wrote, and is asked first', async () => {
  const page = await open(work.practice.url, { as: 'U01ANA' });
  const message = messageAt(page, await post('Posted by mistake'));
  const menu = await moreActions(page, message);
  await menu.getByRole('menuitem', { name: 'Delete message as an admin…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await message.waitFor({ state: 'detached' });
});

test('people and channels are completed while one writes', async () => {
  const page = await open(work.practice.url);
  const area = page.getByRole('textbox', { name: 'Message #community' });
  await area.pressSequentially('Ask @lim');
  await page.getByRole('option', { name: /Ana Lima/ }).waitFor();
  await page.keyboard.press('Enter');
  expect(await area.inputValue()).toBe('Ask @Ana Lima ');
  await area.pressSequentially('in #want');
  await page.keyboard.press('Tab');
  expect(await area.inputValue()).toBe('Ask @Ana Lima in #help-wanted ');
  await area.pressSequentially('@nobody-of-that-name');
  expect(await page.getByRole('listbox').count()).toBe(0);
  await area.fill('Ask @Ana Lima in #help-wanted');
  await page.keyboard.press('Enter');
  await reads(page.locator('.message').last(), /Ask @Ana Lima in #help-wanted/);
  await actAs(page, 'Ana');
  await page.locator('.message').last().locator('.mention-me').waitFor();
});

test('a thread is opened, answered and closed; what others answer later is marked as new until it is read', async () => {
  const page = await open(work.practice.url);
  const { ts } = await post('A mention to talk about');
  const message = page.locator(`.message-scroll [data-ts="${ts}"]`);
  await message.hover();
  await message.getByRole('button', { name: 'Reply in thread' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await page.keyboard.type('I know them.');
  await page.keyboard.press('Enter');
  await reads(thread, /1 reply.*I know them\./s);
  await page.keyboard.press('Escape');
  await thread.waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.dataset.ts')).toBe(ts);
  await work.practice.act({ act: 'say', as: 'U03CHI', channel, text: 'So do I.', threadTs: ts });
  await reads(message, /2 replies1 new/);
  await message.getByRole('button', { name: /2 replies/ }).click();
  await reads(thread, /So do I\./);
  await message.filter({ hasNotText: '1 new' }).waitFor();
});

test('what was said elsewhere is counted at its channel, and a line shows where the new begins', async () => {
  const page = await open(work.practice.url);
  await goTo(page, 'general');
  await post('While you were away');
  await page.getByRole('button', { name: /community 1 unread/ }).click();
  await page.getByText('New', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'community', exact: true }).waitFor();
});

test('what others say is told to whoever listens instead of looking', async () => {
  const page = await open(work.practice.url);
  await work.practice.act({ act: 'say', as: 'U03CHI', channel, text: 'Has anybody seen this?' });
  await reads(page.getByRole('log'), /^Chi Tanaka in #community: Has anybody seen this\?$/);
});

test('an empty channel says what to try, and each of it can be tried there and then', async () => {
  const page = await open(work.practice.url);
  await goTo(page, 'sales');
  await page.getByText('Nothing has been said here yet. What you can try:').waitFor();
  await page.getByRole('button', { name: 'Look behind the scenes' }).click();
  await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor();
  await page.getByRole('button', { name: 'Log a mention' }).click();
  await page.getByRole('dialog', { name: 'Log a mention' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ask what Porchlight can do' }).click();
  await reads(page.locator('.message'), /Only visible to you[\s\S]*Here is what I can do\./);
});
