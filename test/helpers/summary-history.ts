import type { FetchedItem } from '../../src/domain/item.ts';
import type { Judgement, Tone } from '../../src/domain/judgement.ts';
import { aMention, MINUTE } from './builders.ts';
import type { World } from './world.ts';

const HOUR = 60 * MINUTE;
const SCORES: Record<Tone, number> = { negative: -0.7, neutral: 0, positive: 0.7, unclear: 0.1 };

type Said = Omit<NonNullable<Parameters<typeof aMention>[1]>, 'judged' | 'at'> & Partial<FetchedItem>;

/** Something said so many hours ago that sounds like this. Returns the mention's id. */
export function saidAgo(
  world: World,
  hours: number,
  tone: Tone,
  facts: Said & { score?: number } = {},
): Promise<number> {
  const { score = SCORES[tone], ...said } = facts;
  const at = new Date(+world.now() - hours * HOUR);
  const judged: Partial<Judgement> = { tone, score };
  return aMention(world, { publishedAt: at, ...said, at, judged });
}

/** The tables forget when the watch was made: it has listened for so many weeks. */
export async function listenedFor(world: World, weeks: number): Promise<void> {
  const since = new Date(+world.now() - weeks * 168 * HOUR);
  await world.db.updateTable('watches').set({ created_at: since }).execute();
}

/** One mention every so many hours over the last weeks, up to so many hours ago. */
export async function aQuietPast(world: World, weeks: number, everyHours: number, until: number): Promise<void> {
  for (let hours = weeks * 168; hours > until; hours -= everyHours) {
    const tone =
      (['neutral', 'positive', 'neutral', 'negative'] as const)[Math.floor(hours / everyHours) % 4] ?? 'neutral';
    await saidAgo(world, hours, tone, { text: `The export of Acme is fine, says number ${hours}.`, score: 0.3 });
  }
}
