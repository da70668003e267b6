import { beforeEach, expect, test } from '@jest/globals';
import { lease } from '../../src/db/due.ts';
import { countUnclaimed } from '../../src/db/overview.ts';
import { readQueue } from '../../src/db/queue.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { SnoozeWish } from '../../src/domain/snooze.ts';
import { handOver } from '../../src/flows/hand-over.ts';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { logMention } from '../../src/flows/log-mention.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { readMore } from '../../src/flows/prepare-forms.ts';
import { giveReminder, remindDue } from '../../src/flows/send-reminders.ts';
import { prepareSnooze, snoozeMention, wakeMention } from '../../src/flows/snooze-mention.ts';
import { networkFacts } from '../../src/networks/index.ts';
import { anItem, aSource, aTeam, aWatch, GEN, MINUTE, TEAM } from '../helpers/builders.ts';
import { expectDrawn } from '../helpers/drawn.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { ALL_STATUSES, aMentionIn, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const HOUR = 60 * MINUTE;
const snooze = (mentionId: number, personId: string, wish: SnoozeWish = { choice: 'hour' }) =>
  snoozeMention(world.deps, { mentionId, personId, ...wish });
const threads = () => world.slack.shown(GEN).flatMap((one) => (one.threadTs === undefined ? [] : [one.message.text]));
const card = () => world.slack.shown(GEN).find((one) => one.threadTs === undefined)?.message;

async function isAtRest(mentionId: number): Promise<boolean> {
  const row = await mentionRow(world, mentionId);
  return row.snoozed_until !== null || row.snoozed_until_reply;
}

test('until its time the card says that it rests, then it wakes and those concerned are told', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await snooze(mentionId, DANA));
  await world.rest();
  expect(card()?.text).toMatch(/Snoozed by <@U0DANA> until Mon 23 Nov, 10:0\d UTC/);
  expect((await mentionRow(world, mentionId)).status).toBe('claimed');

  world.pass(HOUR - 5 * MINUTE);
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(true);
  world.pass(5 * MINUTE);
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(false);
  await world.rest();
  expect(threads()).toEqual(['<@U0DANA>, <@U0BEN>: the time is over, so this is awake.']);
  expect(card()?.text).not.toContain('Snoozed');
  await expectDrawn(world);
});

test.each(ALL_STATUSES.filter((status) => status !== 'new' && status !== 'claimed'))(
  'a mention that is %s does not rest',
  async (status) => {
    const mentionId = await aMentionIn(world, status);
    expect(await snooze(mentionId, DANA)).toMatchObject({ refusal: 'wrong_status' });
  },
);

test('somebody else’s claim is not put to rest by a colleague', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  expect(await snooze(mentionId, CHI)).toEqual({ refusal: 'not_yours', act: 'snooze' });
  granted(await snooze(mentionId, BEN));
});

test('a time that is over is refused, and one of one’s own is kept to the second', async () => {
  const mentionId = await aMentionIn(world, 'new');
  expect(await snooze(mentionId, ANA, { choice: 'own', at: world.now() })).toEqual({ refusal: 'bad_time' });
  const at = new Date(+world.now() + 90 * MINUTE);
  granted(await snooze(mentionId, ANA, { choice: 'own', at }));
  expect((await mentionRow(world, mentionId)).snoozed_until).toEqual(at);
});

test('a second snooze takes the place of the first', async () => {
  const mentionId = await aMentionIn(world, 'new');
  granted(await snooze(mentionId, ANA));
  granted(await snooze(mentionId, CHI, { choice: 'own', at: new Date(+world.now() + 3 * HOUR) }));
  world.pass(2 * HOUR);
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(true);
  world.pass(HOUR);
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(false);
});

test('office hours hold the usual times, and the form tells them', async () => {
  const officeHours = { days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 };
  await world.db
    .updateTable('teams')
    .set({ office_hours: JSON.stringify(officeHours), holidays: JSON.stringify(['2026-11-24']) })
    .execute();
  const mentionId = await aMentionIn(world, 'new');
  world.pass(8.5 * HOUR);
  const { times } = granted(await prepareSnooze(world.deps, { mentionId, personId: ANA }));
  expect(times.hour).toEqual(new Date('2026-11-25T09:00:00Z'));
  granted(await snooze(mentionId, ANA));
  expect((await mentionRow(world, mentionId)).snoozed_until).toEqual(times.hour);
});

const ACTIVITIES = {
  'a claim': (mentionId: number) => moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' }),
  'a release': (mentionId: number) => moveMention(world.deps, { mentionId, personId: BEN, move: 'release' }),
  'a draft': (mentionId: number) => draft(world, mentionId, { keepOnly: true }),
  'a draft for a vote': (mentionId: number) => draft(world, mentionId),
  'a hand-over': (mentionId: number) => handOver(world.deps, { mentionId, personId: BEN, to: ANA, note: '' }),
  'a dismissal': (mentionId: number) => moveMention(world.deps, { mentionId, personId: BEN, move: 'dismiss' }),
};

test.each(Object.entries(ACTIVITIES))('%s wakes it, and its time then changes nothing', async (what, act) => {
  const mentionId = await aMentionIn(world, what === 'a claim' ? 'new' : 'claimed');
  granted(await snooze(mentionId, BEN));
  granted(await act(mentionId));
  expect(await isAtRest(mentionId)).toBe(false);
  const before = await mentionRow(world, mentionId);
  world.pass(2 * HOUR);
  await remindDue(world.deps);
  expect(await mentionRow(world, mentionId)).toEqual(before);
});

test('whoever wakes it by hand is not told so, the others are', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  granted(await snooze(mentionId, BEN));
  granted(await wakeMention(world.deps, { mentionId, personId: BEN }));
  await world.rest();
  expect(threads()).toEqual([]);
  granted(await snooze(mentionId, BEN));
  granted(await wakeMention(world.deps, { mentionId, personId: DANA }));
  await world.rest();
  expect(threads()).toEqual(['<@U0BEN>: <@U0DANA> woke this up before its time.']);
  expect(await wakeMention(world.deps, { mentionId, personId: DANA })).toEqual({ refusal: 'not_snoozed' });
});

test('More offers to wake what rests, and nothing else', async () => {
  const mentionId = await aMentionIn(world, 'new');
  const offered = async () => granted(await readMore(world.deps, { mentionId, personId: CHI })).offered;
  expect(await offered()).toContain('snooze');
  expect(await offered()).not.toContain('wake');
  granted(await snooze(mentionId, ANA));
  expect(await offered()).toContain('wake');
});

test('what rests stands last in the queue and is not counted as unclaimed', async () => {
  const first = await aMentionIn(world, 'new');
  const second = await aMentionIn(world, 'claimed');
  const third = await aMentionIn(world, 'new');
  granted(await snooze(first, ANA));
  const { lines, total } = await readQueue(world.db, TEAM, [GEN], networkFacts, { limit: 15 });
  expect(lines.map(({ id, snoozedUntil }) => ({ id, rests: snoozedUntil !== null }))).toEqual([
    { id: third, rests: false },
    { id: second, rests: false },
    { id: first, rests: true },
  ]);
  expect(total).toBe(3);
  expect(await countUnclaimed(world.db, TEAM, [GEN])).toBe(1);
});

/** A mention by Maya that rests until she writes again. */
async function untilMayaWrites(author = { name: 'Maya Ito', handle: '@maya' }): Promise<number> {
  const mentionId = await aMentionIn(world, 'new', { author });
  granted(await snooze(mentionId, ANA, { choice: 'reply' }));
  return mentionId;
}

async function hear(author: { name?: string; handle?: string }, facts: { watchName?: string } = {}): Promise<void> {
  const watches = await world.db.selectFrom('watches').selectAll().execute();
  const heardBy = facts.watchName ? [await aWatch(world, { name: facts.watchName, position: 9 })] : watches;
  const url = `https://feeds.example/${Math.random()}.xml`;
  const sourceId = await aSource(world, heardBy, { url });
  await ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: null }, [anItem({ author })]);
  await remindDue(world.deps);
}

test('until the author writes again: no clock wakes it, the author does', async () => {
  const mentionId = await untilMayaWrites();
  await world.rest();
  expect(card()?.text).toContain('Snoozed by <@U0ANA> until the author writes again');
  world.pass(1000 * HOUR);
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(true);
  await hear({ name: 'Maya I.', handle: '@maya' });
  expect(await isAtRest(mentionId)).toBe(false);
  await world.rest();
  expect(threads()).toEqual(['<@U0ANA>: the author has written again, so this is awake.']);
});

test.each([
  ['somebody else', { name: 'Maya Ito', handle: '@other' }, {}],
  ['an author without a name', {}, {}],
  ['the author under another watch', { name: 'Maya Ito', handle: '@maya' }, { watchName: 'Rivals' }],
])('%s does not wake it', async (_, author, facts) => {
  const mentionId = await untilMayaWrites();
  await hear(author, facts);
  expect(await isAtRest(mentionId)).toBe(true);
});

test('an author without a handle is known by the name', async () => {
  const mentionId = await aMentionIn(world, 'new', { author: { name: 'Maya Ito' } });
  granted(await snooze(mentionId, ANA, { choice: 'reply' }));
  await hear({ name: 'Maya Ito' });
  expect(await isAtRest(mentionId)).toBe(false);
});

test('a name that is heard on another network is somebody else', async () => {
  const mentionId = await untilMayaWrites();
  const { watch_id: watchId } = await mentionRow(world, mentionId);
  const heard = {
    personId: CHI,
    formId: 'V1',
    network: 'phone',
    watchId,
    saidBy: '@maya',
    text: 'They called',
    url: null,
  };
  granted(await logMention(world.deps, heard));
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(true);
});

test('a call by the same person wakes a call that was logged before', async () => {
  const watch = await aWatch(world);
  const said = { personId: CHI, network: 'phone', watchId: watch.id, saidBy: 'Maya', url: null };
  const { mentionId = 0 } = granted(await logMention(world.deps, { ...said, formId: 'V1', text: 'They called' }));
  granted(await snooze(mentionId, ANA, { choice: 'reply' }));
  granted(await logMention(world.deps, { ...said, formId: 'V2', text: 'They called once more' }));
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(false);
});

test('nobody waits for an author whom nobody knows', async () => {
  const mentionId = await aMentionIn(world, 'new', { author: {} });
  expect(await snooze(mentionId, ANA, { choice: 'reply' })).toEqual({ refusal: 'no_author' });
});

test('an author’s older word does not end a rest that waits for a time by now', async () => {
  const mentionId = await untilMayaWrites();
  const watches = await world.db.selectFrom('watches').selectAll().execute();
  const sourceId = await aSource(world, watches);
  const said = anItem({ author: { handle: '@maya' } });
  await ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: null }, [said]);
  granted(await snooze(mentionId, ANA, { choice: 'hour' }));
  await remindDue(world.deps);
  expect(await isAtRest(mentionId)).toBe(true);
});

test('a rest that was made anew while its end was under way is not ended', async () => {
  const mentionId = await aMentionIn(world, 'new');
  granted(await snooze(mentionId, ANA));
  world.pass(HOUR);
  const wanted = { teamId: TEAM, now: world.now(), limit: 1, leaseMs: 30_000 };
  const [leased] = await lease(world.db, 'reminders', wanted);
  granted(await snooze(mentionId, ANA, { choice: 'reply' }));
  if (leased) await giveReminder(world.deps, leased, world.now());
  expect(leased?.mention_id).toBe(mentionId);
  expect(await isAtRest(mentionId)).toBe(true);
});

test('of a claim and the end of the rest at the same moment both stand', async () => {
  const mentionId = await aMentionIn(world, 'new');
  granted(await snooze(mentionId, ANA));
  world.pass(HOUR);
  const [claimed] = await Promise.all([
    moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' }),
    remindDue(world.deps),
  ]);
  expect(isRefusal(claimed)).toBe(false);
  expect(await mentionRow(world, mentionId)).toMatchObject({ status: 'claimed', snoozed_until: null });
});
