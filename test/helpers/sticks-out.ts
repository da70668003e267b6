import type { Page } from 'playwright-core';

/** What sticks out of the window at its sides, and boxes whose content does not fit and cannot be scrolled to. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const told = [];
    if (document.documentElement.scrollWidth > innerWidth) told.push('the page is ' + document.documentElement.scrollWidth + ' wide');
    for (const one of document.querySelectorAll('body *')) {
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      if (box.width === 0 || style.visibility === 'hidden' || one.closest('svg, .visually-hidden')) continue;
      const name = one.tagName.toLowerCase() + '.' + String(one.className);
      const scrolls = one.parentElement?.closest('.table-scroll, .sidebar, .carousel, pre');
      if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls) told.push(name + ' ends at ' + Math.round(box.right));
      const hides = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis';
      if (hides && one.scrollWidth > one.clientWidth + 1) told.push(name + ' hides a part of itself');
    }
    return told;
  })()`);
}
