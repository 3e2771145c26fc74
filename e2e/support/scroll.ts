/** How far a page is scrolled. */
import type { Page } from '@playwright/test';

export const scrolled = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY));
