/** Notes on names of what coordinates action, by the texts that print them. */
import { expect, test } from '@playwright/test';
import { settled } from '../support/page.ts';
import { sound } from '../support/sound.ts';

test('the note on a name is that of the texts that print it, says whose it is, and is marked where it is in another language', async ({ page }) => {
  await page.goto('/hu/instruments/coe-197');
  await settled(page);
  const notes = page.locator('#name-notes .name-note');
  await expect(notes).toHaveText([/^Európa Tanács – All reference to Kosovo/]);
  await expect(notes.locator('[lang="en"]').first()).toBeVisible();
  await sound(page);
  await page.goto('/hu/instruments/dir-2011-36');
  await settled(page);
  await expect(notes).toHaveText([/^Európai Unió – Ez a megnevezés/]);
  await page.goto('/sr-Cyrl/countries/XK');
  await settled(page);
  // The page of the country is a text of nobody’s family: its name has the general note, and below stand those of each.
  await expect(notes).toHaveText([/^Овај назив не доводи у питање/]);
  const part = page.locator('dl', { has: page.locator('dt', { hasText: 'Уједињене нације' }) });
  await expect(part).toContainText('References to Kosovo shall be understood');
  await expect(part.locator('.unverified').first()).toBeVisible();
  await sound(page);
});
