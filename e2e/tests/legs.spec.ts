/** The embassy in Belgrade prepares its leg in Latin letters, on a telephone, and in Cyrillic ones; of two officers who write at once none loses anything; on paper it is one sheet. */
import { expect, test } from '@playwright/test';
import { field } from '../support/fields.ts';
import { saveMission, showLeg, typeLeg } from '../support/missions.ts';
import { settled, watch } from '../support/page.ts';
import { deskOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** No other story is in this year. */
const YEAR = 2032;

let purpose = '';
let leg = '';

test('the adviser shows a leg, and comes from it to its page', async ({ browser }, { retry }) => {
  test.setTimeout(90_000);
  purpose = `Préparer avec le parquet ${retry}`;
  const page = await deskOf(browser, 'fr', 'adviser');
  await saveMission(page, { title: `Étape à préparer ${retry}`, year: YEAR, days: [8, 12] });
  await typeLeg(page, { country: 'RS', year: YEAR, days: [9, 10], purpose });
  await expect(page.locator('.leg-item', { hasText: purpose })).toBeVisible();
  await showLeg(page);
  await page.getByRole('link', { name: /^Page de l’étape, avec ses contacts/ }).click();
  await expect(page).toHaveURL(/\/fr\/legs\/MissionLeg_/);
  await settled(page);
  leg = new URL(page.url()).pathname.slice('/fr/'.length);
  await expect(page.locator('main')).toContainText('Il n’y a pas encore de contact.');
  await sound(page);
  await page.context().close();
});

test('an officer prepares it on a telephone in Latin letters, by keyboard, then in Cyrillic ones', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await deskOf(browser, 'sr-Latn', 'scac.rs');
  const wrong = watch(page);
  await page.goto(`/sr-Latn/${leg}`);
  await settled(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const main = page.locator('main');
  await main.getByRole('button', { name: 'Pripremi etapu' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'PURPOSE')).toBeFocused();
  await field(page, 'PURPOSE').fill(' ');
  await page.getByRole('button', { name: 'Sačuvaj etapu' }).click();
  await expect(field(page, 'PURPOSE')).toBeFocused();
  await sound(page);
  await field(page, 'PURPOSE').fill(purpose);
  await field(page, 'LODGING_NAME').fill('Hotel Izmišljeni');
  await field(page, 'LODGING_ADDRESS').fill('Izmišljena 1, Beograd');
  await page.getByRole('button', { name: 'Sačuvaj etapu' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Sačuvano.');
  await expect(main).toContainText('Hotel Izmišljeni');
  await expect(main.getByRole('button', { name: 'Pripremi etapu' })).toBeFocused();
  await main.getByRole('button', { name: 'Prevodi' }).click();
  await page.getByLabel('Jezik prevoda').selectOption('sr-Latn');
  await page.getByLabel('Svrha', { exact: true }).fill('Priprema s tužilaštvom.');
  await page.getByRole('button', { name: 'Sačuvaj prevod' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Prevod je sačuvan.');
  await page.getByRole('button', { name: 'Zatvori bez čuvanja' }).click();
  await expect(main).toContainText('Priprema s tužilaštvom.');

  await page.getByRole('button', { name: 'Dodaj kontakt' }).click();
  await field(page, 'NAME').fill('Jovana Primer');
  await field(page, 'PHONE').fill('sutra');
  await page.getByRole('button', { name: 'Sačuvaj kontakt' }).click();
  await expect(field(page, 'PHONE')).toBeFocused();
  await sound(page);
  await field(page, 'FUNCTION').fill('Ataše');
  await field(page, 'PHONE').fill('+381 11 000 00 01');
  await field(page, 'EMAIL').fill('jovana.primer@passerelle.example');
  await page.getByRole('button', { name: 'Sačuvaj kontakt' }).click();
  await expect(main.getByRole('link', { name: '+381 11 000 00 01' })).toHaveAttribute('href', 'tel:+381110000001');
  await expect(main.getByRole('link', { name: 'jovana.primer@passerelle.example' })).toHaveAttribute('href', 'mailto:jovana.primer@passerelle.example');
  await sound(page);

  await page.goto(`/sr-Cyrl/${leg}`);
  await settled(page);
  await expect(main).toContainText('Ваша амбасада припрема ову етапу');
  await main.getByRole('button', { name: 'Припреми етапу' }).click();
  await field(page, 'TRANSPORT').fill('Службено возило');
  await page.getByRole('button', { name: 'Сачувај етапу' }).click();
  await expect(main.locator('.notice-done')).toHaveText('Сачувано.');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('of two officers who write at once the second is shown both texts and asked which stays; what each has typed is kept', async ({ browser }) => {
  test.setTimeout(120_000);
  const [one, other] = [await deskOf(browser, 'sr-Latn', 'scac.rs'), await deskOf(browser, 'sr-Cyrl', 'ssi.rs')];
  for (const [page, locale, button] of [[one, 'sr-Latn', 'Pripremi etapu'], [other, 'sr-Cyrl', 'Припреми етапу']] as const) {
    await page.goto(`/${locale}/${leg}`);
    await settled(page);
    await page.getByRole('button', { name: button }).click();
  }
  await field(one, 'NOTE').fill('Od atašea za saradnju.');
  await field(one, 'LODGING_ADDRESS').fill('Izmišljena 2, Beograd');
  await one.getByRole('button', { name: 'Sačuvaj etapu' }).click();
  await expect(one.locator('.notice-done')).toBeVisible();
  await field(other, 'NOTE').fill('Од аташеа за безбедност.');
  await field(other, 'TRANSPORT').fill('Пешке');
  await other.getByRole('button', { name: 'Сачувај етапу' }).click();
  const conflict = other.locator('form .notice-error', { hasText: 'Неко други је у међувремену изменио ову етапу.' });
  await expect(conflict).toContainText('Od atašea za saradnju.');
  await expect(field(other, 'NOTE')).toHaveValue('Од аташеа за безбедност.');
  // What the first alone has changed is taken.
  await expect(field(other, 'LODGING_ADDRESS')).toHaveValue('Izmišljena 2, Beograd');
  await sound(other);
  await conflict.getByRole('button').first().click();
  await expect(field(other, 'NOTE')).toHaveValue('Od atašea za saradnju.');
  await other.getByRole('button', { name: 'Сачувај етапу' }).click();
  await expect(other.locator('.notice-done')).toHaveText('Сачувано.');
  for (const text of ['Od atašea za saradnju.', 'Izmišljena 2, Beograd', 'Пешке']) await expect(other.locator('main')).toContainText(text);

  // A contact that somebody else has just changed is not removed unseen.
  await one.reload();
  await settled(one);
  await other.getByRole('button', { name: /^Измени.*Jovana Primer/ }).click();
  await field(other, 'FUNCTION').fill('Аташе за сарадњу');
  await other.getByRole('button', { name: 'Сачувај контакт' }).click();
  await expect(other.locator('.notice-done')).toBeVisible();
  const contact = one.locator('.leg-contact');
  await contact.getByRole('button', { name: /^Obriši kontakt/ }).click();
  await contact.getByRole('button', { name: 'Obriši kontakt', exact: true }).click();
  await expect(contact.locator('.notice-error')).toContainText('Neko drugi je u međuvremenu izmenio ovaj kontakt.');
  await expect(contact).toContainText('Аташе за сарадњу');
  for (const page of [one, other]) await page.context().close();
});

test('a leg with all that is said of it and its contacts is one sheet of paper, from which nothing is cut', async ({ browser }) => {
  test.setTimeout(60_000);
  const page = await deskOf(browser, 'fr', 'scac.rs');
  await page.goto(`/fr/${leg}`);
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Préparer l’étape' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ajouter un contact' })).toBeHidden();
  await expect(page.getByText('+381 11 000 00 01')).toBeVisible();
  // 180 millimetres, between the margins of a sheet, at 96 pixels an inch.
  await page.setViewportSize({ width: 680, height: 1000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(paper).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await page.context().close();
});
