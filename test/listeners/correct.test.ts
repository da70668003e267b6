import { beforeEach, expect, test } from '@jest/globals';
import { ingestItems } from '../../src/flows/ingest-items.ts';
import { ACTIONS } from '../../src/views/ids.ts';
import { aMention, anItem, aSource, aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { formOf, press, submit } from '../helpers/doors.ts';
import { BEN, CHI } from '../helpers/facts.ts';
import { mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const option = (value: string | null, action: string) => ({
  [action]: { type: 'static_select', selected_option: value === null ? null : { value } },
});
const answers = (kind: string | null, tone: string | null) => ({
  correct_kind: option(kind, 'kind'),
  correct_tone: option(tone, 'tone'),
});
const card = () => world.slack.shown(GEN).find((one) => one.threadTs === undefined)?.message.text;
const acts = () => world.db.selectFrom('activity').select('act').where('act', '=', 'correct').execute();

async function correct(mentionId: number, kind: string | null, tone: string | null, by = BEN) {
  const form = formOf(await press(world, ACTIONS.correct, mentionId, by));
  const outcome = await submit(world, form, by, answers(kind, tone));
  await world.rest();
  return outcome;
}

test('what a person says about tone and kind counts at once and stands on the card as theirs', async () => {
  const mentionId = await aMention(world, { judged: { tone: 'negative', score: -0.8, kind: 'defect' } });
  await world.rest();
  expect(card()).toContain('Defect, clearly negative');
  expect(await correct(mentionId, 'question', 'neutral')).toEqual({});
  expect(card()).toContain(`Question, neutral, corrected by <@${BEN}>`);
  expect(await mentionRow(world, mentionId)).toMatchObject({
    tone: 'neutral',
    tone_by: BEN,
    kind: 'question',
    kind_by: BEN,
    judged_by: 'nobody',
  });
});

test('only what was changed becomes the person’s word; the same word again is no correction', async () => {
  const mentionId = await aMention(world, { judged: { tone: 'negative', kind: 'defect' } });
  await correct(mentionId, 'defect', 'neutral');
  expect(await mentionRow(world, mentionId)).toMatchObject({ tone_by: BEN, kind_by: null });
  await correct(mentionId, 'defect', 'neutral', CHI);
  expect(await mentionRow(world, mentionId)).toMatchObject({ tone_by: BEN, kind_by: null });
  expect(await acts()).toHaveLength(1);
});

test('answers that Porchlight never offered change nothing', async () => {
  const mentionId = await aMention(world, { judged: { tone: 'negative', kind: 'defect' } });
  expect(await correct(mentionId, '__proto__', 'furious')).toEqual({});
  expect(await correct(mentionId, null, null)).toEqual({});
  expect(await mentionRow(world, mentionId)).toMatchObject({ tone: 'negative', kind: 'defect' });
  expect(await acts()).toEqual([]);
});

test('a person’s word outlives an edit outside, and the rest is judged anew', async () => {
  const sourceId = await aSource(world, [await aWatch(world)]);
  const hear = (text: string) =>
    ingestItems(world.deps, { network: 'rss', sourceId, firstPoll: null }, [{ ...item, text }]);
  const item = anItem();
  await hear('Acme is terrible, I hate it.');
  const { id } = await world.db.selectFrom('mentions').select('id').executeTakeFirstOrThrow();
  await correct(id, 'complaint', 'neutral');
  await hear('Acme is wonderful and I love it. Thank you for the great help.');
  expect(await mentionRow(world, id)).toMatchObject({ tone: 'neutral', tone_by: BEN, kind: 'praise', kind_by: null });
});
