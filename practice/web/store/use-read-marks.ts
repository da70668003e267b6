import { useEffect, useRef, useState } from 'react';
import type { PageState } from '../../wire.ts';
import { compareTs } from './apply-event.ts';
import { countUnread, latestTs, type ReadMarks } from './unread.ts';
import { useStored } from './use-stored.ts';

/** What this person has read, kept in this browser; the open channel counts as read while the page is in sight. */
export function useReadMarks(
  state: PageState,
  channel: string,
): { unread: Record<string, number>; newSince: string | null } {
  const [marks, setMarks] = useStored<ReadMarks>(`porchlight.practice.read.${state.team.id}.${state.me}`, {});
  const [inSight, setInSight] = useState(() => document.visibilityState === 'visible');
  const opened = useRef<{ key: string; since: string | null }>({ key: '', since: null });
  const key = `${state.me}/${channel}`;
  if (opened.current.key !== key) opened.current = { key, since: marks[channel] ?? null };

  useEffect(() => {
    const look = () => setInSight(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  const latest = latestTs(state, channel);
  useEffect(() => {
    if (!channel || !inSight || compareTs(latest, marks[channel] ?? '0') <= 0) return;
    setMarks({ ...marks, [channel]: latest });
  }, [channel, inSight, latest, marks, setMarks]);

  return { unread: countUnread(state, marks), newSince: opened.current.since };
}
