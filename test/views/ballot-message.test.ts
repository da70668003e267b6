import { expect, test } from '@jest/globals';
import type { BallotStatus } from '../../src/domain/ballot.ts';
import { ballotMessage } from '../../src/views/ballot-message.ts';
import { ANA, aBallot, aCard, aDraft, CHI, minutesAgo, NOW } from '../helpers/facts.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

test('an open vote says what is voted on, how, and how it stands', () => {
  const { text, blocks } = ballotMessage(aCard({ status: 'voting' }), NOW);
  expect(linesOf(blocks)).toEqual([
    'Ben asks for a vote on a reply to Maya Ito on Bluesky · see the mention',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    'The reply, exactly as it would go out:',
    'Sorry about that. A fix is on its way; would you try again tomorrow?',
    'React with :white_check_mark: to approve or :octagonal_sign: to object, or use the buttons. Needs 2 approvals; 1 objection stops it; closes {date_short_pretty} at {time}',
    '1 of 2 approvals (Ana), no objection',
    'Approve',
    'Object',
  ]);
  expect(text).toContain('closes Tue 24 Nov, 10:00 CET');
});

const OUTCOMES: [BallotStatus, string][] = [
  ['approved', 'Approved {ago}: 2 of 2 approvals (Ana and Chi), no objection'],
  ['rejected', 'Not approved {ago}: 1 of 2 approvals (Ana), 1 objection (Chi)'],
  ['lapsed', 'Not approved: time ran out {ago} with 1 of 2 approvals (Ana), no objection'],
  ['void', 'Vote stopped {ago}: the draft was edited or withdrawn. Votes on this text no longer count'],
];

test.each(OUTCOMES)('a vote that is %s says who decided it and when, and has no buttons', (status, outcome) => {
  const approvals = status === 'approved' ? [ANA, CHI] : [ANA];
  const counted = { approvals, objections: status === 'rejected' ? [CHI] : [] };
  const ballot = aBallot({ status, counted, decidedAt: minutesAgo(1) });
  const { blocks } = ballotMessage(aCard({ status: 'claimed', draft: aDraft(), ballot }), NOW);
  expect(linesOf(blocks)[4]).toBe(outcome);
  expect(buttonsOf(blocks)).toEqual([]);
});

test.each([
  ['dismiss' as const, 'the mention was dismissed'],
  ['release' as const, 'the mention was released'],
  ['hand_over' as const, 'the mention was handed over'],
  ['save_draft' as const, 'the draft was edited or withdrawn'],
])('a vote that a %s ended says that %s, whatever happened afterwards', (voidedBy, why) => {
  for (const status of ['new', 'claimed', 'dismissed'] as const) {
    const facts = aCard({ status, draft: aDraft(), ballot: aBallot({ status: 'void', voidedBy }) });
    expect(linesOf(ballotMessage(facts, NOW).blocks)[4]).toContain(why);
  }
});

test('an approved reply can still be stopped, until somebody posts it', () => {
  const stoppable = expect.stringContaining('until then an objection');
  expect(linesOf(ballotMessage(aCard({ status: 'approved' }), NOW).blocks)).toContainEqual(stoppable);
  expect(linesOf(ballotMessage(aCard({ status: 'answered' }), NOW).blocks)).not.toContainEqual(stoppable);
});

test('a vote whose time is over but that nobody has counted yet says so', () => {
  const facts = aCard({ status: 'voting', ballot: aBallot({ closesAt: minutesAgo(1) }) });
  expect(linesOf(ballotMessage(facts, NOW).blocks)).toContain(
    'Needs 2 approvals; 1 objection stops it; the time is over, and the votes are being counted',
  );
});

test.each([['  two\n\n\n  lines &amp; <!here>  '], ['x'.repeat(3000)], ['é😀'.repeat(1500)]])(
  'the text is shown byte for byte: %.20s',
  (text) => {
    const { blocks } = ballotMessage(aCard({ status: 'voting', draft: aDraft({ text }) }), NOW);
    const shown = everyObject(blocks).find((one) => one.type === 'rich_text_preformatted');
    expect(shown?.elements).toEqual([{ type: 'text', text }]);
  },
);

test('a text too long for a message says that it is not all', () => {
  const { blocks } = ballotMessage(aCard({ status: 'voting', draft: aDraft({ text: '&'.repeat(3000) }) }), NOW);
  expect(linesOf(blocks)[2]).toBe('The beginning of the reply; the card shows the whole:');
});

test('the buttons carry the id of the ballot', () => {
  const { blocks } = ballotMessage(aCard({ status: 'voting', ballot: aBallot({ id: 99 }) }), NOW);
  expect(everyObject(blocks).flatMap((one) => (one.type === 'button' ? [one.value] : []))).toEqual(['99', '99']);
});
