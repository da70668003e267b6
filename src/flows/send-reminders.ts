import { listActivity, recordActivity } from '../db/activity.ts';
import { fail, type Leased, lease, settle } from '../db/due.ts';
import { isStillDue } from '../db/reminders.ts';
import type { Trx } from '../db/schema.ts';
import { getTeam, officeTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { isSnoozed, type Mention } from '../domain/mention.ts';
import { NUDGE_AFTER_MS, nextNudge } from '../domain/nudge.ts';
import { officeTimeAfter } from '../domain/office-time.ts';
import { isRefusal } from '../domain/refusal.ts';
import { nudgeNotice, openNudgeNotice } from '../views/copy.ts';
import { nameMention } from './hand-over.ts';
import { onMention } from './on-mention.ts';
import { wake } from './snooze-mention.ts';
import { tellPerson } from './tell-person.ts';
import { tellThread } from './tell-thread.ts';
import { tellWatchers } from './tell-watchers.ts';

/** Wakes what has rested long enough, reminds of claims in which nothing happens and tells who was heard. Returns how many rows it took up. */
export async function remindDue(deps: Deps): Promise<number> {
  const now = deps.clock();
  const reminders = await lease(deps.db, 'reminders', { teamId: deps.teamId, now, limit: 20, leaseMs: 30_000 });
  for (const reminder of reminders) {
    try {
      await settle(deps.db, 'reminders', reminder, { due_at: await giveReminder(deps, reminder, now) });
    } catch (error) {
      deps.log.error({ reminder: reminder.id, error: String(error) }, 'a reminder could not be given');
      await fail(deps.db, 'reminders', reminder, String(error).slice(0, 500), now);
    }
  }
  return reminders.length;
}

/** Does what a leased reminder is for, unless it was set anew meanwhile. Gives the time at which to look again. */
export async function giveReminder(deps: Deps, reminder: Leased<'reminders'>, now: Date): Promise<Date | null> {
  if (reminder.kind === 'heard') return tellWatchers(deps, reminder, now);
  const again = await onMention(deps, reminder.mention_id, async (trx, mention) => {
    if (!(await isStillDue(trx, reminder))) return { at: null };
    const at = reminder.kind === 'wake' ? await endRest(trx, mention, now) : await nudge(trx, mention, now);
    return { at };
  });
  return isRefusal(again) ? null : again.at;
}

async function endRest(trx: Trx, mention: Mention, now: Date): Promise<Date | null> {
  if (!isSnoozed(mention)) return null;
  if (mention.snoozedUntil && mention.snoozedUntil > now) return mention.snoozedUntil;
  await wake(trx, mention, { why: mention.snoozedUntilReply ? 'reply' : 'time' }, now);
  return null;
}

/** Also looks again where nothing is due: what is no event of the mention, such as a call for help, starts the time anew. */
async function nudge(trx: Trx, mention: Mention, now: Date): Promise<Date | null> {
  const { teamId, id: mentionId, claimantId, claimedAt } = mention;
  if (mention.status !== 'claimed' || isSnoozed(mention) || !claimantId) return null;
  const team = officeTeam(await getTeam(trx, teamId));
  const due = nextNudge(await listActivity(trx, teamId, mentionId, 3), team);
  if (due && due.dueAt > now) return due.dueAt;
  if (due) {
    const since = claimedAt ?? now;
    const notice = nudgeNotice(await nameMention(trx, mention), since);
    await tellPerson(trx, { teamId, personId: claimantId }, notice, now);
    if (due.isSecond) await tellThread(trx, mention, openNudgeNotice(claimantId, since), now);
    const detail = { to: claimantId };
    await recordActivity(trx, { teamId, mentionId, personId: null, act: 'nudge', detail, at: now });
  }
  return officeTimeAfter(now, NUDGE_AFTER_MS, team);
}
