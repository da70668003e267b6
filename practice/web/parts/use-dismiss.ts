import { type RefObject, useEffect } from 'react';

/** Closes a popover on Escape (which goes no further) and on a press outside of it and its anchor. */
export function useDismiss(onClose: () => void, ...inside: RefObject<HTMLElement | null>[]): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      onClose();
    };
    const press = (event: PointerEvent) => {
      const target = event.target;
      if (target instanceof Node && !inside.some((ref) => ref.current?.contains(target))) onClose();
    };
    document.addEventListener('keydown', key, true);
    document.addEventListener('pointerdown', press, true);
    return () => {
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('pointerdown', press, true);
    };
  });
}
