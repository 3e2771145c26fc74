/** Agents of the French State where no provider of identities is known. */
import { expect, test } from '@playwright/test';
import { accessible, settled } from '../support/page.ts';

test('without a provider there is no button, and nothing on the account', async ({ page }) => {
  await page.goto('/fr/sign-in?agent=refused');
  await settled(page);
  await expect(page.locator('input[type="email"]')).toBeVisible();
  await expect(page.getByText('ProConnect')).toHaveCount(0);
  await accessible(page);
});
