/** Public holidays: on the page of a country, and in the calendar of sessions. */
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

test('the calendar marks a day of a session that is a holiday in its country, by name', async ({ page, request }) => {
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: { startsAt: string; timeZone: string; country: { code: string; name: { text: string } } | null }[] } }>(
    request, 'en', '{ trainingSessions(first: 50, sort: LATEST) { nodes { startsAt timeZone country { code name { text } } } } }');
  const { startsAt, timeZone, country } = trainingSessions.nodes.find((session) => session.country)!;
  const day = new Date(startsAt).toLocaleDateString('en-CA', { timeZone });
  // Which sessions there are depends on the day of the run: the holiday is put on one of them.
  await page.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (!text.includes('"isMoonDependent"')) return route.fulfill({ response, body: text });
    const answer = JSON.parse(text) as { data: { countries: { code: string; holidays: unknown[] }[] } };
    for (const one of answer.data.countries) {
      one.holidays = [{ __typename: 'Holiday', date: day, isMoonDependent: false, name: { __typename: 'LocalizedText', text: 'Day of Tests', locale: 'en', isFallback: false, isOutdated: false }, provenance: { __typename: 'Provenance', isVerified: false } }];
    }
    return route.fulfill({ response, json: answer });
  });
  await page.goto(`/en/trainings?view=month&on=${day.slice(0, 7)}`);
  await settled(page);
  const cell = page.locator(`#day-${day}`);
  await expect(cell).toHaveAccessibleName(new RegExp(`public holiday: .*Day of Tests \\(${country!.name.text}\\*?\\)`));
  await expect(cell.locator('.calendar-holiday')).toBeVisible();
  await expect(page.locator('.holidays li', { hasText: country!.name.text })).toContainText('Day of Tests');
  await expect(page.locator('.calendar-holiday')).toHaveCount(1);
  await sound(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
