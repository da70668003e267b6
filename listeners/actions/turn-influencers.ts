import { isRefusal } from '../../src/domain/refusal.ts';
import { listInfluencers } from '../../src/flows/list-influencers.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { influencerList } from '../../src/views/influencer-list.ts';
import { readInfluencersTurn } from '../../src/views/influencers-turn.ts';
import { answer, type OnPress } from '../press.ts';

/** Another page of influencers, in the place of the one that is shown. */
export const turnInfluencers: OnPress = async (deps, press) => {
  const turn = readInfluencersTurn(press.value);
  if (!turn) return press.tell(refusalSentence({ refusal: 'gone' }));
  const facts = await listInfluencers(deps, press.personId, turn.asked, turn.page);
  if (isRefusal(facts)) return answer(press, facts);
  await press.replace?.(influencerList(facts));
};
