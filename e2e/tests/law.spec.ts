/** What people come to the organisations, the recommendations and the legal instruments for. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { type Known, KNOWN } from '../support/law.ts';
import { accessible, settled } from '../support/page.ts';

const WORDS: Record<string, string> = {
  PARTY: 'Party', SIGNATORY: 'Signed, not a party', BOUND: 'Bound as a member of the European Union', NOT_PARTY: 'Not a party', UNKNOWN: 'Unknown',
};

test.describe('the organisations', () => {
  test('stand by country until something is asked; what is asked is in the address and can be taken away by name', async ({ page, request }) => {
    await page.goto('/en/organisations');
    await settled(page);
    const { countries } = await ask<Known>(request, 'en', KNOWN);
    const heads = await page.locator('.results h2').allInnerTexts();
    expect(heads.slice(0, -1)).toEqual(countries.map(({ name, nameNote }) => `${name.text}${nameNote ? '*' : ''}`).filter((name) => heads.includes(name)));
    expect(heads.at(-1)).toBe('International organisations and networks');

    await page.getByLabel('Country', { exact: true }).selectOption('AL');
    await page.getByLabel('Kind').selectOption('NGO');
    await page.getByRole('button', { name: 'Show results' }).click();
    await expect(page).toHaveURL(/organisations\?country=AL&kind=NGO$/);
    await settled(page);
    await accessible(page);
    const { organisations } = await ask<{ organisations: { totalCount: number } }>(request, 'en', '{ organisations(filter: { country: "AL", kinds: [NGO] }) { totalCount } }');
    await expect(page.locator('.rows > li')).toHaveCount(organisations.totalCount);
    await expect(page.locator('.count')).toHaveText(`${organisations.totalCount} organisations`);

    await page.getByRole('link', { name: /Remove the condition: Kind/ }).click();
    await expect(page).toHaveURL(/organisations\?country=AL$/);
    await expect(page.locator('.conditions')).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(/kind=NGO/);
    await expect(page.getByLabel('Kind')).toHaveValue('NGO');
  });
});

test('the recommendations begin with the latest report and are filtered by country and verb', async ({ page, request }) => {
  await page.goto('/en/recommendations?verb=URGE');
  await settled(page);
  await accessible(page);
  const { recommendations } = await ask<{ recommendations: { totalCount: number; nodes: { year: number }[] } }>(
    request, 'en', '{ recommendations(first: 100, filter: { verb: URGE }) { totalCount nodes { year } } }',
  );
  await expect(page.locator('.rows > li')).toHaveCount(recommendations.totalCount);
  const years = await page.locator('.report-year [aria-hidden]').allInnerTexts();
  expect(years).toEqual(recommendations.nodes.map(({ year }) => String(year)));
  expect(years).toEqual([...years].sort().reverse());
  await page.getByLabel('Country', { exact: true }).selectOption('BG');
  await page.getByRole('button', { name: 'Show results' }).click();
  await expect(page).toHaveURL(/country=BG&verb=URGE/);
  await settled(page);
  expect([...new Set(await page.locator('.report-verb').allInnerTexts())]).toEqual(['GRETA urges']);
  await page.locator('.rows h2 a').first().click();
  await expect(page.locator('h1')).toHaveText('GRETA – Bulgaria');
  await page.goBack();
  await expect(page.getByLabel('Country', { exact: true })).toHaveValue('BG');
});

test.describe('the instruments', () => {
  test('are told to each country in words, the unknown as unknown and the unverified as such', async ({ page, request }) => {
    const { instruments, countries } = await ask<Known>(request, 'en', KNOWN);
    await page.goto('/en/instruments');
    await settled(page);
    await accessible(page);
    const rows = page.locator('.matrix tbody tr');
    await expect(rows).toHaveCount(instruments.length);
    for (const [i, instrument] of instruments.entries()) {
      const told = (await rows.nth(i).locator('td').allTextContents()).map((text) => text.trim().replaceAll(/\s+/g, ' '));
      expect(told).toEqual(countries.map(({ code }) => {
        const fact = instrument.countries.find(({ country }) => country.code === code);
        const word = WORDS[fact?.status ?? 'UNKNOWN']!;
        return !fact || fact.provenance.isVerified ? word : `${word} Not verified yet`;
      }));
    }
  });

  test('have a page with each fact, its source and whether it is verified', async ({ page, request }) => {
    const { instruments } = await ask<Known>(request, 'en', KNOWN);
    const convention = instruments.find(({ code }) => code === 'coe-197')!;
    await page.goto('/en/instruments/coe-197');
    await settled(page);
    await expect(page.locator('.parties tbody tr')).toHaveCount(convention.countries.length);
    await expect(page.locator('.parties .provenance')).toHaveCount(convention.countries.length);
    await expect(page.locator('.parties .unverified')).toHaveCount(convention.countries.filter(({ provenance }) => !provenance.isVerified).length);
    await page.goto('/en/instruments/none');
    await expect(page.locator('h1')).toHaveText('Page not found');
  });
});
