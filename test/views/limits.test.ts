import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Act, RIGHTS } from '../../src/domain/rights.ts';
import { routeChoices } from '../../src/domain/route.ts';
import { ROUTE_KINDS } from '../../src/domain/settings.ts';
import { answersMessage } from '../../src/views/answers-message.ts';
import { ballotMessage } from '../../src/views/ballot-message.ts';
import { closeCallModal } from '../../src/views/close-call-modal.ts';
import { crisisMessage } from '../../src/views/crisis-message.ts';
import { decideModal } from '../../src/views/decide-modal.ts';
import { dismissModal } from '../../src/views/dismiss-modal.ts';
import { draftModal } from '../../src/views/draft-modal.ts';
import { endCrisisModal } from '../../src/views/end-crisis-modal.ts';
import { escalateModal } from '../../src/views/escalate-modal.ts';
import { escalationMessage } from '../../src/views/escalation-message.ts';
import { handOverModal } from '../../src/views/hand-over-modal.ts';
import { helpMessage } from '../../src/views/help-message.ts';
import { homeView } from '../../src/views/home.ts';
import { keepAnswerModal } from '../../src/views/keep-answer-modal.ts';
import { logModal } from '../../src/views/log-modal.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import { type MoreAct, moreModal } from '../../src/views/more-modal.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { postedModal } from '../../src/views/posted-modal.ts';
import { problemModal } from '../../src/views/problem-modal.ts';
import { publishModal } from '../../src/views/publish-modal.ts';
import { queueMessage } from '../../src/views/queue-message.ts';
import { reopenModal } from '../../src/views/reopen-modal.ts';
import { reportMessage } from '../../src/views/report-message.ts';
import { reviewAnswerModal } from '../../src/views/review-answer-modal.ts';
import { routeMessage } from '../../src/views/route-message.ts';
import { routeModal } from '../../src/views/route-modal.ts';
import { routeStepModal } from '../../src/views/route-step-modal.ts';
import { seeDraftModal } from '../../src/views/see-draft-modal.ts';
import { shareReportModal } from '../../src/views/share-report-modal.ts';
import { snoozeModal } from '../../src/views/snooze-modal.ts';
import { statusMessage } from '../../src/views/status-message.ts';
import { watchesMessage } from '../../src/views/watches-message.ts';
import { minutesAgo, NOW } from '../helpers/facts.ts';
import { anyAnswer, anyDraftAs, anyFilled, anyFindings, anyLibrary } from './any-answers.ts';
import {
  anyCard,
  anyCrisis,
  anyEscalation,
  anyHistory,
  anyHome,
  anyName,
  anyQueue,
  anyReport,
  anyRoute,
  anyStatus,
  anyText,
  anyWatches,
} from './any-facts.ts';
import { messageProblems, viewProblems } from './limits.ts';

const MESSAGES = {
  'the card': anyCard.map((facts) => mentionCard(facts, NOW)),
  'the vote': anyCard.map((facts) => ballotMessage(facts, NOW)),
  'the call for help': fc
    .tuple(anyCard, anyEscalation, fc.constantFrom(null, 'C0HELP', 'U0DANA', 'S0LEADS', 'S|<!here>'), fc.boolean())
    .map(([facts, one, called, mayReadMention]) => escalationMessage(facts, one, NOW, { called, mayReadMention })),
  'the notice of a crisis': fc
    .tuple(anyCard, anyCrisis, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 3 }))
    .map(([facts, crisis, votes, groups]) => crisisMessage(facts, crisis, { votes, groups })),
  'the queue': anyQueue.map(queueMessage),
  'the report': anyReport.map((facts) =>
    reportMessage(facts, { shown: 'private', turn: { asked: { period: 'week', watch: null, by: null }, at: NOW } }),
  ),
  'the report in a channel': fc
    .tuple(anyReport, fc.constantFrom('U0ANA', '<!here>'))
    .map(([facts, sharedBy]) => reportMessage(facts, { shown: 'posted', summaryId: 7, audience: 'channel', sharedBy })),
  'the status': anyStatus.map((facts) => statusMessage(facts, NOW)),
  'the watches': anyWatches.map(watchesMessage),
  'the help': fc
    .tuple(fc.array(fc.record({ usage: anyName, does: anyName }), { maxLength: 60 }), anyText)
    .map(([lines, unknown]) => helpMessage(lines, unknown)),
  'what a department is asked': fc
    .tuple(anyCard, anyRoute, fc.boolean())
    .map(([facts, route, mayReadMention]) => routeMessage(facts, route, { mayReadMention }, NOW)),
  'the library of answers': anyLibrary.map((facts) => answersMessage(facts, NOW)),
  'a notice': anyText.map(noticeMessage),
};

test.each(Object.entries(MESSAGES))('%s keeps Slack’s limits and revives no markup, whatever the facts', (_, any) => {
  fc.assert(
    fc.property(any, (message) => {
      expect(messageProblems(message)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const EVERY_ACT: MoreAct[] = [...(Object.keys(RIGHTS) as Act[]), 'see_draft', 'original'];

function choicesOf(names: string[]) {
  const departments = [...new Set(names)].map((name) => ({ name, channel: 'C1', takes: [...ROUTE_KINDS] }));
  return routeChoices(departments, ROUTE_KINDS);
}

function wishesOf(departments: string[], title: string) {
  return departments.map((department, i) => ({ id: i + 1, department, title, times: i }));
}

const VIEWS = {
  'the draft': fc.tuple(anyCard, anyDraftAs, anyFilled).map(([facts, as, filled]) => draftModal(facts, as, filled)),
  'the decision': anyCard.map(decideModal),
  'the keeping of an answer': fc
    .tuple(anyCard, anyAnswer)
    .map(([facts, one]) => keepAnswerModal(facts, one, one.ownerId)),
  'the review of an answer': anyAnswer.map((one) => reviewAnswerModal(one, NOW, 'Europe/Berlin')),
  'the draft to read': anyCard.map(seeDraftModal),
  'the dismissal': anyCard.map(dismissModal),
  'the escalation': anyCard.map(escalateModal),
  'the end of a call': fc.tuple(anyCard, anyEscalation).map(([facts, one]) => closeCallModal(facts, one)),
  'the end of a crisis': fc
    .tuple(anyCrisis, anyName)
    .map(([crisis, watch]) => endCrisisModal({ crisis, watch, mentionId: null })),
  'the hand-over': anyCard.map(handOverModal),
  'the snooze': anyCard.map((facts) => snoozeModal(facts, { hour: NOW, tomorrow: NOW, monday: minutesAgo(-9) }, NOW)),
  'the reopening': anyCard.map(reopenModal),
  'the publishing': fc
    .tuple(anyCard, anyFindings)
    .map(([facts, findings]) => publishModal(facts, { heldUntil: NOW, findings })),
  'the posting by hand': anyCard.map(postedModal),
  'everything else': fc.tuple(anyCard, anyHistory).map(([facts, past]) => moreModal(facts, EVERY_ACT, past, NOW)),
  'the log': fc
    .array(anyName, { maxLength: 200 })
    .map((names) => logModal(names.map((name, i) => ({ id: i + 1, name })))),
  'the routing': fc
    .tuple(anyCard, fc.array(anyName, { minLength: 1, maxLength: 30 }), anyText)
    .map(([facts, names, title]) => routeModal(facts, choicesOf(names), wishesOf(names, title))),
  'a step of a route': fc
    .tuple(anyRoute, fc.constantFrom('ask_back', 'explain', 'finish'))
    .map(([route, step]) => routeStepModal(route, step)),
  'the sharing of a report': anyName.map((watch) =>
    shareReportModal(
      { asked: { period: 'month', watch: [...watch].slice(0, 80).join(''), by: null }, at: NOW },
      'C0GEN',
    ),
  ),
  'a problem': fc.tuple(anyText, anyText).map(([title, why]) => problemModal(title, why)),
  'App Home': anyHome.map((facts) => homeView(facts, NOW)),
};

test.each(Object.entries(VIEWS))('%s keeps Slack’s limits, whatever the facts', (_, any) => {
  fc.assert(
    fc.property(any, (view) => {
      expect(viewProblems(view)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
