/** What people come to the catalogue for. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { accessible, settled, watch } from '../support/page.ts';

test.describe('a visitor', () => {
  test('finds the sessions of Albania in Albanian, opens one and comes back to the same list', async ({ page }) => {
    await page.goto('/sq/trainings');
    await settled(page);
    const all = await page.locator('.count').innerText();
    await page.locator('form[role=search] select').first().selectOption('AL');
    await page.locator('form[role=search] button[type=submit]').click();
    await expect(page).toHaveURL(/country=AL/);
    await settled(page);
    await expect(page.locator('.count')).not.toHaveText(all);
    const filtered = await page.locator('.count').innerText();
    await page.locator('.rows a').first().click();
    await expect(page).toHaveURL(/\/sq\/trainings\/TrainingSession_/);
    await settled(page);
    await accessible(page);
    await expect(page.locator('h1')).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(/country=AL/);
    await expect(page.locator('.count')).toHaveText(filtered);
    await expect(page.locator('form[role=search] select').first()).toHaveValue('AL');
  });

  test('is not given a hotline number that nobody has verified', async ({ page, request }) => {
    const { country } = await ask<{ country: { hotlines: { number: string; provenance: { isVerified: boolean } }[] } }>(request, 'en', '{ country(code: "SI") { hotlines { number provenance { isVerified } } } }');
    expect(country.hotlines[0]).toMatchObject({ provenance: { isVerified: false } });
    await page.goto('/sl/countries/SI');
    await settled(page);
    await expect(page.locator('a[href^="tel:"]')).toHaveCount(0);
    await expect(page.locator('main')).not.toContainText(country.hotlines[0]!.number);
    await page.goto('/bg/countries/BG');
    await settled(page);
    await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  });

  test('is never told the name of an expert who did not agree', async ({ page, request }) => {
    const { experts } = await ask<{ experts: { nodes: { id: string; name: string | null }[] } }>(request, 'fr', '{ experts(first: 100) { nodes { id name } } }');
    const hidden = experts.nodes.find(({ name }) => name === null)!;
    await page.goto(`/fr/experts/${hidden.id}`);
    await settled(page);
    await expect(page.locator('h1')).not.toBeEmpty();
    await expect(page.locator('h1')).not.toContainText('null');
  });
});

test('the page keeps to a strict content security policy', async ({ page }) => {
  const wrong = watch(page);
  const response = await page.goto('/fr/trainings');
  await settled(page);
  expect(response!.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(response!.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(wrong()).toEqual([]);
});
