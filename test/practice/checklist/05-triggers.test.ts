/** Checklist: trigger_id once, about 3 s, three errors. */
import { expect, test } from '@jest/globals';
import { refusal } from '../open-practice.ts';
import { modal, newTrigger, openBench, openIds, openModal, stoppedClock } from './acting.ts';

test('a trigger opens one view, and no second one by any method', async () => {
  const bench = await openBench();
  const { client } = bench;
  const trigger_id = await newTrigger(bench);
  await client.views.open({ trigger_id, view: modal() });
  for (const again of [
    client.views.open({ trigger_id, view: modal() }),
    client.views.push({ trigger_id, view: modal() }),
  ]) {
    expect(await refusal(again)).toMatchObject({ error: 'exchanged_trigger_id' });
  }
  expect(openIds(bench)).toHaveLength(1);
});

test('a trigger lives for three seconds', async () => {
  const { clock, pass } = stoppedClock();
  const bench = await openBench({ clock });
  const { client } = bench;
  const early = await newTrigger(bench);
  pass(3000);
  await expect(client.views.open({ trigger_id: early, view: modal() })).resolves.toMatchObject({ ok: true });
  const late = await newTrigger(bench);
  pass(3001);
  const open = client.views.open({ trigger_id: late, view: modal() });
  expect(await refusal(open)).toMatchObject({ error: 'expired_trigger_id' });
  const push = client.views.push({ trigger_id: late, view: modal() });
  expect(await refusal(push)).toMatchObject({ error: 'expired_trigger_id' });
});

test('an invented trigger is invalid', async () => {
  const bench = await openBench();
  const invented = bench.client.views.open({ trigger_id: '12345.98765.abcd', view: modal() });
  expect(await refusal(invented)).toMatchObject({ error: 'invalid_trigger_id' });
});

test('a trigger belongs to the person who caused it', async () => {
  const bench = await openBench();
  await openModal(bench, {}, 'U03CHI');
  expect([openIds(bench, 'U03CHI').length, openIds(bench).length]).toEqual([1, 0]);
});
