import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { modalOf } from '../helpers/browser.ts';
import { clickedWorkplace, press } from '../helpers/clicks.ts';

const { work, open } = clickedWorkplace();

/** Keeps a picture, for whoever wants to look: PICTURES_OF_REPORTS=folder. */
async function picture(seen: Locator | Page, name: string): Promise<void> {
  const folder = process.env.PICTURES_OF_REPORTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await seen.screenshot());
}

/** Types a command where the person is, and gives the answer that they alone see. */
async function ask(page: Page, command: string): Promise<Locator> {
  const composer = page.getByRole('textbox', { name: /^Message/ });
  await composer.fill(command);
  await composer.press('Enter');
  const answer = page.locator('.message-hidden').filter({ hasText: 'Report: ' }).last();
  await answer.waitFor();
  return answer;
}

test.each([false, true])(
  'a report is asked for, looked at, shared and exported by clicks alone (dark: %s)',
  async (dark) => {
    const look = dark ? 'dark' : 'light';
    const page = await open(work.url, { dark, height: 1500 });
    const answer = await ask(page, '/community report by network month');
    await answer.getByText('In numbers').waitFor();
    expect(await answer.getByRole('img').count()).toBeGreaterThanOrEqual(1);
    await answer.scrollIntoViewIfNeeded();
    await picture(answer, `slack-${look}`);

    await press(answer, 'Share in a channel…');
    const form = await modalOf(page, 'Share the report');
    await picture(page, `share-${look}`);
    await press(form, 'Share');
    await form.waitFor({ state: 'detached' });
    const shared = page.locator('.message:not(.message-hidden)').filter({ hasText: 'Shared by @Ben Okoro' }).last();
    await shared.waitFor();

    await press(shared, 'Export');
    await shared.getByRole('button', { name: /1 reply/ }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    const files = thread.getByRole('list', { name: 'Files' });
    await files.waitFor();
    await picture(page, `files-${look}`);
    const names = await files.getByRole('link').allTextContents();
    expect(names.map((name) => name.split('.').at(-1))).toEqual(['html', 'csv']);

    await press(answer, 'Export');
    await page.getByText('I sent you the report as a direct message.').last().waitFor();
  },
  90_000,
);

test('whoever asks for what cannot be read is told how to ask', async () => {
  const page = await open(work.url);
  const composer = page.getByRole('textbox', { name: /^Message/ });
  await composer.fill('/community report last week');
  await composer.press('Enter');
  const told = page.locator('.message-hidden').last();
  await told.getByText('I have no report for “last week”. You may ask for today, week, month').waitFor();
});
