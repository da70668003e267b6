import type { PostingKind } from '../../../src/db/tables/posting.ts';
import type { MentionStatus } from '../../../src/domain/mention.ts';
import { moveMention } from '../../../src/flows/move-mention.ts';
import type { ActionId } from '../../../src/views/ids.ts';
import { aRoom, HELP } from '../builders.ts';
import { BEN, DANA } from '../facts.ts';
import { aMentionIn, granted } from '../stages.ts';
import type { World } from '../world.ts';
import type { Place } from './knock.ts';

/** A button as it can be pressed: what it carries, where it stands, who may press it and which employee may not. */
export type Staged = { value: number | string; place: Place; by: string; without?: string };

/** One listener of a button, and how to reach it. */
export type PressRow = {
  stage(world: World): Promise<Staged>;
  /** Whether it changes a row, opens a form, or only shows something: that strangers may do too. */
  does: 'changes' | 'opens' | 'shows';
  /** What it is about: one row of the team's, or the team itself. */
  about: 'row' | 'team';
  /** The state moves on while the button is still seen; left out where it is never too late. */
  moveOn?(world: World, staged: Staged): Promise<unknown>;
  /** An option of a list, not a button. */
  isChoice?: true;
};

/** What the listeners of one area say of themselves. */
export type PressRows = Partial<Record<ActionId, PressRow>>;

/** Where this kind of posting stands that is about this row. */
export async function placeOf(
  { db }: World,
  kind: PostingKind,
  column: 'mention_id' | 'ballot_id' | 'escalation_id' | 'route_id' | 'crisis_id' | 'summary_id',
  id: number,
): Promise<Place> {
  const postings = db.selectFrom('postings').select(['channel_id', 'message_ts']).where('kind', '=', kind);
  const { channel_id: channel, message_ts: ts } = await postings.where(column, '=', id).executeTakeFirstOrThrow();
  if (!ts) throw new Error(`the ${kind} is not posted yet`);
  return { channel, ts };
}

/** The card of a mention in this status, which Ben brought there. */
export async function aCard(
  world: World,
  status: MentionStatus,
  who: Pick<Staged, 'by' | 'without'>,
): Promise<Staged & { value: number }> {
  const value = await aMentionIn(world, status);
  return { value, place: await placeOf(world, 'card', 'mention_id', value), ...who };
}

/** A manager dismissed it meanwhile. */
export async function dismissed(world: World, mentionId: number): Promise<void> {
  granted(await moveMention(world.deps, { mentionId, personId: DANA, move: 'dismiss', reason: 'spam' }));
}

/** Somebody took it up meanwhile. */
export async function reopened(world: World, mentionId: number): Promise<void> {
  granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'reopen', reason: 'they wrote again' }));
}

/** One department, which takes ideas and hears of them where calls for help go. */
export async function aDepartment({ db }: World): Promise<void> {
  const departments = JSON.stringify([{ name: 'Product', channel: HELP, takes: ['idea'] }]);
  await db.updateTable('teams').set({ departments }).execute();
}

/** Everything that the team set is set in Slack, and may be set anew there. */
export async function setInSlack(world: World): Promise<void> {
  await world.db.updateTable('watches').set({ from_file: false }).execute();
  aRoom(world, 'C0NEW', { name: 'new' });
}

/** The file manages all of it meanwhile. */
export async function managedByFile({ db }: World): Promise<void> {
  const sections = JSON.stringify(['team', 'channels', 'departments', 'goals']);
  await db.updateTable('teams').set({ file_sections: sections }).execute();
  await db.updateTable('watches').set({ from_file: true }).execute();
}
