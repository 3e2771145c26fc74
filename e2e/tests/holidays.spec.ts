/** Public holidays on the page of a country. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { type Holiday, HOLIDAYS } from '../support/holidays.ts';
import { settled } from '../support/page.ts';
import { sound } from '../support/sound.ts';

const today = (): string => new Date().toLocaleDateString('en-CA');

test('the page of a country names those to come, each with its source and whether somebody has checked it', async ({ page, request }) => {
  const { country } = await ask<{ country: { holidays: Holiday[] } }>(request, 'sq', `{ ${HOLIDAYS} }`);
  const coming = country.holidays.filter(({ date }) => date >= today());
  await page.goto('/sq/countries/AL#holidays');
  await settled(page);
  const rows = page.locator('section[aria-labelledby="holidays"] tbody tr');
  await expect(rows).toHaveCount(coming.length);
  for (const [index, { name, provenance }] of coming.entries()) {
    await expect(rows.nth(index)).toContainText(name.text);
    await expect(rows.nth(index)).toContainText(provenance.source);
    await expect(rows.nth(index).locator('.unverified')).toHaveCount(provenance.isVerified ? 0 : 1);
  }
  await sound(page);
});
