import { beforeEach, expect, test } from '@jest/globals';
import { searchAnswers } from '../../src/db/answers.ts';
import { distinctiveStems, typedStems } from '../../src/domain/answer.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { chooseAnswer } from '../../src/flows/choose-answer.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { keepAnswer, prepareAnswer } from '../../src/flows/keep-answer.ts';
import { prepareDraft, readMore } from '../../src/flows/prepare-forms.ts';
import { readAnswers } from '../../src/flows/read-answers.ts';
import { remindReviews } from '../../src/flows/remind-reviews.ts';
import { prepareReview, reviewAnswer } from '../../src/flows/review-answer.ts';
import { aTeam, aWatch, OTHER_TEAM, TEAM } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { ALL_STATUSES, aMentionIn, granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { HOSTILE } from '../views/any-facts.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const DAY = 24 * 60 * 60_000;

let replies = 0;

/** Ben's posted reply to a new mention, kept by Chi. */
async function anAnswer(title: string, text: string, facts: { ownerId?: string; months?: 1 | 3 | 6 | 12 } = {}) {
  replies += 1;
  const mentionId = await aMentionIn(world, 'answered', { text: `Acme reply number ${replies}` });
  const wish = { mentionId, personId: CHI, title, text, ownerId: facts.ownerId ?? ANA, months: facts.months ?? 6 };
  return { mentionId, ...granted(await keepAnswer(world.deps, wish)) };
}

function answerRow(id: number) {
  return world.db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function offered(text: string, personId = BEN) {
  const mentionId = await aMentionIn(world, 'claimed', { text });
  const { answers } = granted(await prepareDraft(world.deps, { mentionId, personId }));
  return answers;
}

test('a posted reply is kept with a title, an owner and the day of its review, and the record says so', async () => {
  const { mentionId, answerId } = await anAnswer('  Export   times out ', 'Please try it again.', { months: 3 });
  expect(await answerRow(answerId)).toMatchObject({
    title: 'Export times out',
    text: 'Please try it again.',
    owner_id: ANA,
    kept_by: CHI,
    review_on: '2027-02-23',
    due_at: new Date('2027-02-23T09:00:00Z'),
  });
  const lines = await world.db.selectFrom('activity').selectAll().where('act', '=', 'keep_answer').execute();
  expect(lines).toMatchObject([{ mention_id: mentionId, person_id: CHI, detail: { title: 'Export times out' } }]);
});

test('the form shows the reply word for word; without a title its first words serve', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  const { reply } = granted(await prepareAnswer(world.deps, { mentionId, personId: CHI }));
  expect(reply.text).toBe('Sorry about that. A fix is on its way.');
  const wish = { mentionId, personId: CHI, title: ' \u0000 ', ...reply, ownerId: undefined, months: 6 as const };
  const { answerId } = granted(await keepAnswer(world.deps, wish));
  expect(await answerRow(answerId)).toMatchObject({ title: reply.text, owner_id: CHI });
});

test.each(ALL_STATUSES.filter((status) => status !== 'answered'))(
  'nothing can be kept of a mention that is %s',
  async (status) => {
    const mentionId = await aMentionIn(world, status);
    const wish = { mentionId, personId: CHI, title: 'A', text: 'B', ownerId: CHI, months: 6 as const };
    expect(await keepAnswer(world.deps, wish)).toEqual({ refusal: 'nothing_to_keep' });
    expect(await prepareAnswer(world.deps, wish)).toEqual({ refusal: 'nothing_to_keep' });
    expect(granted(await readMore(world.deps, { mentionId, personId: CHI })).offered).not.toContain('keep_answer');
  },
);

test('an answered mention offers it to anyone employed, and to no guest', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  expect(granted(await readMore(world.deps, { mentionId, personId: CHI })).offered).toContain('keep_answer');
  world.slack.describe('U0GUEST', { isGuest: true });
  const wish = { mentionId, personId: 'U0GUEST', title: 'A', text: 'B', ownerId: CHI, months: 6 as const };
  expect(await keepAnswer(world.deps, wish)).toEqual({ refusal: 'guest_account' });
  expect(await readAnswers(world.deps, 'U0GUEST', '')).toEqual({ refusal: 'guest_account' });
  expect(granted(await readMore(world.deps, { mentionId, personId: 'U0GUEST' })).offered).not.toContain('keep_answer');
});

test('only a colleague can look after an answer, and an empty text is no answer', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  const wish = { mentionId, personId: CHI, title: 'A', text: 'B', ownerId: 'U0GUEST', months: 6 as const };
  world.slack.describe('U0GUEST', { isGuest: true });
  expect(await keepAnswer(world.deps, wish)).toEqual({ refusal: 'not_an_employee' });
  expect(await keepAnswer(world.deps, { ...wish, ownerId: CHI, text: ' \u200b\n' })).toEqual({ refusal: 'empty_text' });
});

test('the same text twice is refused with the title it has; two at once are one', async () => {
  await anAnswer('Export', 'It’s fixed.  Try again');
  const mentionId = await aMentionIn(world, 'answered');
  const wish = {
    mentionId,
    personId: BEN,
    title: 'Other',
    text: "it's fixed. try again",
    ownerId: BEN,
    months: 1 as const,
  };
  expect(await keepAnswer(world.deps, wish)).toEqual({ refusal: 'kept_already', title: 'Export', ownerId: ANA });
  const fresh = { ...wish, text: 'Something new.' };
  const outcomes = await Promise.all([keepAnswer(world.deps, fresh), keepAnswer(world.deps, fresh)]);
  expect(outcomes.filter(isRefusal)).toHaveLength(1);
  expect(await world.db.selectFrom('answers').selectAll().execute()).toHaveLength(2);
});

test('the draft form offers the three answers that share the most with the mention, and no stranger ones', async () => {
  await aWatch(world, { any: ['acme cloud'] });
  await anAnswer('Export times out', 'Large exports are faster since Monday; please try once more.');
  await anAnswer('Slow export of invoices', 'We are looking into slow exports of invoices.');
  await anAnswer('Invoices', 'Invoices are in your account, under Billing.');
  await anAnswer('Exports and invoices, slow', 'Slow invoices and exports: a fix is coming.');
  await anAnswer('About acme cloud', 'acme cloud is a product of Acme.');
  const answers = await offered('acme cloud: my invoice exports are so slow, and exporting times out!');
  expect(answers.map(({ title }) => title)).toHaveLength(3);
  expect(answers[0]?.title).toMatch(/slow/i);
  expect(answers.map(({ title }) => title)).not.toContain('About acme cloud');
  expect(await offered('acme cloud has a lovely new logo')).toEqual([]);
});

test('an answer is found beyond ASCII, whatever its case', async () => {
  await anAnswer('Rückerstattung', 'Die Rückerstattung ist unterwegs.');
  const answers = await offered('Acme: WO BLEIBT MEINE RÜCKERSTATTUNG? Unterwegs?');
  expect(answers.map(({ title }) => title)).toEqual(['Rückerstattung']);
});

test('a retired answer and one of another team are never offered, found or reviewed', async () => {
  const { answerId } = await anAnswer('Export', 'Exports are slow at the moment.');
  await aTeam(world, { id: OTHER_TEAM, managers: [DANA, ANA] });
  const other = { ...world.deps, teamId: OTHER_TEAM };
  expect(granted(await readAnswers(other, ANA, 'export')).answers).toEqual([]);
  expect(await prepareReview(other, { answerId, personId: ANA })).toEqual({ refusal: 'gone' });
  const review = { answerId, personId: ANA, fate: 'retire' as const, title: '', text: '', months: 6 as const };
  expect(await reviewAnswer(other, review)).toEqual({ refusal: 'gone' });
  granted(await reviewAnswer(world.deps, review));
  expect(await offered('Acme exports are slow')).toEqual([]);
  expect(granted(await readAnswers(world.deps, ANA, 'export')).answers).toEqual([]);
  expect(await reviewAnswer(world.deps, review)).toEqual({ refusal: 'gone' });
  await anAnswer('Export again', 'Exports are slow at the moment.');
});

test('a chosen answer fills an empty field, is added to a written one, and never takes its place', async () => {
  const { answerId } = await anAnswer('Export', 'Exports are slow at the moment.');
  const mentionId = await aMentionIn(world, 'claimed');
  const choose = async (typed: string, id = answerId) =>
    granted(await chooseAnswer(world.deps, { mentionId, personId: BEN, answerId: id, typed })).filled;
  expect(await choose('')).toEqual({
    text: 'Exports are slow at the moment.',
    note: '“Export” stands in the field now. Change it until it answers this author.',
  });
  expect(await choose('Hi Maya,')).toMatchObject({ text: 'Hi Maya,\n\nExports are slow at the moment.' });
  expect(await choose('x'.repeat(2_990))).toMatchObject({
    text: undefined,
    note: expect.stringContaining('longer than'),
  });
  expect(await choose('Hi', 999)).toMatchObject({
    text: undefined,
    note: expect.stringContaining('not in the library'),
  });
});

test('an answer whose review is due is offered and chosen with a word about it', async () => {
  const { answerId } = await anAnswer('Export', 'Exports are slow at the moment.', { months: 1 });
  expect(await offered('Acme exports are slow')).toMatchObject([{ isDue: false }]);
  world.pass(31 * DAY);
  expect(await offered('Acme exports are slow')).toMatchObject([{ isDue: true }]);
  const mentionId = await aMentionIn(world, 'claimed');
  const chosen = granted(await chooseAnswer(world.deps, { mentionId, personId: BEN, answerId, typed: '' }));
  expect(chosen.filled.note).toContain('It is due for review');
});

async function notices(): Promise<string[]> {
  for (let n = 0; n < 5; n++) {
    world.pass(1_500);
    await drawDue(world.deps);
  }
  return world.slack
    .shown()
    .filter(({ channel }) => channel.startsWith('D'))
    .map(({ channel, message }) => `${channel}: ${message.text}`);
}

test('the owner is told once when the review is due, not before, and again after the next one', async () => {
  const { answerId } = await anAnswer('Export <!channel>', 'Exports are slow.', { months: 1 });
  world.pass(29 * DAY);
  expect(await remindReviews(world.deps)).toBe(0);
  world.pass(2 * DAY);
  expect(await remindReviews(world.deps)).toBe(1);
  expect(await remindReviews(world.deps)).toBe(0);
  const said = (await notices()).filter((text) => text.includes('due for review'));
  expect(said).toEqual([expect.stringMatching(/^D0ANA: The answer “Export &lt;!channel&gt;”, which you look after/)]);
  const keep = { answerId, personId: ANA, fate: 'keep' as const, title: 'Export', text: 'Exports are slow.' };
  granted(await reviewAnswer(world.deps, { ...keep, months: 1 }));
  world.pass(32 * DAY);
  expect(await remindReviews(world.deps)).toBe(1);
});

test('two replicas tell the owner once', async () => {
  await anAnswer('Export', 'Exports are slow.', { months: 1 });
  world.pass(32 * DAY);
  await Promise.all([remindReviews(world.deps), remindReviews(world.deps)]);
  expect((await notices()).filter((text) => text.includes('due for review'))).toHaveLength(1);
});

test('when the owner has left, the managers are told', async () => {
  await anAnswer('Export', 'Exports are slow.', { months: 1 });
  world.slack.describe(ANA, { isDeleted: true });
  world.pass(32 * DAY);
  await remindReviews(world.deps);
  expect((await notices()).filter((text) => text.includes('is not here any more'))).toEqual([
    expect.stringMatching(/^D0DANA: The answer “Export”/),
  ]);
});

test('a reminder that fails counts, and one that Slack holds up does not; nobody is told twice', async () => {
  const { answerId } = await anAnswer('Export', 'Exports are slow.', { months: 1 });
  world.pass(32 * DAY);
  world.slack.fail('person', { limited: 1_000 }, { refused: 'fatal_error' });
  await remindReviews(world.deps);
  expect((await answerRow(answerId)).tries).toBe(0);
  world.pass(60_000);
  await remindReviews(world.deps);
  expect(world.takeErrors()).toHaveLength(1);
  expect((await answerRow(answerId)).tries).toBe(1);
  world.pass(60_000);
  expect(await remindReviews(world.deps)).toBe(1);
  expect((await notices()).filter((text) => text.includes('due for review'))).toHaveLength(1);
});

test('the owner or a manager keeps, changes or retires an answer, nobody else; the record says which', async () => {
  const { mentionId, answerId } = await anAnswer('Export', 'Exports are slow.', { months: 1 });
  const words = { title: 'Export', text: 'Exports are slow.', months: 12 as const };
  const review = (personId: string, fate: 'keep' | 'retire', facts: Partial<typeof words> = {}) =>
    reviewAnswer(world.deps, { answerId, personId, fate, ...words, ...facts });
  expect(await review(CHI, 'retire')).toEqual({ refusal: 'not_yours', act: 'review_answer' });
  expect(await prepareReview(world.deps, { answerId, personId: CHI })).toMatchObject({ refusal: 'not_yours' });
  granted(await prepareReview(world.deps, { answerId, personId: ANA }));
  granted(await review(ANA, 'keep'));
  expect(await answerRow(answerId)).toMatchObject({ review_on: '2027-11-23', text: 'Exports are slow.' });
  granted(await review(DANA, 'keep', { text: 'Exports are fast again.' }));
  expect(await answerRow(answerId)).toMatchObject({ text: 'Exports are fast again.' });
  expect(await offered('Acme: exports, fast again?')).toMatchObject([{ text: 'Exports are fast again.' }]);
  expect(await review(ANA, 'keep', { text: ' ' })).toEqual({ refusal: 'empty_text' });
  granted(await review(ANA, 'retire'));
  const lines = await world.db
    .selectFrom('activity')
    .selectAll()
    .where('act', '=', 'review_answer')
    .orderBy('id')
    .execute();
  expect(lines.map(({ mention_id, detail }) => [mention_id, detail.fate])).toEqual([
    [mentionId, 'keep'],
    [mentionId, 'change'],
    [mentionId, 'retire'],
  ]);
});

test('a review cannot make one answer of two', async () => {
  await anAnswer('Export', 'Exports are slow.');
  const { answerId } = await anAnswer('Import', 'Imports are slow.');
  const same = { answerId, personId: ANA, fate: 'keep' as const, title: 'Import', text: 'EXPORTS are slow.' };
  expect(await reviewAnswer(world.deps, { ...same, months: 6 })).toMatchObject({
    refusal: 'kept_already',
    title: 'Export',
  });
});

test('the library lists what is due first, finds by words, and knows who may review', async () => {
  await anAnswer('Old', 'An old answer about exports.', { months: 1 });
  world.pass(40 * DAY);
  await anAnswer('New', 'A new answer about imports.');
  const all = granted(await readAnswers(world.deps, ANA, ' '));
  expect(all.answers.map(({ title, isDue, mayReview }) => [title, isDue, mayReview])).toEqual([
    ['Old', true, true],
    ['New', false, true],
  ]);
  const titles = async (words: string) =>
    granted(await readAnswers(world.deps, CHI, words)).answers.map(({ title }) => title);
  expect(await titles('IMPORT')).toEqual(['New']);
  expect(await titles('new imports')).toEqual(['New']);
  expect((await titles('answer about')).sort()).toEqual(['New', 'Old']);
  expect(await titles('imports unheard of')).toEqual(['New', 'Old'].slice(0, 1));
  expect(await titles('!!!')).toEqual([]);
  expect(granted(await readAnswers(world.deps, CHI, '')).answers.map(({ mayReview }) => mayReview)).toEqual([
    false,
    false,
  ]);
});

test('of many answers ten are shown, with how many there are', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  for (let n = 0; n < 12; n++) {
    const wish = { mentionId, personId: CHI, title: `Title ${n}`, text: `Export number ${n}`, ownerId: CHI };
    granted(await keepAnswer(world.deps, { ...wish, months: 6 }));
  }
  const all = granted(await readAnswers(world.deps, CHI, ''));
  expect([all.answers.length, all.total]).toEqual([10, 12]);
  const found = granted(await readAnswers(world.deps, CHI, 'export'));
  expect([found.answers.length, found.total]).toEqual([10, 12]);
});

test('no text, however hostile, breaks the search or the library', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  const told = [...HOSTILE, "'; drop table answers; --", "a' | !b & (c", 'a:*b <-> c', '\\', ':*', '🦊 ﷽ ａｂｃ'];
  for (const [n, text] of told.entries()) {
    const wish = {
      mentionId,
      personId: CHI,
      title: text.slice(0, 3_000),
      text: `${n} ${text.slice(0, 3_000)}`,
      ownerId: CHI,
    };
    granted(await keepAnswer(world.deps, { ...wish, months: 6 }));
    await searchAnswers(world.db, TEAM, typedStems(text), 10);
    await searchAnswers(world.db, TEAM, distinctiveStems(text), 10);
  }
  expect(granted(await readAnswers(world.deps, CHI, '')).total).toBe(told.length);
});
