/** Further questions about organisations and legal instruments: by keyboard, on a narrow page, in one line, through time, of titles. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { misplaced } from '../support/geometry.ts';
import { reach } from '../support/keyboard.ts';
import { type Known, KNOWN } from '../support/law.ts';
import { settled } from '../support/page.ts';

test.describe('the organisations', () => {
  test('have a page that says where it comes from, marks the way out, and sends to the hotline instead of a shelter', async ({ page, request }) => {
    const { organisations } = await ask<{ organisations: { nodes: { id: string; website: string | null; provenance: { isVerified: boolean } }[] } }>(
      request, 'fr', '{ organisations(first: 100, filter: { country: "RS" }) { nodes { id website provenance { isVerified } } } }',
    );
    for (const { id, website, provenance } of organisations.nodes) {
      await page.goto(`/fr/organisations/${id}`);
      await settled(page);
      const site = page.locator('.facts a[rel~="noopener"]');
      await expect(site).toHaveCount(website ? 1 : 0);
      if (website) await expect(site).toHaveAttribute('rel', /noreferrer/);
      await expect(page.getByText('(site externe)')).toHaveCount(website ? 1 : 0);
      await expect(page.locator('.provenance .unverified')).toHaveCount(provenance.isVerified ? 0 : 1);
      await expect(page.locator('.shelters')).toContainText('n’indique jamais où se trouvent les hébergements');
      await expect(page.locator('.shelters a')).toHaveAttribute('href', '/fr/countries/RS');
    }
  });
});

test.describe('the instruments', () => {
  test('can be read with the keyboard alone: the table scrolls in its own region, the page does not', async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 700 });
    await page.goto('/hu/instruments');
    await settled(page);
    expect(await misplaced(page)).toEqual([]);
    const region = page.getByRole('region', { name: 'Az egyes országok helyzete az egyes jogi eszközök szerint' });
    await reach(page, region);
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    const [head, frame] = await region.evaluate((element) => [element.querySelector('tbody th')!.getBoundingClientRect().left, element.getBoundingClientRect().left]);
    expect(Math.abs(head! - frame!)).toBeLessThan(2);
  });

  test('are asked for in one line: no note below a field pushes the others out of it', async ({ page }) => {
    await page.goto('/bg/instruments');
    await settled(page);
    const ends = await page.locator('.filters :is(select, button)').evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().bottom)));
    expect(ends).toHaveLength(4);
    expect(new Set(ends).size).toBe(1);
    await expect(page.locator('#name-notes')).toBeVisible();
  });

  test('are narrowed in the address to a country, whose dates are spelt out, and come back', async ({ page }) => {
    await page.goto('/en/instruments');
    await settled(page);
    await page.getByLabel('Country', { exact: true }).selectOption('TR');
    await page.getByRole('button', { name: 'Show results' }).click();
    await expect(page).toHaveURL(/instruments\?country=TR$/);
    await expect(page.locator('.matrix thead th')).toHaveText(['Instrument', 'Türkiye']);
    await expect(page.locator('.matrix tbody tr').first()).toContainText('In force since 1 September 2016');
    await page.goBack();
    await expect(page.locator('.matrix thead th')).toHaveCount(17);
    await page.goto('/en/instruments?country=ZZ');
    await settled(page);
    await expect(page.locator('.results')).toContainText('No instrument or country meets these conditions.');
  });

  test('come into force in the list as the API knows it, and in the drawing as in the list', async ({ page, request }) => {
    const { instruments, countries } = await ask<Known>(request, 'en', KNOWN);
    await page.goto('/en/instruments');
    await settled(page);
    const lines = page.locator('.timeline-list > li');
    const drawn = page.locator('.timeline-drawing .timeline-row:not(.timeline-axis)');
    for (const [i, instrument] of instruments.entries()) {
      const days = [...new Set([instrument.inForceOn, instrument.transpositionDueOn, ...instrument.countries.map(({ inForceOn }) => inForceOn)])].filter((day) => day !== null).sort();
      const steps = lines.nth(i).locator('.steps > li');
      expect(await steps.locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))).toEqual(days);
      const years: Record<string, number> = {};
      for (const [place, day] of days.entries()) {
        const names = countries.filter(({ code }) => instrument.countries.some((fact) => fact.country.code === code && fact.inForceOn === day));
        for (const { name } of names) await expect(steps.nth(place)).toContainText(name.text);
        years[day.slice(0, 4)] = (years[day.slice(0, 4)] ?? 0) + names.length;
      }
      const dots = await drawn.nth(i).locator('.timeline-dot').evaluateAll((all) => all.map((dot) => [dot.getAttribute('data-year'), Number(dot.textContent || 0)]));
      expect(Object.fromEntries(dots)).toEqual(years);
    }
  });

  test('are records on a narrow page, with the same countries', async ({ page, request }) => {
    const { instruments } = await ask<Known>(request, 'tr', KNOWN);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/tr/instruments');
    await settled(page);
    await expect(page.locator('.matrix-scroll')).toBeHidden();
    await expect(page.locator('.matrix-records > li')).toHaveCount(instruments.length);
    await expect(page.locator('.matrix-records > li').first().locator('dd').first()).toContainText('Arnavutluk');
  });

  test('say of the title in the reader’s language where it was read, or that nobody has verified it', async ({ page, request }) => {
    interface Titled { readonly instrument: { readonly titles: readonly { readonly locale: string; readonly title: string; readonly provenance: { readonly isVerified: boolean; readonly source: string } }[] } }
    const { instrument: { titles } } = await ask<Titled>(request, 'ro', '{ instrument(code: "coe-197") { titles { locale title provenance { isVerified source } } } }');
    for (const [locale, isVerified] of [['ro', false], ['bs', false], ['sq', true]] as const) {
      const known = titles.find((one) => one.locale === locale)!;
      expect([locale, known.provenance.isVerified]).toEqual([locale, isVerified]);
      await page.goto(`/${locale}/instruments/coe-197`);
      await settled(page);
      await expect(page.getByText(known.title)).toBeVisible();
      const source = page.locator('.title-source');
      await expect(source).toContainText(known.provenance.source);
      await expect(source.locator('.unverified')).toHaveCount(isVerified ? 0 : 1);
    }
  });
});
