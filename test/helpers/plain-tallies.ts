import { expect } from '@jest/globals';
import type { Db } from '../../src/db/schema.ts';
import { getTeam, officeTeam } from '../../src/db/teams.ts';
import { officeTimeBetween } from '../../src/domain/office-time.ts';
import { bucketOf } from '../../src/domain/time-buckets.ts';

/** Every count there should be, by day, watch, network, measure and label, in a plain loop over all rows. */
export async function plainTallies(db: Db, teamId: string): Promise<Record<string, number>> {
  const team = await getTeam(db, teamId);
  const office = officeTeam(team);
  const calendar = new Intl.DateTimeFormat('sv', { timeZone: team.timezone, dateStyle: 'short' });
  const rows = await db.selectFrom('mentions').selectAll().where('team_id', '=', teamId).execute();
  const items = await db.selectFrom('items').selectAll().execute();
  const drafts = await db.selectFrom('drafts').selectAll().execute();
  const replies = await db.selectFrom('replies').selectAll().where('state', '=', 'posted').orderBy('id').execute();
  const routes = await db.selectFrom('routes').selectAll().execute();
  const dismissals = await db.selectFrom('activity').selectAll().where('act', '=', 'dismiss').orderBy('id').execute();

  const counts: Record<string, number> = {};
  for (const row of rows) {
    const network = items.find(({ id }) => id === row.item_id)?.network;
    const add = (measure: string, label: string | number = '') => {
      const name = [calendar.format(row.created_at), row.watch_id, network, measure, label].join('|');
      counts[name] = (counts[name] ?? 0) + 1;
    };
    const bucket = (until: Date | null | undefined) =>
      until && row.first_posted_at && !row.backfilled
        ? bucketOf(officeTimeBetween(row.first_posted_at, until, office))
        : undefined;
    const addTime = (measure: string, until: Date | null | undefined, who = '') => {
      const label = bucket(until);
      if (label !== undefined) add(measure, `${who}${label}`);
    };

    add('mentions');
    if (row.first_claimed_at) add('claimed');
    if (row.status === 'answered') add('answered');
    if (row.status === 'dismissed') add('dismissed');
    if (row.tone) add('tone', row.tone);
    if (row.kind) add('kind', row.kind);
    addTime('to_claim', row.first_claimed_at);
    if (row.status === 'answered') addTime('to_close', row.answered_at);
    if (row.status === 'dismissed') addTime('to_close', dismissals.findLast((one) => one.mention_id === row.id)?.at);

    const sent = replies.filter((reply) => reply.mention_id === row.id);
    const writerOf = (reply?: { draft_id: number }) => drafts.find(({ id }) => id === reply?.draft_id)?.writer_id;
    for (const reply of sent) add('replied_by', writerOf(reply));
    const owner = writerOf(sent[0]) ?? row.claimant_id;
    if (owner) add('had_by', owner);
    if (owner && row.status === 'answered') add('answered_by', owner);
    addTime('to_reply', sent[0]?.posted_at);
    addTime('to_reply_by', sent[0]?.posted_at, `${writerOf(sent[0])} `);
    const asked = routes.filter(({ mention_id }) => mention_id === row.id);
    for (const route of asked) {
      add('routed', route.department);
      if (route.state === 'done') add('resolved', route.department);
    }
    for (const department of new Set(asked.map((route) => route.department))) {
      add('asked_of', department);
      if (row.status === 'answered') add('answered_for', department);
    }
  }
  return counts;
}

/** Every count that is kept, zeros left out. */
export async function keptTallies(db: Db, teamId: string): Promise<Record<string, number>> {
  const rows = await db.selectFrom('tallies').selectAll().where('team_id', '=', teamId).execute();
  const counts = rows.filter(({ count }) => count !== 0);
  return Object.fromEntries(
    counts.map((one) => [[one.day, one.watch_id, one.network, one.measure, one.label].join('|'), one.count]),
  );
}

/** What is kept is what a plain count of all rows comes to. */
export async function expectTallied(db: Db, teamId: string): Promise<void> {
  expect(await keptTallies(db, teamId)).toEqual(await plainTallies(db, teamId));
}
