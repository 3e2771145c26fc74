/** The account of somebody who signs in. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Browser, Page } from '@playwright/test';
import { settled } from './page.ts';
import { signIn } from './sign-in.ts';

/** The account of somebody who signs in, in a browser of their own. */
export async function accountOf(browser: Browser, locale: Locale, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, locale, email);
  await page.goto(`/${locale}/account`);
  await settled(page);
  return page;
}
