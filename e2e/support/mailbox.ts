/** The mailbox of the demonstration. */
import { expect, type Page } from '@playwright/test';
import { settled } from './page.ts';

/** Signs in by a link as far as it leads: asks for one that was not there before, opens and confirms it. */
export async function followLink(page: Page, locale: string, email: string): Promise<void> {
  const newest = page.locator('.mail', { hasText: email }).locator('a[href*="/sign-in/confirm#"]').first();
  await page.goto(`/${locale}/mailbox`);
  await settled(page);
  const before = (await newest.count()) > 0 ? await newest.getAttribute('href') : null;
  await page.goto(`/${locale}/sign-in`);
  await settled(page);
  await page.locator('input[type="email"]').fill(email);
  await page.locator('main form button[type="submit"]').click();
  await expect(page.locator('.sent')).toBeVisible();
  let link: string | null = null;
  await expect(async () => {
    await page.goto(`/${locale}/mailbox`);
    await settled(page);
    link = await newest.getAttribute('href', { timeout: 1_000 });
    expect(link).not.toBe(before);
  }).toPass({ timeout: 20_000 });
  const { pathname, hash } = new URL(link!);
  await page.goto(pathname + hash);
  await settled(page);
  await page.locator('main form button').click();
}
