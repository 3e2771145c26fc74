/** The forms of common needs, by keyboard. */
import type { Locator, Page } from '@playwright/test';

export const control = (page: Page, name: string): Locator => page.locator(`main form :is(input, textarea)[data-field="${name}"]`);

/** Presses a button by keyboard alone. */
export async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}
