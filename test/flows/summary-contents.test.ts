import { beforeEach, expect, test } from '@jest/globals';
import type { WatchRow } from '../../src/db/schema.ts';
import { SCHEDULE_KINDS, type ScheduleKind } from '../../src/domain/knowing.ts';
import type { SummaryFacts } from '../../src/domain/summary.ts';
import { buildSummary, type TimedKind } from '../../src/flows/build-summary.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { escalateMention } from '../../src/flows/escalate-mention.ts';
import { postSummaries } from '../../src/flows/post-summaries.ts';
import { scopeOf } from '../../src/flows/summary-scope.ts';
import { watchVolume } from '../../src/flows/watch-volume.ts';
import { ACTIONS } from '../../src/views/ids.ts';
import { summaryMessage } from '../../src/views/summary-message.ts';
import { aRoom, aSource, aTeam, aWatch, GEN, MINUTE } from '../helpers/builders.ts';
import { formOf, press } from '../helpers/doors.ts';
import { BEN, DANA } from '../helpers/facts.ts';
import { aMentionIn } from '../helpers/stages.ts';
import { aQuietPast, listenedFor, saidAgo } from '../helpers/summary-history.ts';
import { testWorld } from '../helpers/world.ts';
import { HOSTILE } from '../views/any-facts.ts';
import { messageProblems } from '../views/limits.ts';
import { everyObject, linesOf } from '../views/reading.ts';

const HOUR = 60 * MINUTE;
const world = testWorld();
let watch: WatchRow;
beforeEach(async () => {
  await aTeam(world, { managers: [DANA], timezone: 'Europe/Berlin' });
  watch = await aWatch(world);
});

/** The summary that would be posted in this channel now, line by line as its reader sees it. */
async function shown(kind: TimedKind, channel = GEN): Promise<string[]> {
  const scope = await scopeOf(world.deps, channel);
  const facts = await buildSummary(world.deps, scope, {
    kind,
    now: world.now(),
    lastAt: null,
    timezone: 'Europe/Berlin',
  });
  return linesShown(facts);
}

function linesShown(facts: SummaryFacts): string[] {
  const { text, blocks } = summaryMessage(facts);
  if (process.env.PRINT) console.log(`${linesOf(blocks as never).join('\n')}\n\n--- as text\n${text}`);
  return linesOf(blocks as never);
}

async function spikesTold(): Promise<SummaryFacts[]> {
  const kind: ScheduleKind = 'spike';
  const rows = await world.db.selectFrom('summaries').select('facts').where('kind', '=', kind).orderBy('id').execute();
  return rows.flatMap(({ facts }) => (facts.kind === 'report' ? [] : [facts]));
}

test('a brief about nothing is three lines', async () => {
  expect(await shown('brief')).toEqual([
    'Morning brief: nothing new was said since {date_short_pretty} at {time}.',
    'Nobody waits: no mention without a claimant, no open vote, no call for help.',
    'Nothing is left out.',
  ]);
});

test('a brief after a busy night says what stands out, what waits and what does not work', async () => {
  await aQuietPast(world, 3, 10, 30);
  for (let n = 0; n < 14; n++) {
    await saidAgo(world, 3 + n / 2, 'negative', { text: `Acme is down again, attempt ${n}.`, score: -0.3 - n / 40 });
  }
  await saidAgo(world, 2, 'negative', {
    text: 'Acme lost my invoices. I am done.',
    score: -0.95,
    author: { name: 'Maya' },
  });
  await saidAgo(world, 2, 'positive', {
    text: 'Acme is my tool of the year.',
    author: { name: 'Reporter', handle: 'reporter', reach: 900_000 },
  });
  await world.db
    .updateTable('mentions')
    .set({ status: 'answered' })
    .where('created_at', '<', new Date(+world.now() - 30 * HOUR))
    .execute();
  await listenedFor(world, 3);
  const claimed = await aMentionIn(world, 'claimed', { text: 'Acme and the claim that sleeps.' });
  await world.db
    .updateTable('activity')
    .set({ at: new Date(+world.now() - 20 * HOUR) })
    .where('mention_id', '=', claimed)
    .execute();
  await aMentionIn(world, 'voting', { text: 'Acme and the vote that is open.' });
  const called = await aMentionIn(world, 'claimed', { text: 'Acme and its lawyers.' });
  await escalateMention(world.deps, { mentionId: called, personId: BEN, level: 'urgent', reason: 'legal question' });
  const source = await aSource(world, [watch], { url: 'https://silent.example/feed.xml' });
  await world.db
    .updateTable('sources')
    .set({ last_error: 'no answer', last_success_at: new Date(+world.now() - 9 * HOUR) })
    .where('id', '=', source)
    .execute();
  await world.db
    .updateTable('postings')
    .set({ dead_at: world.now(), last_error: 'x' })
    .where('mention_id', '=', claimed)
    .execute();
  const lines = await shown('brief');
  const found = (pattern: RegExp) =>
    lines.find((one) => pattern.test(one)) ?? `nothing like ${pattern} in\n${lines.join('\n')}`;
  expect(found(/^Morning brief/)).toMatch(/19 mentions since .*: 15 negative, 1 positive and 3 of unclear tone\./);
  expect(found(/^Acme: 1/)).toBe('Acme: 19 mentions, where about 2 are usual in such a time');
  expect(lines[lines.indexOf('The most negative') + 1]).toMatch(/Maya · “Acme lost my invoices\. I am done\.”/);
  expect(found(/tool of the year/)).toMatch(
    /Reporter · .* · 900,000 followers, spoke of us for the first time, positive$/,
  );
  expect(found(/legal question/)).toMatch(
    /^Ben asked for urgent help, “legal question”, and nobody is on it: .*its lawyers/,
  );
  expect(found(/vote open/)).toMatch(/^1 vote open, the first closes .*the vote that is open/);
  expect(found(/nothing happens/)).toMatch(/^1 claim in which nothing happens, the longest: .*the claim that sleeps/);
  expect(found(/that nobody has/)).toMatch(/^16 mentions that nobody has, the oldest: .*attempt 13/);
  expect(found(/silent\.example/)).toMatch(/was not heard · last fetched/);
  expect(found(/could not be done/)).toMatch(/^1 thing could not be done\. \/community status tells which\.$/);
  expect(lines.at(-1)).toBe('Left out: from the balance, 3 mentions of unclear tone.');
});

test('a week that turned bad is told as worse, with what moved it, by watch and network and day', async () => {
  const jobs = await aWatch(world, { name: 'Acme jobs', position: 1, any: ['acme jobs'] });
  for (let n = 0; n < 40; n++) {
    const tone = (['neutral', 'positive', 'neutral', 'positive', 'negative'] as const)[n % 5] ?? 'neutral';
    await saidAgo(world, 170 + 4 * n, tone, { text: `Acme in the week before, number ${n}.` });
    await saidAgo(world, 4 * n + 1, n % 2 === 0 ? 'negative' : tone, { text: `Acme this week, number ${n}.` });
  }
  for (let n = 0; n < 6; n++)
    await saidAgo(world, 5 + n, 'positive', { watch: jobs, text: `Acme jobs are great ${n}.` });
  await saidAgo(world, 6, 'negative', { text: 'Acme ruined my week.', score: -0.99, author: { name: 'Maya' } });
  await saidAgo(world, 6, 'unclear', { text: 'Acme, well.' });
  await saidAgo(world, 6, 'neutral', { text: 'Acme from the archive.', backfilled: true });
  const lines = await shown('sentiment_weekly');
  expect(lines[0]).toMatch(
    /^Sentiment of the week: 48 mentions since .*: 25 negative, 8 neutral, 14 positive and 1 of unclear tone\.$/,
  );
  expect(lines[1]).toMatch(
    /^Worse than in the seven days before, by more than chance explains: now 14 positive and 25 negative of 47, then 16 positive and 8 negative of 40\.$/,
  );
  expect(lines).toContain('Acme: 25 negative, 8 neutral, 8 positive and 1 of unclear tone; worse than before');
  expect(lines).toContain('Acme jobs: 6 positive');
  expect(lines[lines.indexOf('What moved it') + 1]).toMatch(/^Negative: .*Maya · “Acme ruined my week\.”/);
  expect(lines.find((one) => one.startsWith('By day'))).toMatch(/: Mon 16 Nov 3, 1 and 0; .*Sun 22 Nov 4, 1 and 8\.$/);
  expect(lines.at(-1)).toBe(
    'Left out: 1 older mention that the first look at a source found; from the balance, 1 mention of unclear tone.',
  );
});

test('a day with a handful of mentions claims no trend', async () => {
  await saidAgo(world, 3, 'negative');
  await saidAgo(world, 30, 'positive');
  const lines = await shown('sentiment_daily');
  expect(lines.slice(0, 2)).toEqual([
    'Sentiment of the day: 1 mention since {date_short_pretty} at {time}: 1 negative.',
    'Too few to tell whether it changed: 1 of a clear tone, 1 in the seven days before.',
  ]);
});

test('a sentiment summary about nothing says so', async () => {
  expect(await shown('sentiment_daily')).toEqual([
    'Sentiment of the day: nothing was said since {date_short_pretty} at {time}.',
    'Nothing is left out.',
  ]);
});

test('who spoke of us this week, and who was not answered', async () => {
  await saidAgo(world, 5, 'positive', {
    author: { name: 'Maya Ito', handle: 'maya', reach: 12_400 },
    text: 'Acme rocks.',
  });
  for (const hours of [900, 850, 800, 750])
    await saidAgo(world, hours, 'positive', {
      author: { name: 'Old Friend', handle: 'friend' },
      text: 'Acme was fine.',
    });
  for (let n = 0; n < 6; n++) {
    await saidAgo(world, 2 + n, 'negative', {
      author: { name: 'Old Friend', handle: 'friend' },
      text: `Acme is not fine, ${n}.`,
    });
  }
  const lines = await shown('influencers');
  expect(lines[0]).toMatch(/^People who spoke of us this week: 2 authors since/);
  expect(lines[lines.indexOf('New') + 1]).toMatch(
    /^Maya Ito on .*: 12,400 followers, spoke of us for the first time, positive/,
  );
  expect(lines[lines.indexOf('Heard more often') + 1]).toMatch(/^Old Friend .*6 times, 0 in the week before/);
  expect(lines[lines.indexOf('Changed their mind') + 1]).toMatch(/^Old Friend .*was positive, is negative/);
  expect(lines.at(-1)).toBe('Nothing is left out.');
});

test('a public channel never shows what a private one heard', async () => {
  aRoom(world, 'C0SECRET', { members: [DANA] });
  const room = world.slack.rooms.get('C0SECRET');
  if (room) room.isPrivate = true;
  const secret = await aWatch(world, { name: 'Merger', position: 1, channel: 'C0SECRET' });
  for (let n = 0; n < 12; n++)
    await saidAgo(world, 2, 'negative', {
      watch: secret,
      text: `Secret ${n}`,
      author: { name: 'Spy', handle: 'spy', reach: 9e6 },
    });
  for (const kind of ['brief', 'sentiment_daily', 'sentiment_weekly', 'influencers'] as const) {
    const open = (await shown(kind, GEN)).join('\n');
    expect(open).not.toMatch(/Secret|Merger|Spy/);
    expect(open).toMatch(/Left out: 1 watch in a private channel/);
    expect((await shown(kind, 'C0SECRET')).join('\n')).toMatch(/Secret|Spy/);
  }
});

test('a storm is told once in its watch’s channel, with what it is about, until it is over; then anew', async () => {
  await aQuietPast(world, 3, 8, 10);
  await listenedFor(world, 3);
  const storm = async (n: number) => {
    for (let i = 0; i < n; i++) {
      await saidAgo(world, i / 60, 'negative', {
        text: `Acme outage! Cannot login since this morning, ticket ${i}.`,
        author: { name: `Author ${i}` },
      });
    }
  };
  expect(await watchVolume(world.deps)).toBe(0);
  await storm(9);
  expect(await watchVolume(world.deps)).toBe(1);
  for (let n = 0; n < 5; n++) {
    world.pass(MINUTE);
    await storm(2);
    expect(await watchVolume(world.deps)).toBe(0);
  }
  const [facts, ...more] = await spikesTold();
  expect(more).toEqual([]);
  const lines = facts ? linesShown(facts) : [];
  expect(lines[0]).toBe(
    'Acme is talked about more than usual: 9 mentions in the last 10 minutes, where hardly any is usual at this hour.',
  );
  expect(lines[1]).toMatch(/^What most of them speak of, and few did before: .*“outage”/);
  expect(lines[2]).toMatch(/^By 9 authors, on .*\. They sound: 9 negative\.$/);
  for (let n = 0; n < 9; n++) {
    world.pass(HOUR);
    await watchVolume(world.deps);
  }
  expect(await world.db.selectFrom('spikes').select('id').where('ended_at', 'is', null).execute()).toEqual([]);
  await storm(12);
  expect(await watchVolume(world.deps)).toBe(1);
  await drawDue(world.deps);
  expect(await spikesTold()).toHaveLength(2);
});

test('hostile names and texts are kept and shown inert in every summary, and posted', async () => {
  await world.db.updateTable('watches').set({ name: '<!channel> *Acme* & "sons"' }).execute();
  await aQuietPast(world, 3, 8, 10);
  await listenedFor(world, 3);
  for (const [n, text] of HOSTILE.entries()) {
    const author = { name: text.slice(0, 200), handle: `h${n} <!here>`, reach: 900_000 };
    const words = `Acme ${text.slice(0, 5_000)} 😀outage`;
    await saidAgo(world, n / 100, 'negative', { title: text.slice(0, 300), text: words, author });
  }
  await postSummaries(world.deps);
  await world.db.updateTable('schedules').set({ paused_at: null, due_at: world.now() }).execute();
  await postSummaries(world.deps);
  const rows = await world.db.selectFrom('summaries').select('facts').execute();
  const facts = rows.flatMap(({ facts: one }) => (one.kind === 'report' ? [] : [one]));
  expect(facts.map(({ kind }) => kind).sort()).toEqual([...SCHEDULE_KINDS].sort());
  for (const one of facts) expect(messageProblems(summaryMessage(one))).toEqual([]);
});

test('two replicas that see a storm at once tell it once', async () => {
  await aQuietPast(world, 3, 8, 10);
  await listenedFor(world, 3);
  for (let n = 0; n < 12; n++) await saidAgo(world, n / 60, 'negative', { text: `Acme is on fire, says ${n}.` });
  const told = await Promise.all([1, 2, 3].map(() => watchVolume(world.deps)));
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await spikesTold()).toHaveLength(1);
  expect(await world.db.selectFrom('postings').select('id').where('kind', '=', 'summary').execute()).toHaveLength(1);
});

test('a storm’s first mention can be escalated from the alert', async () => {
  await aQuietPast(world, 3, 8, 10);
  await listenedFor(world, 3);
  for (let n = 0; n < 12; n++) await saidAgo(world, n / 60, 'negative', { text: `Acme is on fire, says ${n}.` });
  await watchVolume(world.deps);
  const [facts] = await spikesTold();
  const first = facts?.kind === 'spike' ? facts.top[0] : undefined;
  const button = everyObject(facts ? summaryMessage(facts).blocks : []).find((one) => one.type === 'button');
  expect(button).toMatchObject({ action_id: ACTIONS.escalate, value: String(first?.id) });
  const form = await press(world, ACTIONS.escalate, first?.id ?? 0, BEN);
  expect(formOf(form).title.text).toBe('Ask for help');
});

test('what is old, or was found by the first look at a source, is no storm', async () => {
  await aQuietPast(world, 3, 8, 10);
  await listenedFor(world, 3);
  for (let n = 0; n < 30; n++) {
    await saidAgo(world, 0.1, 'neutral', { publishedAt: new Date(+world.now() - (n + 5) * HOUR) });
    await saidAgo(world, 0.1, 'neutral', { backfilled: true });
  }
  expect(await watchVolume(world.deps)).toBe(0);
});

test('a watch that has just begun to listen raises no alarm', async () => {
  await listenedFor(world, 0.2);
  for (let n = 0; n < 30; n++) await saidAgo(world, n / 60, 'neutral');
  expect(await watchVolume(world.deps)).toBe(0);
});
