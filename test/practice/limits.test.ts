import { expect, test } from '@jest/globals';
import { openClient, openPractice } from './open-practice.ts';

const channel = 'C01COMMUNITY';

test('posting is one a second and channel after a short burst', async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const client = openClient(await openPractice({ limits: true, clock: () => now }));
  const post = (to = channel) => client.chat.postMessage({ channel: to, text: 'x' });
  for (let count = 0; count < 5; count += 1) await post();
  await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
  await expect(post('C02APPROVALS')).resolves.toMatchObject({ ok: true });
  now = new Date(now.getTime() + 1000);
  await expect(post()).resolves.toMatchObject({ ok: true });
});

test('updates are about fifty a minute for the whole workspace', async () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const client = openClient(await openPractice({ limits: true, clock: () => now }));
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'x' });
  const update = () => client.chat.update({ channel, ts, text: 'y' });
  for (let count = 0; count < 50; count += 1) await update();
  await expect(update()).rejects.toMatchObject({ retryAfter: 2 });
});
