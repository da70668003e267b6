import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { setReminder } from '../../src/db/reminders.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { handOver, takeBack } from '../../src/flows/hand-over.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { giveBack, holdReply } from '../../src/flows/publish-reply.ts';
import { remindDue } from '../../src/flows/send-reminders.ts';
import { snoozeMention, wakeMention } from '../../src/flows/snooze-mention.ts';
import { aMention, aTeam, aWatch, MINUTE } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { expectDrawn } from '../helpers/drawn.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { draft, mentionRow } from '../helpers/stages.ts';
import { nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
/** More of them by RUNS=…; a failure prints its seed and its shortest history. */
const numRuns = Number(process.env.RUNS ?? 15);
const HOUR = 60 * MINUTE;

type Step = (world: World, mentionId: number, who: string, n: number) => Promise<unknown>;

/** What people do, and what the clock does. What is refused does nothing, which is as good a step as any. */
const STEPS: Record<string, Step> = {
  claim: ({ deps }, mentionId, personId) => moveMention(deps, { mentionId, personId, move: 'claim' }),
  release: ({ deps }, mentionId, personId) => moveMention(deps, { mentionId, personId, move: 'release' }),
  dismiss: ({ deps }, mentionId, personId) => moveMention(deps, { mentionId, personId, move: 'dismiss' }),
  reopen: ({ deps }, mentionId, personId) => moveMention(deps, { mentionId, personId, move: 'reopen', reason: 'x' }),
  handOver: ({ deps }, mentionId, personId, n) =>
    handOver(deps, { mentionId, personId, to: [ANA, BEN, CHI, DANA, 'U0GUEST'][n % 5], note: '' }),
  takeBack: ({ deps }, mentionId, personId) => takeBack(deps, { mentionId, personId }),
  snooze: ({ deps }, mentionId, personId) => snoozeMention(deps, { mentionId, personId, choice: 'hour' }),
  untilReply: ({ deps }, mentionId, personId) => snoozeMention(deps, { mentionId, personId, choice: 'reply' }),
  wake: ({ deps }, mentionId, personId) => wakeMention(deps, { mentionId, personId }),
  keep: (world, mentionId, personId) => draft(world, mentionId, { personId, keepOnly: true }),
  vote: (world, mentionId, personId) => draft(world, mentionId, { personId }),
  hold: ({ deps }, mentionId, personId) => holdReply(deps, { mentionId, personId }),
  giveBack: ({ deps }, mentionId, personId) => giveBack(deps, { mentionId, personId }),
  wait: async (world, _, __, n) => world.pass((n % 300) * MINUTE),
  remind: ({ deps }) => remindDue(deps),
  both: ({ deps }, mentionId, personId) =>
    Promise.all([remindDue(deps), moveMention(deps, { mentionId, personId, move: 'claim' }), remindDue(deps)]),
  authorWrote: ({ db, deps }, mentionId) =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('mentions').selectAll().where('id', '=', mentionId).executeTakeFirstOrThrow();
      if (row.snoozed_until_reply) await setReminder(trx, { teamId: row.team_id, id: row.id }, 'wake', deps.clock());
    }),
  draw: ({ deps }) => drawDue(deps),
};

/** What must be true of a mention whatever was done to it. */
async function expectSound(world: World, mentionId: number): Promise<void> {
  const row = await mentionRow(world, mentionId);
  const isAtRest = row.snoozed_until !== null || row.snoozed_until_reply;
  const hasOwner = ['claimed', 'voting', 'approved', 'sending', 'unknown'].includes(row.status);
  expect({ ...row, rests: isAtRest }).toMatchObject({ rests: row.snoozed_by !== null });
  if (isAtRest) expect(['new', 'claimed']).toContain(row.status);
  if (row.snoozed_until) expect(row.snoozed_until_reply).toBe(false);
  if (hasOwner) expect(row.claimant_id).not.toBeNull();
  if (row.status === 'new') expect([row.claimant_id, row.handed_by]).toEqual([null, null]);
  if (row.handed_by) expect(row.handed_by).not.toBe(row.claimant_id);
  expect([null, ANA, BEN, CHI, DANA]).toContain(row.claimant_id);

  const reminders = await world.db.selectFrom('reminders').selectAll().where('mention_id', '=', mentionId).execute();
  const dueAt = (kind: string) => reminders.find((one) => one.kind === kind)?.due_at;
  if (row.snoozed_until) expect(dueAt('wake')).toEqual(row.snoozed_until);
  if (row.status === 'claimed' && !isAtRest) expect(dueAt('nudge')).toBeInstanceOf(Date);
}

const step = fc.record({
  what: fc.constantFrom(...Object.keys(STEPS)),
  who: fc.constantFrom(ANA, BEN, CHI, DANA, 'U0GUEST'),
  n: fc.nat(1_000),
});

test('whatever people and the clock do to it, a mention has one owner, rests soundly and is not forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const world = await nextWorld(database);
      await aTeam(world, { managers: [DANA] });
      await aWatch(world, { voices: [CHI] });
      world.slack.describe('U0GUEST', { isGuest: true });
      const mentionId = await aMention(world);
      for (const { what, who, n } of steps) {
        await STEPS[what]?.(world, mentionId, who, n);
        await expectSound(world, mentionId);
      }
      await world.settled();
      await world.rest();
      await remindDue(world.deps);
      const { snoozed_until: until } = await mentionRow(world, mentionId);
      if (until) expect(+until).toBeGreaterThan(+world.now());
      await world.rest();
      await expectDrawn(world);
      world.pass(HOUR);
    }),
    { numRuns, endOnFailure: false },
  );
}, 300_000);
