import { createWorld } from './create-world.ts';
import { createDoors } from './http/doors.ts';
import { listen } from './http/listen.ts';
import type { Misbehave } from './misbehave.ts';
import type { PracticeOptions } from './options.ts';
import { type AnyAct, perform } from './page/acts.ts';
import type { Said } from './page/said.ts';
import type { State } from './state.ts';
import { postDue } from './workspace/scheduled.ts';
import type { World } from './world.ts';

export type { Misbehave } from './misbehave.ts';
export type { PracticeOptions } from './options.ts';

export type Practice = {
  /** http://127.0.0.1:PORT */
  url: string;
  /** What the bot takes as `slackApiUrl`. */
  slackApiUrl: string;
  /** The workspace as it is now; for looking at. */
  state: State;
  /** Modals by person, ephemeral messages, notices and the calls of the Web API, the newest last. */
  seen: Pick<World, 'modals' | 'ephemerals' | 'notices' | 'calls'>;
  /** Does what POST /practice/act does; also shortcuts, joining, archiving and the like. */
  act(act: AnyAct): Promise<Said>;
  misbehave: Misbehave;
  /** Resolves when no event is on its way to the bot any more. */
  idle(): Promise<void>;
  /** Stops listening, cuts every connection and saves. */
  close(): Promise<void>;
};

/** Starts a Slack on this machine. @throws EADDRINUSE, or on a damaged state or manifest. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const world = createWorld(options);
  const server = await listen(options.port, createDoors(world));
  world.url = `http://127.0.0.1:${server.port}`;
  const ticking = setInterval(() => postDue(world), 1000);
  ticking.unref();
  const { state, modals, ephemerals, notices, calls, misbehave } = world;
  return {
    url: world.url,
    slackApiUrl: `${world.url}/api/`,
    state,
    seen: { modals, ephemerals, notices, calls },
    act: (act) => perform(world, act),
    misbehave,
    idle: () => world.events.idle(),
    async close() {
      clearInterval(ticking);
      world.events.close();
      world.sockets.close();
      world.live.close();
      world.wire.close();
      await server.close();
      await world.store.flush();
    },
  };
}
