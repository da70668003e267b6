import { beforeAll } from '@jest/globals';
import type { PracticeMessage } from '../../practice/wire.ts';
import { type Colleague, colleague } from './colleague.ts';
import { freePort, type Program, preparedData, startProgram } from './program.ts';
import { wordsOf } from './reading.ts';
import { until } from './until.ts';

/** The channels of the practice workspace. */
export const COMMUNITY = 'C01COMMUNITY';
export const APPROVALS = 'C02APPROVALS';
export const HELP_WANTED = 'C03HELP';

export type Staff = { ana: Colleague; ben: Colleague; chi: Colleague; dana: Colleague };

/** The four people of the practice workspace on the page at `url`. */
export function staffAt(url: string): Staff {
  const at = (id: string) => colleague(url, id);
  return { ana: at('U01ANA'), ben: at('U02BEN'), chi: at('U03CHI'), dana: at('U04DANA') };
}

export type Workplace = Staff & {
  readonly program: Program;
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** A card that nobody has yet, and that no other test of this file works on. */
  freshCard(): Promise<PracticeMessage>;
};

/** Starts the whole program in its practice workspace for the tests of one file. */
export function workplace(dataDir = preparedData): Workplace {
  let open: Workplace;
  beforeAll(async () => {
    open = await openWorkplace(dataDir());
  }, 120_000);
  return new Proxy({} as Workplace, { get: (_, key: keyof Workplace) => open[key] });
}

async function openWorkplace(dataDir: string): Promise<Workplace> {
  const port = await freePort();
  const program = await startProgram({ DATA_DIR: dataDir, PRACTICE_PORT: String(port) });
  await program.ready();
  const url = `http://127.0.0.1:${port}`;
  const staff = staffAt(url);
  const taken = new Set<string>();
  const freshCard = () =>
    until(
      'a card waits in #community that nobody has yet',
      async () => {
        const cards = await staff.ben.messages(COMMUNITY);
        const card = cards.find((one) => !taken.has(one.ts) && /Nobody has it yet/.test(wordsOf(one)));
        if (card) taken.add(card.ts);
        return card;
      },
      60,
    );
  return { ...staff, program, url, port, dataDir, freshCard };
}

/** Claims the card and puts a draft to the vote: returns the ballot in #approvals once both reactions stand under it. */
export async function askForVotes(writer: Colleague, card: PracticeMessage, text: string): Promise<PracticeMessage> {
  await writer.press(card, 'Claim');
  const claimed = await writer.sees(card, /has it, claimed/);
  await writer.press(claimed, 'Draft a reply…');
  await writer.submit(await writer.modal('Draft a reply'), { 'Your reply': text });
  return findBallot(writer, text);
}

/** The ballot with this text, once Porchlight has put both reactions under it. */
export function findBallot(reader: Colleague, text: string): Promise<PracticeMessage> {
  return until(`a ballot on “${text}” stands in #approvals`, async () => {
    const ballots = await reader.messages(APPROVALS);
    return ballots.find((one) => wordsOf(one).includes(text) && one.reactions.length === 2);
  });
}

/** Waits until nothing is on its way any more: `/community status` says that no work is waiting. */
export async function calm(person: Colleague): Promise<void> {
  await until(
    'no work is waiting',
    async () => {
      await person.types(COMMUNITY, 'status');
      return person.isTold(COMMUNITY, /No work is waiting/);
    },
    40,
  );
}
