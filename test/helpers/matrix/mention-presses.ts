import { castVote } from '../../../src/flows/cast-vote.ts';
import { handOver, takeBack } from '../../../src/flows/hand-over.ts';
import { keepAnswer } from '../../../src/flows/keep-answer.ts';
import { moveMention } from '../../../src/flows/move-mention.ts';
import { giveBack } from '../../../src/flows/publish-reply.ts';
import { reviewAnswer } from '../../../src/flows/review-answer.ts';
import { snoozeMention, wakeMention } from '../../../src/flows/snooze-mention.ts';
import { ACTIONS } from '../../../src/views/ids.ts';
import { ANA, BEN, CHI, DANA } from '../facts.ts';
import { aMentionIn, ballotRow, granted } from '../stages.ts';
import type { World } from '../world.ts';
import { aCard, dismissed, type PressRows, placeOf, reopened, type Staged } from './stage.ts';

const BENS = { by: BEN, without: CHI };
const dismiss = (world: World, { value }: Staged) => dismissed(world, Number(value));
const reopen = (world: World, { value }: Staged) => reopened(world, Number(value));
const returned = async (world: World, { value }: Staged) => {
  granted(await giveBack(world.deps, { mentionId: Number(value), personId: BEN }));
};
const mention = { about: 'row' } as const;

/** The ballot on Ben's draft, on which Ana has a vote. */
async function aBallot(world: World): Promise<Staged> {
  const mentionId = await aMentionIn(world, 'voting');
  const { id } = await ballotRow(world, mentionId);
  return { value: id, place: await placeOf(world, 'ballot', 'ballot_id', id), by: ANA, without: BEN };
}

async function decided(world: World): Promise<void> {
  const { id: ballotId } = await world.db.selectFrom('ballots').select('id').executeTakeFirstOrThrow();
  granted(await castVote(world.deps, { ballotId, personId: CHI, choice: 'object' }));
  await world.settled();
}

/** Ben's answer in the library. */
export async function anAnswer(world: World): Promise<number> {
  const mentionId = await aMentionIn(world, 'answered');
  const wish = { mentionId, personId: BEN, title: 'Exports', text: 'A fix is out.', ownerId: BEN, months: 6 as const };
  return granted(await keepAnswer(world.deps, wish)).answerId;
}

/** The buttons about a mention, its draft and its reply. */
export const MENTION_PRESSES: PressRows = {
  [ACTIONS.claim]: {
    ...mention,
    does: 'changes',
    stage: (world) => aCard(world, 'new', { by: BEN }),
    moveOn: async (world, { value }) =>
      granted(await moveMention(world.deps, { mentionId: Number(value), personId: CHI, move: 'claim' })),
  },
  [ACTIONS.release]: {
    ...mention,
    does: 'changes',
    stage: (world) => aCard(world, 'claimed', BENS),
    moveOn: dismiss,
  },
  [ACTIONS.handOver]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'claimed', BENS),
    moveOn: dismiss,
  },
  [ACTIONS.takeBack]: {
    ...mention,
    does: 'changes',
    stage: async (world) => {
      const card = await aCard(world, 'claimed', { by: BEN, without: CHI });
      granted(await handOver(world.deps, { mentionId: card.value, personId: BEN, to: CHI, note: '' }));
      return card;
    },
    moveOn: async (world, { value }) =>
      granted(await takeBack(world.deps, { mentionId: Number(value), personId: DANA })),
  },
  [ACTIONS.snooze]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'claimed', BENS),
    moveOn: dismiss,
  },
  [ACTIONS.wake]: {
    ...mention,
    does: 'changes',
    stage: async (world) => {
      const card = await aCard(world, 'claimed', BENS);
      granted(await snoozeMention(world.deps, { mentionId: card.value, personId: BEN, choice: 'tomorrow' }));
      return card;
    },
    moveOn: async (world, { value }) =>
      granted(await wakeMention(world.deps, { mentionId: Number(value), personId: BEN })),
  },
  [ACTIONS.reopen]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'answered', { by: CHI }),
    moveOn: reopen,
  },
  [ACTIONS.dismiss]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'claimed', BENS),
    moveOn: dismiss,
  },
  [ACTIONS.more]: { ...mention, does: 'shows', stage: (world) => aCard(world, 'claimed', { by: CHI }) },
  [ACTIONS.draftOpen]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'claimed', BENS),
    moveOn: dismiss,
  },
  [ACTIONS.draftSee]: { ...mention, does: 'shows', stage: (world) => aCard(world, 'voting', { by: CHI }) },
  [ACTIONS.publish]: {
    ...mention,
    does: 'changes',
    stage: (world) => aCard(world, 'approved', BENS),
    moveOn: dismiss,
  },
  [ACTIONS.markPosted]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'sending', BENS),
    moveOn: returned,
  },
  [ACTIONS.giveBack]: {
    ...mention,
    does: 'changes',
    stage: (world) => aCard(world, 'sending', BENS),
    moveOn: returned,
  },
  [ACTIONS.correct]: { ...mention, does: 'opens', stage: (world) => aCard(world, 'claimed', { by: CHI }) },
  [ACTIONS.linkOpen]: { ...mention, does: 'shows', stage: (world) => aCard(world, 'new', { by: CHI }) },
  [ACTIONS.approve]: { about: 'row', does: 'changes', stage: aBallot, moveOn: decided },
  [ACTIONS.object]: { about: 'row', does: 'changes', stage: aBallot, moveOn: decided },
  [ACTIONS.decide]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'voting', { by: DANA, without: ANA }),
    moveOn: decided,
  },
  [ACTIONS.answerKeep]: {
    ...mention,
    does: 'opens',
    stage: (world) => aCard(world, 'answered', { by: CHI }),
    moveOn: reopen,
  },
  [ACTIONS.answerReview]: {
    about: 'row',
    does: 'opens',
    stage: async (world) => ({ value: await anAnswer(world), place: 'list', by: BEN, without: CHI }),
    moveOn: async (world, { value }) => {
      const kept = { title: 'Exports', text: 'A fix is out.', months: 6 as const };
      const wish = { answerId: Number(value), personId: DANA, fate: 'retire' as const, ...kept };
      granted(await reviewAnswer(world.deps, wish));
    },
  },
};
