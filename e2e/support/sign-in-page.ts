/** Asking for a link on the page to sign in. */
import type { Page } from '@playwright/test';

/** Asks for a link. */
export async function askFor(page: Page, email: string): Promise<void> {
  await page.locator('input[type="email"]').fill(email);
  await page.locator('main form button[type="submit"]').click();
}
