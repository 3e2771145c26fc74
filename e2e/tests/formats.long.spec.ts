/** Dates, hours, numbers, names and order in the browser, which lacks the data of some languages, are those of the language, as Node has them whole. */
import { expect, test } from '@playwright/test';
import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';

interface Found {
  readonly trainingSessions: { nodes: { id: string; startsAt: string; endsAt: string; timeZone: string }[] };
  readonly countries: { name: { text: string } }[];
}

/** A number of which every language writes the thousands apart. */
const MANY = 1_234_567;

const spaces = (text: string): string => text.replaceAll(/[\s\u00a0\u202f\u2009]+/g, ' ');

for (const locale of LOCALE_TAGS) {
  test(`the month of a session and the order of countries in ${LOCALES[locale].endonym}`, async ({ page, request }) => {
    const { trainingSessions, countries } = await ask<Found>(request, locale, '{ trainingSessions(first: 1, sort: LATEST) { nodes { id startsAt endsAt timeZone } } countries { name { text } } }');
    const { id, startsAt, endsAt, timeZone } = trainingSessions.nodes[0]!;
    const parts = new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone }).formatToParts(new Date(startsAt));
    const month = parts.find((part) => part.type === 'month')!.value;
    const year = parts.find((part) => part.type === 'year')!.value;

    await page.goto(`/${locale}/trainings/${id}`);
    await settled(page);
    const time = spaces(await page.locator('time').first().innerText());
    expect(time).toContain(month);
    expect(time).toContain(year);
    for (const instant of [startsAt, endsAt]) {
      expect(time).toContain(new Intl.DateTimeFormat(LOCALES[locale].intl, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(instant)));
    }
    expect(time, 'broken browser data').not.toMatch(/M\d\d/);

    await page.goto(`/${locale}/countries`);
    await settled(page);
    const names = await page.locator('.country-table tbody th[scope=row] a').allInnerTexts();
    const byServer = countries.map(({ name }) => name.text);
    expect(names.map(spaces)).toEqual(byServer.map(spaces));
    expect(byServer).toEqual([...byServer].sort(new Intl.Collator(LOCALES[locale].intl).compare));
  });
  test(`names that the page puts in order itself in ${LOCALES[locale].endonym}`, async ({ page, request }) => {
    const { compare } = new Intl.Collator(LOCALES[locale].intl);
    const { experts } = await ask<{ experts: { nodes: { id: string; countries: { name: { text: string } }[] }[] } }>(request, locale, '{ experts(first: 100) { nodes { id countries { name { text } } } } }');
    // Where the language has an order of its own, somebody whose countries show it.
    const told = experts.nodes.map(({ id, countries }) => ({ id, names: countries.map(({ name }) => name.text).sort(compare) }));
    const { id, names } = told.find((expert) => String(expert.names) !== String(expert.names.toSorted(new Intl.Collator('en').compare))) ?? told.find((expert) => expert.names.length > 2)!;
    if (locale === 'sq') expect(names).not.toEqual(names.toSorted(new Intl.Collator('en').compare));
    await page.goto(`/${locale}/experts/${id}`);
    await settled(page);
    expect((await page.locator('.expert-facts a[href*="/countries/"]').allInnerTexts()).map(spaces)).toEqual(names.map(spaces));

    for (const list of ['countries', 'trainings']) {
      await page.goto(`/${locale}/${list}`);
      await settled(page);
      // Of all choices those of languages alone are codes of two or three small letters.
      const choices = await page.locator('form[role=search] option').evaluateAll((all) => (all as HTMLOptionElement[]).filter(({ value }) => /^[a-z]{2,3}$/.test(value)).map(({ text }) => text));
      expect(choices.length).toBeGreaterThan(10);
      expect(choices).toEqual(choices.toSorted(compare));
    }

    await page.goto(`/${locale}/glossary`);
    await settled(page);
    await page.locator('.term summary').first().click();
    const languages = await page.locator('.term').first().locator('dl.facts dt').allInnerTexts();
    expect(languages.length).toBeGreaterThan(10);
    expect(languages).toEqual(languages.toSorted(compare));
  });
  test(`a large number and the parts of a date in ${LOCALES[locale].endonym}`, async ({ page }) => {
    await page.route(/\/graphql/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/"totalCount":\d+/g, `"totalCount":${MANY}`) });
    });
    await page.goto(`/${locale}/trainings`);
    await settled(page);
    expect(spaces(await page.locator('.count').innerText())).toContain(spaces(new Intl.NumberFormat(LOCALES[locale].intl).format(MANY)));

    const order = new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(0).map(({ type }) => type).filter((type) => ['day', 'month', 'year'].includes(type));
    const fields = page.locator('form[role=search] .date-field').first().locator('.date-parts > div');
    expect(await fields.evaluateAll((parts) => parts.map(({ className }) => className))).toEqual(order.map((part) => `date-${part}`));
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}
