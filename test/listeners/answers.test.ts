import { beforeEach, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { actions } from '../../listeners/actions/index.ts';
import { findSubcommand } from '../../listeners/commands/index.ts';
import type { Typed } from '../../listeners/commands/subcommand.ts';
import { ACTIONS } from '../../src/views/ids.ts';
import { readMentionRef } from '../../src/views/modal.ts';
import { aTeam } from '../helpers/builders.ts';
import { formOf, press, submit } from '../helpers/doors.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, ballotRow, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { viewProblems } from '../views/limits.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const typed = (value: string | null) => ({ text: { type: 'plain_text_input', value } });

function kept(title: string, text: string, owner: string | null = CHI) {
  return {
    answer_title: typed(title),
    answer_text: typed(text),
    answer_owner: { person: { type: 'users_select', selected_user: owner } },
    answer_months: { months: { type: 'static_select', selected_option: { value: '1' } } },
  };
}

async function anAnswer(title: string, text: string): Promise<number> {
  const mentionId = await aMentionIn(world, 'answered');
  const form = formOf(await press(world, ACTIONS.answerKeep, mentionId, CHI));
  expect(await submit(world, form, CHI, kept(title, text))).toEqual({});
  const row = await world.db.selectFrom('answers').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return row.id;
}

test('a reply is kept through its form, which opens with the reply and with its keeper as the owner', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  const form = formOf(await press(world, ACTIONS.answerKeep, mentionId, CHI));
  expect(viewProblems(form)).toEqual([]);
  expect(JSON.stringify(form)).toContain('Sorry about that. A fix is on its way.');
  expect(JSON.stringify(form)).toContain(`"initial_user":"${CHI}"`);
  expect(await submit(world, form, CHI, kept('Export', ' \n'))).toEqual({
    answer_text: 'This is still empty. Please write something first.',
  });
  world.slack.describe('U0GUEST', { isGuest: true });
  expect(Object.keys(await submit(world, form, CHI, kept('Export', 'Slow.', 'U0GUEST')))).toEqual(['answer_owner']);
  expect(await submit(world, form, CHI, kept('Export <b>', 'Slow.'))).toEqual({});
  expect(await submit(world, form, CHI, kept('Export', 'SLOW.'))).toEqual({
    answer_text: 'The library has this text already, as “Export <b>”, and somebody looks after it.',
  });
});

test('a stale button on a mention that was reopened is told kindly', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  expect(await press(world, ACTIONS.answerKeep, mentionId, CHI)).toContain('Only a reply that was posted');
  expect(await press(world, ACTIONS.answerKeep, 999, CHI)).toContain('not here any more');
});

/** Chooses an answer in the draft form as it stands, and gives the form as it is drawn then. */
async function pick(
  view: ModalView,
  answerId: number,
  personId: string,
  values: unknown,
): Promise<ModalView | undefined> {
  let drawn: ModalView | undefined;
  const ref = readMentionRef(view.private_metadata);
  if (!ref) throw new Error('the form remembers no mention');
  await actions[ACTIONS.answerPick].act(world.deps, {
    personId,
    id: answerId,
    isInModal: true,
    tell: () => Promise.reject(new Error('this would take what was typed away')),
    show: () => Promise.reject(new Error('this would take what was typed away')),
    form: {
      values,
      ref,
      redraw: async (next) => {
        drawn = next;
      },
    },
  });
  return drawn;
}

function textBlock(view: ModalView | undefined): { block_id?: string; initial?: string } {
  const block = view?.blocks.find((one) => one.block_id?.startsWith('draft_text'));
  const initial = (block as { element?: { initial_value?: string } } | undefined)?.element?.initial_value;
  return { ...(block?.block_id && { block_id: block.block_id }), ...(initial !== undefined && { initial }) };
}

test('the draft form offers what fits, takes it without losing a word, and its refusals find the field', async () => {
  const answerId = await anAnswer('Export is slow', 'Exports are slow; a fix is coming.');
  const mentionId = await aMentionIn(world, 'claimed', { text: 'Acme: why are your exports so slow?' });
  const form = formOf(await press(world, ACTIONS.draftOpen, mentionId, BEN));
  expect(viewProblems(form)).toEqual([]);
  expect(linesOf(form.blocks)).toContain('Export is slow');
  const first = await pick(form, answerId, BEN, { draft_text: typed(null) });
  expect(viewProblems(first as ModalView)).toEqual([]);
  expect(textBlock(first)).toEqual({ block_id: 'draft_text.1', initial: 'Exports are slow; a fix is coming.' });
  expect(linesOf(first?.blocks ?? []).join('\n')).toContain('“Export is slow” stands in the field now.');
  const second = await anAnswer('Slow exports, again', 'Slow exports hurt, we know.');
  const both = await pick(first as ModalView, second, BEN, { 'draft_text.1': typed('Hi Maya,') });
  expect(textBlock(both)).toEqual({ block_id: 'draft_text.2', initial: 'Hi Maya,\n\nSlow exports hurt, we know.' });
  expect(both?.private_metadata).toBe(form.private_metadata);
  const bad = await submit(world, both as ModalView, BEN, { 'draft_text.2': typed('Hi [name]') });
  expect(bad).toEqual({ 'draft_text.2': 'The reply still holds “[name]”, which waits to be filled in.' });
  expect(await submit(world, both as ModalView, BEN, { 'draft_text.2': typed('Hi Maya, slow.') })).toEqual({});
  const drafts = await world.db.selectFrom('drafts').selectAll().where('mention_id', '=', mentionId).execute();
  expect(drafts.map(({ text }) => text)).toEqual(['Hi Maya, slow.']);
});

test('an answer that does not fit, or is gone, leaves the field as it was typed', async () => {
  const answerId = await anAnswer('Export', 'Exports are slow.');
  const mentionId = await aMentionIn(world, 'claimed', { text: 'Acme: exports are slow' });
  const form = formOf(await press(world, ACTIONS.draftOpen, mentionId, BEN));
  const typedSoFar = { 'draft_text.3': typed('x'.repeat(2_995)) };
  expect(textBlock(await pick(form, answerId, BEN, typedSoFar))).toEqual({ block_id: 'draft_text.3' });
  expect(textBlock(await pick(form, 999, BEN, typedSoFar))).toEqual({ block_id: 'draft_text.3' });
});

test('who lost the right to draft meanwhile keeps what they typed, and learns it on save', async () => {
  const answerId = await anAnswer('Export', 'Exports are slow.');
  const mentionId = await aMentionIn(world, 'claimed', { text: 'Acme: exports are slow' });
  const form = formOf(await press(world, ACTIONS.draftOpen, mentionId, BEN));
  expect(await pick(form, answerId, CHI, { draft_text: typed('mine') })).toBeUndefined();
});

function asTyped(personId: string, rest: string): Typed {
  return { personId, rest, show: () => Promise.reject(new Error('no form')) } as unknown as Typed;
}

test('/community answers lists the library, finds by words, and offers the review to those who may', async () => {
  const answerId = await anAnswer('Export', 'Exports are slow.');
  const { subcommand, rest } = findSubcommand('answers  EXPORT');
  expect([subcommand?.words, rest]).toEqual(['answers', 'EXPORT']);
  const lines = async (personId: string, words: string) =>
    linesOf((await subcommand?.run(world.deps, asTyped(personId, words)))?.blocks ?? []);
  expect(await lines(CHI, rest)).toEqual([
    '1 answer about “EXPORT”:',
    'Export · Chi looks after it · review on Wed 23 Dec',
    'Exports are slow.',
    'Review…',
  ]);
  expect(await lines(ANA, '')).not.toContain('Review…');
  expect(await lines(ANA, 'unheard of')).toEqual(['No answer is about “unheard of”.']);
  world.slack.describe('U0GUEST', { isGuest: true });
  expect((await lines('U0GUEST', '')).join()).toContain('Guest accounts can read and talk here');
  expect(await press(world, ACTIONS.answerReview, answerId, ANA)).toContain('Only the person who looks after');
  const form = formOf(await press(world, ACTIONS.answerReview, answerId, CHI));
  expect(viewProblems(form)).toEqual([]);
  const retire = { fate: { type: 'radio_buttons', selected_option: { value: 'retire' } } };
  expect(await submit(world, form, CHI, { answer_fate: retire })).toEqual({});
  expect(await lines(CHI, '')).toEqual([
    'The library has no answer yet. A posted reply can be kept under “More…” on its card.',
  ]);
  expect(await press(world, ACTIONS.answerReview, answerId, CHI)).toContain('not here any more');
});

test('a manager decides through the form; without a reason it stays open, and a newer draft is not approved unread', async () => {
  const mentionId = await aMentionIn(world, 'voting');
  expect(await press(world, ACTIONS.decide, mentionId, CHI)).toContain('Only a community manager');
  const form = formOf(await press(world, ACTIONS.decide, mentionId, DANA));
  expect(viewProblems(form)).toEqual([]);
  expect(linesOf(form.blocks)).toContain('Sorry about that. A fix is on its way.');
  expect(await submit(world, form, DANA, { decide_reason: typed(' ') })).toHaveProperty('decide_reason');
  const draftForm = formOf(await press(world, ACTIONS.draftOpen, mentionId, BEN));
  expect(await submit(world, draftForm, BEN, { draft_text: typed('Another text.') })).toEqual({});
  expect(await submit(world, form, DANA, { decide_reason: typed('urgent') })).toHaveProperty('decide_reason');
  expect((await mentionRow(world, mentionId)).status).toBe('voting');
  const fresh = formOf(await press(world, ACTIONS.decide, mentionId, DANA));
  expect(await submit(world, fresh, DANA, { decide_reason: typed('urgent') })).toEqual({});
  expect(await ballotRow(world, mentionId)).toMatchObject({ decided_by: DANA, decision_reason: 'urgent' });
});
