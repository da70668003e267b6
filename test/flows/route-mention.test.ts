import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { choiceKey, type RouteEvent } from '../../src/domain/route.ts';
import type { Department } from '../../src/domain/settings.ts';
import { forgetMessage } from '../../src/flows/draw-posting.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { moveRoute } from '../../src/flows/move-route.ts';
import { findFacts } from '../../src/flows/picture.ts';
import { prepareRoute, prepareStep } from '../../src/flows/prepare-route.ts';
import { holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { remindRoutes } from '../../src/flows/remind-routes.ts';
import { type RouteWish, routeMention } from '../../src/flows/route-mention.ts';
import { tellAuthor } from '../../src/flows/tell-author.ts';
import { aMention, aRoom, aTeam, aWatch, GEN, MINUTE, OTHER_TEAM, TEAM } from '../helpers/builders.ts';
import { expectDrawn } from '../helpers/drawn.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld, type World } from '../helpers/world.ts';

const world = testWorld();
const PRODUCT = 'C0PRODUCT';
const SALES = 'C0SALES';
const DAY = 24 * 60 * MINUTE;

const DEPARTMENTS: Department[] = [
  { name: 'Product', channel: PRODUCT, takes: ['idea', 'defect'] },
  { name: 'Sales', channel: SALES, takes: ['lead'] },
];
const IDEA = choiceKey({ kind: 'idea', department: 'Product' });
const LEAD = choiceKey({ kind: 'lead', department: 'Sales' });

beforeEach(async () => {
  await aTeam(world, { managers: [ANA] });
  await world.db
    .updateTable('teams')
    .set({ departments: JSON.stringify(DEPARTMENTS) })
    .execute();
  for (const channel of [PRODUCT, SALES]) aRoom(world, channel);
});

const EMPTY = { choice: IDEA, title: 'export to CSV', wishId: null, ownerId: null, note: '', dueOn: null };

function route(mentionId: number, wish: Partial<RouteWish> = {}, of: World = world) {
  return routeMention(of.deps, { ...EMPTY, mentionId, personId: BEN, ...wish });
}

/** Ben's route of a claimed mention, drawn. */
async function aRouted(wish: Partial<RouteWish> = {}, status: 'claimed' | 'answered' = 'claimed') {
  const mentionId = await aMentionIn(world, status);
  const { routeId } = granted(await route(mentionId, wish));
  await world.rest();
  return { mentionId, routeId };
}

function move(routeId: number, event: RouteEvent, personId: string, words = 'shipped in 2.4') {
  return moveRoute(world.deps, { routeId, personId, event, words });
}

const routeRow = (id: number) =>
  world.db.selectFrom('routes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** What a channel reads, the newest last. */
const texts = (channel: string) => world.slack.shown(channel).map((one) => one.message.text);
const card = (mentionId: number) => {
  const row = world.db.selectFrom('postings').select('id').where('kind', '=', 'card');
  return row
    .where('mention_id', '=', mentionId)
    .executeTakeFirstOrThrow()
    .then(({ id }) => world.slack.shown(GEN).find((one) => one.postingId === id)?.message.text ?? '');
};

async function acts(mentionId: number): Promise<string[]> {
  const rows = await world.db.selectFrom('activity').select('act').where('mention_id', '=', mentionId).execute();
  return rows.map((row) => row.act);
}

test('a route stands in the department’s channel at once, and as a line on the card that links there', async () => {
  const { mentionId } = await aRouted({ note: 'She runs it every Monday.', ownerId: DANA, dueOn: '2026-11-27' });
  const [posted] = world.slack.shown(PRODUCT);
  expect(posted?.message.text.split('\n')).toEqual([
    `<@${BEN}> has a product idea for Product: “export to CSV”`,
    expect.stringContaining('Asked for the first time · due Fri 27 Nov'),
    `For <@${DANA}>, who has not taken it yet`,
  ]);
  expect(await card(mentionId)).toContain(
    `Routed to Product: “export to CSV”; <@${DANA}> is asked and has not taken it yet, due Fri 27 Nov`,
  );
  const facts = await findFacts(world.deps, mentionId);
  expect(facts?.routes[0]?.link).toBe(`https://t0acme.slack.com/archives/${PRODUCT}/p${posted?.ts.replace('.', '')}`);
  await world.rest();
  await expectDrawn(world);
});

test('a department accepts, asks back, is answered and is done; each step stands on both postings', async () => {
  const { mentionId, routeId } = await aRouted();
  const steps: [RouteEvent, string, string, string, string][] = [
    ['accept', DANA, '', `<@${DANA}> took it`, `; <@${DANA}> took it`],
    ['ask_back', DANA, 'which format?', 'Waits for an answer', `; <@${DANA}> asks: “which format?”`],
    ['explain', BEN, 'that of Excel', `<@${DANA}> took it`, `; <@${DANA}> took it`],
    ['finish', DANA, 'shipped in 2.4', ': shipped in 2.4', `; done by <@${DANA}>: “shipped in 2.4”`],
  ];
  for (const [event, by, words, inChannel, onCard] of steps) {
    world.pass(MINUTE);
    granted<unknown>(await move(routeId, event, by, words));
    await world.rest();
    expect(texts(PRODUCT)[0]).toContain(inChannel);
    expect(await card(mentionId)).toContain(onCard);
  }
  expect(await routeRow(routeId)).toMatchObject({ state: 'done', owner_id: DANA, done_by: DANA, told_at: null });
  expect((await acts(mentionId)).slice(-5)).toEqual([
    'route',
    'accept_route',
    'ask_back',
    'explain_route',
    'finish_route',
  ]);
  await world.rest();
  await expectDrawn(world);
});

test('a question and an outcome are told to the claimant in the thread, an answer to who asked', async () => {
  const { routeId } = await aRouted({ personId: CHI });
  await move(routeId, 'ask_back', DANA, 'which format?');
  await world.rest();
  const told = () =>
    world.slack
      .shown(GEN)
      .filter((one) => one.threadTs)
      .map((one) => one.message.text);
  expect(told()).toEqual([
    `<@${BEN}>, <@${DANA}> asks about “export to CSV” at Product: “which format?” Press “Answer…” on its posting or under “More…” on the card.`,
  ]);
  await move(routeId, 'explain', CHI, 'that of Excel');
  await move(routeId, 'finish', DANA);
  await world.rest();
  expect(texts('D0DANA')).toEqual([
    `<@${CHI}> answered your question about “export to CSV” at Product: “that of Excel”. See the posting.`,
  ]);
  expect(told()[1]).toBe(
    `<@${BEN}>, “export to CSV” at Product is done: “shipped in 2.4”. If the author should hear it, press “Tell the author…” under “More…” on the card.`,
  );
  await expectDrawn(world);
});

test('of two who accept at once one has it, and the other is told who', async () => {
  const { routeId } = await aRouted();
  const outcomes = await Promise.all([move(routeId, 'accept', CHI), move(routeId, 'accept', DANA)]);
  const { owner_id: owner } = await routeRow(routeId);
  expect([CHI, DANA]).toContain(owner);
  expect(outcomes.filter(isRefusal)).toEqual([{ refusal: 'already_accepted', by: owner }]);
});

test('only who took it or a manager finishes it; only those who asked answer', async () => {
  const { routeId } = await aRouted();
  await move(routeId, 'accept', DANA);
  expect(await move(routeId, 'finish', CHI)).toEqual({ refusal: 'not_yours', act: 'finish_route' });
  await move(routeId, 'ask_back', CHI);
  expect(await move(routeId, 'explain', DANA)).toEqual({ refusal: 'not_yours', act: 'explain_route' });
  expect(isRefusal(await move(routeId, 'finish', ANA))).toBe(false);
});

test.each(['ask_back', 'explain', 'finish'] as const)(
  '%s without words, or with too many, changes nothing',
  async (event) => {
    const { mentionId, routeId } = await aRouted();
    if (event === 'explain') await move(routeId, 'ask_back', DANA);
    const before = { row: await routeRow(routeId), acts: await acts(mentionId) };
    expect(await move(routeId, event, BEN, ' \u0000\n ')).toEqual({ refusal: 'empty_text' });
    expect(await move(routeId, event, BEN, 'x'.repeat(501))).toMatchObject({ refusal: 'too_long', chars: 501 });
    expect({ row: await routeRow(routeId), acts: await acts(mentionId) }).toEqual(before);
  },
);

test('every kind of wrong wish is refused, and nothing is kept of it', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const wrong: [Partial<RouteWish>, Refusal['refusal']][] = [
    [{ choice: 'idea' }, 'unknown_department'],
    [{ choice: choiceKey({ kind: 'press', department: 'Product' }) }, 'unknown_department'],
    [{ title: ' \n ' }, 'empty_text'],
    [{ title: 'x'.repeat(101) }, 'too_long'],
    [{ note: 'x'.repeat(501) }, 'too_long'],
    [{ ownerId: 'U0GUEST' }, 'not_an_employee'],
    [{ ownerId: 'U0NOBODY' }, 'not_an_employee'],
    [{ dueOn: '2026-11-22' }, 'past_day'],
    [{ dueOn: '2026-13-45' }, 'past_day'],
    [{ dueOn: 'tomorrow' }, 'past_day'],
    [{ wishId: 999, title: '' }, 'empty_text'],
    [{ mentionId: 999 }, 'gone'],
    [{ personId: 'U0GUEST' }, 'guest_account'],
  ];
  world.slack.describe('U0GUEST', { isGuest: true });
  world.slack.describe('U0NOBODY', undefined);
  for (const [wish, refusal] of wrong) expect(await route(mentionId, wish)).toMatchObject({ refusal });
  expect(await world.db.selectFrom('routes').selectAll().execute()).toEqual([]);
  expect(await world.db.selectFrom('wishes').selectAll().execute()).toEqual([]);
  expect(texts(PRODUCT)).toEqual([]);
});

test('a day is in the past by the team’s own calendar', async () => {
  await world.db.updateTable('teams').set({ timezone: 'Pacific/Auckland' }).execute();
  const mentionId = await aMentionIn(world, 'claimed');
  world.pass(4 * 60 * MINUTE);
  expect(await route(mentionId, { dueOn: '2026-11-23' })).toEqual({ refusal: 'past_day' });
  expect(isRefusal(await route(mentionId, { dueOn: '2026-11-24' }))).toBe(false);
});

test('a mention may go to several departments, one open route each', async () => {
  const { mentionId, routeId } = await aRouted();
  expect(await route(mentionId, { title: 'something else' })).toEqual({
    refusal: 'already_routed',
    department: 'Product',
  });
  granted(await route(mentionId, { choice: LEAD, title: 'two hundred seats' }));
  await move(routeId, 'accept', DANA);
  await move(routeId, 'finish', DANA);
  granted(await route(mentionId, { title: 'something else' }));
  await world.rest();
  expect([texts(PRODUCT).length, texts(SALES).length]).toEqual([2, 1]);
  await expectDrawn(world);
});

test('of two who route to one department at once one does, though they call it the same', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const outcomes = await Promise.all([route(mentionId), route(mentionId, { personId: CHI })]);
  expect(outcomes.filter(isRefusal)).toEqual([{ refusal: 'already_routed', department: 'Product' }]);
});

test('a dismissed mention is not routed, and a dismissal ends no route', async () => {
  const { mentionId, routeId } = await aRouted();
  granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'dismiss', reason: 'spam' }));
  expect((await routeRow(routeId)).state).toBe('asked');
  expect(await route(mentionId, { choice: LEAD })).toEqual({ refusal: 'route_dismissed' });
  expect(await prepareRoute(world.deps, { mentionId, personId: BEN })).toEqual({ refusal: 'route_dismissed' });
  granted(await move(routeId, 'accept', DANA));
  await world.rest();
  await expectDrawn(world);
});

test('the same wish is counted by mentions, however it is written; earlier postings follow', async () => {
  const first = await aRouted({ title: 'Export to CSV' });
  world.pass(40 * DAY);
  const again = await aRouted({ title: 'export  to CSV!' });
  await aRouted({ title: 'import from CSV' });
  // One mention that asks twice counts once.
  await move(again.routeId, 'finish', DANA);
  granted(await route(again.mentionId, { title: 'EXPORT TO CSV' }));
  await world.rest();
  const facts = await findFacts(world.deps, first.mentionId);
  expect(facts?.routes[0]?.asked).toEqual({ times: 2, since: (await routeRow(first.routeId)).routed_at });
  expect(texts(PRODUCT)[0]).toContain('Asked 2 times since November');
  expect(await card(first.mentionId)).toContain('“Export to CSV”, asked 2 times since November');
  expect(await world.db.selectFrom('wishes').select('title').orderBy('id').execute()).toEqual([
    { title: 'Export to CSV' },
    { title: 'import from CSV' },
  ]);
  await expectDrawn(world);
});

test('what was done before a wish came again is not counted anew', async () => {
  const { routeId } = await aRouted();
  granted(await move(routeId, 'finish', DANA));
  world.pass(MINUTE);
  await aRouted();
  await world.rest();
  expect(texts(PRODUCT)[0]).toContain('Asked for the first time');
  expect(texts(PRODUCT)[1]).toContain('Asked 2 times since November');
  await expectDrawn(world);
});

test('a wish heard before counts instead of the words typed, also in another department', async () => {
  await aRouted();
  const mentionId = await aMentionIn(world, 'new');
  const form = granted(await prepareRoute(world.deps, { mentionId, personId: CHI }));
  expect(form.wishes).toEqual([{ id: expect.any(Number), department: 'Product', title: 'export to CSV', times: 1 }]);
  const wishId = form.wishes[0]?.id ?? 0;
  granted(await route(mentionId, { wishId, title: 'whatever' }));
  granted(await route(mentionId, { wishId, title: '', choice: LEAD }));
  const facts = await findFacts(world.deps, mentionId);
  expect(facts?.routes.map((one) => [one.department, one.wish, one.asked.times])).toEqual([
    ['Product', 'export to CSV', 2],
    ['Sales', 'export to CSV', 1],
  ]);
});

test('without departments the form says how there can be some', async () => {
  await world.db.updateTable('teams').set({ departments: '[]' }).execute();
  const mentionId = await aMentionIn(world, 'new');
  expect(await prepareRoute(world.deps, { mentionId, personId: CHI })).toEqual({ refusal: 'no_departments' });
});

test('a private watch’s mention is not quoted in the department’s channel', async () => {
  const room = world.slack.rooms.get(GEN);
  if (room) room.isPrivate = true;
  const mentionId = await aMentionIn(world, 'claimed', {
    text: 'Acme: the secret of Maya',
    author: { name: 'Maya Ito' },
  });
  granted(await route(mentionId));
  await world.rest();
  const shown = () => JSON.stringify(world.slack.shown(PRODUCT).map((one) => one.message));
  expect(shown()).not.toMatch(/secret|Maya/);
  expect(shown()).toContain('The mention is in a private channel');
  if (room) room.isPrivate = false;
  world.slack.fail('isPrivate', 'lost before');
  granted(await route(mentionId, { choice: LEAD }));
  await world.settled();
  expect(JSON.stringify(world.slack.shown(SALES))).not.toMatch(/secret|Maya/);
  await world.rest();
  await expectDrawn(world);
});

test('an open watch’s mention is quoted there', async () => {
  const mentionId = await aMentionIn(world, 'claimed', { text: 'Acme: the wish of Maya' });
  granted(await route(mentionId));
  await world.rest();
  expect(JSON.stringify(world.slack.shown(PRODUCT))).toContain('the wish of Maya');
});

test('the claimant tells the author: an answered mention is reopened and theirs, its draft begins anew', async () => {
  const { mentionId, routeId } = await aRouted({}, 'answered');
  const wish = { mentionId, personId: BEN };
  expect(await tellAuthor(world.deps, wish)).toEqual({ refusal: 'no_outcome' });
  granted(await move(routeId, 'finish', DANA));
  expect(await tellAuthor(world.deps, { mentionId, personId: CHI })).toEqual({
    refusal: 'not_yours',
    act: 'tell_author',
  });
  const form = granted(await tellAuthor(world.deps, wish));
  expect(form.facts.mention).toMatchObject({ status: 'claimed', claimantId: BEN });
  expect(await mentionRow(world, mentionId)).toMatchObject({ status: 'claimed', claimant_id: BEN });
  const { detail } = await world.db
    .selectFrom('activity')
    .select('detail')
    .where('act', '=', 'reopen')
    .executeTakeFirstOrThrow();
  expect(detail).toEqual({ reason: 'the outcome of “export to CSV”' });
  // Pressed again, it only shows the form.
  granted(await tellAuthor(world.deps, wish));
  expect((await acts(mentionId)).filter((act) => act === 'reopen')).toHaveLength(1);
});

test('what nobody has is claimed by who routed it and now tells the author', async () => {
  const mentionId = await aMentionIn(world, 'new');
  const { routeId } = granted(await route(mentionId, { personId: CHI }));
  granted(await move(routeId, 'finish', DANA));
  expect(await tellAuthor(world.deps, { mentionId, personId: BEN })).toEqual({
    refusal: 'not_yours',
    act: 'tell_author',
  });
  granted(await tellAuthor(world.deps, { mentionId, personId: CHI }));
  expect(await mentionRow(world, mentionId)).toMatchObject({ status: 'claimed', claimant_id: CHI });
});

test('the next reply that goes out tells the author; the department sees it', async () => {
  await world.db.updateTable('teams').set({ managers: '[]' }).execute();
  await aWatch(world, { voices: [BEN] });
  const { mentionId, routeId } = await aRouted({}, 'claimed');
  granted(await draft(world, mentionId, { text: 'We passed it on.' }));
  granted(await holdReply(world.deps, { mentionId, personId: BEN }));
  world.pass(MINUTE);
  granted(await move(routeId, 'finish', DANA));
  world.pass(MINUTE);
  // Written before anybody knew the outcome: it cannot have told it.
  granted(await markPosted(world.deps, { mentionId, personId: BEN, url: null }));
  expect((await routeRow(routeId)).told_at).toBeNull();
  const form = granted(await tellAuthor(world.deps, { mentionId, personId: BEN }));
  expect(form.facts.draft?.text).toBe('We passed it on.');
  world.pass(MINUTE);
  granted(await draft(world, mentionId, { text: 'It is there since today.' }));
  granted(await holdReply(world.deps, { mentionId, personId: BEN }));
  granted(await markPosted(world.deps, { mentionId, personId: BEN, url: null }));
  await world.settled();
  expect((await routeRow(routeId)).told_at).toEqual(world.now());
  expect(texts(PRODUCT)[0]).toContain('the author was told');
  expect(await acts(mentionId)).toContain('tell_author');
  expect(await tellAuthor(world.deps, { mentionId, personId: BEN })).toEqual({ refusal: 'no_outcome' });
  await world.rest();
  await expectDrawn(world);
});

test('when its day has passed the owner is told once, at the next office time', async () => {
  const hours = JSON.stringify({ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 });
  await world.db.updateTable('teams').set({ office_hours: hours }).execute();
  const { mentionId, routeId } = await aRouted({ dueOn: '2026-11-27', ownerId: DANA });
  expect((await routeRow(routeId)).due_at).toEqual(new Date('2026-11-30T09:00:00Z'));
  world.pass(+new Date('2026-11-30T08:59:00Z') - +world.now());
  expect(await remindRoutes(world.deps)).toBe(0);
  world.pass(2 * MINUTE);
  expect(await remindRoutes(world.deps)).toBe(1);
  expect(await remindRoutes(world.deps)).toBe(0);
  await world.rest();
  expect(texts('D0DANA')).toEqual([
    'Product was asked for “export to CSV” by Fri 27 Nov, and it is not done yet. See the posting.',
  ]);
  expect(await acts(mentionId)).toContain('route_overdue');
});

test('an overdue route without an owner is told to the department, and one that is done to nobody', async () => {
  const open = await aRouted({ dueOn: '2026-11-24' });
  const done = await aRouted({ dueOn: '2026-11-24', choice: LEAD });
  granted(await move(done.routeId, 'finish', DANA));
  world.pass(2 * DAY);
  await Promise.all([remindRoutes(world.deps), remindRoutes(world.deps)]);
  await world.rest();
  expect(texts(PRODUCT).filter((text) => text.includes('not done yet'))).toHaveLength(1);
  expect(texts(SALES).filter((text) => text.includes('not done yet'))).toHaveLength(0);
  expect((await routeRow(open.routeId)).due_at).toBeNull();
});

test('a posting that somebody deletes is linked no more and comes not back', async () => {
  const { mentionId, routeId } = await aRouted();
  const posting = await world.db
    .selectFrom('postings')
    .selectAll()
    .where('route_id', '=', routeId)
    .executeTakeFirstOrThrow();
  await forgetMessage(world.deps, posting);
  expect((await findFacts(world.deps, mentionId))?.routes[0]?.link).toBeNull();
  granted(await move(routeId, 'accept', DANA));
  await world.rest();
  expect(await card(mentionId)).toContain(`<@${DANA}> took it`);
  await expectDrawn(world);
});

test('ids of another team are refused, and nothing of that team moves', async () => {
  const { mentionId, routeId } = await aRouted();
  await aTeam(world, { id: OTHER_TEAM, managers: [BEN, DANA] });
  await world.db
    .updateTable('teams')
    .set({ departments: JSON.stringify(DEPARTMENTS) })
    .where('id', '=', OTHER_TEAM)
    .execute();
  const watch = await aWatch(world, { teamId: OTHER_TEAM });
  const theirs = await aMention(world, { teamId: OTHER_TEAM, watch });
  const { wish_id: wishId } = await routeRow(routeId);
  const other: World = { ...world, deps: { ...world.deps, teamId: OTHER_TEAM } };
  const before = await routeRow(routeId);
  expect(await route(mentionId, {}, other)).toEqual({ refusal: 'gone' });
  expect(await route(theirs, { wishId, title: '' }, other)).toEqual({ refusal: 'empty_text' });
  for (const event of ['accept', 'ask_back', 'finish'] as const) {
    const wish = { routeId, personId: BEN, event, words: 'so' };
    expect(await moveRoute(other.deps, wish)).toEqual({ refusal: 'gone' });
    expect(await prepareStep(other.deps, wish)).toEqual({ refusal: 'gone' });
  }
  expect(await tellAuthor(other.deps, { mentionId, personId: BEN })).toEqual({ refusal: 'gone' });
  expect(await routeRow(routeId)).toEqual(before);
  expect(before.team_id).toBe(TEAM);
});
