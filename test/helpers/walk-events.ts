import { noticeReaction } from '../../src/flows/cast-vote.ts';
import { climbDue } from '../../src/flows/climb-ladder.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { noticeDeletion } from '../../src/flows/meet-message.ts';
import { lapseHolds } from '../../src/flows/publish-reply.ts';
import { recountAll, recountDue } from '../../src/flows/recount-ballot.ts';
import { remindReviews } from '../../src/flows/remind-reviews.ts';
import { remindRoutes } from '../../src/flows/remind-routes.ts';
import { remindDue } from '../../src/flows/send-reminders.ts';
import { MINUTE } from './builders.ts';
import type { Fault, Method } from './fake-slack.ts';
import type { Press } from './walk-acts.ts';
import type { World } from './world.ts';

const EMOJI = [
  'white_check_mark',
  'white_check_mark::skin-tone-3',
  'octagonal_sign',
  'white_check_mark::skin-tone-5',
  '+1',
];
const FAULTS: Fault[] = ['lost before', 'lost after', { limited: 3_000 }, { limited: undefined }];
const FAULTY: Method[] = ['post', 'update', 'reactions', 'findPosted', 'person', 'groupMembers', 'whisper'];

/** Where the newest ballot stands, if it stands anywhere. */
function ballotAt({ world, before, mentionId }: Press) {
  const ballot = before.ballots.filter((one) => one.mention_id === mentionId).at(-1);
  const posting = before.postings.find((one) => one.kind === 'ballot' && one.ballot_id === ballot?.id);
  const at = posting?.message_ts ? { channel: posting.channel_id, ts: posting.message_ts } : undefined;
  return at && world.slack.shown().some((one) => one.ts === at.ts && one.channel === at.channel) ? at : undefined;
}

/** A reaction comes or goes; every fourth time nobody tells us. */
function reaction(what: 'react' | 'unreact') {
  return async (press: Press) => {
    const { world, who, n } = press;
    const at = ballotAt(press);
    if (!at) return;
    const name = EMOJI[n % EMOJI.length] ?? '';
    world.slack[what](at, who, name);
    if (n % 4 !== 0) await noticeReaction(world.deps, at, name);
  };
}

/** Everything that the clock wakes. */
export async function sweep({ deps }: World): Promise<void> {
  await recountDue(deps);
  await lapseHolds(deps);
  await climbDue(deps);
  await remindDue(deps);
  await remindRoutes(deps);
  await remindReviews(deps);
  await drawDue(deps);
}

function wait(ms: (n: number) => number) {
  return async ({ world, n }: Press) => {
    world.pass(ms(n));
    await sweep(world);
  };
}

/** What happens around the people: votes by emoji, the clock, and a Slack that fails. */
export const EVENTS = {
  react: reaction('react'),
  unreact: reaction('unreact'),
  recount: async ({ world }: Press) => {
    await recountAll(world.deps);
    await recountDue(world.deps);
  },
  seconds: wait((n) => (n % 10) * 1_000),
  minutes: wait((n) => (n % 40) * MINUTE),
  hours: wait((n) => (n % 30) * 60 * MINUTE),
  days: wait((n) => (n % 5) * 24 * 60 * MINUTE),
  fault: async ({ world, n }: Press) =>
    world.slack.fail(FAULTY[n % FAULTY.length] ?? 'post', FAULTS[n % FAULTS.length] ?? 'lost after'),
  /** A message that anybody deletes by hand, but for the cards: without one there is nothing left to press. */
  erase: async ({ world, before, n }: Press) => {
    const cards = before.postings.filter((one) => one.kind === 'card').map((one) => one.message_ts);
    const shown = world.slack.shown().filter((one) => !cards.includes(one.ts));
    const gone = shown[n % Math.max(1, shown.length)];
    if (!gone) return;
    world.slack.deleteByHand(gone);
    if (n % 2 === 0) await noticeDeletion(world.deps, gone);
  },
};

export type EventName = keyof typeof EVENTS;
