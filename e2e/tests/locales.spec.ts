/** Every page in every language: right language, right letters, accessible, narrow, and without a trace. */
import { expect, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { ask } from '../support/api.ts';
import { accessible, fits, settled, watch } from '../support/page.ts';

interface Ids {
  readonly trainingSessions: { nodes: { id: string }[] };
  readonly experts: { nodes: { id: string }[] };
}

/** What the countries page is called, as a reader of each language expects. */
const COUNTRIES: Record<string, string> = {
  fr: 'Pays', en: 'Countries', sq: 'Vendet', bs: 'Države', bg: 'Държави', hr: 'Države', el: 'Χώρες', hu: 'Országok', mk: 'Земји', ro: 'Țări',
  'sr-Cyrl': 'Државе', 'sr-Latn': 'Države', cnr: 'Države', sl: 'Države', tr: 'Ülkeler', uk: 'Країни',
};

for (const locale of LOCALE_TAGS) {
  test(`every page in ${LOCALES[locale].endonym}`, async ({ page, request, context }) => {
    test.setTimeout(90_000);
    const { trainingSessions, experts } = await ask<Ids>(request, locale, '{ trainingSessions(first: 1) { nodes { id } } experts(first: 1) { nodes { id } } }');
    const paths = ['', '/countries', '/countries/XK', '/experts', `/experts/${experts.nodes[0]!.id}`, '/trainings', `/trainings/${trainingSessions.nodes[0]!.id}`];
    const wrong = watch(page);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of paths) {
      await page.goto(`/${locale}${path}`);
      await settled(page);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page).toHaveTitle(/Passerelle/);
      const text = await page.locator('body').innerText();
      expect(text, 'a message shows its key').not.toMatch(/\b(app|nav|home|list|countries|experts|trainings|errors|provenance|fallback)\.[a-z]+[A-Za-z]*\b/);
      expect(text, 'a parameter is not filled').not.toMatch(/\{\w+\}/);
      await fits(page);
      await accessible(page);
    }
    await page.goto(`/${locale}/countries`);
    await expect(page.locator('h1')).toHaveText(COUNTRIES[locale]!);
    expect(wrong()).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}
