import { useEffect, useRef, useState } from 'react';
import type { PageState } from '../../wire.ts';
import { compareTs } from './apply-event.ts';
import { countThreadNews, countUnread, latestInThread, latestTs, type ReadMarks, threadKey } from './unread.ts';
import { useStored } from './use-stored.ts';

type Reading = {
  /** By channel. */
  unread: Record<string, number>;
  /** By thread. */
  threadNews: Record<string, number>;
  newSince: string | null;
};

/** What this person has read, kept in this browser; what is open counts as read while the page is in sight. */
export function useReadMarks(state: PageState, channel: string, thread: string): Reading {
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
  const inThread = thread ? latestInThread(state, channel, thread) : '0';
  useEffect(() => {
    if (!channel || !inSight) return;
    const read: [string, string][] = [[channel, latest]];
    if (thread) read.push([threadKey(channel, thread), inThread]);
    const news = read.filter(([place, ts]) => compareTs(ts, marks[place] ?? '0') > 0);
    if (news.length > 0) setMarks({ ...marks, ...Object.fromEntries(news) });
  }, [channel, thread, inSight, latest, inThread, marks, setMarks]);

  const { since } = opened.current;
  return { unread: countUnread(state, marks), threadNews: countThreadNews(state, marks), newSince: since };
}
