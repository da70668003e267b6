import { expect, test } from '@jest/globals';
import { actAs, goTo, messageAt, modalOf, reads } from '../helpers/browser.ts';
import { choose, clickedWorkplace, press } from '../helpers/clicks.ts';

const { work, open } = clickedWorkplace();

test('by clicks alone a wish goes to its department, which asks back, takes it and says what became of it', async () => {
  const page = await open(work.url);
  const card = messageAt(page, await work.freshCard());
  await press(card, 'Claim');
  await reads(card, /@Ben Okoro has it/);
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Route…');
  const form = await modalOf(page, 'Route');
  await choose(form, 'What is it?', 'Product idea');
  await form.getByLabel('What do they want?').fill('Exports that resume');
  await form.getByLabel('Note').fill('The third this month.');
  await press(form, 'Route');
  await form.waitFor({ state: 'detached' });
  await reads(card, /Routed to Product: “Exports that resume”; nobody has taken it yet/);

  await actAs(page, 'Chi');
  await goTo(page, 'product');
  const asked = page.locator('.message').filter({ hasText: 'Exports that resume' });
  await reads(asked, /@Ben Okoro has a product idea for Product[\s\S]*The third this month\./);
  await press(asked, 'Ask back…');
  const question = await modalOf(page, 'Ask back');
  await question.getByLabel('What do you need to know?').fill('How large are their exports?');
  await press(question, 'Ask');
  await reads(asked, /Waits for an answer/);

  await actAs(page, 'Ben');
  await press(asked, 'Answer…');
  const answer = await modalOf(page, 'Answer');
  await reads(answer, /How large are their exports\?/);
  await answer.getByLabel('Your answer').fill('About 4 GB.');
  await press(answer, 'Answer');
  await reads(asked, /About 4 GB\./);

  await actAs(page, 'Chi');
  await press(asked, 'Accept');
  await reads(asked, /@Chi Tanaka took it/);
  await press(asked, 'Done…');
  const done = await modalOf(page, 'Done');
  await done.getByLabel('What became of it?').fill('Shipped in 4.2.');
  await press(done, 'Done');
  await reads(asked, /Done by @Chi Tanaka.*Shipped in 4\.2\./);
  expect(await asked.getByRole('button', { name: 'Accept' }).count()).toBe(0);

  await actAs(page, 'Ben');
  await goTo(page, 'community');
  await reads(card, /Shipped in 4\.2\./);
  await press(card, 'More…');
  await press(await modalOf(page, 'More'), 'Tell the author…');
  const reply = await modalOf(page, 'Draft a reply');
  await reply.getByLabel('Your reply').waitFor();
}, 120_000);
