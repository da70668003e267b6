import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import type { PracticeMessage } from '../../practice/wire.ts';
import { colleague } from '../helpers/colleague.ts';
import { freePort, type Program, preparedData, startProgram } from '../helpers/program.ts';
import { wordsOf } from '../helpers/reading.ts';
import { until } from '../helpers/until.ts';
import { COMMUNITY } from '../helpers/workplace.ts';

type Home = { dataDir: string; port: number };

async function newHome(): Promise<Home> {
  return { dataDir: preparedData(), port: await freePort() };
}

async function start({ dataDir, port }: Home): Promise<Program> {
  const program = await startProgram({ DATA_DIR: dataDir, PRACTICE_PORT: String(port) }, { ownGroup: true });
  await program.ready();
  return program;
}

/** The processes of the program's group, each with its parent: itself and whatever it has started. */
function processesOf(program: Program): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  return pairs.filter(([, group]) => group === program.pid).map(([pid = 0]) => pid);
}

function ben({ port }: Home) {
  return colleague(`http://127.0.0.1:${port}`, 'U02BEN');
}

async function cardsOf(home: Home, atLeast: number): Promise<PracticeMessage[]> {
  return until(
    `there are ${atLeast} cards`,
    async () => {
      const cards = await ben(home).messages(COMMUNITY);
      return cards.length >= atLeast && cards;
    },
    40,
  );
}

/** What tells one card from another: who said it, and what. */
function tellingWords(cards: PracticeMessage[]): string[] {
  return cards.map((card) => wordsOf(card).split('\n').slice(0, 3).join('\n'));
}

for (const [how, stop] of [
  ['Ctrl-C, which reaches both its processes,', (program: Program) => program.ctrlC()],
  ['SIGTERM to the program alone', (program: Program) => program.kill('SIGTERM')],
] as const) {
  test(`${how} stops it within five seconds, and no process is left`, async () => {
    const program = await start(await newHome());
    expect(processesOf(program)).toHaveLength(2);
    const asked = Date.now();
    expect(await stop(program)).toEqual({ code: 0, signal: null });
    expect(Date.now() - asked).toBeLessThan(5_000);
    expect(processesOf(program)).toEqual([]);
    expect(program.complaint()).toBe('');
  });
}

test('Ctrl-C while it is still starting leaves no process either', async () => {
  const home = await newHome();
  const program = await startProgram({ DATA_DIR: home.dataDir, PRACTICE_PORT: String(home.port) }, { ownGroup: true });
  await until('the practice workspace is being started', () => processesOf(program).length === 2);
  expect(await program.ctrlC()).toEqual({ code: 0, signal: null });
  expect(program.complaint()).toBe('');
  await until('everything is gone', () => processesOf(program).length === 0, 5);
  const again = await start(home);
  await again.kill('SIGINT');
});

test('the practice workspace ends when the program is killed', async () => {
  const program = await start(await newHome());
  expect(await program.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  await until('the practice workspace is gone too', () => processesOf(program).length === 0, 5);
});

test('when the practice workspace dies the program says so and leaves', async () => {
  const program = await start(await newHome());
  const practice = processesOf(program).find((pid) => pid !== program.pid) ?? 0;
  process.kill(practice, 'SIGKILL');
  expect(await program.left).toEqual({ code: 1, signal: null });
  expect(program.complaint()).toMatch(/^The practice workspace ended by itself\..*$/m);
});

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`after ${signal} the next start shows the same workspace, posts nothing twice and goes on`, async () => {
    const home = await newHome();
    const first = await start(home);
    const [card] = await cardsOf(home, 2);
    if (!card) throw new Error('There is no card.');
    await ben(home).press(card, 'Claim');
    await ben(home).sees(card, /<@U02BEN> has it/);
    const before = await ben(home).messages(COMMUNITY);
    await first.kill(signal);
    await until('the practice workspace is gone', () => processesOf(first).length === 0, 5);

    const second = await start(home);
    const after = await cardsOf(home, 6);
    expect(after.map(({ ts }) => ts).slice(0, before.length)).toEqual(before.map(({ ts }) => ts));
    expect(new Set(tellingWords(after)).size).toBe(after.length);
    await ben(home).press(card, 'Draft a reply…');
    await ben(home).submit(await ben(home).modal('Draft a reply'), { 'Your reply': 'We are back.' });
    await ben(home).sees(card, /drafted a reply; 0 of 2 approvals/);
    await second.kill('SIGINT');
  });
}
