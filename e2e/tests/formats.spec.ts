/** Dates, names and order in the browser, which lacks the data of some languages, are those of the language. */
import { expect, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';

interface Found {
  readonly trainingSessions: { nodes: { id: string; startsAt: string; timeZone: string }[] };
  readonly countries: { name: { text: string } }[];
}

const spaces = (text: string): string => text.replaceAll(/[\s\u00a0\u202f\u2009]+/g, ' ');

for (const locale of LOCALE_TAGS) {
  test(`the month of a session and the order of countries in ${LOCALES[locale].endonym}`, async ({ page, request }) => {
    const { trainingSessions, countries } = await ask<Found>(request, locale, '{ trainingSessions(first: 1, sort: LATEST) { nodes { id startsAt timeZone } } countries { name { text } } }');
    const { id, startsAt, timeZone } = trainingSessions.nodes[0]!;
    const parts = new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone }).formatToParts(new Date(startsAt));
    const month = parts.find((part) => part.type === 'month')!.value;
    const year = parts.find((part) => part.type === 'year')!.value;

    await page.goto(`/${locale}/trainings/${id}`);
    await settled(page);
    const time = spaces(await page.locator('time').first().innerText());
    expect(time).toContain(month);
    expect(time).toContain(year);
    expect(time, 'broken browser data').not.toMatch(/M\d\d/);

    await page.goto(`/${locale}/countries`);
    await settled(page);
    const names = await page.locator('.country-table tbody th[scope=row] a').allInnerTexts();
    const byServer = countries.map(({ name }) => name.text);
    expect(names.map(spaces)).toEqual(byServer.map(spaces));
    expect(byServer).toEqual([...byServer].sort(new Intl.Collator(LOCALES[locale].intl).compare));
  });
}
