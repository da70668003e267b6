import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { choiceKey } from '../../src/domain/route.ts';
import type { Department } from '../../src/domain/settings.ts';
import { acknowledgeEscalation, closeCall } from '../../src/flows/answer-escalation.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { readHome } from '../../src/flows/read-home.ts';
import { routeMention } from '../../src/flows/route-mention.ts';
import { showHome } from '../../src/flows/show-home.ts';
import { aRoom, aTeam, aWatch, GEN, TEAM } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { viewProblems } from '../views/limits.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
const PRODUCT: Department = { name: 'Product', channel: 'C0PRODUCT', takes: ['idea'] };
const HOUR = 60 * 60_000;

beforeEach(async () => {
  await aTeam(world, { managers: [DANA] });
  aRoom(world, PRODUCT.channel, { members: [CHI, DANA] });
  const departments = JSON.stringify([PRODUCT]);
  await world.db.updateTable('teams').set({ departments }).execute();
});

const home = (personId: string) => readHome(world.deps, personId);
const ids = (rows: { line: { id: number } | null }[]) => rows.map(({ line }) => line?.id ?? null);

test('a claim in which nothing happens for hours is overdue for its claimant, until something does', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  expect((await home(BEN)).claims.map(({ id }) => id)).toEqual([mentionId]);
  world.pass(5 * HOUR);
  const late = await home(BEN);
  expect([late.claims, ids(late.overdue)]).toEqual([[], [mentionId]]);
  expect((await home(CHI)).overdue).toEqual([]);
  granted(await escalateMention(world.deps, { mentionId, personId: CHI, level: 'help', reason: 'please' }));
  expect((await home(BEN)).overdue).toEqual([]);
});

test('what sleeps on purpose, waits for votes or lies outside of office hours is not overdue', async () => {
  const snoozed = await aMentionIn(world, 'claimed');
  await world.db.updateTable('mentions').set({ snoozed_until_reply: true }).where('id', '=', snoozed).execute();
  await aMentionIn(world, 'voting');
  const claimed = await aMentionIn(world, 'claimed');
  const hours = JSON.stringify({ days: [1], fromMinute: 0, toMinute: 10 * 60 });
  await world.db.updateTable('teams').set({ office_hours: hours }).execute();
  world.pass(3 * 24 * HOUR);
  expect((await home(BEN)).overdue).toEqual([]);
  world.pass(7 * 24 * HOUR);
  expect(ids((await home(BEN)).overdue)).toEqual([claimed]);
});

test('a draft waits for votes at its writer’s, and for the vote at the others’', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  const [writer, voter] = [await home(BEN), await home(CHI)];
  expect([ids(writer.drafts), ids(writer.toVote)]).toEqual([[mentionId], []]);
  expect([ids(voter.drafts), ids(voter.toVote)]).toEqual([[], [mentionId]]);
});

test('a call for help stands with whom it was called by name or group, then only with who is on it', async () => {
  world.slack.groups.set('S0LEADS', [ANA]);
  const escalation = [
    { to: DANA, afterMs: 0 },
    { to: 'S0LEADS', afterMs: 0 },
    { to: CHI, afterMs: HOUR },
  ];
  await aWatch(world, { escalation });
  const mentionId = await aMentionIn(world, 'claimed');
  const call = { mentionId, personId: BEN, level: 'urgent' as const, reason: 'legal question' };
  const { escalationId } = granted(await escalateMention(world.deps, call));
  const who = async () => {
    const homes = await Promise.all([ANA, BEN, CHI, DANA].map(home));
    return homes.map(({ calls }) => calls.length);
  };
  expect(await who()).toEqual([1, 0, 0, 1]);
  granted(await acknowledgeEscalation(world.deps, { escalationId, personId: CHI }));
  expect(await who()).toEqual([0, 0, 1, 0]);
  granted(await closeCall(world.deps, { escalationId, personId: CHI, outcome: 'we sent them the contract' }));
  expect(await who()).toEqual([0, 0, 0, 0]);
});

test('what a department was asked stands with its owner, else with those in its channel', async () => {
  const ask = async (ownerId: string | null) => {
    const wish = { choice: choiceKey({ kind: 'idea', department: 'Product' }), title: 'export', wishId: null };
    const mentionId = await aMentionIn(world, 'new');
    granted(await routeMention(world.deps, { mentionId, personId: BEN, ...wish, ownerId, note: '', dueOn: null }));
    return mentionId;
  };
  const [ofAna, ofNobody] = [await ask(ANA), await ask(null)];
  expect([ids((await home(ANA)).asked), ids((await home(CHI)).asked), ids((await home(BEN)).asked)]).toEqual([
    [ofAna],
    [ofNobody],
    [],
  ]);
});

test('a mention of a channel that the person is not in is not told, only what they were asked', async () => {
  await aWatch(world, { escalation: [{ to: ANA, afterMs: 0 }] });
  const mentionId = await aMentionIn(world, 'claimed', { text: 'The secret of Acme is out in the open now.' });
  granted(await escalateMention(world.deps, { mentionId, personId: BEN, level: 'help', reason: 'legal question' }));
  aRoom(world, GEN, { members: [BEN] });
  const facts = await home(ANA);
  expect(facts.calls).toMatchObject([{ reason: 'legal question', line: null }]);
  expect(JSON.stringify(facts)).not.toContain('secret');
});

test('settings and troubles are for managers alone', async () => {
  await aWatch(world);
  expect((await home(BEN)).manager).toBeNull();
  world.slack.describe('U0GUEST', { isGuest: true });
  await world.db
    .updateTable('teams')
    .set({ managers: JSON.stringify([DANA, 'U0GUEST']) })
    .execute();
  expect((await home('U0GUEST')).manager).toBeNull();
  expect((await home(DANA)).manager?.settings.watches).toMatchObject([{ name: 'Acme' }]);
});

test('thousands of rows make an App Home within Slack’s limits, in good time', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  await sql`insert into items (team_id, network, external_id, text, text_hash, seen_at)
    select ${TEAM}, 'rss', 'many ' || n, repeat('<!channel> & ', 50), '', now() from generate_series(1, 3000) n`.execute(
    world.db,
  );
  await sql`insert into mentions (team_id, item_id, watch_id, status, claimant_id, claimed_at, backfilled, created_at)
    select ${TEAM}, items.id, (select watch_id from mentions where id = ${mentionId}), 'claimed', ${DANA}, now(), false, now()
    from items where external_id like 'many %'`.execute(world.db);
  await sql`insert into activity (team_id, mention_id, act, at)
    select ${TEAM}, id, 'claim', ${world.now()}::timestamptz - interval '2 days' from mentions where id % 2 = 0`.execute(
    world.db,
  );
  await sql`insert into routes (team_id, mention_id, kind, department, channel_id, note, routed_by, routed_at, state, owner_id)
    select ${TEAM}, id, 'idea', 'D' || id, 'C0PRODUCT', repeat('x', 500), ${BEN}, now(), 'asked', ${DANA} from mentions`.execute(
    world.db,
  );
  await sql`insert into watches (team_id, name, position, channel_id, phrases_any, approval, from_file)
    select ${TEAM}, 'W' || n, n, 'C0GEN', '["x"]', '{"votes":1,"objections":1,"windowMs":1,"approvers":"everyone"}', false
    from generate_series(1, 1000) n`.execute(world.db);
  await sql`insert into sources (team_id, network, source_key, settings, name, every_ms, last_error)
    select ${TEAM}, 'rss', 'k' || n, '{}', repeat('<', 300), 1, 'broken' from generate_series(1, 1000) n`.execute(
    world.db,
  );
  await sql`insert into postings (team_id, kind, notice, channel_id, dead_at, last_error)
    select ${TEAM}, 'notice', 'x', ${GEN}, now(), 'no' from generate_series(1, 1000)`.execute(world.db);
  const begun = performance.now();
  await showHome(world.deps, DANA);
  expect(performance.now() - begun).toBeLessThan(5_000);
  const view = world.slack.homes.get(DANA);
  expect(view && viewProblems(view)).toEqual([]);
  const lines = linesOf(view?.blocks ?? []);
  for (const part of ['Overdue', 'Your mentions', 'What your department was asked', 'What needs a look', 'Settings'])
    expect(lines).toContain(part);
});
