import { expect, test } from '@jest/globals';
import type { SourceLine, StatusFacts, WatchLine } from '../../src/domain/overview.ts';
import { ALL_OPEN } from '../../src/domain/queue-filter.ts';
import { helpMessage } from '../../src/views/help-message.ts';
import { homeView } from '../../src/views/home.ts';
import { moreModal } from '../../src/views/more-modal.ts';
import { queueMessage } from '../../src/views/queue-message.ts';
import { statusMessage } from '../../src/views/status-message.ts';
import { watchesMessage } from '../../src/views/watches-message.ts';
import { ANA, aCard, aHome, aLine, BEN, minutesAgo, NOW } from '../helpers/facts.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

const timezone = 'Europe/Berlin';
const aPage = { lines: [], total: 0, timezone, asked: ALL_OPEN, page: 0 };
const WORDS = '“Third time this week that acme cloud’s export times out.”';

test('the queue tells what is open, who has it, and how much more there is', () => {
  const lines = [aLine({ status: 'new', claimantId: null }), aLine(), aLine({ status: 'approved' })];
  expect(linesOf(queueMessage({ ...aPage, lines, total: 5 }).blocks)).toEqual([
    '5 mentions are open:',
    `Bluesky · Maya Ito · ${WORDS} · Acme · nobody has it yet · {ago}`,
    `Bluesky · Maya Ito · ${WORDS} · Acme · Ben has it · {ago}`,
    `Bluesky · Maya Ito · ${WORDS} · Acme · Ben has it · approved, not posted yet · {ago}`,
    'and 2 more',
    'Next',
  ]);
});

test('an empty queue says that nothing waits', () => {
  expect(queueMessage(aPage).text).toBe('Nothing is waiting: every mention you can see is answered or dismissed.');
});

test('App Home shows what a person has, with its next step, and what waits for them', () => {
  const vote = { line: aLine({ status: 'voting', claimantId: ANA }), writerId: ANA, closesAt: minutesAgo(-60) };
  const claims = [aLine(), aLine({ status: 'unknown' })];
  const facts = aHome({ claims, toVote: [{ ...vote, link: 'https://acme.slack.com/p2' }], unclaimed: 3 });
  const { blocks } = homeView(facts, NOW);
  expect(buttonsOf(blocks)).toEqual([
    'Write the reply…',
    'I have posted it…',
    'I did not post it',
    'See the draft',
    'Log a mention…',
  ]);
  expect(linesOf(blocks)).toContain('Draft by Ana, closes {date_short_pretty} at {time} · go to the vote');
  expect(linesOf(blocks)).toContain('3 mentions in your channels have nobody yet. Type /community queue to see them.');
});

test('an empty App Home says what to do', () => {
  const { blocks } = homeView(aHome(), NOW);
  expect(linesOf(blocks)).toEqual([
    'Your mentions',
    'You have none. Press “Claim” on a card in a channel to take one.',
    'Waiting for your vote',
    'No draft waits for your vote.',
    'Waiting for somebody',
    'Nothing: somebody has every mention in your channels.',
    'Log a mention…',
  ]);
});

test('a vote that is over waits for nobody', () => {
  const toVote = [{ line: aLine(), writerId: BEN, closesAt: minutesAgo(1), link: null }];
  const { blocks } = homeView(aHome({ toVote }), NOW);
  expect(linesOf(blocks)).toContain('No draft waits for your vote.');
});

function aSource(facts: Partial<SourceLine> = {}): SourceLine {
  const times = { everyMs: 60_000, lastSuccessAt: minutesAgo(1), nextPollAt: null };
  return {
    id: 1,
    network: 'rss',
    name: 'acme blog',
    watches: ['Acme'],
    lastError: null,
    stopped: false,
    ...times,
    ...facts,
  };
}

function aStatus(facts: Partial<StatusFacts>): StatusFacts {
  const due = { drawings: 0, polls: 0, recounts: 0 };
  return { sources: [aSource()], due, dead: [], pausedChannels: [], timezone, ...facts };
}

test('when all is well the status says so, source by source', () => {
  expect(linesOf(statusMessage(aStatus({}), NOW).blocks)).toEqual([
    'Status',
    'All is well. No work is waiting.',
    'Sources',
    'acme blog for Acme · last fetched {ago} · every 1 minute',
  ]);
});

test('what failed stands first, each with a button to try it again', () => {
  const failing = aSource({ id: 2, name: 'forum', lastError: 'The feed answered 404.' });
  const silent = aSource({ id: 3, name: 'news', lastSuccessAt: minutesAgo(10) });
  const dead = { kind: 'ballot' as const, id: 9, what: 'draft by Ben', lastError: 'boom', since: minutesAgo(30) };
  const paused = { channelId: 'C0GEN', reason: 'The channel is archived.' };
  const facts = aStatus({ sources: [failing, silent], dead: [dead], pausedChannels: [paused] });
  const { blocks } = statusMessage(facts, NOW);
  expect(linesOf(blocks).filter((one) => one !== 'Try again')).toEqual([
    'Status',
    '1 thing could not be done; 2 sources need a look; 1 channel is paused. No work is waiting.',
    'Votes not counted: draft by Ben · since {ago} · boom',
    'forum for Acme · failing · last fetched {ago} · The feed answered 404.',
    'news for Acme · silent · last fetched {ago}',
    '#C0GEN is paused: The channel is archived.',
  ]);
  const pressed = everyObject(blocks).flatMap((one) => (one.type === 'button' ? [[one.action_id, one.value]] : []));
  expect(pressed).toEqual([
    ['ballot_retry', '9'],
    ['source_retry', '2'],
    ['source_retry', '3'],
  ]);
});

test('a watch is told with its phrases, its sources and its rule', () => {
  const phrases = { any: ['acme cloud', 'acme.dev'], all: [], none: ['acme anvils'] };
  const rule = { voices: [ANA], votes: 2, objections: 1, fromFile: true, pausedReason: null };
  const watch: WatchLine = { name: 'Acme', channelId: 'C0GEN', sources: ['acme blog'], ...phrases, ...rule };
  expect(linesOf(watchesMessage([watch]).blocks)).toEqual([
    '1 watch:',
    'Acme in #C0GEN',
    'Listens for any of “acme cloud”, “acme.dev”, but not “acme anvils”',
    'Sources: acme blog',
    'A draft needs 2 approvals; 1 objection stops it. No vote is needed for Ana.',
    'Set in community.yml, and changed there.',
  ]);
});

test('help lists the commands, and says what it did not understand', () => {
  const lines = [{ usage: '/community queue', does: 'what waits for somebody' }];
  expect(linesOf(helpMessage(lines, '<!here> quue').blocks).slice(0, 2)).toEqual([
    'I do not know “<!here> quue”. This is what I can do:',
    '/community queue: what waits for somebody',
  ]);
  expect(helpMessage(lines, '<!here>').text).not.toContain('<!here>');
});

test('“More…” offers what is allowed, explained, and then tells the history, newest first', () => {
  const history = [
    { at: minutesAgo(8), personId: null, act: 'found', detail: {} },
    { at: minutesAgo(5), personId: BEN, act: 'claim', detail: {} },
  ];
  const view = moreModal(
    aCard({ status: 'claimed' }),
    ['release', 'original', 'save_draft', 'retry_dead'],
    history,
    NOW,
  );
  expect(buttonsOf(view.blocks)).toEqual(['Draft a reply…', 'Release', 'Open original']);
  expect(linesOf(view.blocks).slice(-3)).toEqual([
    'What has happened',
    '{date_short_pretty} at {time}: Ben claimed it',
    '{date_short_pretty} at {time}: Porchlight found it',
  ]);
});

test('objecting from “More…” is about the ballot, everything else about the mention', () => {
  const view = moreModal(aCard({ status: 'approved' }), ['object', 'release'], [], NOW);
  const pressed = everyObject(view.blocks).flatMap((one) =>
    one.type === 'button' ? [[one.action_id, one.value]] : [],
  );
  expect(pressed).toEqual([
    ['ballot_object', '41'],
    ['mention_release', '11'],
  ]);
});

test('a person who may do nothing is told so, and a mention without a past too', () => {
  const lines = linesOf(moreModal(aCard(), [], [], NOW).blocks);
  expect(lines).toContain('There is nothing to be done with it at the moment.');
  expect(lines).toContain('Nothing has happened yet.');
});

test.each([
  [{ snoozedUntil: minutesAgo(-60) }, 'snoozed until {date_short_pretty} at {time}'],
  [{ snoozedUntilReply: true }, 'snoozed until the author writes again'],
])('a mention at rest says so in a list: %j', (rest, told) => {
  const { blocks } = queueMessage({ ...aPage, lines: [aLine(rest)], total: 1 });
  expect(linesOf(blocks).join('\n')).toContain(`Ben has it · ${told} · `);
});
