import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goTo, messageAt, modalOf, windows } from '../helpers/browser.ts';
import { sticksOut } from '../helpers/sticks-out.ts';
import { askForVotes, calm, workplace } from '../helpers/workplace.ts';

const work = workplace();
const { open } = windows();

// A card that arrives pushes the others up, away from the mouse.
beforeAll(() => calm(work.dana), 60_000);

/** How bright the page's ground and its words are, from 0 to 255. */
function brightness(page: Page): Promise<{ ground: number; words: number }> {
  return page.evaluate(`(() => {
    const bright = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0) / 3;
    const grounds = [];
    for (let one = document.querySelector('.message'); one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/^rgba\\(.*, 0\\)$/.test(colour)) grounds.push(bright(colour));
    }
    return { ground: grounds[0], words: bright(getComputedStyle(document.querySelector('.message')).color) };
  })()`);
}

test('colours follow the system, and the switch turns them around and is remembered', async () => {
  const page = await open(work.url, { dark: true });
  await messageAt(page, await work.freshCard()).waitFor();
  const dark = await brightness(page);
  expect(dark.ground).toBeLessThan(60);
  expect(dark.words).toBeGreaterThan(150);
  await page.getByRole('button', { name: 'Switch to light colours' }).click();
  await page.getByRole('button', { name: 'Switch to dark colours' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Switch to dark colours' }).waitFor();
  await page.locator('.message').first().waitFor();
  const light = await brightness(page);
  expect(light.ground).toBeGreaterThan(200);
  expect(light.words).toBeLessThan(100);
});

for (const [name, size] of [
  ['a laptop', { width: 1280, height: 800 }],
  ['a tablet', { width: 820, height: 1180 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`on ${name} nothing sticks out of the window`, async () => {
    const { ben, url } = work;
    const card = await work.freshCard();
    await askForVotes(ben, card, `A reply with one word that does not end: ${'x'.repeat(200)} (${name})`);
    const page = await open(url, size);
    await page.locator('.message').first().waitFor();
    expect(await sticksOut(page)).toEqual([]);
    for (const place of ['approvals', 'Porchlight', 'community']) {
      await goTo(page, place);
      await page.locator('.message, .home').first().waitFor();
      expect(await sticksOut(page)).toEqual([]);
    }
    await messageAt(page, card).getByRole('button', { name: 'More…' }).click();
    await modalOf(page, 'More');
    expect(await sticksOut(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }, 90_000);
}
