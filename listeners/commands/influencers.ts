import { parseInfluencers } from '../../src/domain/influencers.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { listInfluencers } from '../../src/flows/list-influencers.ts';
import { refusalSentence } from '../../src/views/copy.ts';
import { influencerList } from '../../src/views/influencer-list.ts';
import { misreadInfluencers } from '../../src/views/influencers-misread.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import type { Subcommand } from './subcommand.ts';

export const influencers: Subcommand = {
  words: 'influencers',
  does: 'Who speaks of you, the weightiest first, and why. Behind it: a period as for the report, and the name of a watch.',
  run: async (deps, { personId, rest }) => {
    const asked = parseInfluencers(rest);
    if ('misread' in asked) return noticeMessage(misreadInfluencers(asked));
    const facts = await listInfluencers(deps, personId, asked, 0);
    return isRefusal(facts) ? noticeMessage(refusalSentence(facts)) : influencerList(facts);
  },
};
