import { afterEach, beforeEach, expect } from '@jest/globals';
import { pino } from 'pino';
import { createAfterwards } from '../../src/afterwards.ts';
import type { Connection } from '../../src/db/connect.ts';
import type { Db } from '../../src/db/schema.ts';
import type { Deps } from '../../src/deps.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import { createJudge } from '../../src/tone/index.ts';
import { TEAM } from './builders.ts';
import { emptyDatabase, testDatabase } from './database.ts';
import { NOW } from './facts.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

/** One team's Porchlight on a real database, with a Slack in memory and a clock that the test moves. */
export type World = {
  db: Db;
  kind: Connection['kind'];
  slack: FakeSlack;
  deps: Deps;
  now(): Date;
  pass(ms: number): void;
  /** Waits for whatever follows an answer. */
  settled(): Promise<void>;
  /** The clock's sweeps, so often and a second apart, without faults. */
  calm(sweeps?: number): Promise<void>;
  /** The same until nothing is left to draw. */
  rest(): Promise<void>;
  /** What was logged as an error, forgotten by asking. A test that asks for none must cause none. */
  takeErrors(): string[];
};

const judge = createJudge();

/** The web is not reached from a test that does not bring its own way out. */
const noHttp: Deps['http'] = {
  get: () => Promise.reject(new Error('this test has no web')),
  close: async () => {},
};

/** A fresh world before each test, over one database of the file's own. */
export function testWorld(): World {
  const database = testDatabase();
  let world: World;
  beforeEach(() => {
    world = aWorld(database);
  });
  afterEach(async () => {
    await world.settled();
    expect(world.takeErrors()).toEqual([]);
  });
  return new Proxy({} as World, { get: (_, key) => Reflect.get(world, key) });
}

/** A world over this database; several may share one, as replicas do. */
export function aWorld(database: { readonly db: Db; readonly kind: Connection['kind'] }, shared?: World): World {
  let now = +NOW;
  const clock = shared ? shared.now : () => new Date(now);
  const slack = shared?.slack ?? fakeSlack(clock);
  const errors: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => void (isError(line) && errors.push(line)) });
  const afterwards = createAfterwards(log);
  const { db, kind } = database;
  const deps: Deps = { teamId: TEAM, db, slack, http: noHttp, judge, clock, afterwards: afterwards.run, log };
  const pass = (ms: number) => {
    now += ms;
  };
  const calm = async (sweeps = 30) => {
    for (let n = 0; n < sweeps; n++) {
      pass(1_500);
      await recountDue(deps);
      await drawDue(deps);
      await afterwards.idle();
    }
  };
  const rest = async () => {
    for (let n = 0; n < 200 && (await isSomethingToDraw(db)); n++) await calm(1);
  };
  return {
    db,
    kind,
    slack,
    deps,
    now: clock,
    pass,
    settled: afterwards.idle,
    calm,
    rest,
    takeErrors: () => errors.splice(0),
  };
}

async function isSomethingToDraw(db: Db): Promise<boolean> {
  const due = db.selectFrom('postings').select('id').where('due_at', 'is not', null).where('dead_at', 'is', null);
  return (await due.limit(1).execute()).length > 0;
}

/** Empties the database and gives a fresh world over it, for the next of many random histories. */
export async function nextWorld(database: { readonly db: Db; readonly kind: Connection['kind'] }): Promise<World> {
  await emptyDatabase(database.db);
  return aWorld(database);
}

function isError(line: string): boolean {
  return JSON.parse(line).level >= 50;
}
