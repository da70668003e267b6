import { beforeEach, expect, test } from '@jest/globals';
import type { Author } from '../../src/domain/item.ts';
import type { Tone } from '../../src/domain/judgement.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { aMention, aRoom, aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { BEN, DANA } from '../helpers/facts.ts';
import { draft, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const MAYA: Author = { name: 'Maya Ito', handle: 'maya', reach: 12_400 };
const day = (text: string) => new Date(`${text}T10:00:00Z`);

async function heard(
  author: Author,
  at: Date,
  tone?: Tone,
  more: Parameters<typeof aMention>[1] = {},
): Promise<number> {
  const id = await aMention(world, { author, at, publishedAt: at, ...more });
  if (tone) await world.db.updateTable('mentions').set({ tone }).where('id', '=', id).execute();
  return id;
}

async function newestCard(): Promise<string[]> {
  await world.rest();
  return linesOf(world.slack.shown(GEN).at(-1)?.message.blocks ?? []);
}

test('the card of a person of weight says so in words, and why', async () => {
  for (const month of ['2026-10-04', '2026-10-20', '2026-11-02']) await heard(MAYA, day(month), 'negative');
  await heard(MAYA, day('2026-11-05'), 'positive');
  await heard(MAYA, world.now(), 'negative');
  const lines = await newestCard();
  expect(lines[0]).toContain('Blog or feed · Maya Ito, 12,400 followers · ');
  expect(lines).toContain('A person of weight: spoke of us 5 times since October, mostly negative');
});

test('the card of anybody else says nothing of the kind', async () => {
  await heard({ name: 'Jo', handle: 'jo', reach: 300 }, day('2026-11-02'), 'negative');
  await heard({ name: 'Jo', handle: 'jo', reach: 300 }, world.now(), 'negative');
  const lines = await newestCard();
  expect(lines[0]).toContain('Jo, 300 followers');
  expect(lines.join('\n')).not.toMatch(/weight|list|spoke/);
});

test('an author who is on a list is shown with it', async () => {
  await heard({ name: 'Jo', handle: 'jo' }, world.now());
  await world.db.updateTable('authors').set({ list: 'critics', listed_by: DANA, listed_at: world.now() }).execute();
  expect(await newestCard()).toContain('The author is on your list “Critics”: spoke of us for the first time');
});

test('a card tells only what the members of its channel may read', async () => {
  const secret = await aWatch(world, {
    name: 'Secret',
    channel: aRoom(world, 'C0SECRET', { members: [DANA] }),
    position: 2,
  });
  const open = await aWatch(world);
  for (const at of ['2026-09-01', '2026-10-01']) await heard(MAYA, day(at), 'negative', { watch: secret });
  await heard(MAYA, world.now(), undefined, { watch: open });
  expect(await newestCard()).toContain('A person of weight: spoke of us for the first time');
});

test('what was dismissed as not about us does not count as speaking of us', async () => {
  const spam = await heard(MAYA, day('2026-10-01'));
  await world.rest();
  granted(await moveMention(world.deps, { mentionId: spam, personId: DANA, move: 'dismiss', reason: 'not about us' }));
  await heard(MAYA, world.now());
  expect(await newestCard()).toContain('A person of weight: spoke of us for the first time');
});

test('a later mention changes no card that stands', async () => {
  const first = await heard(MAYA, day('2026-11-02'));
  await world.rest();
  await heard(MAYA, world.now());
  await world.rest();
  granted(await moveMention(world.deps, { mentionId: first, personId: BEN, move: 'claim' }));
  await world.rest();
  const card = world.slack.shown(GEN)[0]?.message;
  expect(linesOf(card?.blocks ?? [])).toContain('A person of weight: spoke of us for the first time');
});

test('a hostile name is shown as it is, and calls nobody', async () => {
  await heard({ name: '<!channel> *bold* <https://evil.example|x>', handle: 'maya', reach: 500_000 }, world.now());
  const [head] = await newestCard();
  expect(head).toContain('<!channel> *bold* <https://evil.example|x>, 500,000 followers');
  expect(world.slack.shown(GEN)[0]?.message.text).toContain('&lt;!channel&gt;');
});

test('an author who reaches many people asks for more votes where the policy says so', async () => {
  const extra = [{ when: 'reach_over' as const, reach: 10_000, votes: 1 }];
  const policy = { votes: 2, objections: 1, windowMs: 86_400_000, approvers: 'everyone' as const, extra };
  await aWatch(world, { approval: policy });
  const [famous, other] = [
    await heard(MAYA, world.now()),
    await heard({ ...MAYA, handle: 'jo', reach: 10_000 }, world.now()),
  ];
  await world.rest();
  for (const mentionId of [famous, other]) {
    granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' }));
    granted(await draft(world, mentionId));
  }
  const ballots = await world.db.selectFrom('ballots').select(['votes_needed', 'reasons']).orderBy('id').execute();
  expect(ballots).toEqual([
    { votes_needed: 3, reasons: ['The author reaches more than 10,000 people: 1 more approval'] },
    { votes_needed: 2, reasons: [] },
  ]);
});
