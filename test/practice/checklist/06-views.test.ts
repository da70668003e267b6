/** Checklist: views.update checks hash, keeps the view id; `not_found`; a modal stack per user; true `is_cleared`. */
import { expect, test } from '@jest/globals';
import { refusal } from '../open-practice.ts';
import { BEN, heardOf, modal, newTrigger, openBench, openIds, openModal, plain, takeNext, typed } from './acting.ts';

test('an update keeps the id, and only the newest hash may change the view', async () => {
  const bench = await openBench();
  const { client } = bench;
  const { id, hash } = await openModal(bench);
  const { view } = await client.views.update({ view_id: id, hash, view: modal({ title: plain('Again') }) });
  expect(view).toMatchObject({ id, title: { text: 'Again' } });
  expect(view?.hash).not.toBe(hash);
  const old = client.views.update({ view_id: id, hash, view: modal() });
  expect(await refusal(old)).toMatchObject({ error: 'hash_conflict' });
  await expect(client.views.update({ view_id: id, view: modal() })).resolves.toMatchObject({ ok: true });
});

test('Home is published only under its newest hash', async () => {
  const { client } = await openBench();
  const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  const first = await client.views.publish({ user_id: BEN, view });
  const again = await client.views.publish({ user_id: BEN, hash: first.view?.hash, view });
  expect(again.view?.id).toBe(first.view?.id);
  const old = client.views.publish({ user_id: BEN, hash: first.view?.hash, view });
  expect(await refusal(old)).toMatchObject({ error: 'hash_conflict' });
});

test('Home is published only to somebody who works here', async () => {
  const { client } = await openBench();
  const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  const nobody = client.views.publish({ user_id: 'U99NOBODY', view });
  expect(await refusal(nobody)).toMatchObject({ error: 'invalid_arguments' });
});

test('a view that is not there is not found; its external id leads to it as well', async () => {
  const bench = await openBench();
  const { client } = bench;
  const { id } = await openModal(bench, { external_id: 'draft-7' });
  const byName = await client.views.update({ external_id: 'draft-7', view: modal({ external_id: 'draft-7' }) });
  expect(byName.view?.id).toBe(id);
  for (const key of [{ view_id: 'V99' }, { external_id: 'draft-8' }]) {
    expect(await refusal(client.views.update({ ...key, view: modal() }))).toMatchObject({ error: 'not_found' });
  }
  await bench.practice.act({ act: 'close', as: BEN, viewId: id });
  expect(await refusal(client.views.update({ view_id: id, view: modal() }))).toMatchObject({ error: 'not_found' });
});

test('each person has a stack of three, with its parents named', async () => {
  const bench = await openBench();
  const { client } = bench;
  const { id: root } = await openModal(bench);
  await openModal(bench, {}, 'U03CHI');
  const { view: second } = await client.views.push({ trigger_id: await newTrigger(bench), view: modal() });
  const { view: third } = await client.views.push({ trigger_id: await newTrigger(bench), view: modal() });
  expect(second).toMatchObject({ previous_view_id: root, root_view_id: root });
  expect(third).toMatchObject({ previous_view_id: second?.id, root_view_id: root });
  const fourth = client.views.push({ trigger_id: await newTrigger(bench), view: modal() });
  expect(await refusal(fourth)).toMatchObject({ error: 'push_limit_reached' });
  expect(openIds(bench)).toEqual([root, second?.id, third?.id]);
  expect(openIds(bench, 'U03CHI')).toHaveLength(1);
});

test('one person cannot close or submit the modal of another', async () => {
  const bench = await openBench();
  const { id } = await openModal(bench);
  expect(await bench.practice.act({ act: 'close', as: 'U03CHI', viewId: id })).toMatchObject({ ok: false });
  const submit = bench.practice.act({ act: 'submit', as: 'U03CHI', viewId: id, values: typed('x') });
  expect(await submit).toMatchObject({ ok: false });
  expect(openIds(bench)).toEqual([id]);
});

test.each([
  ['its own cross', false, false],
  ['the cross of the whole stack', true, true],
])('a modal closed by %s says so', async (_, all, isCleared) => {
  const bench = await openBench();
  const { id } = await openModal(bench, { notify_on_close: true, private_metadata: 'id=7' });
  const payload = await heardOf(bench, bench.practice.act({ act: 'close', as: BEN, viewId: id, all }));
  expect(payload).toMatchObject({ type: 'view_closed', is_cleared: isCleared, view: { id, private_metadata: 'id=7' } });
  expect(payload).not.toHaveProperty('trigger_id');
});

test('a modal that clears on close takes the whole stack with it, and only those that asked are told of', async () => {
  const bench = await openBench();
  await openModal(bench, { notify_on_close: true });
  const view = modal({ clear_on_close: true });
  const pushed = await bench.client.views.push({ trigger_id: await newTrigger(bench), view });
  const close = bench.practice.act({ act: 'close', as: BEN, viewId: pushed.view?.id ?? '' });
  expect(await heardOf(bench, close)).toMatchObject({ is_cleared: true, view: { notify_on_close: true } });
  expect([openIds(bench), bench.socket.waiting()]).toEqual([[], 0]);
});

test('a submission is answered by closing, errors, update, push or clear', async () => {
  const bench = await openBench();
  const { id } = await openModal(bench);
  const submit = (viewId: string, answer?: object) =>
    heardOf(bench, bench.practice.act({ act: 'submit', as: BEN, viewId, values: typed('Hi') }), answer);
  await submit(id, { response_action: 'errors', errors: { reply: 'Too short' } });
  expect(bench.practice.seen.modals.get(BEN)).toMatchObject([{ view: { id }, errors: { reply: 'Too short' } }]);
  await submit(id, { response_action: 'update', view: modal({ title: plain('Again') }) });
  expect(bench.practice.seen.modals.get(BEN)).toMatchObject([{ view: { id, title: plain('Again') } }]);
  await submit(id, { response_action: 'push', view: modal() });
  const [, top = ''] = openIds(bench);
  expect(openIds(bench)).toHaveLength(2);
  expect(await submit(top)).toMatchObject({
    type: 'view_submission',
    view: { previous_view_id: id },
    response_urls: [],
  });
  expect(openIds(bench)).toEqual([id]);
  await submit(id, { response_action: 'clear' });
  expect(openIds(bench)).toEqual([]);
});

test('a submission that is not acknowledged stays open and tells the person', async () => {
  const bench = await openBench({ timing: { ackMs: 5 } });
  const trigger = await newTrigger(bench);
  const { view } = await bench.client.views.open({ trigger_id: trigger, view: modal() });
  const viewId = view?.id ?? '';
  await bench.practice.act({ act: 'submit', as: BEN, viewId, values: typed('Hi') });
  expect(openIds(bench)).toEqual([viewId]);
  expect(bench.practice.seen.notices.at(-1)?.text).toContain('did not answer in time');
});

test('what was left empty is null in the state', async () => {
  const bench = await openBench();
  const optional = { type: 'input', block_id: 'note', optional: true, label: plain('Note') };
  const element = { type: 'plain_text_input', action_id: 'text' };
  const { id } = await openModal(bench, { blocks: [{ ...optional, element }] });
  const values = { note: { text: { type: 'plain_text_input', value: '' } } };
  void bench.practice.act({ act: 'submit', as: BEN, viewId: id, values });
  const { payload } = await takeNext(bench);
  expect(payload).toMatchObject({ view: { state: { values: { note: { text: { value: null } } } } } });
});
