import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lockMention } from '../../src/db/mentions.ts';
import { retally, untally } from '../../src/db/tallies.ts';
import { KINDS, TONES } from '../../src/domain/judgement.ts';
import { choiceKey } from '../../src/domain/route.ts';
import { correctMention } from '../../src/flows/correct-mention.ts';
import { handOver } from '../../src/flows/hand-over.ts';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { type Move, moveMention } from '../../src/flows/move-mention.ts';
import { moveRoute } from '../../src/flows/move-route.ts';
import { holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { routeMention } from '../../src/flows/route-mention.ts';
import { aMention, anItem, aSource, aTeam, aWatch, HELP, MINUTE, TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { ANA, BEN, CHI } from '../helpers/facts.ts';
import { expectTallied, keptTallies } from '../helpers/plain-tallies.ts';
import { aMentionIn, draft } from '../helpers/stages.ts';
import { aWorld, nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
const numRuns = Number(process.env.RUNS ?? 12);

type Dice = { world: World; ids: number[]; sourceId: number; who: string; n: number };

const one = <T>(list: readonly T[], n: number) => list[n % list.length] as T;
const mentionOf = ({ ids, n }: Dice) => one(ids, n);

const move =
  (what: Move) =>
  ({ world, who, ...dice }: Dice) =>
    moveMention(world.deps, {
      mentionId: mentionOf({ world, who, ...dice }),
      personId: who,
      move: what,
      reason: 'so',
    });

/** What may happen to mentions, through the flows that people, feeds and the law set in motion. */
const ACTS = {
  claim: move('claim'),
  release: move('release'),
  dismiss: move('dismiss'),
  reopen: move('reopen'),
  handOver: (dice: Dice) =>
    handOver(dice.world.deps, {
      mentionId: mentionOf(dice),
      personId: dice.who,
      to: one([ANA, BEN], dice.n),
      note: '',
    }),
  correctTone: (dice: Dice) =>
    correctMention(dice.world.deps, { mentionId: mentionOf(dice), personId: dice.who, tone: one(TONES, dice.n) }),
  correctKind: (dice: Dice) =>
    correctMention(dice.world.deps, { mentionId: mentionOf(dice), personId: dice.who, kind: one(KINDS, dice.n) }),
  answer: async (dice: Dice) => {
    const wish = { mentionId: mentionOf(dice), personId: CHI };
    await moveMention(dice.world.deps, { ...wish, move: 'claim' });
    await draft(dice.world, wish.mentionId, { personId: CHI });
    await holdReply(dice.world.deps, wish);
    await markPosted(dice.world.deps, { ...wish, url: null });
  },
  route: (dice: Dice) =>
    routeMention(dice.world.deps, {
      ...{ mentionId: mentionOf(dice), personId: dice.who, note: '', title: 'export', wishId: null },
      ...{ choice: choiceKey({ kind: 'idea', department: 'Product' }), ownerId: null, dueOn: null },
    }),
  moveRoute: async ({ world, who, n }: Dice) => {
    const { id = 0 } =
      (await world.db.selectFrom('routes').select('id').orderBy('id', 'desc').executeTakeFirst()) ?? {};
    const event = one(['accept', 'finish'] as const, n);
    return moveRoute(world.deps, { routeId: id, personId: who, event, words: 'shipped' });
  },
  post: ({ world }: Dice) => world.calm(2),
  sleep: async ({ world, n }: Dice) => world.pass(n * MINUTE),
  /** A new story, the same told again, or in other words. */
  hear: async ({ world, ids, sourceId, n }: Dice) => {
    const text = `Story number ${n % 5}: the export of Acme ${one(['is great', 'fails', 'is there'], n)}, says everybody.`;
    const said = anItem({ externalId: `story ${n % 7}`, url: `https://blog.example/story/${n % 5}`, text });
    await ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: n % 9 === 0 ? { show: 1 } : null }, [said]);
    const rows = await world.db.selectFrom('mentions').select('id').orderBy('id').execute();
    ids.splice(0, ids.length, ...rows.map(({ id }) => id));
  },
  erase: async ({ world, ids, n }: Dice) => {
    if (ids.length < 3 || n % 3 > 0) return;
    const [id = 0] = ids.splice(n % ids.length, 1);
    await world.db.transaction().execute(async (trx) => {
      await lockMention(trx, TEAM, id);
      await untally(trx, TEAM, [id]);
      await trx.deleteFrom('mentions').where('id', '=', id).execute();
    });
  },
};

const HOURS = [null, JSON.stringify({ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 })];
const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'];

async function aTeamAtWork(zone: string, hours: string | null): Promise<{ world: World; sourceId: number }> {
  const world = await nextWorld(database);
  await aTeam(world, { timezone: zone, managers: [ANA] });
  const departments = JSON.stringify([{ name: 'Product', channel: HELP, takes: ['idea', 'defect'] }]);
  await world.db.updateTable('teams').set({ office_hours: hours, departments }).execute();
  const watch = await aWatch(world, { voices: [CHI] });
  return { world, sourceId: await aSource(world, [watch]) };
}

test('whatever happens to mentions, the tallies are what a plain count of all rows comes to', async () => {
  const step = fc.record({
    act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
    who: fc.constantFrom(ANA, BEN, CHI),
    n: fc.nat(2_000),
  });
  const measured = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...HOURS),
      fc.array(step, { minLength: 25, maxLength: 40 }),
      async (zone, hours, steps) => {
        const { world, sourceId } = await aTeamAtWork(zone, hours);
        const ids = [await aMention(world), await aMention(world, { backfilled: true })];
        await world.calm(2);
        for (const { act, ...dice } of steps) {
          world.pass(dice.n * 7_000);
          await ACTS[act]({ world, ids, sourceId, ...dice });
        }
        await world.settled();
        await expectTallied(world.db, TEAM);
        for (const name of Object.keys(await keptTallies(world.db, TEAM))) measured.add(name.split('|')[3] ?? '');
      },
    ),
    { numRuns, seed: 20_261_123 },
  );
  const all = 'mentions claimed answered dismissed tone kind to_claim to_reply to_close replied_by had_by answered_by';
  expect([...measured].sort()).toEqual(
    [...`${all} to_reply_by routed resolved asked_of answered_for`.split(' ')].sort(),
  );
}, 120_000);

test('counting the same mentions once more changes nothing', async () => {
  const { world } = await aTeamAtWork('UTC', null);
  const id = await aMentionIn(world, 'answered');
  const before = await world.db.selectFrom('tallies').selectAll().execute();
  const again = () => world.db.transaction().execute((trx) => retally(trx, TEAM, [id]));
  expect([await again(), await again()]).toEqual([0, 0]);
  expect(await world.db.selectFrom('tallies').selectAll().execute()).toEqual(before);
});

test('many who change mentions of one day at once neither lock each other out nor lose a count', async () => {
  const { world } = await aTeamAtWork('UTC', null);
  const replica = aWorld(database, world);
  const ids: number[] = [];
  for (let n = 0; n < 12; n++)
    ids.push(await aMention(world, { judged: { tone: one(TONES, n), kind: one(KINDS, n) } }));
  await world.rest();
  const turned = ids.toReversed();
  await Promise.all([
    ...ids.map((id, n) => moveMention(one([world, replica], n).deps, { mentionId: id, personId: ANA, move: 'claim' })),
    ...turned.map((id, n) =>
      correctMention(one([world, replica], n).deps, { mentionId: id, personId: BEN, tone: one(TONES, n) }),
    ),
    aMention(world),
    aMention(replica),
  ]);
  await expectTallied(world.db, TEAM);
  await replica.settled();
  await world.settled();
});

test('a mention counts on the day of the team’s calendar, on either side of midnight and of a change of clocks', async () => {
  const { world } = await aTeamAtWork('Europe/Berlin', null);
  for (const at of [
    ...['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
    ...['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
    ...['2028-02-28T23:30:00Z', '2028-02-29T22:59:59Z', '2026-12-31T23:00:00Z'],
  ])
    await aMention(world, { at: new Date(at) });
  const days = await world.db
    .selectFrom('tallies')
    .select(['day', 'count'])
    .where('measure', '=', 'mentions')
    .orderBy('day')
    .execute();
  expect(days.map(({ day, count }) => [day, count])).toEqual([
    ['2026-03-28', 1],
    ['2026-03-29', 2],
    ['2026-03-30', 1],
    ['2026-10-24', 1],
    ['2026-10-25', 2],
    ['2026-10-26', 1],
    ['2027-01-01', 1],
    ['2028-02-29', 2],
  ]);
});
