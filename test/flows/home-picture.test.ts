import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { drawHomePicture } from '../../src/flows/draw-home-picture.ts';
import { showHome } from '../../src/flows/show-home.ts';
import { aMention, aRoom, aTeam, aWatch, MINUTE } from '../helpers/builders.ts';
import { BEN, CHI } from '../helpers/facts.ts';
import { testWorld } from '../helpers/world.ts';
import { everyObject } from '../views/reading.ts';

const world = testWorld();
const DAY = 24 * 60 * MINUTE;

beforeEach(async () => {
  await aTeam(world);
  const acme = await aWatch(world);
  for (let day = 0; day < 5; day++) {
    for (let n = 0; n <= day; n++) await aMention(world, { watch: acme });
    world.pass(DAY);
  }
});

/** Both steps of a picture: it is sent, and shown once Slack has taken it in. */
async function draw(): Promise<void> {
  await drawHomePicture(world.deps);
  world.pass(10_000);
  await drawHomePicture(world.deps);
}

async function seenBy(person: string) {
  await showHome(world.deps, person);
  return everyObject(world.slack.homes.get(person)?.blocks).find((one) => one.type === 'image');
}

test('App Home shows what was heard as a picture, with its numbers in words', async () => {
  expect(await seenBy(BEN)).toBeUndefined();
  await draw();
  const [file] = world.slack.files;
  expect(file?.under).toBeUndefined();
  expect(file?.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(file?.bytes.readUInt32BE(16)).toBe(1440);
  const image = await seenBy(BEN);
  expect(image).toMatchObject({ slack_file: { id: file?.id } });
  expect(image?.alt_text).toMatch(
    /^A bar chart\. Mentions, Sat 14 Nov to Fri 27 Nov 2026: .*23 Nov 1, 24 Nov 2, .*27 Nov 5\.$/,
  );
  if (process.env.PICTURES_OF_REPORTS) {
    mkdirSync(process.env.PICTURES_OF_REPORTS, { recursive: true });
    writeFileSync(join(process.env.PICTURES_OF_REPORTS, 'home.png'), file?.bytes ?? '');
  }
});

test('what Slack has not taken in is not shown yet', async () => {
  world.slack.takesFiles = false;
  await draw();
  expect(await seenBy(BEN)).toBeUndefined();
  world.slack.takesFiles = true;
  world.pass(MINUTE);
  await drawHomePicture(world.deps);
  expect(await seenBy(BEN)).toBeDefined();
  expect(world.slack.files).toHaveLength(1);
});

test('the same numbers are drawn once, and looked at once a day', async () => {
  await draw();
  for (let hour = 0; hour < 20; hour++) {
    await drawHomePicture(world.deps);
    world.pass(MINUTE);
  }
  expect(world.slack.files).toHaveLength(1);
  world.pass(DAY);
  await draw();
  expect(world.slack.files).toHaveLength(2);
});

test('a private channel’s mentions are in no picture, and a team with nothing else has none', async () => {
  for (const room of world.slack.rooms.values()) room.isPrivate = true;
  await draw();
  expect(world.slack.files).toEqual([]);
  expect(await seenBy(BEN)).toBeUndefined();
});

test('only public watches are counted where there are both', async () => {
  const channel = aRoom(world, 'C0SECRET', { members: [CHI] });
  const room = world.slack.rooms.get(channel);
  if (room) room.isPrivate = true;
  const secret = await aWatch(world, { name: 'Secret', channel, position: 1 });
  for (let n = 0; n < 50; n++) await aMention(world, { watch: secret });
  world.pass(DAY);
  await draw();
  expect((await seenBy(CHI))?.alt_text).toMatch(/27 Nov 5, 28 Nov 0\.$/);
});

test('a guest sees no picture', async () => {
  await draw();
  world.slack.describe('U0GUEST', { isGuest: true });
  expect(await seenBy('U0GUEST')).toBeUndefined();
});

test('a Slack that takes no files is left alone until tomorrow, one that is away is asked again', async () => {
  world.slack.fail('upload', 'lost before', { refused: 'missing_scope' });
  await drawHomePicture(world.deps);
  world.pass(MINUTE);
  await drawHomePicture(world.deps);
  world.pass(MINUTE);
  await drawHomePicture(world.deps);
  const tries = () => world.slack.calls.filter(({ method }) => method === 'upload').length;
  expect(tries()).toBe(2);
  world.pass(DAY);
  await draw();
  expect(tries()).toBe(3);
  expect(await seenBy(BEN)).toBeDefined();
});
