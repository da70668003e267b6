import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noteAttempt } from '../../src/db/drawings.ts';
import { lease, revive } from '../../src/db/due.ts';
import { acknowledgeEscalation } from '../../src/flows/answer-escalation.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { reopenChannel } from '../../src/flows/close-channel.ts';
import { drawDue, drawMention } from '../../src/flows/draw-posting.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { noticeDeletion } from '../../src/flows/meet-message.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { pictureOf } from '../../src/flows/picture.ts';
import { giveBack, holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { recountDue } from '../../src/flows/recount-ballot.ts';
import { snoozeMention, wakeMention } from '../../src/flows/snooze-mention.ts';
import { aMention, aTeam, aWatch, GEN, MINUTE, TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { expectDrawn, expectPaced, postingRows, strictSlack } from '../helpers/drawn.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import type { Fault, Method } from '../helpers/fake-slack.ts';
import { draft } from '../helpers/stages.ts';
import { aWorld, nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
/** More of them by RUNS=…; a failure prints its seed and its shortest history. */
const numRuns = Number(process.env.RUNS ?? 25);

/** What people do. What is refused does nothing, which is as good a step as any. */
const ACTS: Record<string, (world: World, mentionId: number, who: string) => Promise<unknown>> = {
  claim: ({ deps }, mentionId, personId) => moveMention(deps, { mentionId, personId, move: 'claim' }),
  release: ({ deps }, mentionId) => moveMention(deps, { mentionId, personId: DANA, move: 'release' }),
  dismiss: ({ deps }, mentionId) => moveMention(deps, { mentionId, personId: DANA, move: 'dismiss', reason: 'spam' }),
  reopen: ({ deps }, mentionId, personId) => moveMention(deps, { mentionId, personId, move: 'reopen', reason: 'x' }),
  snooze: ({ deps }, mentionId) => snoozeMention(deps, { mentionId, personId: DANA, choice: 'hour' }),
  wake: ({ deps }, mentionId, personId) => wakeMention(deps, { mentionId, personId }),
  draft: (world, mentionId) =>
    draft(world, mentionId, { personId: DANA, text: `A reply at ${world.now().toISOString()}` }),
  keep: (world, mentionId) => draft(world, mentionId, { personId: DANA, keepOnly: true }),
  approve: (world, mentionId, personId) => vote(world, mentionId, personId, 'approve'),
  object: (world, mentionId, personId) => vote(world, mentionId, personId, 'object'),
  hold: ({ deps }, mentionId) => holdReply(deps, { mentionId, personId: DANA }),
  giveBack: ({ deps }, mentionId) => giveBack(deps, { mentionId, personId: DANA }),
  posted: ({ deps }, mentionId) => markPosted(deps, { mentionId, personId: DANA, url: null }),
  escalate: ({ deps }, mentionId, personId) =>
    escalateMention(deps, { mentionId, personId, level: 'help', reason: 'x' }),
  acknowledge: ({ deps }, escalationId, personId) => acknowledgeEscalation(deps, { escalationId, personId }),
};

async function vote({ deps, db }: World, mentionId: number, personId: string, choice: 'approve' | 'object') {
  const ballots = await db.selectFrom('ballots').select('id').where('mention_id', '=', mentionId).execute();
  return castVote(deps, { ballotId: ballots.at(-1)?.id ?? 0, personId, choice });
}

/** What happens around them. */
const EVENTS: Record<string, (world: World, n: number) => Promise<unknown>> = {
  sweep: ({ deps }) => drawDue(deps),
  twoSweeps: async (world, n) => {
    const replica = aWorld(world, world);
    await Promise.all([drawDue(world.deps), drawDue(replica.deps), drawMention(world.deps, (n % 4) + 1)]);
    await replica.settled();
  },
  recount: ({ deps }) => recountDue(deps),
  wait: async (world, n) => world.pass((n % 90) * 1_000),
  arrive: (world) => aMention(world),
  archive: async ({ slack }) => archive(slack, true),
  unarchive: async (world) => {
    archive(world.slack, false);
    await reopenChannel(world.deps, GEN);
  },
  delete: async ({ slack, deps }, n) => {
    const shown = slack.shown();
    const one = shown[n % Math.max(1, shown.length)];
    if (!one) return;
    slack.deleteByHand(one);
    if (n % 2 === 0) await noticeDeletion(deps, one);
  },
  crash: (world, n) => dieAtWork(world, n % 2 === 0),
};

function archive(slack: World['slack'], archived: boolean): void {
  const room = slack.rooms.get(GEN);
  if (room) room.archived = archived;
}

/** A worker dies on the way: before its post, or after it and before it could say so. Its lease runs out. */
async function dieAtWork(world: World, hasPosted: boolean): Promise<void> {
  const { db, deps, slack } = world;
  const [row] = await lease(db, 'postings', { teamId: TEAM, now: world.now(), limit: 1, leaseMs: -1 });
  if (!row || row.message_ts || row.attempted_at || slack.rooms.get(row.channel_id)?.archived) return;
  const picture = await pictureOf(deps, row);
  await noteAttempt(db, row, world.now());
  const weather = slack.weather;
  slack.weather = () => undefined;
  if (hasPosted && picture && row.kind !== 'notice') await slack.post(row.channel_id, picture, row.id);
  slack.calls.splice(-1, hasPosted ? 1 : 0);
  slack.weather = weather;
}

const FAULTS: (Fault | undefined)[] = [
  'lost before',
  'lost after',
  { limited: 3_000 },
  { limited: 70_000 },
  { limited: undefined },
  { refused: 'invalid_blocks' },
  undefined,
  undefined,
  undefined,
];
const DRAWING: Method[] = ['post', 'update', 'findPosted'];

const who = fc.constantFrom(ANA, BEN, CHI, DANA);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constantFrom(...Object.keys(ACTS)), about: fc.integer({ min: 1, max: 4 }), who }),
  },
  { weight: 2, arbitrary: fc.record({ event: fc.constantFrom(...Object.keys(EVENTS)), n: fc.nat(1_000) }) },
);
const history = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 40 }),
  faults: fc.array(fc.nat(FAULTS.length - 1), { minLength: 1, maxLength: 60 }),
  history: fc.constantFrom('readable' as const, 'unreadable' as const),
});

test('after any history of acts and faults, calm sweeps make Slack show exactly what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ steps, faults, history }) => {
      const world = await nextWorld(database);
      await aTeam(world, { managers: [DANA] });
      await aWatch(world, { approval: { votes: 1, objections: 1, windowMs: 60 * MINUTE, approvers: 'everyone' } });
      for (let n = 0; n < 3; n++) await aMention(world);
      world.slack.history = history;
      let calls = 0;
      const strict = strictSlack(world.slack, (method) => {
        if (!DRAWING.includes(method)) return undefined;
        calls += 1;
        return FAULTS[faults[calls % faults.length] ?? 0];
      });

      for (const one of steps) {
        if ('act' in one) await ACTS[one.act]?.(world, one.about, one.who);
        else await EVENTS[one.event]?.(world, one.n);
        world.pass(300);
        if (calls % 3 === 0) await world.settled();
      }
      await world.settled();

      strictSlack(world.slack, () => undefined);
      await EVENTS.unarchive?.(world, 0);
      world.pass(2 * MINUTE);
      for (const { id } of await postingRows(world)) await revive(world.db, 'postings', TEAM, id, world.now());
      await world.calm(2);
      await world.rest();

      world.takeErrors();
      expect(strict.tooEarly).toEqual([]);
      expectPaced(world.slack);
      await expectDrawn(world, { twins: history === 'unreadable' });
    }),
    { numRuns, endOnFailure: false },
  );
}, 600_000);
