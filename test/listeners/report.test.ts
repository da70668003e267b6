import { beforeEach, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import { readReportTurn } from '../../src/views/report-turn.ts';
import { type Door, openDoor } from '../helpers/bolt-app.ts';
import { aMention, aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { testWorld } from '../helpers/world.ts';
import { everyObject, linesOf } from '../views/reading.ts';

const world = testWorld();
let door: Door;
beforeEach(async () => {
  await aTeam(world, { timezone: 'Europe/Berlin' });
  await aWatch(world, { name: 'Acme cloud' });
  door = await openDoor(world);
});

const told = () => String(door.responses.at(-1)?.text);
const blocks = () => (door.responses.at(-1)?.blocks ?? []) as KnownBlock[];
const values = () =>
  everyObject(blocks()).flatMap((one) => (one.type === 'button' ? [[String(one.action_id), String(one.value)]] : []));
const list = {
  channel: { id: GEN, name: 'community' },
  container: { type: 'message', message_ts: '1.000001', channel_id: GEN, is_ephemeral: true },
};

test.each([
  ['report', 'Report: This week, Mon 23 Nov 2026 · all watches you can see'],
  ['report today', 'Report: Today, Mon 23 Nov 2026 · all watches you can see'],
  ['report by network "acme cloud" month', 'Report: This month, Sun 1 Nov to Mon 23 Nov 2026 · Acme cloud'],
  ['REPORT 2026-10-25..2026-10-31 Acme', 'Report: Sun 25 Oct to Sat 31 Oct 2026 · Acme cloud'],
])('/community %s answers privately with what was asked', async (text, head) => {
  await door.command(text);
  expect(door.responses.at(-1)).toMatchObject({ response_type: 'ephemeral' });
  expect(told().split('\n')[0]).toBe(head);
});

test.each([
  ['report 2026-02-30', '“2026-02-30” is no day of the calendar.'],
  ['report last week', 'I have no report for “last week”. You may ask for today, week, month, quarter'],
  ['report by mood', 'I cannot break a report down by “mood”. Such as: /community report month by person.'],
  ['report Beta', 'You can see no watch called “Beta”. You can see: Acme cloud.'],
  ['report 2026-12-01..2026-12-31', 'These days are still to come, so there is nothing to count yet.'],
  ['report <!channel> week', 'You can see no watch called “@channel”.'],
])('/community %s says in a sentence what is wrong', async (text, sentence) => {
  await door.command(text);
  expect(told()).toContain(sentence);
  expect(told()).not.toContain('<!');
});

test('a report with charts is answered once more without them where they are refused', async () => {
  await aMention(world);
  await aMention(world);
  await door.command('report 2026-11-22..2026-11-23');
  expect(blocks().map(({ type }) => String(type))).toContain('data_visualization');
  door.responses.splice(0);
  door.refuseNextResponse();
  await door.command('report 2026-11-22..2026-11-23');
  expect(door.responses).toHaveLength(1);
  expect(blocks().map(({ type }) => String(type))).not.toContain('data_visualization');
  expect(linesOf(blocks()).join()).toContain('2 mentions');
});

test('“Share” asks for a channel and posts there what was asked', async () => {
  await door.command('report today');
  const [, share = ''] = values().find(([id]) => id === 'report_share') ?? [];
  await door.press('report_share', share, list);
  const form = door.lastView();
  expect(form).toMatchObject({ callback_id: 'report_share', submit: { text: 'Share' } });
  expect(readReportTurn(String(form.private_metadata))?.asked.period).toBe('today');
  const answers = { report_channel: { channel: { selected_conversation: GEN } } };
  const { acks } = await door.submit('report_share', JSON.parse(String(form.private_metadata)), answers);
  expect(acks).toEqual([undefined]);
  await world.rest();
  expect(world.slack.shown(GEN).map(({ message }) => message.text.split('\n')[0])).toEqual([
    'Report: Today, Mon 23 Nov 2026 · all watches of this channel',
  ]);
});

test('a channel without a watch is told under the field', async () => {
  const answers = { report_channel: { channel: { selected_conversation: 'C0HELP' } } };
  const { acks } = await door.submit('report_share', { period: 'week', watch: null, by: null, at: 1 }, answers);
  expect(acks).toEqual([
    {
      response_action: 'errors',
      errors: { report_channel: expect.stringContaining('there is none for that channel') },
    },
  ]);
});

test('“Export” says where the files are', async () => {
  await door.command('report');
  const [, value = ''] = values().find(([id]) => id === 'report_export') ?? [];
  await door.press('report_export', value, list);
  expect(world.slack.whispers.at(-1)?.text).toContain('I sent you the report as a direct message.');
  expect(world.slack.files).toHaveLength(2);
});

test('a value that is not ours is told to be gone', async () => {
  for (const id of ['report_share', 'report_export']) {
    await door.press(id, '{"period":"year"}', list);
    expect(world.slack.whispers.at(-1)?.text).toBe('This is not here any more.');
  }
});
