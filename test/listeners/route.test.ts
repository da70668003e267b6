import { beforeEach, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { choiceKey } from '../../src/domain/route.ts';
import { ACTIONS, type ActionId, CALLBACKS } from '../../src/views/ids.ts';
import { aRoom, aTeam } from '../helpers/builders.ts';
import { formOf, press as pressOn, submit as submitOn } from '../helpers/doors.ts';
import { BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();

beforeEach(async () => {
  await aTeam(world);
  const departments = [{ name: 'Product', channel: 'C0PRODUCT', takes: ['idea'] }];
  await world.db
    .updateTable('teams')
    .set({ departments: JSON.stringify(departments) })
    .execute();
  aRoom(world, 'C0PRODUCT');
});

const press = (id: ActionId, rowId: number, personId: string) => pressOn(world, id, rowId, personId);
const submit = (view: ModalView, personId: string, values: Record<string, Record<string, unknown>>) =>
  submitOn(world, view, personId, values);

const IDEA = { selected_option: { value: choiceKey({ kind: 'idea', department: 'Product' }) } };
const said = (text: string) => ({ text: { value: text } });
const routeValues = { route_kind: { kind: IDEA }, route_wish: said('export to CSV') };

async function aRouted() {
  const mentionId = await aMentionIn(world, 'answered');
  expect(await submit(formOf(await press(ACTIONS.route, mentionId, BEN)), BEN, routeValues)).toEqual({});
  const { id } = await world.db.selectFrom('routes').select('id').executeTakeFirstOrThrow();
  return { mentionId, routeId: id };
}

const stateOf = async (id: number) =>
  (await world.db.selectFrom('routes').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

test('the whole way of a route goes through its buttons and forms, up to the draft for the author', async () => {
  const { mentionId, routeId } = await aRouted();
  expect(await press(ACTIONS.routeAccept, routeId, DANA)).toBe('');
  const question = formOf(await press(ACTIONS.routeAskBack, routeId, DANA));
  expect(await submit(question, DANA, { route_question: said('which format?') })).toEqual({});
  const answer = formOf(await press(ACTIONS.routeExplain, routeId, BEN));
  expect(linesOf(answer.blocks)).toContain('which format?');
  expect(await submit(answer, BEN, { route_explanation: said('that of Excel') })).toEqual({});
  const outcome = formOf(await press(ACTIONS.routeFinish, routeId, DANA));
  expect(await submit(outcome, DANA, { route_outcome: said('shipped in 2.4') })).toEqual({});
  expect(await stateOf(routeId)).toBe('done');
  const draft = formOf(await press(ACTIONS.tellAuthor, mentionId, BEN));
  expect(draft.callback_id).toBe(CALLBACKS.draft);
  expect(draft.title.text).toBe('Draft a reply');
  // What stands outside already is no beginning for the next reply.
  expect(JSON.stringify(draft)).not.toContain('initial_value');
  const values = { draft_text: said('It is there since today.'), draft_keep: { keep: { selected_options: [] } } };
  expect(await submit(draft, BEN, values)).toEqual({});
  const { status } = await world.db.selectFrom('mentions').select('status').executeTakeFirstOrThrow();
  expect(status).toBe('voting');
});

test.each([
  [{ route_kind: {}, route_wish: said('x') }, 'route_kind', /^The departments have changed/],
  [{ route_kind: { kind: IDEA } }, 'route_wish', /^This is still empty/],
  [{ ...routeValues, route_owner: { person: { selected_user: 'U0GUEST' } } }, 'route_owner', /^Only a colleague/],
  [{ ...routeValues, route_due: { day: { selected_date: '2020-01-01' } } }, 'route_due', /^This day is over/],
])('what cannot be is told under its field: %#', async (values, field, sentence) => {
  world.slack.describe('U0GUEST', { isGuest: true });
  const mentionId = await aMentionIn(world, 'new');
  const view = formOf(await press(ACTIONS.route, mentionId, CHI));
  expect(await submit(view, CHI, values)).toEqual({ [field]: expect.stringMatching(sentence) });
  expect(await world.db.selectFrom('routes').selectAll().execute()).toEqual([]);
});

test('a person who may not is told why, in words, and gets no form', async () => {
  const { mentionId, routeId } = await aRouted();
  await press(ACTIONS.routeAccept, routeId, DANA);
  expect(await press(ACTIONS.routeAccept, routeId, CHI)).toBe('<@U0DANA> has taken it already.');
  expect(await press(ACTIONS.routeFinish, routeId, CHI)).toMatch(/^Only the person who took it/);
  expect(await press(ACTIONS.routeExplain, routeId, BEN)).toMatch(/^There is no question to answer now/);
  expect(await press(ACTIONS.tellAuthor, mentionId, BEN)).toMatch(/^There is no outcome/);
  expect(await press(ACTIONS.routeAccept, 999, CHI)).toBe('This is not here any more.');
  expect(await press(ACTIONS.route, mentionId, CHI)).not.toBe('');
  world.slack.describe(CHI, { isGuest: true });
  world.pass(11 * 60_000);
  for (const id of [ACTIONS.routeAccept, ACTIONS.routeAskBack, ACTIONS.routeFinish]) {
    expect(await press(id, routeId, CHI)).toMatch(/^Guest accounts/);
  }
  expect(await press(ACTIONS.route, mentionId, CHI)).toMatch(/^Guest accounts/);
});

test('a form that was opened before things changed says so under its field', async () => {
  const { routeId } = await aRouted();
  const late = formOf(await press(ACTIONS.routeAskBack, routeId, CHI));
  await submit(formOf(await press(ACTIONS.routeFinish, routeId, DANA)), DANA, { route_outcome: said('no') });
  expect(await submit(late, CHI, { route_question: said('why?') })).toEqual({
    route_question: 'Nothing can be asked back now: it is done already.',
  });
});

test('a form without its metadata, or with somebody else’s, changes nothing', async () => {
  const { routeId } = await aRouted();
  const view = formOf(await press(ACTIONS.routeFinish, routeId, DANA));
  for (const metadata of ['', '{"mentionId":1,"draftId":null}', '{"mentionId":1,"draftId":null,"routeId":999}']) {
    const errors = await submit({ ...view, private_metadata: metadata }, DANA, { route_outcome: said('so') });
    expect(errors).toEqual({ route_outcome: 'This is not here any more.' });
  }
  expect(await stateOf(routeId)).toBe('asked');
});
