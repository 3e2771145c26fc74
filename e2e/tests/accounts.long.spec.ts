/** Further questions about accounts: a browser that is signed out from another, and the list of invented people. */
import { expect, test } from '@playwright/test';
import { address } from '../support/accounts.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

test.use(OWN_NETWORK);

test('one browser is signed out from another', async ({ page, browser }) => {
  test.slow();
  const email = address('ssi.al');
  const other = await browser.newContext({ userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0' });
  const there = await other.newPage();
  for (const at of [there, page]) {
    await signIn(at, 'en', email);
    await at.goto('/en/account');
    await settled(at);
  }
  const rows = page.locator('.session-row', { hasText: 'Firefox on Windows' });
  const before = await rows.count();
  await rows.first().getByRole('button', { name: 'Sign out there Firefox on Windows' }).click();
  await expect(page.locator('.notice-done')).toHaveText('1 browser signed out');
  await expect(page.locator('#browsers')).toBeFocused();
  await expect(rows).toHaveCount(before - 1);
  await there.reload();
  await expect(there).toHaveURL(/\/en\/sign-in\?back=\/en\/account$/);
  await other.close();
});

test('the people of the demonstration are listed by what they act as, and one of them is asked a link for', async ({ page }) => {
  await page.goto('/fr/demonstration-accounts');
  await settled(page);
  const group = page.locator('section', { has: page.getByRole('heading', { name: /^Service de sécurité intérieure/ }) });
  await expect(group.locator('li')).toHaveCount(16);
  await group.locator('li', { hasText: 'Bulgarie' }).getByRole('button').click();
  await expect(group.locator('li', { hasText: 'Bulgarie' }).getByRole('link')).toHaveAttribute('href', '/fr/mailbox');
  await accessible(page);
});
