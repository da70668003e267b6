import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusal.ts';
import { castVote } from '../../src/flows/cast-vote.ts';
import { handOver, takeBack } from '../../src/flows/hand-over.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { readMore } from '../../src/flows/prepare-forms.ts';
import { holdReply } from '../../src/flows/publish-reply.ts';
import { aTeam, GEN } from '../helpers/builders.ts';
import { expectDrawn } from '../helpers/drawn.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { BOT } from '../helpers/fake-slack.ts';
import { aMentionIn, ballotRow, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const hand = (mentionId: number, personId: string, to: string | undefined, note = '') =>
  handOver(world.deps, { mentionId, personId, to, note });

/** What stands in the thread under the cards. */
const threads = () => world.slack.shown(GEN).flatMap((one) => (one.threadTs === undefined ? [] : [one.message.text]));
/** What a person was told alone. */
const directTo = (id: string) => world.slack.shown(id.replace(/^U/, 'D')).map((one) => one.message.text);

test('the new owner has it, is told alone and in the thread, and the card says from whom', async () => {
  const mentionId = await aMentionIn(world, 'claimed', { text: 'Acme keeps my secret words.' });
  granted(await hand(mentionId, BEN, ANA, 'You know <exports> best'));
  await world.rest();
  expect(await mentionRow(world, mentionId)).toMatchObject({
    status: 'claimed',
    claimant_id: ANA,
    claimed_at: expect.any(Date),
    handed_by: BEN,
  });
  expect(threads()).toEqual(['<@U0BEN> handed this over to <@U0ANA>: You know &lt;exports&gt; best']);
  expect(directTo(ANA)).toEqual([
    '<@U0BEN> handed you a mention of Acme: you have it now. Their note: You know &lt;exports&gt; best',
  ]);
  expect(JSON.stringify(world.slack.shown('D0ANA'))).not.toContain('secret words');
  const card = world.slack.shown(GEN)[0]?.message;
  expect(card?.text).toContain('<@U0ANA> has it, handed over by <@U0BEN> ');
  expect(JSON.stringify(world.slack.shown('D0ANA')[0]?.message.blocks)).toContain('/archives/C0GEN/p');
  await expectDrawn(world);
});

test('first claims keep their time when the mention changes hands', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const { first_claimed_at: first } = await mentionRow(world, mentionId);
  world.pass(60_000);
  granted(await hand(mentionId, BEN, ANA));
  const row = await mentionRow(world, mentionId);
  expect(row.first_claimed_at).toEqual(first);
  expect(row.claimed_at).toEqual(world.now());
});

test('handing over ends an open vote and says so on the ballot', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  granted(await hand(mentionId, BEN, ANA));
  const { id: ballotId, status } = await ballotRow(world, mentionId);
  expect(status).toBe('void');
  expect((await mentionRow(world, mentionId)).status).toBe('claimed');
  expect(isRefusal(await castVote(world.deps, { ballotId, personId: CHI, choice: 'approve' }))).toBe(true);
  await world.rest();
  await expectDrawn(world);
});

test('an approved reply stays approved, and its new owner may publish it', async () => {
  const mentionId = await aMentionIn(world, 'approved');
  expect(isRefusal(await holdReply(world.deps, { mentionId, personId: CHI }))).toBe(true);
  granted(await hand(mentionId, BEN, CHI));
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
  expect((await ballotRow(world, mentionId)).status).toBe('approved');
  granted<unknown>(await holdReply(world.deps, { mentionId, personId: CHI }));
});

test.each([
  ['nobody', undefined, {}],
  ['a Slack guest', 'U0GUEST', { isGuest: true }],
  ['a bot', 'U0BOTTY', { isBot: true }],
  ['Porchlight itself', BOT, { isBot: true }],
  ['somebody of another workspace', 'U0FOREIGN', { isForeign: true }],
  ['a deleted account', 'U0GONE', { isDeleted: true }],
  ['somebody whom Slack does not know', 'U0NOBODY', undefined],
])('%s cannot be handed a mention', async (_, to, facts) => {
  const mentionId = await aMentionIn(world, 'claimed');
  if (to) world.slack.describe(to, facts);
  const before = await mentionRow(world, mentionId);
  expect(await hand(mentionId, BEN, to)).toEqual({ refusal: 'cannot_have_it' });
  expect(await mentionRow(world, mentionId)).toEqual(before);
  await world.rest();
  expect(threads()).toEqual([]);
});

test('whoever has it already cannot be handed it', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  expect(await hand(mentionId, DANA, BEN)).toEqual({ refusal: 'already_theirs' });
});

test('a manager may take it for themselves, and then nobody has anything to take back', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await hand(mentionId, DANA, DANA));
  expect(await mentionRow(world, mentionId)).toMatchObject({ claimant_id: DANA, handed_by: null });
  await world.rest();
  expect(directTo(DANA)).toEqual([]);
  expect(await takeBack(world.deps, { mentionId, personId: DANA })).toEqual({ refusal: 'not_handed_over' });
});

test('the giver takes it back with the draft that was written meanwhile', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await hand(mentionId, BEN, ANA));
  granted(await draft(world, mentionId, { personId: ANA, keepOnly: true }));
  granted(await takeBack(world.deps, { mentionId, personId: BEN }));
  expect(await mentionRow(world, mentionId)).toMatchObject({ status: 'claimed', claimant_id: BEN, handed_by: null });
  await world.rest();
  expect(threads().at(-1)).toBe('<@U0BEN> took this back from <@U0ANA>.');
  granted(await draft(world, mentionId));
});

test.each(['release', 'claim'] as const)('after a %s nobody can take it back', async (last) => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await hand(mentionId, BEN, ANA));
  granted(await moveMention(world.deps, { mentionId, personId: ANA, move: 'release' }));
  if (last === 'claim') granted(await moveMention(world.deps, { mentionId, personId: ANA, move: 'claim' }));
  expect(isRefusal(await takeBack(world.deps, { mentionId, personId: BEN }))).toBe(true);
  expect((await mentionRow(world, mentionId)).handed_by).toBeNull();
});

test('More offers to hand over and to take back to those who may, and tells the whole story', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const offered = async (personId: string) => granted(await readMore(world.deps, { mentionId, personId })).offered;
  expect(await offered(BEN)).toContain('hand_over');
  expect(await offered(CHI)).not.toContain('hand_over');
  expect(await offered(DANA)).not.toContain('take_back');
  granted(await hand(mentionId, BEN, ANA, 'yours'));
  expect(await offered(BEN)).toContain('take_back');
  expect(await offered(DANA)).toContain('take_back');
  expect(await offered(ANA)).not.toContain('take_back');
  const { history } = granted(await readMore(world.deps, { mentionId, personId: BEN }));
  expect(history[0]).toMatchObject({ act: 'hand_over', personId: BEN, detail: { to: ANA, reason: 'yours' } });
});

test('of a hand-over and a release at the same moment one wins', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const outcomes = await Promise.all([
    hand(mentionId, BEN, ANA),
    moveMention(world.deps, { mentionId, personId: BEN, move: 'release' }),
  ]);
  expect(outcomes.filter(isRefusal)).toHaveLength(1);
});

test.each(['', '  \n '])('nothing is reopened with the reason %j', async (reason) => {
  const mentionId = await aMentionIn(world, 'dismissed');
  const wish = { mentionId, personId: CHI, move: 'reopen', reason } as const;
  expect(await moveMention(world.deps, wish)).toEqual({ refusal: 'empty_text' });
  expect((await mentionRow(world, mentionId)).status).toBe('dismissed');
});

test('a reopening says why in the history and in the thread', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  granted(await moveMention(world.deps, { mentionId, personId: CHI, move: 'reopen', reason: 'Maya <asked> again' }));
  await world.rest();
  expect(threads().at(-1)).toBe('<@U0CHI> reopened this: Maya &lt;asked&gt; again');
  const { history } = granted(await readMore(world.deps, { mentionId, personId: CHI }));
  expect(history[0]).toMatchObject({ act: 'reopen', detail: { reason: 'Maya <asked> again' } });
});
