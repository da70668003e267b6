import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';

const GAP = 4;
const EDGE = 8;

type Wish = { width?: 'anchor' | number; height: number; align?: 'start' | 'end' };

/** Where a popover stands: under its anchor, or above it when there is more room; it follows scrolling. */
export function usePopover(anchor: RefObject<HTMLElement | null>, wish: Wish): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({ position: 'fixed', opacity: 0 });
  const { width, height, align } = wish;
  useLayoutEffect(() => {
    const place = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (box) setStyle(placeBeside(box, { width, height, align }));
    };
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [anchor, width, height, align]);
  return style;
}

function placeBeside(box: DOMRect, wish: Wish): CSSProperties {
  const below = window.innerHeight - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  const under = below >= wish.height || below >= above;
  const width = wish.width === 'anchor' ? Math.max(box.width, 200) : wish.width;
  const wanted = wish.align === 'end' && width ? box.right - width : box.left;
  const left = Math.max(EDGE, Math.min(wanted, window.innerWidth - (width ?? 240) - EDGE));
  return {
    position: 'fixed',
    left,
    width,
    maxHeight: Math.max(120, Math.min(wish.height, under ? below : above)),
    ...(under ? { top: box.bottom + GAP } : { bottom: window.innerHeight - box.top + GAP }),
  };
}
