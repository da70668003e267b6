import { useEffect } from 'react';

/** Where the focus lands in a region: what is chosen there, else what one writes in, else the first button. */
const STOPS = ['[aria-current="page"], [aria-checked="true"], [aria-selected="true"]', 'textarea', 'button'];

/** F6 goes from one region of the page to the next, Shift+F6 back, as in Slack. */
export function useRegions(): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      stepRegion(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);
}

function stepRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isSeen);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const start = at < 0 && step < 0 ? 0 : at;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next) stopIn(next)?.focus();
}

/** The element of a region that takes the focus when one comes to it. */
export function stopIn(region: HTMLElement): HTMLElement | undefined {
  if (region.tabIndex === 0) return region;
  return STOPS.flatMap((stop) => [...region.querySelectorAll<HTMLElement>(stop)]).find(isSeen);
}

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
}
