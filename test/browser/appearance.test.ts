import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goTo, messageAt, modalOf, windows } from '../helpers/browser.ts';
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

/** What sticks out of the window at its sides, and boxes whose content does not fit and cannot be scrolled to. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const told = [];
    if (document.documentElement.scrollWidth > innerWidth) told.push('the page is ' + document.documentElement.scrollWidth + ' wide');
    for (const one of document.querySelectorAll('body *')) {
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      if (box.width === 0 || style.visibility === 'hidden' || one.closest('svg, .visually-hidden')) continue;
      const name = one.tagName.toLowerCase() + '.' + String(one.className);
      const scrolls = one.parentElement?.closest('.table-scroll, .sidebar, pre');
      if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls) told.push(name + ' ends at ' + Math.round(box.right));
      const hides = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis';
      if (hides && one.scrollWidth > one.clientWidth + 1) told.push(name + ' hides a part of itself');
    }
    return told;
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
