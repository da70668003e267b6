import { beforeEach, expect, test } from '@jest/globals';
import { forgetSubmissions } from '../../jobs/forget-submissions.ts';
import { submitted } from '../../listeners/submission.ts';
import { views } from '../../listeners/views/index.ts';
import { CALLBACKS } from '../../src/views/ids.ts';
import { aTeam } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { BEN } from '../helpers/facts.ts';
import { aMentionIn } from '../helpers/stages.ts';
import { aWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
let world: World;
let replica: World;
let mentionId: number;
beforeEach(async () => {
  world = aWorld(database);
  replica = aWorld(database, world);
  await aTeam(world);
  mentionId = await aMentionIn(world, 'new');
});

/** Delivers the form that calls for help, and gives what Slack is answered. */
async function deliver(at: World, reason = 'legal question', hash = 'h1'): Promise<unknown> {
  const answers: unknown[] = [];
  const values = {
    escalate_level: { level: { selected_option: { value: 'urgent' } } },
    escalate_reason: { text: { value: reason } },
  };
  await submitted(
    at.deps,
    views[CALLBACKS.escalate],
  )({
    ack: async (answer: unknown) => answers.push(answer),
    body: { user: { id: BEN } },
    view: {
      id: 'V1',
      hash,
      blocks: [],
      private_metadata: JSON.stringify({ mentionId, draftId: null }),
      state: { values },
    },
  } as never);
  await at.settled();
  expect(answers).toHaveLength(1);
  return answers[0];
}

const calls = () => world.db.selectFrom('escalations').select('reason').execute();

test('a form that arrives at two replicas at once calls once, and both are answered alike', async () => {
  expect(await Promise.all([deliver(world), deliver(replica), deliver(world)])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(await calls()).toHaveLength(1);
});

test('a form that arrives again after a restart, when nothing of it is right any more, is answered as before', async () => {
  await deliver(world);
  await world.db.updateTable('people').set({ is_guest: true }).execute();
  expect(await deliver(replica)).toBeUndefined();
  expect(await calls()).toHaveLength(1);
});

test('a form that was refused is not stored: filled in better, it is', async () => {
  expect(await deliver(world, ' ')).toMatchObject({ response_action: 'errors' });
  expect(await world.db.selectFrom('submissions').selectAll().execute()).toEqual([]);
  expect(await deliver(replica, 'legal question')).toBeUndefined();
  expect(await calls()).toEqual([{ reason: 'legal question' }]);
});

test('another form in the same window is another form', async () => {
  await deliver(world, 'legal question', 'h1');
  await deliver(world, 'press asks', 'h2');
  expect(await calls()).toHaveLength(2);
});

test('what was stored is forgotten after a week', async () => {
  await deliver(world);
  const kept = () => world.db.selectFrom('submissions').select('form').execute();
  world.pass(6 * 24 * 3_600_000);
  await forgetSubmissions.run(world.deps);
  expect(await kept()).toEqual([{ form: 'V1 h1' }]);
  world.pass(2 * 24 * 3_600_000);
  await forgetSubmissions.run(world.deps);
  expect(await kept()).toEqual([]);
});
