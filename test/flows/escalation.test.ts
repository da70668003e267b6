import { beforeEach, expect, test } from '@jest/globals';
import type { EscalationLevel } from '../../src/domain/card.ts';
import type { EscalationStep } from '../../src/domain/settings.ts';
import { acknowledgeEscalation, closeCall, prepareClosing } from '../../src/flows/answer-escalation.ts';
import { climbDue } from '../../src/flows/climb-ladder.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { meetMessage } from '../../src/flows/meet-message.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { holdReply, markPosted } from '../../src/flows/publish-reply.ts';
import { readStatus } from '../../src/flows/read-lists.ts';
import { retryDead } from '../../src/flows/retry-dead.ts';
import { aTeam, aWatch, GEN, HELP, MINUTE, TEAM } from '../helpers/builders.ts';
import { expectDrawn, postingRows } from '../helpers/drawn.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, granted } from '../helpers/stages.ts';
import { aWorld, testWorld } from '../helpers/world.ts';

const LEADS = 'S0LEADS';
const LADDER: EscalationStep[] = [
  { to: HELP, afterMs: 0 },
  { to: DANA, afterMs: 30 * MINUTE },
  { to: LEADS, afterMs: 60 * MINUTE },
];

const world = testWorld();
beforeEach(async () => {
  await aTeam(world, { managers: [ANA] });
  world.slack.groups.set(LEADS, [ANA]);
  world.slack.groupNames.set(LEADS, 'Team leads');
});

async function called(
  facts: { ladder?: EscalationStep[]; level?: EscalationLevel; reason?: string } = {},
): Promise<{ mentionId: number; escalationId: number }> {
  const { ladder = LADDER, level = 'help', reason = 'legal question' } = facts;
  await aWatch(world, { escalation: ladder });
  const mentionId = await aMentionIn(world, 'claimed');
  const wish = { mentionId, personId: BEN, level, reason };
  const { escalationId } = granted(await escalateMention(world.deps, wish));
  await world.settled();
  return { mentionId, escalationId };
}

/** So much later, after the sweep that climbs and those that draw. */
async function later(minutes: number): Promise<void> {
  world.pass(minutes * MINUTE);
  await climbDue(world.deps);
  await world.calm(8);
}

function callRow(id: number) {
  return world.db.selectFrom('escalations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Whom its postings call, in the order in which they were made, and where they stand. */
async function calls(): Promise<[string | null, string][]> {
  const rows = await postingRows(world);
  return rows.filter(({ kind }) => kind === 'escalation').map((row) => [row.called, row.channel_id]);
}

/** What a channel's messages say now, the newest last; without those in threads. */
function read(channel: string): string[] {
  return world.slack
    .shown(channel)
    .filter(({ threadTs }) => !threadTs)
    .map(({ message }) => message.text);
}

function threads(channel = GEN): string[] {
  return world.slack
    .shown(channel)
    .filter(({ threadTs }) => threadTs)
    .map(({ message }) => message.text);
}

async function acts(): Promise<string[]> {
  const rows = await world.db.selectFrom('activity').selectAll().orderBy('id').execute();
  return rows.filter(({ act }) => /call|pass|escalate|acknowledge|crisis/.test(act)).map(({ act }) => act);
}

test('a call climbs rung by rung while nobody answers, and everywhere says how far', async () => {
  const { escalationId } = await called();
  expect(await calls()).toEqual([[HELP, HELP]]);
  expect(read(GEN)[0]).toMatch(/nobody has answered yet · called <#C0HELP> · next is <@U0DANA>, /);
  await later(29);
  expect(await calls()).toHaveLength(1);
  await later(1);
  expect(await calls()).toEqual([
    [HELP, HELP],
    [DANA, 'D0DANA'],
  ]);
  expect(read('D0DANA')[0]).toContain('<@U0BEN> asked for help');
  for (const words of [read(GEN)[0], read(HELP)[0], read('D0DANA')[0]]) {
    expect(words).toMatch(/alled <#C0HELP>, <@U0DANA> after 30 minutes · next is the user group “Team leads”, /);
  }
  await later(30);
  expect(await calls()).toContainEqual([LEADS, HELP]);
  expect(read(HELP)[1]).toMatch(/^<!subteam\^S0LEADS> \(the user group “Team leads”\): <@U0BEN> asked for help/);
  for (const words of [read(GEN)[0], read(HELP)[0], read('D0DANA')[0]]) {
    expect(words).toMatch(/the user group “Team leads” after 1 hour · nobody else is left to call/);
  }
  expect(await callRow(escalationId)).toMatchObject({ rung: 2, due_at: null });
  expect(await acts()).toEqual(['escalate', 'call', 'call', 'call']);
  await expectDrawn(world);
});

test.each<[EscalationLevel, (string | null)[]]>([
  ['help', [HELP]],
  ['urgent', [HELP, DANA]],
  ['crisis', [HELP, DANA, LEADS]],
])('%s calls at once %j', async (level, rungs) => {
  await called({ level });
  expect((await calls()).map(([to]) => to)).toEqual(rungs);
});

test.each([
  ['the team’s channel for calls', HELP, HELP],
  ['else in the channel of the watch', null, GEN],
])('without a ladder help is called in %s', async (_, channel, place) => {
  await world.db.updateTable('teams').set({ escalations_channel: channel }).execute();
  await called({ ladder: [] });
  expect(await calls()).toEqual([[place, place]]);
  expect(read(place).join()).toContain('asked for help with a mention');
  expect(read(GEN)[0]).not.toContain('left to call');
});

test('outside office hours nobody else is called, unless it is a crisis', async () => {
  const office_hours = JSON.stringify({ days: [1, 2, 3, 4, 5], fromMinute: 9 * 60, toMinute: 18 * 60 });
  await world.db.updateTable('teams').set({ office_hours, holidays: '["2026-11-24"]' }).execute();
  world.pass(8 * 60 * MINUTE + 50 * MINUTE);
  await called();
  await later(15 * 60);
  expect(await calls()).toHaveLength(1);
  await later(24 * 60 + 29);
  expect(await calls()).toHaveLength(1);
  await later(1);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, DANA]);
});

test('a user group without members is passed over, with a line in the record', async () => {
  world.slack.groups.set(LEADS, []);
  await called();
  await later(31);
  await later(30);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, DANA]);
  expect(await acts()).toEqual(['escalate', 'call', 'call', 'pass_over']);
  expect(read(GEN)[0]).toContain('nobody else is left to call');
});

test('where a ladder begins with a user group that has nobody, the next rung is called in its place', async () => {
  world.slack.groups.delete(LEADS);
  const begin = [{ to: LEADS, afterMs: 0 }];
  await called({ ladder: [...begin, { to: DANA, afterMs: 60 * MINUTE }] });
  expect((await calls()).map(([to]) => to)).toEqual([DANA]);
});

test('while Slack does not say who is in a user group, it is called all the same', async () => {
  world.slack.weather = ({ method }) => (/^group/.test(method) ? { limited: 1_000 } : undefined);
  await called({ ladder: [{ to: LEADS, afterMs: 0 }] });
  expect(await calls()).toEqual([[LEADS, HELP]]);
  expect(read(HELP)[0]).toMatch(/^<!subteam\^S0LEADS>: /);
});

test('whoever answers first is named, the climb ends, and who called is told in the thread', async () => {
  const { escalationId } = await called({ level: 'urgent' });
  const outcomes = await Promise.all(
    [CHI, DANA].map((personId) => acknowledgeEscalation(world.deps, { escalationId, personId })),
  );
  const { acknowledged_by: helper } = await callRow(escalationId);
  expect([CHI, DANA]).toContain(helper);
  expect(outcomes).toContainEqual({ refusal: 'already_acknowledged', by: helper });
  await later(24 * 60);
  expect(await calls()).toHaveLength(2);
  expect((await callRow(escalationId)).due_at).toBeNull();
  for (const channel of [GEN, HELP, 'D0DANA']) expect(read(channel)[0]).toContain(`<@${helper}> is on it`);
  expect(threads()).toEqual([`<@U0BEN>, <@${helper}> is on it.`]);
  await expectDrawn(world);
});

test('a call is closed with an outcome by those it concerns, and once', async () => {
  const { mentionId, escalationId } = await called();
  const close = (personId: string, outcome = ' sent <!channel> the contract\u202E ') =>
    closeCall(world.deps, { escalationId, personId, outcome });
  expect(await close(BEN)).toEqual({ refusal: 'not_acknowledged' });
  granted(await acknowledgeEscalation(world.deps, { escalationId, personId: CHI }));
  expect(await close(DANA)).toEqual({ refusal: 'not_yours', act: 'close_call' });
  expect(await prepareClosing(world.deps, { escalationId, personId: DANA })).toMatchObject({ refusal: 'not_yours' });
  expect(await close(CHI, ' \n')).toEqual({ refusal: 'empty_text' });
  granted(await close(CHI));
  expect(await close(BEN, 'again')).toEqual({ refusal: 'call_closed' });
  expect(await acknowledgeEscalation(world.deps, { escalationId, personId: DANA })).toEqual({ refusal: 'call_closed' });
  await world.calm(5);
  expect(read(GEN)[0]).toContain('closed by <@U0CHI>: sent &lt;!channel&gt; the contract');
  expect(read(HELP)[0]).toContain('Closed by <@U0CHI>: sent &lt;!channel&gt; the contract');
  expect(threads().at(-1)).toBe('<@U0CHI> closed the call for help by <@U0BEN>: sent &lt;!channel&gt; the contract');
  expect(await callRow(escalationId)).toMatchObject({ closed_by: CHI, outcome: 'sent <!channel> the contract' });
  await expectDrawn(world);
  expect(mentionId).toBeGreaterThan(0);
});

test.each([ANA, BEN, CHI])('%s may close a call that Ben made and Chi answered', async (personId) => {
  const { escalationId } = await called();
  granted(await acknowledgeEscalation(world.deps, { escalationId, personId: CHI }));
  granted(await closeCall(world.deps, { escalationId, personId, outcome: 'done' }));
});

test('a mention that is answered or dismissed closes what was still called for, and nobody else is called', async () => {
  await aWatch(world, { escalation: LADDER });
  for (const [status, end] of [
    ['approved', answerIt],
    ['claimed', dismissIt],
  ] as const) {
    const mentionId = await aMentionIn(world, status);
    const wish = { mentionId, personId: CHI, level: 'help' as const, reason: 'legal question' };
    const { escalationId } = granted(await escalateMention(world.deps, wish));
    await end(mentionId);
    const outcome = status === 'approved' ? 'the mention was answered' : 'the mention was dismissed';
    expect(await callRow(escalationId)).toMatchObject({ closed_by: BEN, outcome, due_at: null });
  }
  await later(24 * 60);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, HELP]);
  expect(read(HELP).join()).toContain('Closed by <@U0BEN>: the mention was answered');
  await expectDrawn(world);
});

async function answerIt(mentionId: number): Promise<void> {
  granted(await holdReply(world.deps, { mentionId, personId: BEN }));
  granted(await markPosted(world.deps, { mentionId, personId: BEN, url: null }));
}

async function dismissIt(mentionId: number): Promise<void> {
  granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'dismiss', reason: 'spam' }));
}

test('two sweeps at once, of two replicas, call everybody once', async () => {
  for (let n = 0; n < 6; n++) {
    await called({ ladder: LADDER });
    await world.db
      .updateTable('watches')
      .set({ name: `Acme ${n}`, position: n + 1 })
      .where('name', '=', 'Acme')
      .execute();
  }
  const replica = aWorld(world, world);
  world.pass(61 * MINUTE);
  await Promise.all([climbDue(world.deps), climbDue(replica.deps), climbDue(world.deps), climbDue(replica.deps)]);
  const rows = await calls();
  expect(rows).toHaveLength(18);
  expect((await acts()).filter((act) => act === 'call')).toHaveLength(18);
  expect(await climbDue(replica.deps)).toBe(0);
});

test('a sweep that died in the middle has called nobody, and the next one calls; one that comes late calls nobody again', async () => {
  const { escalationId } = await called();
  world.pass(31 * MINUTE);
  // The process that leased the row is gone before it wrote anything.
  const gone = { lease_token: '00000000-0000-4000-8000-000000000000', lease_until: new Date(0) };
  await world.db.updateTable('escalations').set(gone).where('id', '=', escalationId).execute();
  expect(await climbDue(world.deps)).toBe(1);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, DANA]);
  // It wrote everything, and somebody set the row back.
  await world.db
    .updateTable('escalations')
    .set({ rung: 0, due_at: world.now() })
    .where('id', '=', escalationId)
    .execute();
  await climbDue(world.deps);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, DANA]);
});

test('after a long silence everybody whose turn it was is called by one sweep', async () => {
  await called();
  await later(5 * 60);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, DANA, LEADS]);
});

test('a person who cannot be reached pauses no channel, and the ladder goes on', async () => {
  world.slack.weather = ({ channel }) => (channel === DANA ? { refused: 'user_not_found' } : undefined);
  await called();
  await later(31);
  await later(31);
  expect((await calls()).map(([to]) => to)).toEqual([HELP, DANA, LEADS]);
  expect((await readStatus(world.deps)).pausedChannels).toEqual([]);
  expect(read(HELP)).toHaveLength(2);
});

test('a climb that fails five times is seen, and a manager’s press sends it on', async () => {
  const { escalationId } = await called();
  await world.db
    .updateTable('escalations')
    .set({ dead_at: world.now(), last_error: 'broken', due_at: world.now() })
    .where('id', '=', escalationId)
    .execute();
  const { dead } = await readStatus(world.deps);
  expect(dead).toMatchObject([{ kind: 'escalation', id: escalationId, lastError: 'broken' }]);
  world.pass(31 * MINUTE);
  expect(await climbDue(world.deps)).toBe(0);
  expect(await retryDead(world.deps, { kind: 'escalation', id: escalationId, personId: BEN })).toBeDefined();
  expect(await retryDead(world.deps, { kind: 'escalation', id: escalationId, personId: ANA })).toBeUndefined();
  expect(await climbDue(world.deps)).toBe(1);
  expect(await calls()).toHaveLength(2);
});

test('in a private channel the mention stays with its members, whoever is called', async () => {
  world.slack.isPrivate = async (channel) => channel === GEN;
  await called({ level: 'urgent', reason: 'the contract' });
  for (const channel of [HELP, 'D0DANA']) {
    expect(read(channel)[0]).toContain('<@U0BEN> asked for urgent help with a mention: the contract');
    expect(JSON.stringify(world.slack.shown(channel))).not.toContain('has timed out');
  }
});

test('a twin of one posting is removed, and no other posting of the same call is taken for it', async () => {
  const { escalationId } = await called({ level: 'urgent' });
  const [row] = (await postingRows(world)).filter(({ called: to }) => to === DANA);
  const twin = await world.slack.post(DANA, { text: 'twin', blocks: [] }, row?.id ?? 0);
  const met = await meetMessage(world.deps, { ...twin, personId: DANA }, 'escalation', escalationId);
  expect(met.kind).toBe('twin');
  const living = { channel: 'D0DANA', ts: row?.message_ts ?? '', personId: DANA };
  expect(await meetMessage(world.deps, living, 'escalation', escalationId)).toEqual({ kind: 'known' });
  expect(world.slack.shown('D0DANA')).toHaveLength(1);
});

test('a direct message whose answer was lost is known again by the press of its reader', async () => {
  await aWatch(world, { escalation: [{ to: DANA, afterMs: 0 }] });
  const mentionId = await aMentionIn(world, 'new');
  await world.calm(10);
  world.slack.weather = ({ method, channel }) => (method === 'post' && channel === DANA ? 'lost after' : undefined);
  const wish = { mentionId, personId: BEN, level: 'help' as const, reason: 'legal question' };
  const { escalationId } = granted(await escalateMention(world.deps, wish));
  await world.settled();
  world.slack.weather = () => undefined;
  const [stray] = world.slack.shown('D0DANA');
  const at = { channel: 'D0DANA', ts: stray?.ts ?? '', personId: DANA };
  expect(await meetMessage(world.deps, at, 'escalation', escalationId)).toEqual({ kind: 'known' });
  granted(await acknowledgeEscalation(world.deps, { escalationId, personId: DANA }));
  await world.calm(60);
  expect(read('D0DANA')).toHaveLength(1);
  expect(read('D0DANA')[0]).toContain('<@U0DANA> is on it');
});

test('ids of another team climb and close nothing', async () => {
  const { escalationId } = await called();
  const other = { ...world.deps, teamId: 'T0OTHER' };
  await world.db.insertInto('teams').values({ id: 'T0OTHER', name: 'Other' }).execute();
  world.pass(31 * MINUTE);
  expect(await climbDue(other)).toBe(0);
  expect(await acknowledgeEscalation(other, { escalationId, personId: CHI })).toEqual({ refusal: 'gone' });
  expect(await closeCall(other, { escalationId, personId: CHI, outcome: 'x' })).toEqual({ refusal: 'gone' });
  expect(world.deps.teamId).toBe(TEAM);
  await drawDue(world.deps);
});
