import { expect, test } from '@jest/globals';
import { type MentionEvent, type MentionStatus, offeredEvents, STATUSES } from '../../src/domain/mention.ts';
import { ACTIONS } from '../../src/views/ids.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import { ANA, aBallot, aCard, aDraft, anEscalation, CHI, DANA, minutesAgo, NOW } from '../helpers/facts.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

type Case = { status: MentionStatus; state: string; buttons: string[] };

const CASES: Case[] = [
  {
    status: 'new',
    state: 'Nobody has it yet',
    buttons: ['Claim *', 'Escalate…', 'Open original', 'More…'],
  },
  {
    status: 'claimed',
    state: 'Ben has it, claimed {ago}',
    buttons: ['Draft a reply… *', 'Hand over…', 'Escalate…', 'Open original', 'More…'],
  },
  {
    status: 'voting',
    state: 'Ben drafted a reply; 1 of 2 approvals, no objection, closes {date_short_pretty} at {time} · go to the vote',
    buttons: ['See the draft', 'Escalate…', 'More…'],
  },
  {
    status: 'approved',
    state: 'Approved by Ana and Chi · ready for Ben to post',
    buttons: ['Publish… *', 'More…'],
  },
  {
    status: 'sending',
    state: 'Ben is posting the reply; held until {time}',
    buttons: ['I have posted it… *', 'I did not post it', 'More…'],
  },
  {
    status: 'unknown',
    state:
      'Was the reply posted? Ben was about to post it, and the time for it ran out {ago}. Please look at the original, then say what happened.',
    buttons: ['I have posted it… *', 'I did not post it', 'Open original', 'More…'],
  },
  {
    status: 'answered',
    state: 'Answered by Ben 42 minutes after it was posted here · see the reply',
    buttons: ['More…'],
  },
];

test.each(CASES)('a card that is $status says so and offers the next steps', ({ status, state, buttons }) => {
  const { blocks } = mentionCard(aCard({ status }), NOW);
  expect(linesOf(blocks).slice(0, 4)).toEqual([
    'Bluesky · Maya Ito · {ago}',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    'Complaint, negative · Watch: Acme',
    state,
  ]);
  expect(buttonsOf(blocks)).toEqual(buttons);
});

test('a dismissed card folds everything but one line away', () => {
  const { blocks } = mentionCard(aCard({ status: 'dismissed' }), NOW);
  expect(linesOf(blocks).slice(0, -1)).toEqual(['Bluesky · Maya Ito · {ago} · Dismissed by Ana: not about us']);
  expect(buttonsOf(blocks)).toEqual(['More…']);
});

test('every status has its case here', () => {
  expect([...CASES.map((one) => one.status), 'dismissed'].sort()).toEqual(Object.keys(STATUSES).sort());
});

const EVENT_OF: Record<string, MentionEvent> = {
  [ACTIONS.claim]: 'claim',
  [ACTIONS.draftOpen]: 'save_draft',
  [ACTIONS.handOver]: 'hand_over',
  [ACTIONS.publish]: 'hold',
  [ACTIONS.markPosted]: 'mark_posted',
  [ACTIONS.giveBack]: 'give_back',
};

test.each(CASES)('no button of a $status card leads to a refusal by the table of states', ({ status }) => {
  const { blocks } = mentionCard(aCard({ status }), NOW);
  const events = everyObject(blocks).flatMap((one) => EVENT_OF[String(one.action_id)] ?? []);
  expect(offeredEvents({ status })).toEqual(expect.arrayContaining(events));
});

test('buttons carry the id of the mention', () => {
  const { blocks } = mentionCard(aCard({ mention: { id: 77 } }), NOW);
  const values = everyObject(blocks).flatMap((one) => (one.type === 'button' ? [one.value] : []));
  expect(values).toEqual(['77', '77', '77', '77']);
});

test('the summary makes sense alone and has absolute times in the team’s zone', () => {
  expect(mentionCard(aCard({ status: 'claimed' }), NOW).text.split('\n')).toEqual([
    'Bluesky · Maya Ito · Mon 23 Nov, 09:52 CET: Third time this week that acme cloud’s export times out. Is anyone home?',
    'Complaint, negative · Watch: Acme',
    '<@U0BEN> has it, claimed Mon 23 Nov, 09:55 CET',
  ]);
});

test.each([
  [{ author: { handle: 'maya' } }, 'Bluesky · maya · {ago}'],
  [{ author: {} }, 'Bluesky · bsky.app · {ago}'],
  [{ author: { name: ' ' }, url: 'javascript:alert(1)' }, 'Bluesky · {ago}'],
  [{ publishedAt: null }, 'Bluesky · Maya Ito · found {ago}'],
  [{ publishedAt: minutesAgo(-60) }, 'Bluesky · Maya Ito · found {ago}'],
])('the first line of %j is "%s"', (facts, first) => {
  expect(linesOf(mentionCard(aCard(facts), NOW).blocks)[0]).toBe(first);
});

test('a title stands apart from the text, unless the text begins with it', () => {
  const apart = aCard({ title: 'Export broken', text: 'It times out.' });
  const same = aCard({ title: 'It times out.', text: 'It times out. Every day.' });
  expect(linesOf(mentionCard(apart, NOW).blocks).slice(1, 3)).toEqual(['Export broken', 'It times out.']);
  expect(linesOf(mentionCard(same, NOW).blocks).slice(1, 3)).toEqual([
    'It times out. Every day.',
    'Complaint, negative · Watch: Acme',
  ]);
});

test('a long text is cut, its lines are kept and floods of them are not', () => {
  const long = linesOf(mentionCard(aCard({ text: 'word '.repeat(1000) }), NOW).blocks)[1] ?? '';
  expect(long.length).toBeLessThanOrEqual(600);
  expect(long).toMatch(/word…$/);
  const tall = linesOf(mentionCard(aCard({ text: `one\n\n\n\n${'two\n'.repeat(100)}` }), NOW).blocks)[1] ?? '';
  expect(tall.split('\n')).toEqual(['one', '', ...Array(7).fill('two'), 'two…']);
});

test('other watches and other places stand beside the watch', () => {
  const elsewhere = { network: 'hacker_news', networkLabel: 'Hacker News', url: 'https://news.example/1' };
  const itself = { network: 'bluesky', networkLabel: 'Bluesky', url: 'https://bsky.app/post/1' };
  const facts = aCard({ otherWatches: ['Acme jobs', 'Rivals'], sightings: [itself, elsewhere] });
  expect(linesOf(mentionCard(facts, NOW).blocks)).toContain(
    'Complaint, negative · Watch: Acme · also matches Acme jobs, Rivals · also on Hacker News',
  );
});

test('calls for help stand above the state, the newest first', () => {
  const answered = anEscalation({ level: 'crisis', at: minutesAgo(1), acknowledgedBy: DANA });
  const facts = aCard({ status: 'claimed', escalations: [anEscalation(), answered] });
  expect(linesOf(mentionCard(facts, NOW).blocks).slice(3, 6)).toEqual([
    'Ben called a crisis: “legal question” · Dana is on it',
    'Ben asked for help: “legal question” · nobody has answered yet · called #C0HELP',
    'Ben has it, claimed {ago}',
  ]);
});

test.each([
  [
    { status: 'rejected' as const, counted: { approvals: [ANA], objections: [CHI] } },
    'The last draft was not approved: 1 objection by Chi',
  ],
  [{ status: 'lapsed' as const }, 'The vote on the last draft ran out of time with 1 of 2 approvals'],
])('a claimed card tells how the last vote ended: %j', (ballot, told) => {
  const { blocks } = mentionCard(aCard({ status: 'claimed', draft: aDraft(), ballot: aBallot(ballot) }), NOW);
  expect(linesOf(blocks)).toContain(told);
  expect(buttonsOf(blocks)[0]).toBe('Edit the draft… *');
});

test('a draft that is only kept is told, and so is an approval without a vote', () => {
  expect(linesOf(mentionCard(aCard({ status: 'claimed', draft: aDraft() }), NOW).blocks)).toContain(
    'Ben has it, claimed {ago} · draft by Ben, saved {ago}',
  );
  expect(linesOf(mentionCard(aCard({ status: 'approved', ballot: null }), NOW).blocks)).toContain(
    'Approved without a vote: Ben may speak for Acme · ready for Ben to post',
  );
});

test('a claimed card says from whom the claimant has it', () => {
  const { blocks } = mentionCard(aCard({ status: 'claimed', mention: { handedBy: ANA } }), NOW);
  expect(linesOf(blocks)).toContain('Ben has it, handed over by Ana {ago}');
});

test.each([
  [{ snoozedUntil: minutesAgo(-60) }, 'Snoozed by Ana until {date_short_pretty} at {time}'],
  [{ snoozedUntilReply: true }, 'Snoozed by Ana until the author writes again'],
])('a card at rest says so under its state: %j', (rest, told) => {
  for (const status of ['new', 'claimed'] as const) {
    const { blocks } = mentionCard(aCard({ status, mention: { snoozedBy: ANA, ...rest } }), NOW);
    expect(linesOf(blocks)[4]).toBe(told);
  }
});

test('a backfilled mention is answered at a time, not after a time', () => {
  const facts = aCard({ status: 'answered' });
  const backfilled = { ...facts, mention: { ...facts.mention, backfilled: true } };
  expect(linesOf(mentionCard(backfilled, NOW).blocks)).toContain('Answered by Ben {ago} · see the reply');
});

test('only addresses of the web become links', () => {
  const facts = aCard({ url: 'javascript:alert(1)', sightings: [{ network: 'x', networkLabel: 'X', url: 'data:,x' }] });
  const { blocks } = mentionCard(facts, NOW);
  expect(everyObject(blocks).filter((one) => one.url !== undefined)).toEqual([]);
  expect(buttonsOf(blocks)).toEqual(['Claim *', 'Escalate…', 'More…']);
});

test('markup from outside stays words in the card and is escaped in the summary', () => {
  const { text, blocks } = mentionCard(
    aCard({ text: '<!channel> <https://e|x> &amp;', author: { name: '<@U0BEN>' } }),
    NOW,
  );
  expect(linesOf(blocks).slice(0, 2)).toEqual(['Bluesky · <@U0BEN> · {ago}', '<!channel> <https://e|x> &amp;']);
  expect(text).toContain('&lt;@U0BEN&gt; · Mon 23 Nov, 09:52 CET: &lt;!channel&gt; &lt;https://e|x&gt; &amp;amp;');
});
