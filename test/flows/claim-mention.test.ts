import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/domain/refusal.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { aTeam } from '../helpers/builders.ts';
import { aMentionIn, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world));

test('of fifty people who claim at once exactly one has it, and the others learn who', async () => {
  const mentionId = await aMentionIn(world, 'new');
  const people = Array.from({ length: 50 }, (_, n) => `U0${n}`);
  const outcomes = await Promise.all(
    people.map((personId) => moveMention(world.deps, { mentionId, personId, move: 'claim' })),
  );
  await world.settled();
  const { claimant_id: winner, version } = await mentionRow(world, mentionId);
  expect(people).toContain(winner);
  expect(version).toBe(2);
  expect(outcomes.filter((one) => !isRefusal(one))).toHaveLength(1);
  const sentences = outcomes.filter(isRefusal).map(refusalSentence);
  expect(sentences).toHaveLength(49);
  expect(new Set(sentences)).toEqual(
    new Set([`<@${winner}> has this one already. Write to them in the thread if you can help.`]),
  );
  const lines = await world.db.selectFrom('activity').selectAll().where('act', '=', 'claim').execute();
  expect(lines).toMatchObject([{ mention_id: mentionId, person_id: winner }]);
});
