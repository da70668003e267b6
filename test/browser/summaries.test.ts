import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withoutCharts } from '../../src/views/chart-block.ts';
import { summaryMessage } from '../../src/views/summary-message.ts';
import { messageAt, windows } from '../helpers/browser.ts';
import { practicePage } from '../helpers/practice-page.ts';
import { SUMMARIES } from '../sentences/summaries.ts';

const channel = 'C01COMMUNITY';
const work = practicePage(() => {});
const { open } = windows();

test.each(Object.entries(SUMMARIES))('%s is taken by Slack as it is, and drawn', async (name, facts) => {
  const { text, blocks } = summaryMessage(facts);
  const posted = await work.client.chat.postMessage({ channel, text, blocks: blocks as never });
  for (const dark of [false, true]) {
    const page = await open(work.practice.url, { dark, height: 1400 });
    const shown = messageAt(page, { ts: posted.ts ?? '' });
    await shown.getByText(/left out/i).waitFor();
    expect(await shown.locator('.block-data_visualization').count()).toBe(withoutCharts({ blocks }) ? 1 : 0);
    const folder = process.env.PICTURES;
    if (folder)
      await shown.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}-${dark ? 'dark' : 'light'}.png`) });
  }
});
