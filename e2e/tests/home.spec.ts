/** The first page: help at once, and a way in for each. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { reach } from '../support/keyboard.ts';
import { accessible, settled } from '../support/page.ts';

interface Countries {
  readonly countries: { code: string; name: { text: string }; hotlines: { number: string; provenance: { isVerified: boolean } }[] }[];
}

const { homeInAll } = JSON.parse(readFileSync(new URL('../../client/scripts/budgets.json', import.meta.url), 'utf8')) as { homeInAll: number };

test('the hotlines of the sixteen countries stand on the first page: verified ones to call, no other', async ({ page, request }) => {
  const { countries } = await ask<Countries>(request, 'sl', '{ countries { code name { text } hotlines { number provenance { isVerified } } } }');
  await page.goto('/sl');
  await settled(page);
  await accessible(page);
  const rows = page.locator('.hotlines tbody tr');
  await expect(rows).toHaveCount(16);
  for (const [place, { name, hotlines }] of countries.entries()) {
    const row = rows.nth(place);
    await expect(row.locator('th')).toContainText(name.text);
    const verified = hotlines.filter(({ provenance }) => provenance.isVerified);
    await expect(row.locator('a[href^="tel:"]')).toHaveText(verified.map(({ number }) => number));
    for (const { number } of hotlines.filter(({ provenance }) => !provenance.isVerified)) await expect(row).not.toContainText(number);
    if (verified.length === 0) await expect(row).toContainText('preverjena številka');
  }
  expect(countries.some(({ hotlines }) => hotlines.some(({ provenance }) => !provenance.isVerified)), 'an unverified number to be hidden').toBe(true);
});

test('whoever opens the first page and reads on loads no more scripts and texts than it may weigh in all; the map comes as data', async ({ page }) => {
  const weights = new Map<string, number>();
  const kinds = new Map<string, string>();
  page.on('response', async (response) => {
    const [address, kind] = [new URL(response.url()).pathname, response.request().resourceType()];
    kinds.set(address, kind);
    if (kind === 'script') weights.set(address, gzipSync(await response.body()).length);
  });
  const brought = /<script id="texts"[^>]*>(.+)<\/script>/.exec(await (await page.goto('/mk'))!.text())![1]!;
  await settled(page);
  await page.locator('.convention-map').scrollIntoViewIfNeeded();
  await expect(page.locator('.convention-map svg')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = [...kinds].flatMap(([address, kind]) => (kind === 'script' ? [address] : []));
  await expect.poll(() => weights.size, 'scripts that are weighed').toBe(scripts.length);
  expect(scripts.length).toBeGreaterThan(3);
  const texts = gzipSync(brought).length;
  expect([...weights.values()].reduce((sum, weight) => sum + weight, texts), scripts.join(' ')).toBeLessThanOrEqual(homeInAll);
  const drawing = [...kinds].filter(([address]) => address.includes('region.generated'));
  expect(drawing.map(([, kind]) => kind)).toEqual(['fetch']);
});

test('who looks for help is taken to the hotlines, by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/tr');
  await settled(page);
  await reach(page, page.locator('.way-title').first());
  await page.keyboard.press('Enter');
  await expect(page.locator('#hotlines')).toBeFocused();
  await expect(page.locator('#hotlines')).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(page.locator('.hotlines a').first()).toBeFocused();
});
