import type { RouteFacts } from '../../src/domain/card.ts';
import * as copy from '../../src/views/copy.ts';
import { CHANNEL_TROUBLES } from '../../src/views/notices.ts';
import { ANA, aRoute, BEN, CHI, DANA, minutesAgo } from '../helpers/facts.ts';

export type NoticeName = Extract<keyof typeof copy, `${string}Notice`>;

const CARD = 'https://acme.slack.com/archives/C0GEN/p1';
const ACME = { watch: 'Acme', cardLink: CARD };
const TITLE = 'Exports time out';
const ANSWER = { title: TITLE, isDue: false };
const ASKED_BACK: RouteFacts = aRoute({
  question: 'Which columns?',
  questionBy: DANA,
  explanation: 'All of them',
  explainedBy: BEN,
  outcome: 'It ships in May.',
});

/** Each notice with plain facts; where the facts change the sentence, every variant. */
export const NOTICES: Record<NoticeName, string[]> = {
  filesSentNotice: [copy.filesSentNotice()],
  reportLaterNotice: [copy.reportLaterNotice()],
  reportSentNotice: [copy.reportSentNotice()],
  answerChosenNotice: [
    ...(['filled', 'added', 'there', 'too_long'] as const).map((one) => copy.answerChosenNotice(ANSWER, one, 300)),
    copy.answerChosenNotice({ title: TITLE, isDue: true }, 'filled', 300),
  ],
  answerDueNotice: [copy.answerDueNotice(TITLE)],
  answerGoneNotice: [copy.answerGoneNotice()],
  answerOrphanedNotice: [copy.answerOrphanedNotice(TITLE, BEN)],
  correctionsNotice: [copy.correctionsNotice(3)],
  correctionsSentNotice: [copy.correctionsSentNotice(0), copy.correctionsSentNotice(3)],
  approvedNotice: [copy.approvedNotice(BEN)],
  askedBackNotice: [copy.askedBackNotice(BEN, ASKED_BACK), copy.askedBackNotice(BEN, { ...ASKED_BACK, link: null })],
  awakeNotice: [
    copy.awakeNotice([BEN], { why: 'time' }),
    copy.awakeNotice([BEN], { why: 'reply' }),
    copy.awakeNotice([BEN], { why: 'person', by: ANA }),
  ],
  watchedAuthorNotice: [copy.watchedAuthorNotice({ name: 'Maya Ito', handle: 'maya' }, ACME)],
  callAnsweredNotice: [copy.callAnsweredNotice(DANA, BEN), copy.callAnsweredNotice(BEN, BEN)],
  callClosedNotice: [copy.callClosedNotice(DANA, BEN, 'legal agreed'), copy.callClosedNotice(BEN, BEN, 'legal agreed')],
  channelClosedNotice: Object.values(CHANNEL_TROUBLES).map((reason) => copy.channelClosedNotice('C0GEN', reason)),
  crisisEndedNotice: [copy.crisisEndedNotice(DANA, 'exports work again')],
  decidedNotice: [copy.decidedNotice(DANA, BEN, 'we must answer tonight')],
  explainedNotice: [copy.explainedNotice(ASKED_BACK)],
  finishedNotice: [copy.finishedNotice(BEN, ASKED_BACK)],
  firstHelpNotice: [copy.firstHelpNotice()],
  handedOverNotice: [copy.handedOverNotice(ANA, BEN, ''), copy.handedOverNotice(ANA, BEN, 'you know exports')],
  handedToYouNotice: [
    copy.handedToYouNotice(ANA, ACME, ''),
    copy.handedToYouNotice(ANA, { ...ACME, cardLink: null }, 'you know exports'),
  ],
  holdLapsedNotice: [copy.holdLapsedNotice(BEN)],
  lapsedNotice: [copy.lapsedNotice(BEN)],
  nudgeNotice: [copy.nudgeNotice(ACME, minutesAgo(300))],
  openNudgeNotice: [copy.openNudgeNotice(BEN, minutesAgo(600))],
  overdueNotice: [
    copy.overdueNotice(ASKED_BACK, 'Fri 20 Nov'),
    copy.overdueNotice({ ...ASKED_BACK, link: null }, 'Fri 20 Nov'),
  ],
  rejectedNotice: [copy.rejectedNotice(BEN, [ANA]), copy.rejectedNotice(BEN, [ANA, CHI]), copy.rejectedNotice(BEN, [])],
  reopenedNotice: [copy.reopenedNotice(ANA, 'Maya answered')],
  retriedNotice: [copy.retriedNotice()],
  takenBackNotice: [copy.takenBackNotice(ANA, BEN), copy.takenBackNotice(ANA, null)],
  troubleNotice: [copy.troubleNotice()],
  twinNotice: [copy.twinNotice(CARD), copy.twinNotice(null)],
  votedNotice: [copy.votedNotice('approve'), copy.votedNotice('object')],
};

/** Every notice that copy exports, by name. */
export const NOTICE_NAMES = Object.keys(copy).filter((name) => name.endsWith('Notice'));
