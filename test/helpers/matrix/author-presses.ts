import { ACTIONS } from '../../../src/views/ids.ts';
import { writeInfluencersTurn } from '../../../src/views/influencers-turn.ts';
import { CHI, DANA } from '../facts.ts';
import { aMentionIn } from '../stages.ts';
import type { World } from '../world.ts';
import { aCard, type PressRow, type PressRows, type Staged } from './stage.ts';

/** Whoever wrote the first mention, in a list of authors. */
async function anAuthor(world: World): Promise<Staged> {
  await aMentionIn(world, 'new');
  const { id } = await world.db.selectFrom('authors').select('id').executeTakeFirstOrThrow();
  return { value: id, place: 'list', by: DANA };
}

const turn: PressRow = {
  about: 'team',
  does: 'shows',
  stage: async (world) => {
    await aMentionIn(world, 'new');
    const value = writeInfluencersTurn({ asked: { period: null, watch: null }, page: 0 });
    return { value, place: 'list', by: CHI };
  },
};

/** The buttons about authors. */
export const AUTHOR_PRESSES: PressRows = {
  [ACTIONS.authorAbout]: {
    about: 'row',
    does: 'opens',
    stage: (world) => aCard(world, 'new', { by: DANA }),
  },
  [ACTIONS.authorOpen]: { about: 'row', does: 'opens', stage: anAuthor },
  [ACTIONS.influencersEarlier]: turn,
  [ACTIONS.influencersNext]: turn,
};
