import { beforeEach, expect, test } from '@jest/globals';
import type { InputBlock, ModalView } from '@slack/types';
import { CALLBACKS, FIELDS, SHORTCUTS } from '../../src/views/ids.ts';
import { type Door, inChannel, openDoor, USER } from '../helpers/bolt-app.ts';
import { aTeam, aWatch, GEN } from '../helpers/builders.ts';
import { CHI } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
let door: Door;
beforeEach(async () => {
  await aTeam(world);
  door = await openDoor(world);
});

const user = { id: USER, username: 'ben', team_id: 'T0ACME' };

const choose = () =>
  door.send({ type: 'shortcut', callback_id: SHORTCUTS.logMention, user, trigger_id: '1.2.3', action_ts: '1' });

const chooseOn = (message: Record<string, unknown>) =>
  door.send({
    type: 'message_action',
    callback_id: SHORTCUTS.logMessage,
    user,
    trigger_id: '1.2.3',
    action_ts: '1',
    message_ts: '5.000001',
    response_url: 'https://hooks.slack.example/respond',
    ...inChannel('5.000001'),
    message: { type: 'message', ts: '5.000001', ...message },
  });

function filledIn(): Record<string, unknown> {
  const { blocks } = door.lastView() as unknown as ModalView;
  return Object.fromEntries(
    (blocks as InputBlock[]).map(({ block_id: id, element }) => [
      id,
      'initial_value' in element ? element.initial_value : 'initial_option' in element && element.initial_option?.value,
    ]),
  );
}

test('the global shortcut opens an empty log form at once', async () => {
  const { id } = await aWatch(world);
  expect((await choose()).acks).toEqual([undefined]);
  expect(door.api.map(({ method }) => method)).toEqual(['views.open', 'views.update']);
  expect(door.lastView()).toMatchObject({ callback_id: CALLBACKS.log });
  expect(filledIn()).toMatchObject({ [FIELDS.logNetwork.block]: 'phone', [FIELDS.logWatch.block]: String(id) });
});

test('a message becomes a mention: its words and its author stand in the form, and the form stores them', async () => {
  const { id: watchId } = await aWatch(world);
  world.slack.describe(CHI, { name: 'Chi Nakamura' });
  expect((await chooseOn({ user: CHI, text: 'Maya says <https://x.example|it> times out' })).acks).toHaveLength(1);
  const text = 'Maya says it (https://x.example) times out';
  expect(filledIn()).toMatchObject({
    [FIELDS.logNetwork.block]: 'chat',
    [FIELDS.logAuthor.block]: 'Chi Nakamura',
    [FIELDS.logText.block]: text,
  });
  const { logNetwork, logAuthor, logText, logWatch } = FIELDS;
  await door.submit(CALLBACKS.log, null, {
    [logNetwork.block]: { [logNetwork.action]: { selected_option: { value: 'chat' } } },
    [logAuthor.block]: { [logAuthor.action]: { value: 'Maya Ito' } },
    [logText.block]: { [logText.action]: { value: text } },
    [logWatch.block]: { [logWatch.action]: { selected_option: { value: String(watchId) } } },
  });
  expect(await world.db.selectFrom('items').selectAll().execute()).toMatchObject([{ network: 'chat', text }]);
  expect(world.slack.shown(GEN)).toHaveLength(1);
});

test('whoever logs their own message says themselves whose words they are', async () => {
  await aWatch(world);
  await chooseOn({ user: USER, text: 'A customer called.' });
  expect(filledIn()).toMatchObject({ [FIELDS.logText.block]: 'A customer called.', [FIELDS.logAuthor.block]: false });
});

test('a watch whose channel the person is not in is not offered', async () => {
  await aWatch(world, { name: 'Secret plan' });
  world.slack.rooms.set(GEN, { name: 'community', members: [CHI], hasBot: true, archived: false });
  await choose();
  expect(JSON.stringify(door.lastView())).not.toContain('Secret plan');
});

test('a Slack guest is told kindly, before anything is typed', async () => {
  world.slack.describe(USER, { isGuest: true });
  for (const go of [choose, () => chooseOn({ user: CHI, text: 'x' })]) {
    await go();
    expect(JSON.stringify(door.lastView())).toContain('Guest accounts');
  }
});

test('a message without words, and one nobody knows, open an empty form', async () => {
  await aWatch(world);
  for (const message of [{}, { text: 5, user: {} }, { files: [null] }]) {
    expect((await chooseOn(message)).acks).toHaveLength(1);
    expect(filledIn()).toMatchObject({ [FIELDS.logText.block]: false });
  }
});

test('what breaks while the form is filled is said in it', async () => {
  world.slack.fail('person', 'lost before');
  await choose();
  expect(JSON.stringify(door.lastView())).toContain('Something went wrong');
  expect(world.takeErrors()).toHaveLength(1);
});
