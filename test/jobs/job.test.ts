import { expect, test } from '@jest/globals';
import { jobs } from '../../jobs/index.ts';
import { runJob, startJobs } from '../../jobs/job.ts';
import { aMention, aTeam } from '../helpers/builders.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();

test('every job runs on an empty team without a word', async () => {
  await aTeam(world);
  for (const job of jobs) await runJob(job, world.deps);
  expect(world.takeErrors()).toEqual([]);
});

test('the names of the jobs are all different', () => {
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
});

test('what a job throws is logged and stops nothing', async () => {
  const broken = { name: 'broken', schedule: '* * * * * *', run: () => Promise.reject(new Error('out of paper')) };
  await runJob(broken, world.deps);
  expect(world.takeErrors()).toEqual([expect.stringContaining('out of paper')]);
});

test('stopping waits for the run that is under way', async () => {
  const done: string[] = [];
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const job = { name: 'slow', schedule: '0 0 1 1 *', run: () => slow.then(() => done.push('run')) };
  const clockwork = startJobs([job], world.deps);
  const stopped = clockwork.stop().then(() => done.push('stopped'));
  while (done.length === 0 && !(await isOver(stopped))) release();
  await stopped;
  expect(done).toEqual(['run', 'stopped']);
});

/** Whether it settles before the event loop has come round. */
function isOver(work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), new Promise<boolean>((next) => setImmediate(() => next(false)))]);
}

test('jobs draw, count and end what is due', async () => {
  await aTeam(world);
  await aMention(world);
  for (const job of jobs) await runJob(job, world.deps);
  expect(world.slack.shown()).toHaveLength(1);
});
