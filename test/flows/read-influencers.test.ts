import { beforeEach, expect, test } from '@jest/globals';
import type { Author } from '../../src/domain/item.ts';
import type { Tone } from '../../src/domain/judgement.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { readInfluencerSummary } from '../../src/flows/read-influencers.ts';
import { aMention, aRoom, aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, draft, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const DAY = 24 * 60 * 60_000;
const MAYA: Author = { name: 'Maya', handle: 'maya', reach: 12_400 };

type More = Parameters<typeof aMention>[1];
/** Something that an author said so many days ago. */
async function said(author: Author, daysAgo: number, tone?: Tone, more: More = {}): Promise<number> {
  const at = new Date(+world.now() - daysAgo * DAY);
  const id = await aMention(world, { author, at, publishedAt: at, ...more });
  if (tone) await world.db.updateTable('mentions').set({ tone }).where('id', '=', id).execute();
  return id;
}

function week(channels = [GEN]) {
  const to = new Date(+world.now() + 1);
  return readInfluencerSummary(world.deps, { from: new Date(+to - 7 * DAY), to, channels, timezone: 'UTC' });
}

test('a week in which nothing was said is empty, and invites nobody', async () => {
  expect(await week()).toMatchObject({
    ...{ authors: 0, anonymous: 0, newcomers: [], rising: [], turned: [], unanswered: [], voices: [], invited: null },
  });
});

test('who never spoke before is new, the weightiest first; a person who did is not', async () => {
  await said({ name: 'Jo', handle: 'jo', reach: 300 }, 1);
  await said(MAYA, 2);
  await said({ name: 'Old' }, 30);
  await said({ name: 'Old' }, 1);
  await said({}, 1);
  const facts = await week();
  expect(facts.newcomers.map(({ name }) => name)).toEqual(['Maya', 'Jo']);
  expect(facts.newcomers[0]).toMatchObject({
    standing: 'of_weight',
    networkLabel: 'Blog or feed',
    says: '12,400 followers, spoke of us for the first time',
  });
  expect(facts).toMatchObject({ authors: 3, anonymous: 1 });
});

test('who speaks twice as often as in the week before rises', async () => {
  for (const daysAgo of [1, 2, 3, 9, 40]) await said(MAYA, daysAgo);
  for (const daysAgo of [1, 2, 3, 8, 9]) await said({ name: 'Steady' }, daysAgo);
  const { rising } = await week();
  expect(rising).toMatchObject([{ name: 'Maya', times: 3, timesBefore: 1 }]);
});

test('who was for us and is against us has turned', async () => {
  for (const daysAgo of [20, 30]) await said(MAYA, daysAgo, 'positive');
  for (const daysAgo of [1, 2]) await said(MAYA, daysAgo, 'negative');
  for (const daysAgo of [20, 30]) await said({ name: 'Same' }, daysAgo, 'negative');
  for (const daysAgo of [1, 2]) await said({ name: 'Same' }, daysAgo, 'negative');
  for (const daysAgo of [20, 1]) await said({ name: 'Once' }, daysAgo, daysAgo > 7 ? 'positive' : 'negative');
  expect((await week()).turned).toMatchObject([{ name: 'Maya', was: 'positive', is: 'negative' }]);
});

test('who was never answered is named with the oldest of what waits', async () => {
  await said(MAYA, 3, undefined, { title: 'Export is slow' });
  await said(MAYA, 1);
  await said({ name: 'Set aside' }, 1).then((mentionId) =>
    moveMention(world.deps, { mentionId, personId: DANA, move: 'dismiss', reason: 'nothing to answer' }),
  );
  await said({ name: 'Answered' }, 1);
  await aMentionIn(world, 'answered', { author: { name: 'Answered' } });
  await world.rest();
  const { unanswered } = await week();
  expect(unanswered).toMatchObject([{ name: 'Maya', open: 2, watch: 'Acme', words: 'Export is slow' }]);
  expect(unanswered[0]?.cardLink).toContain('/archives/C0GEN/p');
});

test('who of us wrote replies is counted, and one who helps and is no voice is invited', async () => {
  await aWatch(world, { voices: [ANA] });
  await aMentionIn(world, 'answered', { author: MAYA });
  const second = await said(MAYA, 1);
  granted(await moveMention(world.deps, { mentionId: second, personId: ANA, move: 'claim' }));
  granted(await draft(world, second, { personId: ANA }));
  const { voices, invited } = await week();
  expect(voices).toEqual([{ personId: BEN, replies: 1 }]);
  expect(invited).toBe(BEN);
});

test('nobody is invited who has left or is a guest of Slack', async () => {
  const [first, second] = [await said(MAYA, 2), await said(MAYA, 1)];
  for (const [mentionId, personId] of [
    [first, BEN],
    [second, CHI],
  ] as const)
    granted(await moveMention(world.deps, { mentionId, personId, move: 'claim' }));
  await world.db.deleteFrom('people').execute();
  world.slack.describe(BEN, { isDeleted: true });
  expect((await week()).invited).toBe(CHI);
  await world.db.deleteFrom('people').execute();
  world.slack.describe(CHI, { isGuest: true });
  expect((await week()).invited).toBeNull();
});

test('nothing is told of channels that the summary may not show', async () => {
  const secret = await aWatch(world, { name: 'Secret', channel: aRoom(world, 'C0SECRET', { members: [DANA] }) });
  const mentionId = await said(MAYA, 1, 'negative', { watch: secret });
  granted(await moveMention(world.deps, { mentionId, personId: DANA, move: 'claim' }));
  expect(await week()).toMatchObject({ authors: 0, newcomers: [], unanswered: [], invited: null });
  expect(await week([GEN, 'C0SECRET'])).toMatchObject({ authors: 1, newcomers: [{ name: 'Maya' }], invited: DANA });
});

test('what the first look at a new source found makes nobody new', async () => {
  await said(MAYA, 1, undefined, { backfilled: true });
  expect(await week()).toMatchObject({ authors: 0, newcomers: [], unanswered: [] });
});

test('the facts survive being kept as JSON', async () => {
  await said(MAYA, 1, 'negative');
  const facts = await week();
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});
