import { expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { dismissModal, readDismissal } from '../../src/views/dismiss-modal.ts';
import { draftModal, readDraft } from '../../src/views/draft-modal.ts';
import { escalateModal, readEscalation } from '../../src/views/escalate-modal.ts';
import { handOverModal, readHandOver } from '../../src/views/hand-over-modal.ts';
import { loadingModal } from '../../src/views/loading-modal.ts';
import { logModal, readLog } from '../../src/views/log-modal.ts';
import { readMentionRef } from '../../src/views/modal.ts';
import { postedModal, readPosted } from '../../src/views/posted-modal.ts';
import { problemModal } from '../../src/views/problem-modal.ts';
import { publishModal } from '../../src/views/publish-modal.ts';
import { readReopening, reopenModal } from '../../src/views/reopen-modal.ts';
import { seeDraftModal } from '../../src/views/see-draft-modal.ts';
import { readSnooze, snoozeModal } from '../../src/views/snooze-modal.ts';
import { aCard, aDraft, minutesAgo, NOW } from '../helpers/facts.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

const TEXT = 'Sorry about that. A fix is on its way; would you try again tomorrow?';

/** What Slack sends for a form: block -> action -> its state. */
function submitted(answers: Record<string, Record<string, unknown>>): unknown {
  return answers;
}
const typed = (value: string | null) => ({ type: 'plain_text_input', value });
const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });

function frameOf({ title, submit, close }: ModalView): (string | undefined)[] {
  return [title.text, submit?.text, close?.text];
}

function fieldOf(view: ModalView, blockId: string): Record<string, unknown> {
  const block = view.blocks.find((one) => one.block_id === blockId);
  return (block as { element?: Record<string, unknown> } | undefined)?.element ?? {};
}

const TIMES = { hour: minutesAgo(-60), tomorrow: minutesAgo(-1440), monday: minutesAgo(-7 * 1440) };

test('every form remembers its mention and the draft it was opened on', () => {
  const facts = aCard({ status: 'voting', mention: { id: 77 }, draft: aDraft({ id: 31 }) });
  const forms = [
    draftModal(facts, { isVoice: false }),
    dismissModal(facts),
    escalateModal(facts),
    handOverModal(facts),
    snoozeModal(facts, TIMES, NOW),
    reopenModal(facts),
    postedModal(facts),
    publishModal(facts, { heldUntil: minutesAgo(-15) }),
  ];
  for (const form of forms) expect(readMentionRef(form.private_metadata)).toEqual({ mentionId: 77, draftId: 31 });
});

test.each([
  undefined,
  '',
  'x',
  'null',
  '[]',
  '{"mentionId":"7"}',
  '{"mentionId":-1,"draftId":null}',
  '{"mentionId":1}',
])('metadata that is not ours is no reference: %s', (metadata) => {
  expect(readMentionRef(metadata)).toBeUndefined();
});

test('the draft form quotes the mention and says what saving does', () => {
  const approval = { votes: 2, objections: 1, windowMs: 24 * 60 * 60_000 };
  const view = draftModal(aCard({ status: 'claimed' }), { isVoice: false, approval });
  expect(frameOf(view)).toEqual(['Draft a reply', 'Save', 'Cancel']);
  expect(linesOf(view.blocks)).toEqual([
    'To Maya Ito on Bluesky:',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    'Your reply',
    'At most 300 characters on Bluesky',
    'Saving puts the reply to a vote among your colleagues. It needs 2 approvals; 1 objection stops it. The vote is open for 1 day.',
    'Nothing goes outside before it is approved and somebody publishes it.',
    'When you save',
    'Not ready yet: only keep it as a draft',
  ]);
});

test.each([
  ['voting' as const, false, 'Saving a change ends that vote'],
  ['approved' as const, false, 'Saving a change puts the new text in its place'],
  ['claimed' as const, true, 'You may speak for Acme: saving approves the reply at once'],
])('the draft form of a mention that is %s (voice: %s) says "%s"', (status, isVoice, said) => {
  expect(linesOf(draftModal(aCard({ status }), { isVoice }).blocks).join('\n')).toContain(said);
});

test.each([
  [300, 300],
  [100_000, 3000],
  [Number.POSITIVE_INFINITY, 3000],
])('of %d characters that the network takes, the field takes %d', (maxReplyChars, max) => {
  const facts = aCard({ status: 'claimed', draft: aDraft(), maxReplyChars });
  const field = fieldOf(draftModal(facts, { isVoice: false }), 'draft_text');
  expect(field).toMatchObject({ action_id: 'text', max_length: max, initial_value: TEXT });
});

test('a draft is read byte for byte, with its wish', () => {
  const keep = { keep: { type: 'checkboxes', selected_options: [{ value: 'keep' }] } };
  expect(readDraft(submitted({ draft_text: { text: typed('  a\n ') }, draft_keep: keep }))).toEqual({
    text: '  a\n ',
    keepOnly: true,
  });
});

test.each([
  ['not_about_us', null, 'not about us'],
  ['spam', ' bots again ', 'spam (bots again)'],
  ['other', 'we are not sure', 'we are not sure'],
  ['other', '', 'another reason'],
  ['__proto__', null, 'another reason'],
])('the dismissal %s with words %j reads "%s"', (value, words, reason) => {
  const values = submitted({ dismiss_reason: { reason: chosen(value) }, dismiss_words: { text: typed(words) } });
  expect(readDismissal(values)).toEqual({ reason });
});

test.each([
  ['urgent', 'urgent'],
  ['panic', 'help'],
])('the level %s is read as %s', (value, level) => {
  const values = submitted({ escalate_level: { level: chosen(value) }, escalate_reason: { text: typed(' legal ') } });
  expect(readEscalation(values)).toEqual({ level, reason: 'legal' });
});

test.each([
  ['claimed' as const, undefined],
  ['voting' as const, 'The vote on the draft ends. Saving the draft again starts a new one.'],
  ['approved' as const, 'The reply stays approved: whoever has the mention then can publish it.'],
])('the hand-over of a mention that is %s says what becomes of the draft', (status, said) => {
  const view = handOverModal(aCard({ status }));
  expect(frameOf(view)).toEqual(['Hand over', 'Hand over', 'Cancel']);
  expect(linesOf(view.blocks)).toEqual([
    'Maya Ito on Bluesky:',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    ...(said ? [said] : []),
    'Who should have it?',
    'They are told by a message.',
    'What should they know?',
    'Everybody sees it in the thread. You can take the mention back.',
  ]);
});

test('a hand-over is read as the person and the note', () => {
  const to = { type: 'users_select', selected_user: 'U0ANA' };
  const values = submitted({ hand_over_to: { person: to }, hand_over_note: { text: typed(' yours ') } });
  expect(readHandOver(values)).toEqual({ to: 'U0ANA', note: 'yours' });
});

test('the snooze tells of each choice when that is', () => {
  expect(optionsOf(snoozeModal(aCard(), TIMES, NOW))).toEqual([
    ['hour', 'In 1 hour', 'Mon 23 Nov, 11:00 CET'],
    ['tomorrow', 'Tomorrow morning', 'Tue 24 Nov, 10:00 CET'],
    ['monday', 'Next Monday morning', 'Mon 30 Nov, 10:00 CET'],
    ['own', 'At a time of your own', undefined],
    ['reply', 'When the author writes again', undefined],
  ]);
});

test('of two mornings that are the same one is offered, and nobody waits for an unknown author', () => {
  const view = snoozeModal(aCard({ author: {} }), { ...TIMES, tomorrow: TIMES.monday }, NOW);
  expect(optionsOf(view).map(([value]) => value)).toEqual(['hour', 'monday', 'own']);
});

test('an hour that ends while the office is closed is called by what it means', () => {
  const early = { ...TIMES, hour: minutesAgo(-300) };
  expect(optionsOf(snoozeModal(aCard(), early, NOW))[0]).toEqual([
    'hour',
    'When the office opens',
    'Mon 23 Nov, 15:00 CET',
  ]);
  const late = { ...TIMES, hour: TIMES.tomorrow };
  expect(optionsOf(snoozeModal(aCard(), late, NOW)).map(([value]) => value)).toEqual([
    'tomorrow',
    'monday',
    'own',
    'reply',
  ]);
});

function optionsOf(view: ModalView): unknown[][] {
  const { options = [] } = fieldOf(view, 'snooze_choice') as {
    options?: { value: string; text: { text: string }; description?: { text: string } }[];
  };
  return options.map(({ value, text, description }) => [value, text.text, description?.text]);
}

test.each([
  ['hour', 1_795_341_600, { choice: 'hour', at: new Date(1_795_341_600_000) }],
  ['own', 1_795_341_600, { choice: 'own', at: new Date(1_795_341_600_000) }],
  ['reply', null, { choice: 'reply', at: undefined }],
  ['never', 1_795_341_600, { choice: 'own' }],
  ['own', '1795341600', { choice: 'own', at: undefined }],
])('the snooze %s with the time %j is read as %j', (value, at, wish) => {
  const picker = { type: 'datetimepicker', selected_date_time: at };
  const values = submitted({ snooze_choice: { choice: chosen(value) }, snooze_at: { at: picker } });
  expect(readSnooze(values)).toEqual(wish);
});

test('the reopening asks why and says where the mention stands', () => {
  const view = reopenModal(aCard({ status: 'dismissed' }));
  expect(frameOf(view)).toEqual(['Reopen', 'Reopen', 'Cancel']);
  expect(linesOf(view.blocks)).toContain('Dismissed by Ana: not about us');
  expect(readReopening(submitted({ reopen_reason: { text: typed(' they answered ') } }))).toEqual({
    reason: 'they answered',
  });
});

test('what somebody heard is read whole', () => {
  const values = submitted({
    log_network: { network: chosen('chat') },
    log_author: { text: typed(' Maya ') },
    log_text: { text: typed('It broke.') },
    log_url: { url: { type: 'url_text_input', value: 'https://chat.example/1' } },
    log_watch: { watch: chosen('3') },
  });
  const url = 'https://chat.example/1';
  expect(readLog(values)).toEqual({ network: 'chat', author: 'Maya', text: 'It broke.', url, watchId: 3 });
});

test.each([undefined, null, {}, [], 'x', { draft_text: null }, { reply_url: { url: { value: 7 } } }, { log_watch: 1 }])(
  'a form that came back as %j is read as empty',
  (values) => {
    expect(readDraft(values)).toEqual({ text: '', keepOnly: false });
    expect(readDismissal(values)).toEqual({ reason: 'another reason' });
    expect(readEscalation(values)).toEqual({ level: 'help', reason: '' });
    expect(readPosted(values)).toEqual({ url: null });
    expect(readHandOver(values)).toEqual({ to: undefined, note: '' });
    expect(readSnooze(values)).toEqual({ choice: 'own' });
    expect(readReopening(values)).toEqual({ reason: '' });
    expect(readLog(values)).toEqual({ network: 'phone', author: '', text: '', url: null, watchId: null });
  },
);

test('publishing leads through copy, paste and say so', () => {
  const view = publishModal(aCard({ status: 'sending' }), { heldUntil: minutesAgo(-15) });
  expect(frameOf(view)).toEqual(['Publish the reply', 'I have posted it', 'Not yet']);
  const lines = linesOf(view.blocks);
  expect(lines[0]).toBe(
    'You are posting the reply to Maya Ito on Bluesky. Until {time} nobody else can change or post it. If you close this, the card has the buttons to go on.',
  );
  expect(lines.filter((one) => /^\d\./.test(one))).toEqual([
    '1. Copy the reply',
    '2. Paste it there',
    '3. Say that it is posted',
  ]);
  expect(buttonsOf(view.blocks)).toEqual(['Open original']);
});

test('the approved text stands there to be read exactly and to be selected in any client', () => {
  const text = 'Line one\n  line <two> &amp; *three*';
  const view = publishModal(aCard({ status: 'sending', draft: aDraft({ text }) }), { heldUntil: minutesAgo(-15) });
  const shown = everyObject(view.blocks).find((one) => one.type === 'rich_text_preformatted');
  expect(shown?.elements).toEqual([{ type: 'text', text }]);
  expect(fieldOf(view, 'reply_text').initial_value).toBe(text);
});

test('a mention without an address is answered where it was said', () => {
  const view = publishModal(aCard({ status: 'sending', url: null }), { heldUntil: minutesAgo(-15) });
  expect(linesOf(view.blocks)).toContain('This mention has no web address: answer where it was said.');
  expect(buttonsOf(view.blocks)).toEqual([]);
});

test('the draft can be read whole, with the state of its vote', () => {
  expect(linesOf(seeDraftModal(aCard({ status: 'voting' })).blocks)).toEqual([
    'Ben drafted this reply to Maya Ito on Bluesky, saved {ago}',
    'Third time this week that acme cloud’s export times out. Is anyone home?',
    'The reply, exactly as it would go out:',
    TEXT,
    '1 of 2 approvals (Ana), no objection, closes {date_short_pretty} at {time} · go to the vote',
  ]);
  expect(linesOf(seeDraftModal(aCard()).blocks)).toEqual(['There is no draft yet.']);
});

test('without watches the log form has no empty list, which Slack would refuse', () => {
  expect(logModal([]).blocks.map((one) => one.block_id)).toEqual(['log_network', 'log_author', 'log_text', 'log_url']);
});

test('a problem is told with people’s names, and a wait is told too', () => {
  expect(linesOf(problemModal('Claim', '<@U0BEN> has it <!here>').blocks)).toEqual(['Ben has it <!here>']);
  expect(frameOf(loadingModal('A title that is much too long'))[0]).toBe('A title that is much to…');
});
