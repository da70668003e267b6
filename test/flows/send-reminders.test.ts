import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { lease } from '../../src/db/due.ts';
import { readStatus } from '../../src/db/status.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { handOver } from '../../src/flows/hand-over.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { retryDead } from '../../src/flows/retry-dead.ts';
import { remindDue } from '../../src/flows/send-reminders.ts';
import { snoozeMention } from '../../src/flows/snooze-mention.ts';
import { aTeam, GEN, MINUTE, TEAM } from '../helpers/builders.ts';
import { ANA, BEN, DANA } from '../helpers/facts.ts';
import { aMentionIn, draft, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
const HOUR = 60 * MINUTE;

beforeEach(async () => {
  await aTeam(world, { managers: [DANA] });
  // The office opens at the instant of every test.
  const officeHours = { days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 };
  await world.db
    .updateTable('teams')
    .set({ office_hours: JSON.stringify(officeHours), holidays: JSON.stringify(['2026-11-24']) })
    .execute();
});

const threads = () => world.slack.shown(GEN).flatMap((one) => (one.threadTs === undefined ? [] : [one.message.text]));
const directTo = (id: string) => world.slack.shown(id.replace(/^U/, 'D')).map((one) => one.message.text);

/** Time passes, with a look every quarter of an hour. */
async function pass(hours: number): Promise<void> {
  for (let n = 0; n < hours * 4; n++) {
    world.pass(15 * MINUTE);
    await remindDue(world.deps);
  }
  await world.rest();
}

test('a claim that sleeps has its claimant reminded after four office hours, again after eight, then no more', async () => {
  await aMentionIn(world, 'claimed', { text: 'Acme keeps my secret words.' });
  await pass(3.5);
  expect(directTo(BEN)).toEqual([]);
  await pass(1);
  expect(directTo(BEN)).toEqual([
    'You have had a mention of Acme since Mon 23 Nov, 09:00 UTC, and nothing has happened since. Please draft a reply, hand it over or release it.',
  ]);
  expect(JSON.stringify(world.slack.shown('D0BEN')[0]?.message.blocks)).toContain('/archives/C0GEN/p');
  expect(threads()).toEqual([]);

  // Five office hours are left on Monday, Tuesday is a holiday: the second is due on Wednesday at noon.
  await pass(45);
  expect(directTo(BEN)).toHaveLength(1);
  await pass(2.5);
  expect(directTo(BEN)).toHaveLength(2);
  expect(threads()).toEqual([
    '<@U0BEN> has had this since Mon 23 Nov, 09:00 UTC, and nothing has happened since. Please draft a reply, hand it over or release it, so that somebody else can help.',
  ]);
  expect(JSON.stringify(world.slack.shown('D0BEN'))).not.toContain('secret words');

  await pass(200);
  expect(directTo(BEN)).toHaveLength(2);
  expect(threads()).toHaveLength(1);
});

const ACTIVITIES = {
  'a draft': (mentionId: number) => draft(world, mentionId, { keepOnly: true }),
  'a call for help': (mentionId: number) =>
    escalateMention(world.deps, { mentionId, personId: BEN, level: 'help', reason: 'legal question' }),
};

test.each(Object.entries(ACTIVITIES))('%s starts the time anew', async (_, act) => {
  const mentionId = await aMentionIn(world, 'claimed');
  await pass(3);
  granted<unknown>(await act(mentionId));
  await pass(3.5);
  expect(directTo(BEN)).toEqual([]);
  await pass(1);
  expect(directTo(BEN)).toHaveLength(1);
});

test('after both reminders new activity lets them begin again', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  await pass(60);
  expect(directTo(BEN)).toHaveLength(2);
  granted(await draft(world, mentionId, { keepOnly: true }));
  await pass(30);
  expect(directTo(BEN)).toHaveLength(3);
});

test('whoever is handed it has their own time', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  await pass(3);
  granted(await handOver(world.deps, { mentionId, personId: BEN, to: ANA, note: '' }));
  await pass(4.5);
  expect(directTo(BEN)).toEqual([]);
  expect(directTo(ANA)).toHaveLength(2);
});

test.each(['new', 'voting', 'approved', 'sending', 'answered', 'dismissed'] as const)(
  'nobody is reminded of a mention that is %s',
  async (status) => {
    await aMentionIn(world, status);
    await pass(60);
    expect(directTo(BEN)).toEqual([]);
  },
);

test('a claim that rests is let rest, and its time begins when it wakes', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  const at = new Date(+world.now() + 6 * HOUR);
  granted(await snoozeMention(world.deps, { mentionId, personId: BEN, choice: 'own', at }));
  await pass(8);
  expect(directTo(BEN)).toEqual([]);
  // Awake since Monday, 15:00: three hours on Monday, one on Wednesday.
  await pass(48);
  expect(directTo(BEN)).toHaveLength(1);
});

test('two that look at once remind once', async () => {
  await aMentionIn(world, 'claimed');
  world.pass(5 * HOUR);
  await Promise.all([remindDue(world.deps), remindDue(world.deps), remindDue(world.deps)]);
  await world.rest();
  expect(directTo(BEN)).toHaveLength(1);
});

test('a reminder that was set anew while somebody held it is not given twice', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  world.pass(5 * HOUR);
  const wanted = { teamId: TEAM, now: world.now(), limit: 5, leaseMs: 30_000 };
  expect(await lease(world.db, 'reminders', wanted)).toHaveLength(1);
  granted(await draft(world, mentionId, { keepOnly: true }));
  await remindDue(world.deps);
  await world.rest();
  expect(directTo(BEN)).toEqual([]);
});

test('a released and claimed mention is not followed by the reminders of its first claim', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  await pass(3);
  granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'release' }));
  granted(await moveMention(world.deps, { mentionId, personId: ANA, move: 'claim' }));
  await pass(3);
  expect([...directTo(BEN), ...directTo(ANA)]).toEqual([]);
});

test('a reminder that cannot be given stops no other, and is dead and visible in the end', async () => {
  const bad = await aMentionIn(world, 'claimed');
  await aMentionIn(world, 'claimed');
  await sql`create function refuse() returns trigger language plpgsql as
    $$ begin if new.act = 'nudge' and new.mention_id = ${sql.lit(bad)} then raise 'poison'; end if; return new; end $$`.execute(
    world.db,
  );
  await sql`create trigger refuse before insert on activity for each row execute function refuse()`.execute(world.db);
  try {
    world.pass(5 * HOUR);
    for (let n = 0; n < 6; n++) {
      await remindDue(world.deps);
      world.pass(5 * MINUTE);
    }
    await world.rest();
    expect(directTo(BEN)).toHaveLength(1);
    expect(world.takeErrors()).toHaveLength(5);
    const rows = await world.db.selectFrom('reminders').selectAll().where('dead_at', 'is not', null).execute();
    expect(rows).toMatchObject([{ mention_id: bad, tries: 5 }]);
  } finally {
    await sql`drop trigger refuse on activity`.execute(world.db);
    await sql`drop function refuse`.execute(world.db);
  }
  const { dead } = await readStatus(world.db, TEAM, world.now());
  expect(dead).toMatchObject([{ kind: 'reminder', what: `nudge of mention ${bad}` }]);
  const { id } = dead[0] ?? { id: 0 };
  expect(await retryDead(world.deps, { kind: 'reminder', id, personId: BEN })).toMatchObject({ refusal: 'not_yours' });
  expect(await retryDead(world.deps, { kind: 'reminder', id, personId: DANA })).toBeUndefined();
  await remindDue(world.deps);
  await world.rest();
  expect(directTo(BEN)).toHaveLength(2);
});
