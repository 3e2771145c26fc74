/** The desk, which is where somebody is once they are signed in. */
import { expect, type Page } from '@playwright/test';
import { settled } from './page.ts';

/** Waits for the desk and goes on from there to the account. */
export async function openAccount(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/desk$/);
  await settled(page);
  await page.locator('main a[href$="/account"]').click();
  await expect(page).toHaveURL(/\/account$/);
  await settled(page);
}
