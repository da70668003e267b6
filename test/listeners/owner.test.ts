import { beforeEach, expect, test } from '@jest/globals';
import { ACTIONS } from '../../src/views/ids.ts';
import { aTeam } from '../helpers/builders.ts';
import { formOf, press, submit } from '../helpers/doors.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { aMentionIn, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const picked = (id: string | null) => ({ person: { type: 'users_select', selected_user: id } });
const said = (text: string | null) => ({ text: { type: 'plain_text_input', value: text } });
const chosen = (value: string) => ({ choice: { type: 'radio_buttons', selected_option: { value } } });
const time = (seconds: unknown) => ({ at: { type: 'datetimepicker', selected_date_time: seconds } });

const handOverTo = async (mentionId: number, to: string | null, by = BEN) =>
  submit(world, formOf(await press(world, ACTIONS.handOver, mentionId, by)), by, {
    hand_over_to: picked(to),
    hand_over_note: said(null),
  });

test('a mention is handed over by its form and taken back by its button', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  expect(await handOverTo(mentionId, ANA)).toEqual({});
  expect((await mentionRow(world, mentionId)).claimant_id).toBe(ANA);
  expect(await press(world, ACTIONS.takeBack, mentionId, CHI)).toBe(
    'Only the person who handed it over or a community manager can take it back.',
  );
  expect(await press(world, ACTIONS.takeBack, mentionId, BEN)).toBe('');
  expect((await mentionRow(world, mentionId)).claimant_id).toBe(BEN);
});

test.each([null, 'U0GUEST', BEN, '', '<!channel>'])('handing over to %j is refused under the field', async (to) => {
  world.slack.describe('U0GUEST', { isGuest: true });
  world.slack.describe('<!channel>', undefined);
  const mentionId = await aMentionIn(world, 'claimed');
  const errors = await handOverTo(mentionId, to);
  expect(Object.keys(errors)).toEqual(['hand_over_to']);
  expect(errors.hand_over_to).toMatch(/Please choose (a colleague|somebody else)\.$/);
  expect((await mentionRow(world, mentionId)).claimant_id).toBe(BEN);
});

test('a person without the right meets no form, and a form that is older than the right stores nothing', async () => {
  const mentionId = await aMentionIn(world, 'claimed');
  expect(await press(world, ACTIONS.handOver, mentionId, CHI)).toBe(
    'Only the person who has it or a community manager can hand it over.',
  );
  const form = formOf(await press(world, ACTIONS.handOver, mentionId, BEN));
  await handOverTo(mentionId, ANA);
  expect(await submit(world, form, BEN, { hand_over_to: picked(CHI) })).toEqual({
    hand_over_to: 'Only the person who has it or a community manager can hand it over.',
  });
  expect((await mentionRow(world, mentionId)).claimant_id).toBe(ANA);
});

test('a mention is put to rest by its form and woken by its button', async () => {
  const mentionId = await aMentionIn(world, 'new');
  const form = formOf(await press(world, ACTIONS.snooze, mentionId, CHI));
  expect(await submit(world, form, CHI, { snooze_choice: chosen('tomorrow'), snooze_at: time(null) })).toEqual({});
  expect((await mentionRow(world, mentionId)).snoozed_until).toEqual(new Date('2026-11-24T09:00:00Z'));
  expect(await press(world, ACTIONS.wake, mentionId, CHI)).toBe('');
  expect((await mentionRow(world, mentionId)).snoozed_until).toBeNull();
  expect(await press(world, ACTIONS.wake, mentionId, CHI)).toBe('This mention is awake already.');
});

test.each([null, 1, 1_700_000_000, 9_999_999_999, 1e300, '1795341600', {}])(
  'the own time %j is refused where it was chosen',
  async (seconds) => {
    const mentionId = await aMentionIn(world, 'new');
    const form = formOf(await press(world, ACTIONS.snooze, mentionId, CHI));
    expect(await submit(world, form, CHI, { snooze_choice: chosen('own'), snooze_at: time(seconds) })).toEqual({
      snooze_at: 'Please choose a day and time that is still to come, and within a year.',
    });
    expect((await mentionRow(world, mentionId)).snoozed_until).toBeNull();
  },
);

test.each(['answered', 'dismissed'] as const)('a mention that is %s is reopened by its form alone', async (status) => {
  const mentionId = await aMentionIn(world, status);
  const form = formOf(await press(world, ACTIONS.reopen, mentionId, CHI));
  expect((await mentionRow(world, mentionId)).status).toBe(status);
  expect(await submit(world, form, CHI, { reopen_reason: said('   ') })).toEqual({
    reopen_reason: 'This is still empty. Please write something first.',
  });
  expect(await submit(world, form, CHI, { reopen_reason: said('they answered') })).toEqual({});
  expect((await mentionRow(world, mentionId)).status).toBe('new');
});

test.each([ACTIONS.handOver, ACTIONS.takeBack, ACTIONS.snooze, ACTIONS.wake, ACTIONS.reopen])(
  '%s on a mention that is not there says so',
  async (action) => {
    expect(await press(world, action, 4711, DANA)).toBe('This is not here any more.');
  },
);
