import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listHeard } from '../../src/db/influence.ts';
import { TONES, type Tone } from '../../src/domain/judgement.ts';
import { NO_TONES, type ToneCounts } from '../../src/domain/tone-balance.ts';
import { aMention, aRoom, aTeam, aWatch, GEN, TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { NOW } from '../helpers/facts.ts';
import { nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
const numRuns = Number(process.env.RUNS ?? 20);

const DAY = 24 * 60 * 60_000;
const SIDE = 'C0SIDE';

/** Something that somebody said: who, under which name, where, when, how it sounds, what became of it. */
const said = fc.record({
  handle: fc.constantFrom('maya', '@Maya', 'jo', null),
  name: fc.constantFrom('Maya Ito', 'Maya Berg', 'Jo'),
  reach: fc.option(fc.nat(1_000_000)),
  channel: fc.constantFrom(GEN, SIDE),
  daysAgo: fc.integer({ min: 0, max: 400 }),
  tone: fc.option(fc.constantFrom(...TONES)),
  corrected: fc.option(fc.constantFrom(...TONES)),
  engagement: fc.option(fc.nat(50)),
  dismissed: fc.constantFrom(null, null, 'not about us', 'Spam (again)', 'nothing to answer'),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

/** What one would write down of an author, mention by mention. */
type Notes = { reach: number | null; times: number; days: number[]; tones: ToneCounts; engagements: number[] };

function onPaper(all: Said[], channels: string[], sinceDays: number): Map<string, Notes> {
  const notes = new Map<string, Notes>();
  for (const one of all) {
    if (one.handle === null) continue;
    const key = one.handle.replace('@', '').toLowerCase();
    const known = notes.get(key) ?? { reach: null, times: 0, days: [], tones: { ...NO_TONES }, engagements: [] };
    notes.set(key, known);
    known.reach = one.reach ?? known.reach;
    if (!channels.includes(one.channel) || one.daysAgo > sinceDays) continue;
    if (one.dismissed?.toLowerCase().startsWith('not about us') || one.dismissed?.startsWith('Spam')) continue;
    known.times += 1;
    known.days.push(one.daysAgo);
    const tone = one.corrected ?? one.tone;
    if (tone) known.tones[tone] += 1;
    if (one.engagement !== null) known.engagements.push(one.engagement);
  }
  return new Map([...notes].filter(([, { times }]) => times > 0));
}

function median(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

async function keep(world: World, watches: Record<string, Awaited<ReturnType<typeof aWatch>>>, one: Said) {
  const at = new Date(+NOW - one.daysAgo * DAY);
  const author = one.handle === null ? {} : { handle: one.handle, name: one.name };
  const reach = one.reach === null ? {} : { reach: one.reach };
  const engagement = one.engagement === null ? {} : { engagement: one.engagement };
  const id = await aMention(world, {
    ...{ author: { ...author, ...reach }, watch: watches[one.channel] as never, at, publishedAt: at, ...engagement },
  });
  const set = async (columns: {
    tone?: Tone | null;
    tone_by?: string;
    status?: 'dismissed';
    dismissed_reason?: string;
  }) => world.db.updateTable('mentions').set(columns).where('id', '=', id).execute();
  await set({ tone: one.tone });
  if (one.corrected) await set({ tone: one.corrected, tone_by: 'U0ANA' });
  if (one.dismissed) await set({ status: 'dismissed', dismissed_reason: one.dismissed });
}

test('whatever was said, what is known of an author is what one would have noted on paper', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: 1, maxLength: 20 }),
      fc.subarray([GEN, SIDE], { minLength: 1 }),
      async (all, channels) => {
        const world = await nextWorld(database);
        await aTeam(world);
        const watches = {
          [GEN]: await aWatch(world),
          [SIDE]: await aWatch(world, { name: 'Side', channel: aRoom(world, SIDE), position: 1 }),
        };
        for (const one of all) await keep(world, watches, one);
        const wish = { channels, since: new Date(+NOW - 365 * DAY), to: new Date(+NOW + 1), limit: 50 };
        const heard = await listHeard(world.db, TEAM, wish);
        const found = heard.map(({ author, facts }) => [
          author.handle?.replace('@', '').toLowerCase(),
          facts.reach,
          facts.times,
          [facts.firstAt, facts.lastAt].map((at) => Math.round((+NOW - Number(at)) / DAY)),
          facts.tones,
          facts.engagement,
        ]);
        const noted = [...onPaper(all, channels, 365)].map(([key, one]) => [
          key,
          one.reach,
          one.times,
          [Math.max(...one.days), Math.min(...one.days)],
          one.tones,
          median(one.engagements),
        ]);
        expect(found.sort()).toEqual(noted.sort());
      },
    ),
    { numRuns },
  );
}, 120_000);
