import { useCallback, useEffect, useReducer, useState } from 'react';
import type { PageEvent, PageState } from '../../wire.ts';
import { applyEvent, compareTs } from './apply-event.ts';
import { fetchState, openLive } from './live.ts';

type Change = { type: 'state'; state: PageState | null } | { type: 'event'; event: PageEvent };

function reduce(state: PageState | null, change: Change): PageState | null {
  if (change.type === 'state') return change.state;
  return state && applyEvent(state, change.event);
}

export type Practice = { state: PageState | null; live: boolean };

/**
 * The workspace as one person sees it, kept up to date; `onNotice` gets what Slack itself would say. After a change
 * of person the state is still the last one's until the new one's has arrived: `state.me` is who acts.
 */
export function usePractice(as: string, setAs: (as: string) => void, onNotice: (text: string) => void): Practice {
  const [state, change] = useReducer(reduce, null);
  const [live, setLive] = useState(true);

  const settle = useCallback(async () => {
    try {
      setAs((await fetchState('')).me);
    } catch {
      setLive(false);
    }
  }, [setAs]);

  useEffect(() => {
    if (as) return;
    settle();
    const timer = setInterval(settle, 2_000);
    return () => clearInterval(timer);
  }, [as, settle]);

  useEffect(() => {
    if (!as) return;
    return openLive(as, {
      onState: (next) => change({ type: 'state', state: sorted(next) }),
      onEvent: (event) => (event.type === 'notice' ? onNotice(event.text) : change({ type: 'event', event })),
      onLink: setLive,
      onStranger: () => setAs(''),
    });
  }, [as, onNotice, setAs]);

  return { state, live };
}

function sorted(state: PageState): PageState {
  return { ...state, messages: state.messages.toSorted((one, other) => compareTs(one.ts, other.ts)) };
}
