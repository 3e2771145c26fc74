/** A SCAC officer in Tirana enters a need in Albanian; the adviser reads it in French, says where it stands; an officer elsewhere finds nothing; two at once see both texts. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { findsNothing } from '../support/elsewhere.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea)[data-field="${name}"]`);

test('a need is entered in Albanian, read and moved in French, and seen by nobody else', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const mark = `Strehim ${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/needs/new');
  await settled(officer);
  await officer.getByRole('button', { name: 'Dërgoni nevojën' }).click();
  await expect(control(officer, 'TITLE')).toBeFocused();
  await control(officer, 'TITLE').fill(mark);
  let text = 'Në veri nuk ka vende strehimi.';
  await control(officer, 'TEXT').fill(text);
  // The parts of a theme are there to choose once it is chosen, and go with it.
  const [theme, part] = ['THEME', 'SUBTHEME'].map((name) => officer.locator(`[data-field="${name}"] select`)) as [Locator, Locator];
  await expect(part).toHaveCount(0);
  await theme.selectOption('REFERRAL');
  await part.selectOption('NATIONAL_REFERRAL');
  await theme.selectOption('ASSISTANCE');
  await expect(part).toHaveValue('');
  await part.selectOption({ label: 'Strehëza' });
  await officer.locator('[data-field="PILLAR"] select').selectOption('PROTECTION');
  await officer.getByLabel('Preken fëmijë').check();
  await expect(officer.locator('form')).toContainText('E lartë');
  // No string of another language stands on the form, but for the names of languages.
  expect(await officer.locator('main form [lang]:not([lang="sq"]):not(option)').count()).toBe(0);
  await sound(officer);
  await officer.getByRole('button', { name: 'Dërgoni nevojën' }).click();
  await expect(officer).toHaveURL(/\/sq\/needs\/Need_/);
  await settled(officer);
  await expect(officer.locator('.notice-done')).toHaveText('U ruajt.');
  const address = new URL(officer.url()).pathname.replace('/sq/', '');
  await expect(officer.locator('main')).toContainText('E dërguar');
  await sound(officer);
  await officer.goto(`/sq/needs?theme=ASSISTANCE&subtheme=HOTLINE&search=${encodeURIComponent(mark)}`);
  await settled(officer);
  await expect(officer.locator('.rows > li')).toHaveCount(0);
  await officer.goto(`/sq/needs?theme=ASSISTANCE&subtheme=SHELTER&search=${encodeURIComponent(mark)}`);
  await settled(officer);
  await expect(officer.locator('.rows > li', { hasText: mark })).toContainText(/E dërguar[^]*Strehëza/);
  await expect(officer.locator('.condition', { hasText: 'Strehëza' })).toHaveCount(1);
  await sound(officer);

  await besides('an embassy elsewhere finds nothing of it', () => findsNothing(browser, { list: 'needs', address, mark }));

  await besides('of two who change it at once the second sees what is stored', async () => {
    // Two at once: what the other service has stored stands beside what was typed.
    const security = await visitOf(browser, 'sq', 'ssi.al');
    for (const page of [officer, security]) {
      await page.goto(`/sq/${address}`);
      await settled(page);
      await page.getByRole('button', { name: 'Ndryshoni nevojën' }).click();
    }
    await control(security, 'TEXT').fill('Mungojnë dhjetë vende.');
    await security.locator('main form button[type="submit"]').click();
    await expect(security.locator('.notice-done')).toBeVisible();
    await control(officer, 'TEXT').fill('Mungojnë pesë vende.');
    await officer.locator('main form button[type="submit"]').click();
    await expect(officer.locator('.conflict')).toContainText('Mungojnë dhjetë vende.');
    await expect(control(officer, 'TEXT')).toHaveValue('Mungojnë pesë vende.');
    await sound(officer);
    await officer.locator('main form button[type="submit"]').click();
    await expect(officer.locator('.notice-done')).toBeVisible();
    text = 'Mungojnë pesë vende.';
    await security.context().close();
  });
  expect(wrong()).toEqual([]);

  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto(`/fr/needs?country=AL&search=${encodeURIComponent(mark)}`);
  await settled(adviser);
  await adviser.locator('.rows > li', { hasText: mark }).getByRole('link').click();
  await settled(adviser);
  await expect(adviser.locator('h1 .localized > [lang="sq"]')).toHaveText(mark);
  await expect(adviser.locator('h1')).toContainText('albanais');
  await expect(adviser.locator('main')).toContainText(text);
  await expect(adviser.locator('dl.facts')).toContainText('Hébergement sécurisé');
  await expect(adviser.getByRole('button', { name: 'Modifier le besoin' })).toHaveCount(0);
  await sound(adviser);
  await adviser.getByRole('button', { name: 'Changer l’état' }).click();
  await adviser.locator('main form select').selectOption('UNDER_REVIEW');
  await adviser.locator('main form textarea').fill('Nous regardons avec deux autres ambassades.');
  await sound(adviser);
  await adviser.locator('main form button[type="submit"]').click();
  await expect(adviser.locator('.notice-done')).toBeVisible();
  await expect(adviser.locator('.state').first()).toContainText('À l’examen');
  await sound(adviser);
  await officer.goto(`/sq/${address}`);
  await settled(officer);
  await expect(officer.locator('main')).toContainText('Në shqyrtim');
  await expect(officer.locator('.typed-text .localized > [lang="fr"]')).toContainText('Nous regardons avec deux autres ambassades.');
  await expect(officer.getByRole('button', { name: 'Ndryshoni nevojën' })).toHaveCount(0);
  for (const page of [officer, adviser]) await page.context().close();
});
