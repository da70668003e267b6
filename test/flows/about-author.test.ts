import { beforeEach, expect, test } from '@jest/globals';
import { listActivity } from '../../src/db/activity.ts';
import type { Author } from '../../src/domain/item.ts';
import { changeAuthor, readAuthor } from '../../src/flows/about-author.ts';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { readMore } from '../../src/flows/prepare-forms.ts';
import { remindDue } from '../../src/flows/send-reminders.ts';
import { activitySentence } from '../../src/views/activity.ts';
import { aMention, anItem, aRoom, aSource, aTeam, aWatch, GEN, MINUTE } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const MAYA: Author = { name: 'Maya Ito', handle: 'maya', reach: 12_400 };
const authorId = async () => (await world.db.selectFrom('authors').select('id').executeTakeFirstOrThrow()).id;

async function change(personId: string, wish: Partial<Parameters<typeof changeAuthor>[1]>, mentionId = 0) {
  return changeAuthor(world.deps, { personId, mentionId, authorId: await authorId(), isWatching: false, ...wish });
}

/** What this person was told in direct messages. */
const toldTo = (personId: string) => world.slack.shown(personId.replace(/^U/, 'D')).map((one) => one.message.text);

/** The sweeps, until nothing is left to draw or to tell. */
async function sweep(): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await world.rest();
    world.pass(MINUTE);
    await remindDue(world.deps);
  }
  await world.rest();
}

test('what is known of an author is told to whoever may read them, with their newest mentions', async () => {
  for (let n = 0; n < 7; n++) await aMention(world, { author: MAYA, text: `Acme, part ${n}` });
  const about = granted(await readAuthor(world.deps, { personId: ANA, authorId: await authorId() }));
  expect(about.weighed.facts).toMatchObject({ reach: 12_400, times: 7 });
  expect(about.lines.map(({ words }) => words)).toEqual([6, 5, 4, 3, 2].map((n) => `Acme, part ${n}`));
  expect(about).toMatchObject({ isWatching: false, mayList: false, networkLabel: 'Blog or feed' });
});

test('only what was said in channels that the reader is in is counted and shown', async () => {
  const secret = await aWatch(world, { name: 'Secret', channel: aRoom(world, 'C0SECRET', { members: [DANA] }) });
  await aMention(world, { author: MAYA, watch: secret });
  const id = await authorId();
  expect(await readAuthor(world.deps, { personId: ANA, authorId: id })).toEqual({ refusal: 'not_in_channel' });
  expect(await change(ANA, { isWatching: true })).toEqual({ refusal: 'not_in_channel' });
  await aMention(world, { author: MAYA, watch: await aWatch(world) });
  expect(granted(await readAuthor(world.deps, { personId: ANA, authorId: id })).weighed.facts.times).toBe(1);
  expect(granted(await readAuthor(world.deps, { personId: DANA, authorId: id })).weighed.facts.times).toBe(2);
});

test('nothing is offered about somebody whom nobody knows', async () => {
  const nobody = await aMention(world, { author: {} });
  expect(await readAuthor(world.deps, { personId: ANA, mentionId: nobody })).toEqual({ refusal: 'gone' });
  expect(await readAuthor(world.deps, { personId: ANA, authorId: 999 })).toEqual({ refusal: 'gone' });
  expect(granted(await readMore(world.deps, { personId: ANA, mentionId: nobody })).offered).not.toContain(
    'about_author',
  );
  const maya = await aMention(world, { author: MAYA });
  expect(granted(await readMore(world.deps, { personId: ANA, mentionId: maya })).offered).toContain('about_author');
});

test('a manager puts an author on a list; the record says so, and open cards follow', async () => {
  const mentionId = await aMention(world, { author: { name: 'Jo', handle: 'jo' } });
  await world.rest();
  granted(await change(DANA, { list: 'press' }, mentionId));
  await world.rest();
  const card = () => linesOf(world.slack.shown(GEN).at(-1)?.message.blocks ?? []);
  expect(card()).toContain('The author is on your list “Press”: spoke of us for the first time');
  const [line] = await listActivity(world.db, world.deps.teamId, mentionId, 1);
  expect(line && activitySentence(line)).toBe(`<@${DANA}> put the author on the list “Press”: Jo`);
  granted(await change(DANA, { list: null }, mentionId));
  await world.rest();
  expect(card().join('\n')).not.toContain('Press');
});

test('nobody but a manager changes a list, and a form without one changes none', async () => {
  await aMention(world, { author: MAYA });
  expect(await change(ANA, { list: 'critics' })).toEqual({ refusal: 'not_yours', act: 'list_author' });
  granted(await change(DANA, { list: 'critics' }));
  granted(await change(ANA, { isWatching: true }));
  expect(await world.db.selectFrom('authors').select(['list', 'listed_by', 'watched_by']).execute()).toEqual([
    { list: 'critics', listed_by: DANA, watched_by: [ANA] },
  ]);
});

test('guests of Slack are told nothing more of an author, and change nothing', async () => {
  await aMention(world, { author: MAYA });
  world.slack.describe('U0GUEST', { isGuest: true });
  expect(await readAuthor(world.deps, { personId: 'U0GUEST', authorId: await authorId() })).toEqual({
    refusal: 'guest_account',
  });
  expect(await change('U0GUEST', { isWatching: true })).toEqual({ refusal: 'guest_account' });
});

test('who watches an author is told of each new mention once, with the way to its card', async () => {
  await aMention(world, { author: MAYA });
  await sweep();
  granted(await change(ANA, { isWatching: true }));
  granted(await change(BEN, { isWatching: true }));
  await aMention(world, { author: MAYA });
  await sweep();
  await sweep();
  const card = world.slack.shown(GEN).at(-1);
  expect(toldTo(ANA)).toHaveLength(1);
  expect(toldTo(ANA)[0]).toContain('Maya Ito, whom you watch, wrote again: a mention of Acme.');
  expect(JSON.stringify(world.slack.shown('D0ANA')[0]?.message.blocks)).toContain(`p${card?.ts.replace('.', '')}`);
  expect(toldTo(BEN)).toHaveLength(1);
  expect(toldTo(CHI)).toEqual([]);
});

test('who watches no more is told no more', async () => {
  await aMention(world, { author: MAYA });
  granted(await change(ANA, { isWatching: true }));
  granted(await change(ANA, { isWatching: false }));
  await aMention(world, { author: MAYA });
  await sweep();
  expect(toldTo(ANA)).toEqual([]);
});

test('what stands in a private channel is told only to its members, whoever watches', async () => {
  await aMention(world, { author: MAYA });
  for (const personId of [ANA, DANA]) granted(await change(personId, { isWatching: true }));
  const secret = await aWatch(world, { name: 'Secret', channel: aRoom(world, 'C0SECRET', { members: [DANA] }) });
  await aMention(world, { author: MAYA, watch: secret });
  await sweep();
  expect(toldTo(ANA)).toEqual([]);
  expect(toldTo(DANA)).toHaveLength(1);
});

test('while Slack does not say who may read it, nobody is told, and later they are', async () => {
  await aMention(world, { author: MAYA });
  await sweep();
  granted(await change(ANA, { isWatching: true }));
  await aMention(world, { author: MAYA });
  await world.rest();
  world.slack.fail('channelsOf', 'lost before');
  await remindDue(world.deps);
  await world.rest();
  expect(toldTo(ANA)).toEqual([]);
  world.pass(MINUTE);
  await sweep();
  expect(toldTo(ANA)).toHaveLength(1);
});

test('what the first look at a source finds tells nobody', async () => {
  await aMention(world, { author: MAYA });
  granted(await change(ANA, { isWatching: true }));
  const sourceId = await aSource(world, [await aWatch(world, { name: 'Other' })]);
  await ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: { show: 5 } }, [anItem({ author: MAYA })]);
  await sweep();
  expect(toldTo(ANA)).toEqual([]);
});

test('a hostile name in a message to a watcher calls nobody', async () => {
  await aMention(world, { author: { name: '<!channel> <@U0BEN>', handle: 'evil' } });
  granted(await change(ANA, { isWatching: true }));
  await aMention(world, { author: { name: '<!channel> <@U0BEN>', handle: 'evil' } });
  await sweep();
  expect(toldTo(ANA)[0]).toContain('&lt;!channel&gt; &lt;@U0BEN&gt;, whom you watch');
});
