import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Practice } from '../practice/server/index.ts';
import { ACTIONS } from '../src/views/ids.ts';
import { startBot } from './setting/bot.ts';
import { type Card, type Crowd, gatherCrowd } from './setting/crowd.ts';
import { duration, median, quantile, table } from './setting/figures.ts';
import { scratchFolder } from './setting/leftovers.ts';
import { openPage, type Page } from './setting/page.ts';

const PEOPLE = 20;
const ROUNDS = 3;
/** A round has 23 updates; the bot makes 46 a minute, 25 of them at once: after this it may do so again. */
const PAUSE_MS = 30_000;

type Times = { acks: number[]; redraws: number[] };
type Scene = 'alone' | 'sameCard' | 'ownCards';

/** How long a click on Claim takes until Slack has its ack, and until the card is redrawn, when many click at once. */
export async function benchClicks(): Promise<void> {
  const crowd = await gatherCrowd(PEOPLE, ROUNDS + 1);
  const bot = startBot(...settingsFor(crowd));
  await bot.on;
  const cards = await crowd.cards();
  const page = await openPage(crowd.practice.url, crowd.people[0] ?? '');
  const times = await playRounds({ ...crowd, page }, cards);
  await page.close();
  await bot.stop();
  await crowd.practice.close();
  console.log(`clicks: on Claim, ${ROUNDS} rounds; the built program on PGlite, the practice server as Slack`);
  console.log(
    table([
      ['', 'ack: median', 'p99', 'card redrawn: median', 'p99'],
      row('one person, one card', times.alone),
      row(`${PEOPLE} people at once, ${PEOPLE} cards`, times.ownCards),
      row(`${PEOPLE} people at once, one card`, times.sameCard),
    ]),
  );
  console.log(`  From the click to the ack at the practice server, and to the new card on the people's pages. Slack's rate
  limits are on, the server keeps its state in memory. Of so few clicks, p99 is the slowest.`);
}

function settingsFor({ practice, communityFile }: Crowd): Parameters<typeof startBot> {
  const folder = scratchFolder();
  const file = join(folder, 'community.yml');
  writeFileSync(file, communityFile);
  const settings = {
    DATA_DIR: join(folder, 'data'),
    COMMUNITY_FILE: file,
    SLACK_BOT_TOKEN: 'xoxb-practice',
    SLACK_APP_TOKEN: 'xapp-practice',
    SLACK_API_URL: practice.slackApiUrl,
    ALLOW_FEED_ORIGINS: practice.url,
  };
  return [folder, settings];
}

type Stage = Pick<Crowd, 'practice' | 'people'> & { page: Page };

/** `cards` has one card of each channel for each round, and as many for the rest. */
async function playRounds(stage: Stage, [spare = [], ...rounds]: Card[][]): Promise<Record<Scene, Times>> {
  const times: Record<Scene, Times> = {
    alone: { acks: [], redraws: [] },
    sameCard: { acks: [], redraws: [] },
    ownCards: { acks: [], redraws: [] },
  };
  const everybodyOn = (card: Card | undefined) => stage.people.map((person) => ({ person, card }));
  // The first time, the bot asks Slack who the people are.
  await clickAtOnce(stage, everybodyOn(spare.shift()));
  for (const [n, cards] of rounds.entries()) {
    if (n > 0) await wait(PAUSE_MS);
    for (const person of stage.people.slice(0, 2))
      add(times.alone, await clickAtOnce(stage, [{ person, card: spare.shift() }]));
    add(times.sameCard, await clickAtOnce(stage, everybodyOn(spare.shift())));
    const each = stage.people.map((person, seat) => ({ person, card: cards[seat] }));
    add(times.ownCards, await clickAtOnce(stage, each));
  }
  return times;
}

/** Everybody clicks at the same moment; resolves when every click was acked and every card redrawn. */
async function clickAtOnce(
  { practice, page }: Stage,
  clicks: { person: string; card: Card | undefined }[],
): Promise<Times> {
  const wanted = clicks.map(({ person, card }) => pressOf(practice, person, card));
  const startedAt = performance.now();
  const since = () => performance.now() - startedAt;
  const cards = new Map(clicks.map(({ card }) => [card?.ts, card]));
  const redraws = [...cards.keys()].map((ts) => page.next((message) => message.ts === ts).then(since));
  const acks = wanted.map((press) => practice.act(press).then(since));
  const times = { acks: await Promise.all(acks), redraws: await Promise.all(redraws) };
  if (practice.seen.notices.length > 0) throw new Error(practice.seen.notices[0]?.text);
  return times;
}

/** The press of a card's Claim button, as the page would send it. @throws when there is no such button. */
function pressOf({ state }: Practice, as: string, place: Card | undefined): Parameters<Practice['act']>[0] {
  const message = state.messages.get(place?.channel ?? '')?.find(({ ts }) => ts === place?.ts);
  for (const { block_id = '', elements } of message?.blocks ?? []) {
    const buttons = Array.isArray(elements) ? elements : [];
    const action = buttons.find((button) => button.action_id === ACTIONS.claim);
    if (place && action) return { act: 'press', as, place, action: { ...action, block_id }, values: {} };
  }
  throw new Error('A card has no Claim button.');
}

function add(all: Times, more: Times): void {
  all.acks.push(...more.acks);
  all.redraws.push(...more.redraws);
}

function row(scene: string, { acks, redraws }: Times): string[] {
  return [scene, ...[acks, redraws].flatMap((ms) => [duration(median(ms)), duration(quantile(ms, 0.99))])];
}
