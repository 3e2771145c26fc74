/** The forms of cooperation requests. */
import type { Locator, Page } from '@playwright/test';

export const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea, select)[data-field="${name}"], [data-field="${name}"] select`);
