/** Further questions about the page to sign in: what is no address, a server that is not reached, the keyboard. */
import { expect, test } from '@playwright/test';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled } from '../support/page.ts';
import { askFor } from '../support/sign-in-page.ts';

test.use(OWN_NETWORK);

test('what is no address is said beside the field, which keeps it', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  const field = page.getByLabel('E-\u2060mail address');
  await askFor(page, 'anna@');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('anna@');
  await expect(field).toHaveAccessibleDescription('This is not a complete e-\u2060mail address. Check what you typed.');
  await accessible(page);
});

test('what was typed is kept while the server cannot be reached', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  await page.route('**/graphql?**', (route) => route.abort('connectionrefused'));
  await askFor(page, 'anna@example.org');
  await expect(page.getByRole('alert')).toContainText('The server could not be reached');
  await expect(page.getByLabel('E-\u2060mail address')).toHaveValue('anna@example.org');
  await page.unroute('**/graphql?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.sent')).toBeVisible();
});

test('the page to sign in is done by keyboard alone', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('E-\u2060mail address')).toBeFocused();
  await page.keyboard.type('nobody@passerelle.example');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sent h2')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Ask for another link' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-\u2060mail address')).toBeFocused();
  await expect(page.getByLabel('E-\u2060mail address')).toHaveValue('nobody@passerelle.example');
});
