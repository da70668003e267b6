import { afterEach, beforeAll } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Windows, windows } from './browser.ts';
import { calm, type Workplace, workplace } from './workplace.ts';

/** The whole program with its page, for stories told by clicks alone. */
export function clickedWorkplace(): { work: Workplace } & Windows {
  const work = workplace();
  // A card that arrives pushes the others up, away from the mouse.
  beforeAll(() => calm(work.dana), 60_000);
  // A modal that a failed test left open would stand before the next one.
  afterEach(async () => {
    for (const person of [work.ana, work.ben, work.chi, work.dana]) await person.closeAll();
  });
  return { work, ...windows() };
}

/** Presses the button of exactly this name. */
export function press(where: Locator, name: string): Promise<void> {
  return where.getByRole('button', { name, exact: true }).click();
}

/** Types into a list to choose from, and takes what it offers first. */
export async function choose(form: Locator, label: string, name: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(name);
  await form.page().getByRole('option', { name }).first().click();
}
