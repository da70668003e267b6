import { expect, test } from '@jest/globals';
import type { PageEvent, WireEntry } from '../../practice/wire.ts';
import { openApp, openClient, openPractice, refusal } from './open-practice.ts';
import { openFrames, readState } from './page-socket.ts';

const as = 'U01ANA';
const anyCall = { method: '*', times: 2 };

test('a trouble that meets calls is on until it has met them, and every page is told', async () => {
  const practice = await openPractice();
  const page = await openFrames<PageEvent>(practice, '/practice/live?as=U04DANA');
  const trouble = { kind: 'refuse', error: 'fatal_error', ...anyCall } as const;
  await practice.act({ act: 'trouble', as, on: true, trouble });
  expect(await page.next()).toEqual({ type: 'troubles', troubles: [trouble] });
  expect(await refusal(openClient(practice).auth.test())).toMatchObject({ error: 'fatal_error' });
  expect(await page.next()).toEqual({ type: 'troubles', troubles: [{ ...trouble, times: 1 }] });
  expect(await refusal(openClient(practice).auth.test())).toMatchObject({ error: 'fatal_error' });
  expect(await page.next()).toEqual({ type: 'troubles', troubles: [] });
});

test.each([
  { kind: 'lose', ...anyCall },
  { kind: 'delay', ms: 50, ...anyCall },
  { kind: 'rate_limit', seconds: 3, ...anyCall },
  { kind: 'status', status: 503, method: 'chat.update', times: 1 },
  { kind: 'events_twice' },
  { kind: 'interactions_twice' },
  { kind: 'reorder' },
] as const)('$kind is on when it is switched on, and one act sets everything right', async (trouble) => {
  const practice = await openPractice();
  await practice.act({ act: 'trouble', as, on: true, trouble });
  expect((await readState(practice, 'U02BEN')).troubles).toEqual([trouble]);
  await practice.act({ act: 'behave', as });
  expect((await readState(practice, 'U02BEN')).troubles).toEqual([]);
  expect(await openClient(practice).auth.test()).toMatchObject({ ok: true });
});

test('a lasting trouble can be switched off alone', async () => {
  const practice = await openPractice();
  for (const kind of ['events_twice', 'reorder'] as const) {
    await practice.act({ act: 'trouble', as, on: true, trouble: { kind } });
  }
  await practice.act({ act: 'trouble', as, on: false, trouble: { kind: 'reorder' } });
  expect((await readState(practice)).troubles).toEqual([{ kind: 'events_twice' }]);
});

test('an outage says until when, keeps the app out, and leaves the page alone', async () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const practice = await openPractice({ clock: () => now });
  await practice.act({ act: 'trouble', as, on: true, trouble: { kind: 'outage', minutes: 10 } });
  const { troubles } = await readState(practice, as);
  expect(troubles).toEqual([{ kind: 'outage', untilMs: Date.parse('2026-11-22T10:10:00Z') }]);
  await expect(openClient(practice).auth.test()).rejects.toThrow();
  const page = await openFrames<WireEntry[]>(practice, '/practice/wire');
  expect(await page.next()).toMatchObject([{ name: 'auth.test', ok: false, note: 'Slack was away' }]);
  await practice.act({ act: 'behave', as });
  expect(await openClient(practice).auth.test()).toMatchObject({ ok: true });
});

test('the sockets can be cut, and the app comes back by itself', async () => {
  const practice = await openPractice();
  await openApp(practice, () => {});
  const page = await openFrames<PageEvent>(practice, '/practice/live?as=U04DANA');
  await practice.act({ act: 'mishap', as, mishap: 'sockets_dropped' });
  expect(await page.next()).toEqual({ type: 'bot', online: false });
  expect(await page.next()).toEqual({ type: 'bot', online: true });
});

test.each([
  { act: 'trouble', on: true, trouble: { kind: 'status', status: 200, ...anyCall } },
  { act: 'trouble', on: true, trouble: { kind: 'lose', method: '*', times: 0 } },
  { act: 'trouble', on: true, trouble: { kind: 'refuse', error: 'Not an error code', ...anyCall } },
  { act: 'trouble', on: true, trouble: { kind: 'outage', minutes: -1 } },
  { act: 'mishap', mishap: 'earthquake' },
])('a trouble that is none is refused: %j', async (act) => {
  const { url } = await openPractice();
  const answer = await fetch(`${url}/practice/act`, { method: 'POST', body: JSON.stringify({ as, ...act }) });
  expect(answer.status).toBe(400);
});
