import { beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readStatus } from '../../src/flows/read-lists.ts';
import { statusMessage } from '../../src/views/status-message.ts';
import { openDoor } from '../helpers/bolt-app.ts';
import { aTeam } from '../helpers/builders.ts';
import { DANA } from '../helpers/facts.ts';
import { deliver, pressBody } from '../helpers/matrix/knock.ts';
import { PRESSES } from '../helpers/matrix/presses.ts';
import { testWorld } from '../helpers/world.ts';
import { everyObject } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const RETRIES = Object.entries(PRESSES).filter(([id]) => id.endsWith('_retry') && id !== 'source_retry');

test.each(RETRIES)(
  'dead work with the button %s is told by /community status until it is tried again',
  async (id, row) => {
    const { value } = await row.stage(world);
    const shown = async () => statusMessage(await readStatus(world.deps), world.now());
    const before = await shown();
    const button = everyObject(before.blocks).find((one) => one.action_id === id);
    expect(button).toMatchObject({ value: String(value) });
    await deliver([{ world, door: await openDoor(world) }], pressBody({ by: DANA }, id, value, 'list'));
    expect(everyObject((await shown()).blocks).find((one) => one.action_id === id)).toBeUndefined();
  },
);

test('everything that has work that can be dead can be tried again', async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'dead_at' order by 1`.execute(world.db);
  // A source never dies, and a picture is drawn anew by whoever asks for it.
  const told = rows.map(({ name }) => name).filter((name) => !['sources', 'pictures'].includes(name));
  expect(RETRIES).toHaveLength(told.length);
});
