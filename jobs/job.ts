import cron, { type ScheduledTask } from 'node-cron';
import type { Deps } from '../src/deps.ts';
import { isTeamGone } from '../src/flows/leave-team.ts';

/** A sweep over due rows. Any number of replicas may wake at once: the leases make them equal. */
export type Job = {
  name: string;
  /** Cron with seconds, in UTC. */
  schedule: string;
  run(deps: Deps): Promise<unknown>;
  /** Whether it runs too while Porchlight is not installed in the workspace. */
  evenWhenGone?: true;
};

/**
 * Wakes the jobs at once, and then by the clock; a run that takes longer than its pause is not begun twice. What a job
 * throws is logged here. Stopping waits for what is under way.
 */
export function startJobs(jobs: Job[], deps: Deps): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const run = (job: Job) => {
    const one = runJob(job, deps).finally(() => running.delete(one));
    running.add(one);
    return one;
  };
  const tasks = jobs.map((job) => schedule(job, run, deps.log));
  for (const job of jobs) deps.afterwards(() => run(job));
  return {
    stop: async () => {
      await Promise.all(tasks.map((task) => task.stop()));
      await Promise.all(running);
    },
  };
}

function schedule(job: Job, run: (job: Job) => Promise<void>, log: Deps['log']): ScheduledTask {
  // A wake that was missed, or came too soon, is none of anybody's business: the next one does the same.
  const tell = (said: unknown) => log.debug({ job: job.name }, String(said));
  return cron.schedule(job.schedule, () => run(job), {
    name: job.name,
    timezone: 'UTC',
    noOverlap: true,
    logger: { info: tell, warn: tell, error: tell, debug: tell },
  });
}

/** One run; never throws. Nothing is run for a workspace that let us go. */
export async function runJob(job: Job, deps: Deps): Promise<void> {
  try {
    if (!job.evenWhenGone && (await isTeamGone(deps))) return;
    await job.run(deps);
  } catch (error) {
    deps.log.error({ job: job.name, error: String(error) }, 'a job failed');
  }
}
