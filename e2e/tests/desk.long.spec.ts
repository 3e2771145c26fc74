/** The desk of an expert, and a visitor who has none. */
import { expect, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

test('nothing waits for an expert, who sees the next sessions of all countries', async ({ page }) => {
  await signIn(page, 'el', 'expert@passerelle.example');
  await page.goto('/el/desk');
  await settled(page);
  await expect(page.locator('.desk section').first()).toContainText('Αυτή τη στιγμή δεν σας περιμένει τίποτα.');
  await expect(page.locator('.desk-waiting')).toHaveCount(0);
  await expect(page.locator('section[aria-labelledby=desk-next] article')).toHaveCount(3);
});

test('a visitor is led to where they can sign in, and back from there', async ({ page }) => {
  await page.goto('/fr/desk');
  await expect(page).toHaveURL('/fr/sign-in?back=/fr/desk');
});
