/** Holidays in a calendar that marks them, asks for them and cannot be had, and for who sets the days of a session. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { type Holiday, HOLIDAYS } from '../support/holidays.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('the list of sessions asks nothing about holidays, the calendar does', async ({ page }) => {
  const told: string[] = [];
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (/graphql|locales|assets/.test(pathname) && /isMoonDependent|inPeriod/.test(await response.text().catch(() => ''))) told.push(pathname);
  });
  await page.goto('/tr/trainings');
  await settled(page);
  await page.waitForLoadState('networkidle');
  expect(told).toEqual([]);
  await page.locator('.views a', { hasText: 'Ay' }).click();
  await expect(page.locator('.calendar')).toBeVisible();
  await expect.poll(() => told.includes('/graphql')).toBe(true);
});

test('a calendar that cannot be had says so, and comes when it is tried again', async ({ page, context }) => {
  await page.goto('/hr/trainings');
  await settled(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.locator('.views a').nth(1).click();
  const notice = page.locator('.notice-error');
  await expect(notice).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await context.setOffline(false);
  await notice.locator('button').click();
  await expect(page.locator('.calendar')).toBeVisible();
  await settled(page);
  await sound(page);
});

test('who sets the days of a session reads which of them are holidays there, and of which year none is known', async ({ browser, request }) => {
  const { country } = await ask<{ country: { holidays: Holiday[] } }>(request, 'en', `{ ${HOLIDAYS} }`);
  const { date, name } = country.holidays.at(-1)!;
  const page = await visitOf(browser, 'en', 'adviser');
  await page.goto('/en/trainings/new');
  await settled(page);
  const notice = page.locator('.holiday-notice');
  const begin = async (year: string, month: string, day: string): Promise<void> => {
    const starts = page.locator('[data-field="STARTS"]');
    await starts.locator('.date-day input').fill(String(Number(day)));
    await starts.locator('select').selectOption(String(Number(month)));
    await starts.locator('.date-year input').fill(year);
  };
  const [year, month, day] = date.split('-') as [string, string, string];
  await begin(year, month, day);
  await expect(notice).toBeEmpty();
  await page.locator('[data-field="COUNTRY"] select').selectOption('AL');
  await expect(notice.locator('li')).toContainText(name.text);
  await sound(page);
  await begin('2051', month, day);
  await expect(notice).toHaveText('The public holidays of 2051 are not known here yet.');
  await page.context().close();
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
