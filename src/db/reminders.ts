import { sql } from 'kysely';
import type { Leased } from './due.ts';
import type { Trx } from './schema.ts';
import type { RemindersTable } from './tables/mention.ts';

type ReminderKind = RemindersTable['kind'];

/** Wakes us about a mention at `dueAt`, in place of whenever it was to be; never when null. Lock the mention first. */
export async function setReminder(
  trx: Trx,
  of: { teamId: string; id: number },
  kind: ReminderKind,
  dueAt: Date | null,
): Promise<void> {
  const fresh = { due_at: dueAt, tries: 0, last_error: null, dead_at: null, lease_token: null, lease_until: null };
  await trx
    .insertInto('reminders')
    .values({ team_id: of.teamId, mention_id: of.id, kind, ...fresh })
    .onConflict((known) => known.columns(['mention_id', 'kind']).doUpdateSet(fresh))
    .execute();
}

/** Whether the reminder is still the one that was leased: nobody set another time meanwhile. Lock the mention first. */
export async function isStillDue(trx: Trx, reminder: Leased<'reminders'>): Promise<boolean> {
  const row = await trx
    .selectFrom('reminders')
    .select('id')
    .where('id', '=', reminder.id)
    .where('lease_token', '=', reminder.lease_token)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Authors were heard: whatever rests until one of them writes again is due to wake. It is the same author when network
 * and handle agree, or the name where there is no handle; and the new mention must be one of the same watch.
 */
export async function wakeForAuthors(trx: Trx, teamId: string, mentionIds: number[], now: Date): Promise<void> {
  if (mentionIds.length === 0) return;
  await sql`
    update reminders set due_at = ${now}
    from mentions resting
    join items old_item on old_item.id = resting.item_id
    where reminders.mention_id = resting.id and reminders.kind = 'wake' and reminders.due_at is null
      and resting.team_id = ${teamId} and resting.snoozed_until_reply
      and exists (
        select from mention_watches
        join mentions heard on heard.id = mention_watches.mention_id
        join items new_item on new_item.id = heard.item_id
        where heard.id = any(${mentionIds}) and heard.id <> resting.id and not heard.backfilled
          and mention_watches.watch_id = resting.watch_id
          and new_item.network = old_item.network
          and coalesce(new_item.author->>'handle', new_item.author->>'name')
            = coalesce(old_item.author->>'handle', old_item.author->>'name'))`.execute(trx);
}

/** Those who watch an author are due to be told that they wrote: once a mention, and not of what was backfilled. */
export async function remindWatchers(trx: Trx, teamId: string, mentionIds: number[], now: Date): Promise<void> {
  if (mentionIds.length === 0) return;
  await sql`
    insert into reminders (team_id, mention_id, kind, due_at)
    select ${teamId}, mentions.id, 'heard', ${now}::timestamptz
    from mentions
    join items on items.id = mentions.item_id
    join authors on authors.id = items.author_id
    where mentions.id = any(${mentionIds}::int[]) and not mentions.backfilled
      and authors.team_id = ${teamId} and authors.watched_by <> '[]'
    on conflict (mention_id, kind) do nothing`.execute(trx);
}
