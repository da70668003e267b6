import { expect, test } from '@jest/globals';
import { ROUTE_STATES } from '../../src/domain/card.ts';
import { type MentionEvent, type MentionStatus, STATUSES, TRANSITIONS } from '../../src/domain/mention.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { type Act, RIGHTS } from '../../src/domain/rights.ts';
import { activitySentence } from '../../src/views/activity.ts';
import {
  channelClosedNotice,
  fieldSentence,
  refusalSentence,
  STATUS_LABELS,
  twinNotice,
} from '../../src/views/copy.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { ANA, BEN, CHI, minutesAgo, NOW } from '../helpers/facts.ts';
import { everyObject, linesOf } from './reading.ts';

const SAID: [Refusal, string][] = [
  [
    { refusal: 'already_claimed', by: BEN },
    '<@U0BEN> has this one already. Write to them in the thread if you can help.',
  ],
  [
    { refusal: 'wrong_status', event: 'claim', status: 'answered' },
    'This mention cannot be claimed now: it has been answered.',
  ],
  [{ refusal: 'not_yours', act: 'release' }, 'Only the person who has it or a community manager can release it.'],
  [
    { refusal: 'too_long', maxChars: 300, chars: 3120 },
    'This is 3,120 characters long and at most 300 fit. Please shorten it by 2,820.',
  ],
  [
    { refusal: 'not_ready', findings: [{ kind: 'forbidden_word', severity: 'stops', word: 'cheap & fast' }] },
    'The reply says “cheap &amp; fast”, which your team does not use in replies. Please put it another way.',
  ],
  [{ refusal: 'own_draft' }, 'You wrote this draft, so the vote is for the others.'],
  [{ refusal: 'already_acknowledged', by: BEN }, '<@U0BEN> is on it already.'],
];

test.each(SAID)('%j is told as "%s"', (refusal, sentence) => {
  expect(refusalSentence(refusal)).toBe(sentence);
});

const EVENTS = [...new Set(Object.values(TRANSITIONS).flatMap((row) => Object.keys(row)))] as MentionEvent[];
const EVERY_REFUSAL: Refusal[] = [
  ...SAID.map(([refusal]) => refusal),
  ...EVENTS.flatMap((event) =>
    (Object.keys(STATUSES) as MentionStatus[]).map((status) => ({ refusal: 'wrong_status' as const, event, status })),
  ),
  ...(Object.keys(RIGHTS) as Act[]).map((act) => ({ refusal: 'not_yours' as const, act })),
  { refusal: 'held', by: BEN, until: NOW },
  { refusal: 'guest_account' },
  { refusal: 'other_workspace' },
  { refusal: 'gone' },
  { refusal: 'empty_text' },
  { refusal: 'draft_moved_on' },
  { refusal: 'not_acknowledged' },
  { refusal: 'call_closed' },
  { refusal: 'crisis_over' },
  { refusal: 'ballot_closed' },
  { refusal: 'not_an_approver' },
  { refusal: 'own_decision' },
  { refusal: 'nothing_to_keep' },
  { refusal: 'kept_already', title: 'Export', ownerId: BEN },
  { refusal: 'not_ready', findings: [{ kind: 'placeholder', severity: 'stops', found: '[name]' }] },
  { refusal: 'cannot_have_it' },
  { refusal: 'already_theirs' },
  { refusal: 'not_handed_over' },
  { refusal: 'not_snoozed' },
  { refusal: 'bad_time' },
  { refusal: 'no_author' },
  { refusal: 'bad_link' },
  { refusal: 'not_in_channel' },
  { refusal: 'no_watch' },
  { refusal: 'no_departments' },
  { refusal: 'unknown_department' },
  { refusal: 'already_routed', department: 'R&D' },
  { refusal: 'route_dismissed' },
  { refusal: 'already_accepted', by: BEN },
  ...ROUTE_STATES.flatMap((state) =>
    (['accept', 'ask_back', 'explain', 'finish'] as const).map((event) => ({
      refusal: 'wrong_route_state' as const,
      event,
      state,
    })),
  ),
  { refusal: 'no_outcome' },
  { refusal: 'not_an_employee' },
  { refusal: 'past_day' },
  { refusal: 'unfit_settings', problems: [{ at: 'name', problem: 'Must have at least 1 character.' }] },
  { refusal: 'unfit_settings', problems: [] },
  { refusal: 'file_managed' },
  { refusal: 'settings_moved_on' },
  { refusal: 'cannot_join', channelId: 'C0GEN' },
];

test('every refusal is a whole sentence that a field can show without markup', () => {
  for (const refusal of EVERY_REFUSAL) {
    expect(refusalSentence(refusal)).toMatch(/^[A-Z<].+(\.|https:\/\/)$/s);
    expect(fieldSentence(refusal)).toMatch(/^[A-Z][^<>]+$/s);
  }
});

test('a field shows the name of a department as it is written', () => {
  const refusal = { refusal: 'already_routed', department: 'R&D <emea>' } as const;
  expect(refusalSentence(refusal)).toContain('handed to R&amp;D &lt;emea&gt; already');
  expect(fieldSentence(refusal)).toContain('handed to R&D <emea> already');
});

test('a hold is told with each reader’s own clock, and in UTC where there is none', () => {
  const held: Refusal = { refusal: 'held', by: BEN, until: NOW };
  expect(linesOf(noticeMessage(refusalSentence(held)).blocks)).toEqual([
    'Ben is posting the reply and has it until {date_short_pretty} at {time}. Until then nobody else can change or post it.',
  ]);
  expect(fieldSentence(held)).toContain('Somebody else is posting the reply and has it until Mon 23 Nov, 09:00 UTC.');
});

const at = minutesAgo(1);
test.each([
  [{ at, personId: BEN, act: 'claim', detail: {} }, '<@U0BEN> claimed it'],
  [{ at, personId: null, act: 'lapse', detail: {} }, 'The vote ended without enough approvals'],
  [{ at, personId: ANA, act: 'vote', detail: { choice: 'object' } }, '<@U0ANA> objected to the draft'],
  [{ at, personId: BEN, act: 'save_draft', detail: { revision: 2 } }, '<@U0BEN> saved draft 2'],
  [{ at, personId: null, act: 'call', detail: { to: 'C0HELP', name: null } }, 'Porchlight called <#C0HELP>'],
  [{ at, personId: null, act: 'call', detail: { to: BEN, name: null } }, 'Porchlight called <@U0BEN>'],
  [
    { at, personId: null, act: 'pass_over', detail: { to: 'S0LEADS', name: '<!here>' } },
    'Nobody is in the user group “&lt;!here&gt;”, so it was passed over',
  ],
  [
    { at, personId: BEN, act: 'close_call', detail: { reason: 'sent <it>' } },
    '<@U0BEN> closed the call for help: sent &lt;it&gt;',
  ],
  [
    { at, personId: BEN, act: 'escalate', detail: { level: 'crisis', reason: '<!here>' } },
    '<@U0BEN> called a crisis: &lt;!here&gt;',
  ],
  [{ at, personId: ANA, act: 'teleport_it', detail: {} }, '<@U0ANA>: teleport it'],
  [
    { at, personId: ANA, act: 'hand_over', detail: { to: BEN, reason: '<!here>' } },
    '<@U0ANA> handed it over to <@U0BEN>: &lt;!here&gt;',
  ],
  [{ at, personId: ANA, act: 'hand_over', detail: { to: '<!here>' } }, '<@U0ANA> handed it over to somebody'],
  [{ at, personId: ANA, act: 'take_back', detail: { from: BEN } }, '<@U0ANA> took it back from <@U0BEN>'],
  [{ at, personId: ANA, act: 'snooze', detail: { until: null } }, '<@U0ANA> snoozed it until the author writes again'],
  [
    { at, personId: ANA, act: 'snooze', detail: { until: NOW.toISOString() } },
    `<@U0ANA> snoozed it until <!date^${+NOW / 1000}^{date_short_pretty} at {time}|Mon 23 Nov, 09:00 UTC>`,
  ],
  [{ at, personId: null, act: 'wake', detail: { why: 'reply' } }, 'It woke up: the author wrote again'],
  [{ at, personId: null, act: 'wake', detail: { why: 'time' } }, 'It woke up'],
  [{ at, personId: BEN, act: 'wake', detail: {} }, '<@U0BEN> woke it up'],
  [{ at, personId: null, act: 'nudge', detail: { to: BEN } }, 'Porchlight reminded <@U0BEN>'],
  [{ at, personId: CHI, act: 'reopen', detail: { reason: 'Maya answered' } }, '<@U0CHI> reopened it: Maya answered'],
  [{ at, personId: null, act: '__proto__', detail: {} }, 'Porchlight: proto'],
])('the record tells %j as "%s"', (line, told) => {
  expect(activitySentence(line)).toBe(told);
});

const ACTS =
  'found posted claim release hand_over take_back snooze wake nudge dismiss reopen save_draft open_ballot approve_alone vote approve reject lapse object hold give_back mark_posted hold_lapsed void_ballot escalate call pass_over acknowledge close_call begin_crisis end_crisis log twin_removed updated';

test.each(ACTS.split(' '))('the record has its own words for %s', (act) => {
  expect(activitySentence({ at, personId: BEN, act, detail: {} })).not.toContain(`: ${act.replaceAll('_', ' ')}`);
});

test('a list has a word for every status', () => {
  expect(Object.keys(STATUS_LABELS).sort()).toEqual(Object.keys(STATUSES).sort());
});

test('a notice revives people, channels and links, and nothing else', () => {
  const { text, blocks } = noticeMessage(`${channelClosedNotice('C0GEN', 'The channel is archived.')} <!channel>`);
  expect(linesOf(blocks)).toEqual([
    'Porchlight cannot post in #C0GEN at the moment. The channel is archived. The watches of this channel are paused until it can. <!channel>',
  ]);
  expect(text).toContain('&lt;!channel&gt;');
});

test('a link in a notice leads where it says, or is left out', () => {
  const { blocks } = noticeMessage(twinNotice('https://bsky.app/a|b?x=1&y=2'));
  expect(everyObject(blocks).find((one) => one.type === 'link')?.url).toBe('https://bsky.app/a%7Cb?x=1&y=2');
  expect(twinNotice('javascript:alert(1)')).toBe(twinNotice(null));
});
