/** Signing in as an invented person of the demonstration. */
import { expect, type Page } from '@playwright/test';
import { settled } from './page.ts';

/** The address of the newest link to somebody, as the mailbox of the demonstration shows it; undefined when there is none. */
async function newestLink(page: Page, locale: string, email: string): Promise<string | undefined> {
  await page.goto(`/${locale}/mailbox`);
  await settled(page);
  const link = page.locator('.mail', { hasText: email }).first().locator('a[href*="/sign-in/confirm#"]');
  return (await link.count()) === 0 ? undefined : ((await link.getAttribute('href')) ?? undefined);
}

/** Signs in: the page shows the account afterwards. No two stories that run at once sign in as the same person. */
export async function signIn(page: Page, locale: string, email: string): Promise<void> {
  const before = await newestLink(page, locale, email);
  await page.goto(`/${locale}/sign-in`);
  await settled(page);
  await page.locator('input[type="email"]').fill(email);
  await page.locator('main form button[type="submit"]').click();
  await expect(page.locator('.sent')).toBeVisible();
  let link: string | undefined;
  await expect(async () => {
    link = await newestLink(page, locale, email);
    expect(link).not.toBe(before);
  }).toPass({ timeout: 20_000 });
  const { pathname, hash } = new URL(link!);
  await page.goto(pathname + hash);
  await page.locator('main form button').click();
  await expect(page).toHaveURL(/\/account$/);
  await settled(page);
}
