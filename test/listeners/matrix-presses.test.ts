import { beforeEach, expect, test } from '@jest/globals';
import { actions } from '../../listeners/actions/index.ts';
import type { MessageAt } from '../../src/slack/port.ts';
import type { ActionId } from '../../src/views/ids.ts';
import { openDoor } from '../helpers/bolt-app.ts';
import { aTeam, OTHER_TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { DANA } from '../helpers/facts.ts';
import { deliver, type House, type Place, pressBody, type Seen } from '../helpers/matrix/knock.ts';
import { PRESSES } from '../helpers/matrix/presses.ts';
import { alikeRows, allRows } from '../helpers/matrix/rows.ts';
import type { PressRow, Staged } from '../helpers/matrix/stage.ts';
import { giveToOtherTeam, inviteStrangers, OURS, strangersFor, TURNED_AWAY } from '../helpers/matrix/strangers.ts';
import { aWorld, nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
let world: World;
let house: House;

beforeEach(begin);

async function begin(): Promise<void> {
  world = await nextWorld(database);
  await aTeam(world, { managers: [DANA] });
  inviteStrangers(world);
  house = { world, door: await openDoor(world) };
}

/** The button of this row as it can be pressed, and nothing on its way any more. */
async function staged(row: PressRow): Promise<Staged> {
  const ready = await row.stage(world);
  await world.settled();
  await world.rest();
  return ready;
}

const ROWS = Object.entries(PRESSES);
const rowsWhere = (is: (row: PressRow) => boolean) => ROWS.filter(([, row]) => is(row));

/** Presses this button, by whoever may unless it says otherwise. */
function press(
  id: string,
  row: PressRow,
  ready: Staged,
  other: Partial<Staged & { team: string }> = {},
): Promise<Seen> {
  const { by, value, place, ...team } = { ...ready, ...other };
  return deliver([house], pressBody({ by, ...team }, id, value, place, row.isChoice));
}

/** What every press must be: answered once, without a fault. */
function expectAnswered(seen: Seen): void {
  expect(seen.acks).toEqual(seen.acks.map(() => [undefined]));
  expect(world.takeErrors()).toEqual([]);
}

/** Told once, alone and in a whole sentence. */
function expectTold(seen: Seen, sentence: RegExp): void {
  expectAnswered(seen);
  expect(seen.told).toEqual([expect.stringMatching(sentence)]);
}

test('every button is in the matrix', () => {
  expect(Object.keys(PRESSES).sort()).toEqual(Object.keys(actions).sort());
});

test.each(ROWS)(
  '%s does what it says for whoever may, and nothing for all others, who are told why',
  async (id, row) => {
    const ready = await staged(row);
    const before = await allRows(world);
    for (const by of strangersFor(id)) {
      const seen = await press(id, row, ready, { by });
      if (row.does === 'shows') expectAnswered(seen);
      else expectTold(seen, TURNED_AWAY);
    }
    expectTold(await press(id, row, ready, { team: OTHER_TEAM }), TURNED_AWAY);
    if (ready.without && row.does !== 'shows') {
      expectTold(
        await press(id, row, ready, { by: ready.without }),
        /^(?!This is not here any more|Something went)[A-Z<].+\.$/,
      );
    }
    expect(await allRows(world)).toEqual(before);

    const seen = await press(id, row, ready);
    expectAnswered(seen);
    if (row.does === 'changes') expect(await allRows(world)).not.toEqual(before);
    else expect(await allRows(world)).toEqual(before);
    if (row.does === 'opens') expect(seen).toMatchObject({ form: expect.anything(), told: [] });
  },
);

test.each(rowsWhere(({ moveOn }) => moveOn !== undefined))(
  '%s, pressed too late, says what is so now',
  async (id, row) => {
    const ready = await staged(row);
    await row.moveOn?.(world, ready);
    await world.settled();
    await world.rest();
    const before = await allRows(world);
    expectTold(await press(id, row, ready), /^(?!Something went)[A-Z<].+\.$/);
    expect(await allRows(world)).toEqual(before);
  },
);

const ABOUT_ROWS = rowsWhere(({ about, does }) => about === 'row' && does !== 'shows');
test.each(ABOUT_ROWS)('%s of another workspace that shares the database is not here', async (id, row) => {
  const ready = await staged(row);
  await aTeam(world, { id: OTHER_TEAM });
  await giveToOtherTeam(world, OURS);
  const before = await allRows(world);
  expectTold(await press(id, row, ready), /^This is not here any more\.$/);
  expect(await allRows(world)).toEqual(before);
});

const isMessage = (place: Place): place is MessageAt => typeof place === 'object' && 'ts' in place;

const ON_MESSAGES = ROWS.filter(([id]) => actions[id as ActionId]?.on !== undefined);
test.each(ON_MESSAGES)('%s does what it says though its message was deleted, and posts none again', async (id, row) => {
  const ready = await staged(row);
  if (!isMessage(ready.place)) throw new Error('it stands on no message');
  const { channel, ts } = ready.place;
  const deleted = { type: 'message', subtype: 'message_deleted', channel, deleted_ts: ts, ts: '2', event_ts: '2' };
  const postingId = world.slack.shown(channel).find((one) => one.ts === ts)?.postingId;
  world.slack.deleteByHand(ready.place);
  const before = await allRows(world);
  const seen = await press(id, row, ready);
  expectAnswered(seen);
  if (row.does === 'changes') expect(await allRows(world)).not.toEqual(before);
  if (row.does === 'opens') expect(seen.form).toBeDefined();
  await house.door.event(deleted);
  expectAnswered(await press(id, row, ready));
  await world.rest();
  expect(world.slack.shown(channel).filter((one) => one.postingId === postingId)).toEqual([]);
  expect(world.takeErrors()).toEqual([]);
});

const CHANGING = rowsWhere(({ does }) => does === 'changes');
test.each(CHANGING)('%s, pressed three times at once at two replicas, does it once', async (id, row) => {
  const once = await staged(row);
  await press(id, row, once);
  await world.rest();
  const wanted = await alikeRows(world);

  await begin();
  const ready = await staged(row);
  const replica = aWorld(database, world);
  const houses = [house, house, { world: replica, door: await openDoor(replica) }];
  const body = pressBody(ready, id, ready.value, ready.place, row.isChoice);
  expectAnswered(await deliver(houses, body, body, body));
  await world.rest();
  expect(await alikeRows(world)).toEqual(wanted);
  expect(replica.takeErrors()).toEqual([]);
});
