import { beforeEach, expect, test } from '@jest/globals';
import { type LogWish, logMention } from '../../src/flows/log-mention.ts';
import { aRoom, aTeam, aWatch, GEN, OTHER_TEAM } from '../helpers/builders.ts';
import { BEN, CHI } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

const CALL = { network: 'phone', saidBy: 'Maya Ito', text: 'The export fails, she says.', url: null };
const log = (wish: Partial<LogWish> & { watchId: number }) =>
  logMention(world.deps, { personId: BEN, formId: 'V1', ...CALL, ...wish });
const mentions = () => world.db.selectFrom('mentions').selectAll().execute();

test('a call that somebody writes down is a mention like any other, with its card', async () => {
  const { id: watchId } = await aWatch(world);
  granted(await log({ watchId, url: 'https://crm.example/call/1' }));
  await world.rest();
  expect(world.slack.shown(GEN)[0]?.message.text).toMatch(/Phone call · Maya Ito/);
  const acts = await world.db.selectFrom('activity').select(['act', 'person_id']).orderBy('id').execute();
  expect(acts).toContainEqual({ act: 'log', person_id: BEN });
});

test('a form that is sent twice, also at once, is one mention', async () => {
  const { id: watchId } = await aWatch(world);
  await Promise.all([log({ watchId }), log({ watchId }), log({ watchId })]);
  await log({ watchId });
  expect(await mentions()).toHaveLength(1);
});

test('two calls in the same words are two mentions', async () => {
  const { id: watchId } = await aWatch(world);
  granted(await log({ watchId, formId: 'V1' }));
  granted(await log({ watchId, formId: 'V2' }));
  expect(await mentions()).toHaveLength(2);
});

test('what cannot be logged is refused with the reason, and nothing is kept', async () => {
  const { id: watchId } = await aWatch(world);
  expect(await log({ watchId, text: ' \u200b ' })).toEqual({ refusal: 'empty_text' });
  expect(await log({ watchId, url: 'javascript:alert(1)' })).toEqual({ refusal: 'bad_link' });
  expect(await log({ watchId: 0 })).toEqual({ refusal: 'no_watch' });
  await aTeam(world, { id: OTHER_TEAM });
  const other = await aWatch(world, { teamId: OTHER_TEAM });
  expect(await log({ watchId: other.id })).toEqual({ refusal: 'no_watch' });
  expect(await mentions()).toEqual([]);
});

test('nobody logs into a channel that they are not in, whatever the form said when it was opened', async () => {
  const channel = aRoom(world, 'C0SECRET', { members: [CHI] });
  const { id: watchId } = await aWatch(world, { channel });
  expect(await log({ watchId })).toEqual({ refusal: 'not_in_channel' });
  granted(await log({ watchId, personId: CHI }));
});
