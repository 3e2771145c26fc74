/** A page gone through by keys alone, as by somebody who has no mouse. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Of a page of the site, with room: more presses lead nowhere. */
export const MOST_STOPS = 80;

/** Goes on, or back, until what is looked for has the focus. */
export async function reach(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = MOST_STOPS): Promise<void> {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} × ${key} do not lead to ${String(target)}`);
}

/** Goes past the frame of a page that was just opened: its first stop is the way to do so. */
export async function skipToMain(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
}

/** What can be used, by keys as by a mouse. */
const USABLE = ':is(a[href], button, input, select, textarea, summary, [role="gridcell"][tabindex="0"], [role="region"][tabindex="0"]):not([tabindex="-1"], [disabled])';

/** How a page was gone through. */
export interface Walk {
  /** What is in sight and can be used, in the order in which it stands in the document, each once; of choices of which one is taken, the group is one. */
  readonly usable: readonly string[];
  /** What had the focus, in the order in which it came. */
  readonly reached: readonly string[];
  /** What had the focus, and does not look like it. */
  readonly unseen: readonly string[];
}

/** Goes through all that can be used on a page that was just opened, from its top. */
export async function walkThrough(page: Page): Promise<Walk> {
  const count = await page.evaluate(prepareWalk, USABLE);
  // Two more than there are stops: one that comes too late is noticed.
  for (let press = 0; press < count + 2; press += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => (globalThis as unknown as { walked: () => Walk }).walked());
}

/** Begins to note, in the page, what takes the focus; how many stops there are to be. */
function prepareWalk(selector: string): number {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const nameOf = (element: HTMLElement): string =>
    element instanceof HTMLInputElement && element.type === 'radio' ? `radio ${element.name}` : `${all.indexOf(element)} ${element.outerHTML.slice(0, 100)}`;
  const isSeen = (element: Element): boolean => {
    const { outlineStyle, boxShadow, stroke } = getComputedStyle(element);
    return outlineStyle !== 'none' || boxShadow !== 'none' || (element.matches('.map-target') && stroke !== 'none');
  };
  const [usable, reached, unseen] = [[...new Set(all.map(nameOf))], new Set<string>(), new Set<string>()];
  document.addEventListener('focusin', ({ target }) => {
    const element = target as HTMLElement;
    if (!all.includes(element)) return;
    const name = nameOf(element);
    reached.add(name);
    if (!isSeen(element) && ![...element.querySelectorAll('.map-target')].some(isSeen)) unseen.add(name);
  });
  Object.assign(globalThis, { walked: () => ({ usable, reached: [...reached], unseen: [...unseen] }) });
  return usable.length;
}
