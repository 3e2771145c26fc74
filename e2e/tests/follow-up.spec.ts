/** An officer in Tirana says by keyboard, in Albanian and on a telephone, what has become of a recommendation; the adviser, who has read less, loses nothing, reads it and corrects it in French; the list, the file of it and the page of the country have it; a visitor and an officer elsewhere find nothing of it. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const ABOUT = 'recommendations/Recommendation_al-r1-8';

/** Goes on with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 60 && !(await target.evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('what has become of a recommendation is said by keyboard, kept apart from visitors, corrected and counted', async ({ browser, page }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `Projektligj ${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto(`/fr/${ABOUT}/follow-up`);
  await settled(adviser);

  const officer = await visitOf(browser, 'sq', 'scac.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto(`/sq/${ABOUT}`);
  await settled(officer);
  await tabTo(officer, officer.getByRole('link', { name: 'Shënoni gjendjen e zbatimit' }));
  await officer.keyboard.press('Enter');
  await expect(officer).toHaveURL(/follow-up$/);
  await settled(officer);
  await tabTo(officer, officer.getByRole('button', { name: 'Shënoni gjendjen e zbatimit' }));
  await officer.keyboard.press('Enter');
  await tabTo(officer, field(officer, 'STATUS'));
  await officer.keyboard.press('ArrowDown');
  await officer.keyboard.press('ArrowDown');
  await expect(field(officer, 'STATUS')).toHaveValue('UNDER_WAY');
  await typeNovember(officer, 'AS_OF', 1, 2025);
  await tabTo(officer, field(officer, 'SEEN'));
  await officer.keyboard.type(mark);
  // No string of another language stands on the form, but for the names of languages.
  expect(await officer.locator('main form [lang]:not([lang="sq"]):not(option)').count()).toBe(0);
  await sound(officer);
  await tabTo(officer, officer.locator('main form button[type="submit"]'));
  await officer.keyboard.press('Enter');
  await expect(officer.locator('.notice-done')).toHaveText('U ruajt.');
  await expect(officer.locator('main')).toContainText(mark);
  await sound(officer);
  expect(wrong()).toEqual([]);

  // The adviser has read less: nothing is lost, and what was said meanwhile is shown.
  await adviser.getByRole('button', { name: 'Indiquer les suites données' }).press('Enter');
  await field(adviser, 'STATUS').selectOption('PARTLY_IMPLEMENTED');
  await typeNovember(adviser, 'AS_OF', 2, 2025);
  await field(adviser, 'SEEN').fill(`Une partie est en vigueur (${mark}-fr).`);
  await adviser.locator('main form button[type="submit"]').press('Enter');
  await expect(adviser.locator('main form')).toContainText('entre-temps');
  await expect(field(adviser, 'SEEN')).toHaveValue(`Une partie est en vigueur (${mark}-fr).`);
  await expect(adviser.locator('main')).toContainText(mark);
  await sound(adviser);
  await adviser.locator('main form button[type="submit"]').press('Enter');
  await expect(adviser.locator('.notice-done')).toBeVisible();
  await expect(adviser.locator('main')).toContainText('Ce qui a été dit auparavant');
  await sound(adviser);

  await officer.goto('/sq/recommendations?country=AL&standing=PARTLY_IMPLEMENTED');
  await settled(officer);
  await expect(officer.locator('main')).toContainText('I zbatuar pjesërisht');
  await expect(officer.locator(`a[href$="${ABOUT}"]`)).toHaveCount(1);
  await sound(officer);
  const [download] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('button', { name: 'Si CSV' }).press('Enter')]);
  expect(download.suggestedFilename()).toBe('passerelle-recommendations.csv');
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect([lines.length, lines[1]!.includes(`(${mark}-fr)`)]).toEqual([3, true]);
  await officer.goto('/sq/countries/AL');
  await settled(officer);
  await expect(officer.getByRole('link', { name: /I zbatuar pjesërisht: / })).toBeVisible();

  await besides('what is late comes first, and nothing of it is read elsewhere', async () => {
    // What is open after the day on which the report on it was due comes first, and says so; to visitors the latest report does.
    await adviser.goto('/fr/recommendations?country=AL&verb=URGE');
    await settled(adviser);
    await expect(adviser.locator('.rows > li').first()).toContainText('En retard\u202f: le rapport sur les suites données était attendu le');
    await sound(adviser);
    await page.goto('/fr/recommendations?country=AL&verb=URGE');
    await settled(page);
    await expect(page.locator('.rows > li').first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText('En retard');

    const elsewhere = await visitOf(browser, 'mk', 'scac.mk');
    await elsewhere.goto(`/mk/${ABOUT}/follow-up`);
    await settled(elsewhere);
    await expect(elsewhere.locator('main')).not.toContainText(mark);
    await sound(elsewhere);
    await page.goto(`/sq/${ABOUT}`);
    await settled(page);
    await expect(page.locator('main')).not.toContainText(mark);
    await expect(page.getByRole('link', { name: 'Shënoni gjendjen e zbatimit' })).toHaveCount(0);
  });
});
