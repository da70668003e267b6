import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const STOPS = 'button, [href], input, select, textarea, [tabindex]:not([tabindex="-1"])';

function stopsIn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(STOPS)].filter(
    (each) => !each.hasAttribute('disabled') && each.tabIndex >= 0 && each.offsetParent !== null,
  );
}

/** Keeps Tab inside a dialog. */
export function keepFocus(event: KeyboardEvent, box: HTMLElement | null): void {
  if (event.key !== 'Tab' || !box) return;
  const stops = stopsIn(box);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && box.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/**
 * Gives a dialog the focus when it comes to the top (its first input as soon as it has one, else itself), and gives it
 * back when it goes. `drawn` changes when the dialog is drawn anew.
 */
export function useFirstFocus(own: RefObject<HTMLElement | null>, isTop: boolean, drawn: string): void {
  const before = useRef<Element | null>(null);

  useLayoutEffect(() => {
    if (isTop) before.current = document.activeElement;
  }, [isTop]);

  useEffect(() => {
    if (!isTop) return;
    return () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, [isTop]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew may have an input now
  useEffect(() => {
    const box = own.current;
    const active = document.activeElement;
    if (!isTop || !box || (active !== box && box.contains(active))) return;
    const wanted =
      box.querySelector<HTMLElement>('[data-focus-on-load]') ??
      box.querySelector<HTMLElement>('.block-input :is(textarea, input)');
    (wanted ?? box).focus({ preventScroll: true });
  }, [isTop, drawn]);
}
