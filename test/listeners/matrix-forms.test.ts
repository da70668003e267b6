import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { views } from '../../listeners/views/index.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import { openDoor } from '../helpers/bolt-app.ts';
import { aTeam, OTHER_TEAM } from '../helpers/builders.ts';
import { testDatabase } from '../helpers/database.ts';
import { DANA } from '../helpers/facts.ts';
import { FORMS, type FormRow, moveOnOf, type Open, openForm } from '../helpers/matrix/forms.ts';
import { deliver, type House, type Seen, submitBody } from '../helpers/matrix/knock.ts';
import { PRESSES } from '../helpers/matrix/presses.ts';
import { alikeRows, allRows } from '../helpers/matrix/rows.ts';
import { giveToOtherTeam, inviteStrangers, OURS, strangersFor, TURNED_AWAY } from '../helpers/matrix/strangers.ts';
import { aWorld, nextWorld, type World } from '../helpers/world.ts';

const database = testDatabase();
afterAll(closeNetworks);
let world: World;
let house: House;

beforeEach(begin);

async function begin(): Promise<void> {
  world = await nextWorld(database);
  await aTeam(world, { managers: [DANA] });
  inviteStrangers(world);
  house = { world, door: await openDoor(world) };
}

const open = (row: FormRow) => openForm(house, row);

const ROWS = Object.entries(FORMS);

function submit(row: FormRow, { form, staged }: Open, who: { by?: string; team?: string } = {}): Promise<Seen> {
  return deliver([house], submitBody({ by: staged.by, ...who }, form, row.answers(world, form)));
}

/** Answered once and without a fault: closed, or turned into what comes next. */
function expectStored(seen: Seen): void {
  expect(seen.errors).toEqual(seen.errors.map(() => ({})));
  expect(seen.acks.every((acks) => acks.length === 1)).toBe(true);
  expect(seen.told).toEqual([]);
  expect(world.takeErrors()).toEqual([]);
}

/** One sentence, under a field that the form has. */
function expectRefused(seen: Seen, { form }: Open, sentence: RegExp): void {
  expect(world.takeErrors()).toEqual([]);
  const [errors = {}] = seen.errors;
  expect(Object.values(errors)).toEqual([expect.stringMatching(sentence)]);
  const fields = form.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  expect(fields).toEqual(expect.arrayContaining(Object.keys(errors)));
}

const WHY = /^(?!Something went)[A-Z“].+\.$/;

test('every form is in the matrix', () => {
  expect(Object.keys(FORMS).sort()).toEqual(Object.keys(views).sort());
});

test.each(ROWS)('%s is stored for whoever may, and for nobody else, who are told why under a field', async (_, row) => {
  const opened = await open(row);
  const before = await allRows(world);
  for (const by of strangersFor(row.opener)) expectRefused(await submit(row, opened, { by }), opened, TURNED_AWAY);
  const { without, by } = opened.staged;
  if (without) expectRefused(await submit(row, opened, { by: without }), opened, WHY);
  const elsewhere = await submit(row, opened, { team: OTHER_TEAM });
  expect(elsewhere.told).toEqual([expect.stringMatching(TURNED_AWAY)]);
  const people = world.db.updateTable('people').where('id', '=', by);
  await people.set({ is_guest: true }).execute();
  expectRefused(await submit(row, opened), opened, TURNED_AWAY);
  await people.set({ is_guest: false }).execute();
  expect(await allRows(world)).toEqual(before);

  expectStored(await submit(row, opened));
  expect(await allRows(world)).not.toEqual(before);
});

const CAN_BE_LATE = ROWS.filter(([, row]) => Boolean(moveOnOf(row)));
test.each(CAN_BE_LATE)('%s, submitted too late, says what is so now', async (_, row) => {
  const opened = await open(row);
  await moveOnOf(row)?.(world, opened.staged);
  await world.settled();
  await world.rest();
  const before = await allRows(world);
  expectRefused(await submit(row, opened), opened, WHY);
  expect(await allRows(world)).toEqual(before);
});

const ABOUT_ROWS = ROWS.filter(([, row]) => (row.about ?? PRESSES[row.opener]?.about) === 'row');
test.each(ABOUT_ROWS)('%s about what belongs to another workspace finds nothing', async (_, row) => {
  const opened = await open(row);
  await aTeam(world, { id: OTHER_TEAM });
  await giveToOtherTeam(world, OURS);
  const before = await allRows(world);
  expectRefused(await submit(row, opened), opened, /^This is not here any more\.$/);
  expect(await allRows(world)).toEqual(before);
});

const FROM_MESSAGES = ROWS.filter(([, row]) => PRESSES[row.opener]?.about === 'row' && !row.stage);
test.each(FROM_MESSAGES)('%s is stored though the message it was opened on was deleted', async (_, row) => {
  const opened = await open(row);
  const { place } = opened.staged;
  if (typeof place === 'object' && 'ts' in place) {
    world.slack.deleteByHand(place);
    const deleted = {
      type: 'message',
      subtype: 'message_deleted',
      ...{ channel: place.channel, deleted_ts: place.ts },
    };
    await house.door.event({ ...deleted, ts: '2', event_ts: '2' });
  }
  const before = await allRows(world);
  expectStored(await submit(row, opened));
  expect(await allRows(world)).not.toEqual(before);
  await world.rest();
  expect(world.takeErrors()).toEqual([]);
});

test.each(ROWS)(
  '%s, submitted twice at once, at another replica and after a restart, is stored once',
  async (_, row) => {
    const once = await open(row);
    expectStored(await submit(row, once));
    await world.rest();
    const wanted = await alikeRows(world);

    await begin();
    const { form, staged } = await open(row);
    const replica = aWorld(database, world);
    replica.deps.http = world.deps.http;
    const houses = [house, house, { world: replica, door: await openDoor(replica) }];
    const body = submitBody(staged, form, row.answers(world, form));
    expectStored(await deliver(houses, body, body, body));
    const restarted = aWorld(database, world);
    expectStored(await deliver([{ world: restarted, door: await openDoor(restarted) }], body));
    await world.rest();
    expect(await alikeRows(world)).toEqual(wanted);
    expect([...replica.takeErrors(), ...restarted.takeErrors()]).toEqual([]);
  },
);
