import { useEffect } from 'react';

const STOPS = '[aria-current="page"], [aria-checked="true"], [aria-selected="true"], textarea, button, [tabindex="0"]';

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
  const stop = next?.tabIndex === 0 ? next : [...(next?.querySelectorAll<HTMLElement>(STOPS) ?? [])].find(isSeen);
  stop?.focus();
}

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
}
