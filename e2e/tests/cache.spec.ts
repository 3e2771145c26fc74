/** What was asked for is not asked for again, and every reading can be kept by whoever stands on the way. */
import { expect, test } from '@playwright/test';
import { asked } from '../support/cache.ts';
import { settled } from '../support/page.ts';

test('going back and forward asks the API nothing', async ({ page }) => {
  const taken = asked(page);
  await page.goto('/fr/countries');
  await settled(page);
  await page.locator('.country-table a[href="/fr/countries/AL"]').click();
  await expect(page).toHaveURL(/\/countries\/AL$/);
  await settled(page);
  // The drawing of where the country lies asks on its own, once it has come; so do who coordinates there, and its law.
  await expect(page.locator('.locator-place svg')).toBeVisible();
  for (const name of ['Coordination nationale', 'Droit national rendu public']) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  expect(taken().length, 'the first time, it asks').toBeGreaterThan(0);

  await page.goBack();
  await expect(page).toHaveURL(/\/countries$/);
  await expect(page.locator('.country-table a[href="/fr/countries/AL"]')).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/\/countries\/AL$/);
  await settled(page);
  expect(taken()).toEqual([]);
});

test('every reading is a GET that names a trusted document and sends no text of one', async ({ page }) => {
  const taken = asked(page);
  for (const path of ['', '/countries', '/countries/AL', '/experts', '/trainings']) {
    await page.goto(`/uk${path}`);
    await settled(page);
  }
  const requests = taken();
  expect(requests.length).toBeGreaterThan(5);
  for (const { method, url } of requests) {
    const { searchParams } = new URL(url);
    expect(method).toBe('GET');
    expect(searchParams.get('documentId')).toMatch(/^[0-9a-f]{64}$/);
    expect(searchParams.has('query')).toBe(false);
  }
});
