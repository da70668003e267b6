import { beforeEach, expect, test } from '@jest/globals';
import { jobs } from '../../jobs/index.ts';
import { runJob } from '../../jobs/job.ts';
import { saveTeam } from '../../src/db/teams.ts';
import { leaveTeam } from '../../src/flows/leave-team.ts';
import { openDoor } from '../helpers/bolt-app.ts';
import { aMention, aTeam, MINUTE, OTHER_TEAM, TEAM } from '../helpers/builders.ts';
import { expectDrawn } from '../helpers/drawn.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const goneAt = async (id = TEAM) =>
  (await world.db.selectFrom('teams').select('gone_at').where('id', '=', id).executeTakeFirstOrThrow()).gone_at;

/** All jobs, as the clock would wake them for so many minutes. */
async function sweep(minutes = 1): Promise<void> {
  for (let n = 0; n < minutes * 4; n++) {
    world.pass(MINUTE / 4);
    for (const job of jobs) await runJob(job, world.deps);
    await world.settled();
  }
}

const asked = () => world.slack.calls.map(({ method }) => method);

test.each([
  [{ type: 'app_uninstalled' }, true],
  [{ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }, true],
  [{ type: 'tokens_revoked', tokens: { oauth: ['U0BEN'], bot: [] } }, false],
])('%j makes the team gone: %j', async (event, isGone) => {
  const door = await openDoor(world);
  await door.event(event);
  expect((await goneAt()) !== null).toBe(isGone);
});

test('both farewells in any order are one, from the first of them on', async () => {
  const door = await openDoor(world);
  await door.event({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } });
  const first = await goneAt();
  world.pass(MINUTE);
  await door.event({ type: 'app_uninstalled' });
  expect(await goneAt()).toEqual(first);
});

test('nothing is asked of a workspace that let us go but whether it took us in again', async () => {
  await aMention(world);
  await leaveTeam(world.deps, 'app_uninstalled');
  for (let n = 0; n < 40; n++) world.slack.fail('isInstalled', { letGo: 'account_inactive' });
  await sweep(5);
  expect(new Set(asked())).toEqual(new Set(['isInstalled']));
});

test('what waited is drawn once the workspace takes us in again', async () => {
  await aMention(world);
  await leaveTeam(world.deps, 'app_uninstalled');
  world.slack.fail('isInstalled', { letGo: 'account_inactive' }, { limited: 1000 });
  await sweep(1);
  world.takeErrors();
  expect(await goneAt()).toBeNull();
  await world.calm();
  expect(world.slack.shown()).toHaveLength(1);
  await expectDrawn(world);
});

test('a token that is refused makes the team gone too, and no row counts it as a failure of its own', async () => {
  await aMention(world);
  const { calls } = world.slack;
  world.slack.weather = ({ method }) => (method === 'isInstalled' ? undefined : { letGo: 'token_revoked' });
  await world.calm(3);
  expect(await goneAt()).not.toBeNull();
  const rows = await world.db.selectFrom('postings').select(['tries', 'dead_at', 'due_at', 'attempted_at']).execute();
  expect(rows).toEqual([{ tries: 0, dead_at: null, due_at: expect.any(Date), attempted_at: null }]);
  expect(calls.filter(({ method }) => method === 'post')).toHaveLength(1);
  world.slack.weather = () => undefined;
  await sweep(2);
  await expectDrawn(world);
});

test('a start that finds its token good takes the team up again, and no other', async () => {
  await aTeam(world, { id: OTHER_TEAM });
  await leaveTeam(world.deps, 'app_uninstalled');
  await leaveTeam({ ...world.deps, teamId: OTHER_TEAM }, 'app_uninstalled');
  await saveTeam(world.db, { id: TEAM, name: 'Acme', url: 'https://acme.slack.com/' });
  expect([await goneAt(TEAM), (await goneAt(OTHER_TEAM)) === null]).toEqual([null, false]);
});
