/** Somebody who is signed in, in a browser of their own. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Browser, Page } from '@playwright/test';
import { openAccount } from './desk.ts';
import { followLink } from './mailbox.ts';
import { networkOf } from './network.ts';

export async function signedIn(browser: Browser, locale: Locale, email: string): Promise<Page> {
  const page = await (await browser.newContext({ extraHTTPHeaders: networkOf(email) })).newPage();
  await followLink(page, locale, email);
  await openAccount(page);
  return page;
}
