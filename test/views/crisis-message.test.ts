import { expect, test } from '@jest/globals';
import type { CrisisFacts } from '../../src/domain/card.ts';
import { stricterVotes } from '../../src/domain/crisis.ts';
import { type MentionStatus, OPEN_STATUSES, STATUSES } from '../../src/domain/mention.ts';
import { DEFAULT_APPROVAL } from '../../src/domain/settings.ts';
import { crisisMessage } from '../../src/views/crisis-message.ts';
import { endCrisisModal, readClosing } from '../../src/views/end-crisis-modal.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import { readMentionRef } from '../../src/views/modal.ts';
import { ANA, aCard, BEN, minutesAgo, NOW } from '../helpers/facts.ts';

import { HOSTILE } from './any-facts.ts';
import { messageProblems, viewProblems } from './limits.ts';
import { buttonsOf, linesOf } from './reading.ts';

const RUNNING: CrisisFacts = {
  id: 61,
  reason: 'data on a forum',
  by: BEN,
  at: minutesAgo(125),
  endedBy: null,
  endedAt: null,
  closing: null,
};
const OVER: CrisisFacts = { ...RUNNING, endedBy: ANA, endedAt: minutesAgo(5), closing: 'the forum took it down' };
const ONE_MORE = { votes: 1, groups: 0 };

test('the notice of a crisis says who called it, why, since when and what changes', () => {
  const { text, blocks } = crisisMessage(aCard(), RUNNING, ONE_MORE);
  expect(linesOf(blocks)).toEqual([
    'Crisis: Acme · Ben called it, {ago}:',
    'data on a forum',
    'It began with a mention by Maya Ito on Bluesky · open the card',
    'While it runs, a vote on a reply asks for 1 more approval than usual. Votes that are open already stay as they are.',
    'It runs until a community manager ends it.',
    'End the crisis…',
  ]);
  expect(text.split('\n')[0]).toMatch(/^Crisis: Acme · <@U0BEN> called it, .*: data on a forum$/);
});

test('once it is over, the notice says who ended it and how, and offers nothing', () => {
  const { blocks } = crisisMessage(aCard(), OVER, ONE_MORE);
  expect(linesOf(blocks)).toEqual([
    'The crisis is over: Acme · Ben called it, {ago}:',
    'data on a forum',
    'It began with a mention by Maya Ito on Bluesky · open the card',
    'Ana ended it {ago}, after 2 hours: the forum took it down',
    'New votes on replies follow the usual rule again.',
  ]);
  expect(buttonsOf(blocks)).toEqual([]);
});

test.each([
  [undefined, { votes: 1, groups: 0 }, '1 more approval than usual.'],
  [[{ when: 'crisis' as const, votes: 3 }], { votes: 3, groups: 0 }, '3 more approvals than usual.'],
  [
    [{ when: 'crisis' as const, votes: 1, group: 'S0LEADS' }],
    { votes: 1, groups: 1 },
    '1 more approval than usual and an approval by somebody of the group that each vote names.',
  ],
  [
    [{ when: 'crisis' as const, group: 'S0LEADS' }],
    { votes: 0, groups: 1 },
    'an approval by somebody of the group that each vote names.',
  ],
])('under the rules %j a crisis adds %j', (extra, stricter, words) => {
  const policy = { ...DEFAULT_APPROVAL, ...(extra && { extra }) };
  expect(stricterVotes(policy)).toEqual(stricter);
  expect(crisisMessage(aCard(), RUNNING, stricter).text).toContain(`a vote on a reply asks for ${words}`);
});

test.each(Object.keys(STATUSES) as MentionStatus[])(
  'the card of a mention that is %s tells of a crisis only while it is open',
  (status) => {
    const lines = linesOf(mentionCard(aCard({ status, crisis: RUNNING }), NOW).blocks).join('\n');
    expect(lines.includes('A crisis runs for Acme: Ben called it, {ago}')).toBe(OPEN_STATUSES.includes(status));
  },
);

test('the form that ends a crisis quotes it and remembers it, with or without its mention', () => {
  const view = endCrisisModal({ crisis: RUNNING, watch: 'Acme', mentionId: 11 });
  expect(readMentionRef(view.private_metadata)).toEqual({ mentionId: 11, draftId: null, crisisId: 61 });
  expect(linesOf(view.blocks).slice(0, 3)).toEqual([
    'Acme: Ben called a crisis:',
    'data on a forum',
    'How did it end?',
  ]);
  const orphan = endCrisisModal({ crisis: RUNNING, watch: 'Acme', mentionId: null });
  expect(readMentionRef(orphan.private_metadata)?.crisisId).toBe(61);
  const values = { crisis_closing: { text: { type: 'plain_text_input', value: ' over ' } } };
  expect(readClosing(values)).toEqual({ closing: 'over' });
  expect(readClosing([])).toEqual({ closing: '' });
});

test.each(HOSTILE)('hostile words revive nothing and stay within the limits (%#)', (hostile) => {
  for (const crisis of [RUNNING, OVER].map((one) => ({ ...one, reason: hostile, closing: hostile }))) {
    expect(messageProblems(crisisMessage(aCard({ watch: hostile, text: hostile }), crisis, ONE_MORE))).toEqual([]);
    expect(messageProblems(mentionCard(aCard({ watch: hostile, crisis }), NOW))).toEqual([]);
    expect(viewProblems(endCrisisModal({ crisis, watch: hostile, mentionId: 1 }))).toEqual([]);
  }
});
