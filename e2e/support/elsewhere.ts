/** What an embassy in another country finds of what is not its own. */
import { type Browser, expect } from '@playwright/test';
import { settled } from './page.ts';
import { visitOf } from './sign-in.ts';
import { sound } from './sound.ts';

/** It finds nothing: not in a list by the words in which it is written, and not at its own address; addresses without a language. */
export async function findsNothing(browser: Browser, { list, address, mark }: { readonly list: string; readonly address: string; readonly mark: string }): Promise<void> {
  const page = await visitOf(browser, 'mk', 'scac.mk');
  await page.goto(`/mk/${list}?search=${encodeURIComponent(mark)}`);
  await settled(page);
  await expect(page.locator('.rows > li')).toHaveCount(0);
  await page.goto(`/mk/${address}`);
  await settled(page);
  await expect(page.locator('main')).not.toContainText(mark);
  await sound(page);
  await page.context().close();
}
