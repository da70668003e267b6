import type { ModalView } from '@slack/types';
import { type Act, RIGHTS } from '../../src/domain/rights.ts';
import { routeChoices } from '../../src/domain/route.ts';
import { ROUTE_KINDS } from '../../src/domain/settings.ts';
import { closeCallModal } from '../../src/views/close-call-modal.ts';
import { correctModal } from '../../src/views/correct-modal.ts';
import { decideModal } from '../../src/views/decide-modal.ts';
import { departmentModal } from '../../src/views/department-modal.ts';
import { dismissModal } from '../../src/views/dismiss-modal.ts';
import { draftModal } from '../../src/views/draft-modal.ts';
import { endCrisisModal } from '../../src/views/end-crisis-modal.ts';
import { escalateModal } from '../../src/views/escalate-modal.ts';
import { goalModal } from '../../src/views/goal-modal.ts';
import { handOverModal } from '../../src/views/hand-over-modal.ts';
import { keepAnswerModal } from '../../src/views/keep-answer-modal.ts';
import { ladderModal } from '../../src/views/ladder-modal.ts';
import { loadingModal } from '../../src/views/loading-modal.ts';
import { logModal } from '../../src/views/log-modal.ts';
import { moreModal } from '../../src/views/more-modal.ts';
import { policyModal } from '../../src/views/policy-modal.ts';
import { postedModal } from '../../src/views/posted-modal.ts';
import { publishModal } from '../../src/views/publish-modal.ts';
import { reopenModal } from '../../src/views/reopen-modal.ts';
import { reviewAnswerModal } from '../../src/views/review-answer-modal.ts';
import { routeModal } from '../../src/views/route-modal.ts';
import { routeStepModal } from '../../src/views/route-step-modal.ts';
import { seeDraftModal } from '../../src/views/see-draft-modal.ts';
import { settingsModal } from '../../src/views/settings-modal.ts';
import { snoozeModal } from '../../src/views/snooze-modal.ts';
import { teamModal } from '../../src/views/team-modal.ts';
import { watchModal } from '../../src/views/watch-modal.ts';
import { watchPage } from '../../src/views/watch-page.ts';
import { watchChecking } from '../../src/views/watch-saved.ts';
import { firstApproversModal, firstChannelModal, firstWatchModal } from '../../src/views/welcome-modals.ts';
import {
  aBallot,
  aCard,
  aDraft,
  anEscalation,
  aRoute,
  BEN,
  DANA,
  minutesAgo,
  NOW,
  someSettings,
  teamSettings,
  watchSettings,
} from '../helpers/facts.ts';
import { linesOf } from '../views/reading.ts';
import { onScreen } from './on-screen.ts';

const APPROVAL = { votes: 2, objections: 1, windowMs: 24 * 60 * 60_000 };
const PRODUCT = { name: 'Product', channel: 'C0PRODUCT', takes: [...ROUTE_KINDS] };
const WISHES = [{ id: 71, department: 'Product', title: 'export to CSV', times: 3 }];
const TIMES = { hour: minutesAgo(-60), tomorrow: minutesAgo(-1440), monday: minutesAgo(-10_080) };
const GROUPS = [{ id: 'S0LEADS', name: 'leads' }];
const CRISIS = {
  id: 1,
  reason: 'exports fail',
  by: BEN,
  at: minutesAgo(5),
  endedBy: null,
  endedAt: null,
  closing: null,
};
const ASKED = aRoute({ state: 'asked_back', question: 'Which columns?', questionBy: DANA });
const ANSWER = { id: 1, title: 'Exports time out', text: 'Sorry about that.', ownerId: BEN, keptBy: BEN };
const claimed = aCard({ status: 'claimed' });
const everything = aCard({ status: 'claimed', ballot: aBallot({ status: 'void' }), routes: [ASKED] });
const reviewed = { ...ANSWER, reviewOn: '2026-11-20', keptAt: minutesAgo(90_000) };
const EVERY_ACT = Object.keys(RIGHTS) as Act[];

/** Each form and page with plain facts. */
const FORMS: Record<string, ModalView> = {
  'A moment': loadingModal('Draft a reply'),
  'More…': moreModal(everything, [...EVERY_ACT, 'see_draft', 'about_author', 'original'], [], NOW),
  'More…, with nothing to do': moreModal(aCard(), [], [], NOW),
  'Draft a reply, as a guest voice': draftModal(claimed, { isVoice: false, approval: APPROVAL }),
  'Draft a reply, as a voice': draftModal(claimed, { isVoice: true }),
  'Edit the draft, with a vote running': draftModal(aCard({ status: 'voting' }), {
    isVoice: false,
    approval: APPROVAL,
  }),
  'Edit the draft, approved already': draftModal(aCard({ status: 'approved' }), { isVoice: false, approval: APPROVAL }),
  'See the draft': seeDraftModal(aCard({ status: 'voting' })),
  'No draft': seeDraftModal(aCard()),
  'Decide without the vote': decideModal(aCard({ status: 'voting' })),
  'Hand over': handOverModal(claimed),
  'Hand over, with a vote running': handOverModal(aCard({ status: 'voting' })),
  'Hand over, approved': handOverModal(aCard({ status: 'approved' })),
  Snooze: snoozeModal(aCard(), TIMES, NOW),
  Correct: correctModal(aCard()),
  Dismiss: dismissModal(aCard()),
  Reopen: reopenModal(aCard({ status: 'answered' })),
  'Reopen, dismissed': reopenModal(aCard({ status: 'dismissed' })),
  Escalate: escalateModal(claimed),
  'Close a call for help': closeCallModal(claimed, anEscalation()),
  'End a crisis': endCrisisModal({ crisis: CRISIS, watch: 'Acme', mentionId: 11 }),
  Route: routeModal(claimed, routeChoices([PRODUCT], ROUTE_KINDS), WISHES),
  'Ask back': routeStepModal(aRoute(), 'ask_back'),
  'Answer a department': routeStepModal(ASKED, 'explain'),
  'Done, for a department': routeStepModal(aRoute(), 'finish'),
  Publish: publishModal(aCard({ status: 'sending', draft: aDraft() }), { heldUntil: minutesAgo(-15) }),
  'Publish, the original without an address': publishModal(aCard({ status: 'sending', url: null }), {
    heldUntil: minutesAgo(-15),
  }),
  'I have posted it': postedModal(aCard({ status: 'unknown' })),
  'Keep as answer': keepAnswerModal(aCard({ status: 'answered' }), { text: 'Sorry about that.' }, BEN),
  'Review an answer': reviewAnswerModal(reviewed, NOW, 'Europe/Berlin'),
  'Log a mention': logModal([
    { id: 1, name: 'Acme' },
    { id: 2, name: 'Acme jobs' },
  ]),
  Settings: settingsModal(someSettings({ departments: [PRODUCT] })),
  'Settings, from the file': settingsModal(someSettings({ team: teamSettings({ sections: ['team', 'departments'] }) })),
  'The team': teamModal(teamSettings()),
  'A new watch': watchModal(undefined),
  'A watch': watchPage(watchSettings()),
  'A watch from the file': watchPage(watchSettings({ fromFile: true })),
  'A watch is checked': watchChecking(),
  Votes: policyModal(watchSettings(), GROUPS),
  'Calls for help': ladderModal(watchSettings(), GROUPS),
  'A department': departmentModal(),
  'A new goal': goalModal(someSettings({ departments: [PRODUCT] })),
  'A goal': goalModal(someSettings({ departments: [PRODUCT] }), {
    ...{ metric: 'open_longer_than_hours', target: 0, period: 'week', hours: 24, watch: 'Acme' },
  }),
  'First step': firstChannelModal(),
  'Second step': firstWatchModal(),
  'Third step': firstApproversModal('C0GEN', GROUPS),
};

/** What each form says: its title and its buttons, then what stands in it. */
export function formsShown(): [string, string[]][] {
  return Object.entries(FORMS).map(([name, view]) => {
    const buttons = [view.submit, view.close].flatMap((one) => (one ? [`[${one.text}]`] : []));
    return [name, [`${view.title.text} · ${buttons.join(' ')}`, ...linesOf(view.blocks, onScreen)]];
  });
}
