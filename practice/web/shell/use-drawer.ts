import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { usePage } from '../store/context.ts';
import { stopIn } from './use-regions.ts';

/** The channels on a narrow screen, which come from the side. On a wide one they always stand there. */
export type Drawer = {
  isOpen: boolean;
  /** What is unread in the channels behind it. */
  waiting: number;
  button: RefObject<HTMLButtonElement | null>;
  toggle: () => void;
  close: () => void;
};

/** The drawer closes when one has gone somewhere, when the window widens, and on Escape, which gives its button the focus. */
export function useDrawer(waiting: number): Drawer {
  const { place } = usePage();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const toggle = useCallback(() => setOpen((open) => !open), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is what closes it
  useEffect(close, [place.channel, place.tab, place.as]);

  useEffect(() => {
    if (!isOpen) return;
    const channels = document.getElementById('channels');
    if (channels) stopIn(channels)?.focus();
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      close();
      button.current?.focus();
    };
    document.addEventListener('keydown', keyDown);
    window.addEventListener('resize', close);
    return () => {
      document.removeEventListener('keydown', keyDown);
      window.removeEventListener('resize', close);
    };
  }, [isOpen, close]);

  return { isOpen, waiting, button, toggle, close };
}
