import { beforeEach, expect, test } from '@jest/globals';
import { correctMention } from '../../src/flows/correct-mention.ts';
import { exportCorrections } from '../../src/flows/export-corrections.ts';
import { aMention, aRoom, aTeam, aWatch } from '../helpers/builders.ts';
import { BEN, CHI, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const filesOf = (name: string) =>
  world.slack.files.filter((file) => file.name === name).map(({ bytes }) => bytes.toString());

test('what people corrected is sent to a manager as labelled texts, in the thread of a direct message', async () => {
  const first = await aMention(world, { title: 'Help', text: 'It\tbroke\r\nagain', judged: { tone: 'neutral' } });
  const second = await aMention(world, { text: 'Acme, hm', judged: { tone: 'negative', kind: 'defect' } });
  await aMention(world, { text: 'Acme untouched', judged: { tone: 'negative' } });
  granted(await correctMention(world.deps, { mentionId: first, personId: BEN, tone: 'negative', kind: 'defect' }));
  granted(await correctMention(world.deps, { mentionId: second, personId: CHI, tone: 'unclear' }));
  await world.rest();
  expect(await exportCorrections(world.deps, DANA)).toBe(2);
  expect(filesOf('porchlight-tones.tsv')).toEqual(['Help It broke again\t0\n']);
  expect(filesOf('porchlight-kinds.tsv')).toEqual(['Help It broke again\tdefect\n']);
  const [above] = world.slack.shown('D0DANA');
  expect(above?.message.text).toContain('corrected in 2 mentions');
  expect(world.slack.files.every(({ under }) => under?.ts === above?.ts)).toBe(true);
});

test('a manager gets no word of a channel they are not in, and without a correction nothing is sent', async () => {
  const channel = aRoom(world, 'C0SECRET', { members: [CHI] });
  const mentionId = await aMention(world, { watch: await aWatch(world, { name: 'Secret', channel }) });
  granted(await correctMention(world.deps, { mentionId, personId: CHI, tone: 'positive' }));
  expect(await exportCorrections(world.deps, DANA)).toBe(0);
  expect(world.slack.files).toEqual([]);
});

test('nobody but a manager gets them', async () => {
  expect(await exportCorrections(world.deps, BEN)).toEqual({ refusal: 'not_yours', act: 'export_corrections' });
});
