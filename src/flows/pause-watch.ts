import { restUnheardSources } from '../db/sources.ts';
import { savePause, wakeSources } from '../db/watch-settings.ts';
import { findWatch, resumeChannel } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../domain/refusal.ts';
import { changeSettings, type Unchanged } from './change-settings.ts';

type Wish = { personId: string; watchId: number };

/** Why a watch does not listen, when a manager wanted it so. */
const PAUSED_BY_HAND = 'A community manager paused it.';

/** The watch stops listening until somebody resumes it; its mentions stay. */
export function pauseWatch(deps: Deps, wish: Wish): Promise<'paused' | Unchanged | Refusal> {
  return changeSettings(
    deps,
    wish.personId,
    { act: 'watch_pause', detail: { watch: wish.watchId } },
    async (trx, team, now) => {
      const watch = await findWatch(trx, team.id, wish.watchId);
      if (!watch) return { refusal: 'gone' };
      if (watch.from_file) return { refusal: 'file_managed' };
      if (watch.paused_at) return 'unchanged';
      await savePause(trx, watch.id, { at: now, reason: PAUSED_BY_HAND });
      await restUnheardSources(trx, team.id);
      return 'paused' as const;
    },
  );
}

/** The watch listens again from now on; what was said meanwhile makes no cards. */
export async function resumeWatch(deps: Deps, wish: Wish): Promise<'listening' | Unchanged | Refusal> {
  const { channel_id: channelId } = (await findWatch(deps.db, deps.teamId, wish.watchId)) ?? {};
  const canPost = channelId !== undefined && (await deps.slack.join(channelId));
  return changeSettings(
    deps,
    wish.personId,
    { act: 'watch_resume', detail: { watch: wish.watchId } },
    async (trx, team, now) => {
      const watch = await findWatch(trx, team.id, wish.watchId);
      if (!watch || channelId === undefined) return { refusal: 'gone' };
      if (watch.from_file) return { refusal: 'file_managed' };
      if (!watch.paused_at) return 'unchanged';
      if (!canPost) return { refusal: 'cannot_join', channelId };
      await resumeChannel(trx, team.id, channelId);
      await savePause(trx, watch.id, null);
      await wakeSources(trx, watch.id, now);
      return 'listening' as const;
    },
  );
}
