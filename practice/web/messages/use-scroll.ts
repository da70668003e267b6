import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PracticeMessage } from '../../wire.ts';

const NEAR_END = 80;
const FLASH_MS = 2_500;

type Scrolling = {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  toEnd: () => void;
  onScroll: () => void;
};

/** Follows the newest message as long as one stands at the end; `at` leads to one message and makes it shine. */
export function useScroll(last: PracticeMessage | undefined, me: string, at: string): Scrolling {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is what moves the list
  useLayoutEffect(() => {
    if (follows.current || last?.user === me) toEnd();
  }, [last?.ts, last?.user, me, toEnd]);

  useEffect(() => {
    const watch = new ResizeObserver(() => follows.current && toEnd());
    for (const box of [content.current, scroller.current]) if (box) watch.observe(box);
    return () => watch.disconnect();
  }, [toEnd]);

  useEffect(() => {
    const target = at ? scroller.current?.querySelector(`[data-ts="${CSS.escape(at)}"]`) : null;
    if (!target) return;
    follows.current = false;
    target.scrollIntoView({ block: 'center' });
    target.animate([{ background: 'var(--me-bg)' }, { background: 'var(--me-bg)', offset: 0.6 }, {}], FLASH_MS);
  }, [at]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    setAtEnd(follows.current);
  }, []);

  return { scroller, content, atEnd, toEnd, onScroll };
}
