/** What a page that is enlarged four times lays over itself, measured in the browser. */
import type { Page } from '@playwright/test';

/** A window 1280 by 1024 pixels large, enlarged four times (WCAG 1.4.10). */
export const ENLARGED = { width: 320, height: 256 };

/** How much of the height of the window what stays in place may take, of 1. */
const MOST_COVERED = 1 / 3;

/**
 * What stays in place while the page is scrolled and covers more than a third of the window's height, each as a line to read. A dialog is not
 * counted: it was asked for, and goes with a key.
 */
export function covering(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const stays = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position)
      && !element.closest('dialog') && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const found: string[] = [];
    const end = document.documentElement.scrollHeight - innerHeight;
    for (const at of [0, end / 2, end]) {
      scrollTo({ left: 0, top: at, behavior: 'instant' });
      for (const element of stays) {
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const [high, wide] = [Math.min(bottom, innerHeight) - Math.max(top, 0), Math.min(right, innerWidth) - Math.max(left, 0)];
        // A head of a table that keeps to the side of what scrolls covers a part of the width alone.
        if (wide >= innerWidth / 2 && high > innerHeight * most) found.push(`${element.tagName.toLowerCase()}.${element.className} covers ${Math.round(high)} of ${innerHeight}`);
      }
    }
    scrollTo({ left: 0, top: 0, behavior: 'instant' });
    return [...new Set(found)];
  }, MOST_COVERED);
}

/** What has the focus: a name to tell it by, and whether nothing of it is in sight (WCAG 2.4.11); undefined when nothing on the page has it. */
export function focused(page: Page): Promise<{ readonly name: string; readonly isHidden: boolean; readonly isAgain: boolean } | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    if (!at || at === document.body || at === document.documentElement) return undefined;
    const isAgain = 'seen' in at.dataset;
    at.dataset.seen = '';
    const own = [at, ...(at.labels ?? [])];
    const isIt = (hit: Element | null): boolean => hit !== null && own.some((one) => one.contains(hit) || hit.contains(one));
    const isSeen = own.some((one) => [...one.getClientRects()].some(({ left, right, top, bottom }) => {
      const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
      return [[middle, centre], [left + 2, centre], [right - 2, centre], [middle, top + 2], [middle, bottom - 2]]
        .some(([x = 0, y = 0]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && isIt(document.elementFromPoint(x, y)));
    }));
    return { name: at.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 140), isHidden: !isSeen, isAgain };
  });
}
