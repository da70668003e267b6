import { insertBallot } from '../../src/db/ballots.ts';
import { insertDraft } from '../../src/db/drafts.ts';
import { insertNewItems } from '../../src/db/items.ts';
import type { KnownPerson } from '../../src/domain/rights.ts';
import type { ApprovalPolicy } from '../../src/domain/settings.ts';
import { textHash } from '../../src/domain/text.ts';
import { cleanItem } from '../../src/flows/clean-item.ts';
import { anItem, aTeam, aWatch, MINUTE, TEAM, VOTES } from './builders.ts';
import { ANA, BEN, CHI, DANA } from './facts.ts';
import { ballotRow, draft, granted } from './stages.ts';
import type { World } from './world.ts';

const EVE = 'U0EVE';
export const PEOPLE = [ANA, CHI, DANA, EVE, BEN, 'U0GUEST', 'U0BOT2', 'U0FAR', 'U0GONE'];
const STRANGERS = ['U0GUEST', 'U0BOT2', 'U0FAR', 'U0GONE'];
const STRANGE: Record<string, Partial<KnownPerson>> = {
  U0GUEST: { isGuest: true },
  U0BOT2: { isBot: true },
  U0FAR: { isForeign: true },
};

export const EMOJI = [
  'white_check_mark',
  'white_check_mark::skin-tone-4',
  'octagonal_sign',
  'octagonal_sign::skin-tone-2',
];
export const TALK = ['+1', 'thumbsup::skin-tone-3', '-1', 'x', 'eyes', 'no_entry', 'heavy_check_mark'];

export type Choice = 'approve' | 'object';
export type Rule = { votes: number; objections: number; approvers: 'everyone' | string[] };

/** What the test knows for itself of one ballot. */
export type Known = {
  world: World;
  rule: Rule;
  mentionId: number;
  ballotId: number;
  at: { channel: string; ts: string };
  /** Presses that were accepted, the newest of each person. */
  buttons: Map<string, Choice>;
  gone: Set<string>;
  /** Events that were not delivered yet. */
  undelivered: (() => Promise<void>)[];
  mustBeTold: Set<string>;
  everObjected: Set<string>;
  /** The votes as they stood when it was approved. */
  approvedBy: string[];
  ballots: number;
};

export function mayVote(known: Known, id: string): boolean {
  const { approvers } = known.rule;
  if (id === BEN || STRANGERS.includes(id) || known.gone.has(id)) return false;
  return approvers === 'everyone' || approvers.includes(id) || (approvers.includes('S0GROUP') && id === EVE);
}

/** Who reacts how at this moment, read straight from the message; an objection beats an approval. */
export function reactionsNow({ world, at }: Known): Map<string, Choice> {
  const message = world.slack.reactionsOn(at);
  const choices = new Map<string, Choice>();
  for (const [name, people] of message) {
    const bare = name.split('::')[0];
    for (const id of people) {
      if (bare === 'white_check_mark' && !choices.has(id)) choices.set(id, 'approve');
      if (bare === 'octagonal_sign') choices.set(id, 'object');
    }
  }
  return choices;
}

export function truth(known: Known) {
  const votes: string[] = [];
  const approvals = new Set<string>();
  const objections = new Set<string>();
  for (const [path, choices] of [
    ['reaction', reactionsNow(known)],
    ['button', known.buttons],
  ] as const) {
    for (const [id, choice] of choices) {
      if (!mayVote(known, id)) continue;
      votes.push(`${id} ${path} ${choice}`);
      (choice === 'approve' ? approvals : objections).add(id);
    }
  }
  for (const id of objections) approvals.delete(id);
  return { votes: votes.sort(), approvals: approvals.size, objections: objections.size };
}

export async function storedVotes({ world, ballotId }: Known): Promise<string[]> {
  const rows = await world.db.selectFrom('votes').selectAll().where('ballot_id', '=', ballotId).execute();
  return rows.map(({ voter_id: id, path, choice }) => `${id} ${path} ${choice}`).sort();
}

/** A mention whose first revision is on the ballot: written straight into its rows, for there are a thousand of them. */
export async function begin(world: World, asked: Rule): Promise<Known> {
  const approval = { ...asked, windowMs: 60 * MINUTE };
  await world.db
    .updateTable('watches')
    .set({ approval: JSON.stringify(approval) })
    .execute();
  world.slack.whispers.splice(0);
  const { mentionId, ballotId, at } = await aBallotOn(world, approval);
  return {
    ...{ world, rule: asked, mentionId, ballotId, at, ballots: 1, buttons: new Map(), undelivered: [] },
    ...{ gone: new Set<string>(), mustBeTold: new Set<string>(), everObjected: new Set<string>(), approvedBy: [] },
  };
}

async function aBallotOn(world: World, rule: ApprovalPolicy) {
  const at = await world.slack.post(VOTES, { text: '', blocks: [] }, 0);
  return world.db.transaction().execute(async (trx) => {
    const now = world.now();
    const item = cleanItem(anItem(), { network: 'rss', sourceId: null });
    const [itemId = 0] = (await insertNewItems(trx, TEAM, [item], now)).values();
    const status = { status: 'voting' as const, claimant_id: BEN, claimed_at: now, backfilled: false, created_at: now };
    const { id: mentionId } = await trx
      .insertInto('mentions')
      .values({ team_id: TEAM, item_id: itemId, watch_id: 1, ...status })
      .returning('id')
      .executeTakeFirstOrThrow();
    const text = 'Revision 0';
    const of = { teamId: TEAM, mentionId, writerId: BEN, textHash: textHash(text) };
    const { id: draftId } = await insertDraft(trx, { ...of, revision: 1, text, createdAt: now });
    const terms = {
      reasons: [],
      requiredGroups: [],
      votesNeeded: rule.votes,
      objectionsNeeded: rule.objections,
      approvers: rule.approvers,
    };
    const window = { openedAt: now, closesAt: new Date(+now + rule.windowMs) };
    const ballotId = await insertBallot(trx, { ...of, draftId, ...terms, ...window }, new Date(+now + 5 * MINUTE));
    await trx
      .insertInto('postings')
      .values({
        team_id: TEAM,
        kind: 'ballot',
        mention_id: mentionId,
        ballot_id: ballotId,
        channel_id: VOTES,
        message_ts: at.ts,
        removed_at: now,
      })
      .execute();
    return { mentionId, ballotId, at };
  });
}

/** Ben's next revision goes on the ballot, and stands there. */
export async function openBallot(known: Known): Promise<Known> {
  const { world, mentionId } = known;
  granted(await draft(world, mentionId, { text: `Revision ${known.ballots}` }));
  const { id: ballotId } = await ballotRow(world, mentionId);
  const at = await world.slack.post(VOTES, { text: '', blocks: [] }, 0);
  await world.db
    .updateTable('postings')
    .set({ message_ts: at.ts, due_at: null, removed_at: world.now() })
    .where('ballot_id', '=', ballotId)
    .execute();
  return { ...known, ballotId, at, buttons: new Map(), undelivered: [], approvedBy: [], ballots: known.ballots + 1 };
}

/** A world of people who may vote and of those who may not. */
export async function electorate(world: World): Promise<World> {
  await aTeam(world);
  await aWatch(world);
  // A ballot would be posted at once otherwise: this is about the votes.
  await world.db.insertInto('channels').values({ team_id: TEAM, id: VOTES, paused_at: world.now() }).execute();
  world.slack.groups.set('S0GROUP', [EVE]);
  for (const id of STRANGERS) world.slack.describe(id, STRANGE[id]);
  return world;
}

/** Those who left are back for the next history. */
export async function welcomeBack({ world, gone }: Known): Promise<void> {
  if (gone.size === 0) return;
  for (const id of gone) world.slack.describe(id, STRANGERS.includes(id) ? STRANGE[id] : {});
  await world.db
    .updateTable('people')
    .set({ fetched_at: new Date(0) })
    .execute();
}
