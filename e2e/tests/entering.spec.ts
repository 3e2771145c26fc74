/** The adviser enters an expert who is written to in Greek, says them in Greek, and takes back what another has changed meanwhile; who reads sees what was agreed. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const field = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"]`);
/** The native field that text is typed in. */
const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea)[data-field="${name}"]`);
const save = (page: Page): Locator => page.locator('.prepare-form button[type="submit"]');

test('an expert is entered in French and said in Greek; what two have changed at once is shown to the second; only what was agreed is seen', async ({ browser, page: visitor }) => {
  test.setTimeout(120_000);
  const mark = randomUUID().slice(0, 8);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.goto('/fr/experts');
  await page.getByRole('link', { name: 'Ajouter un expert' }).click();
  await expect(page).toHaveURL('/fr/experts/new');
  await expect(save(page)).toBeVisible();
  await save(page).click();
  await expect(control(page, 'NAME')).toBeFocused();
  await expect(control(page, 'NAME')).toHaveAccessibleDescription(/Veuillez remplir ce champ/);
  await sound(page);

  await control(page, 'NAME').fill(`Ariane Essai ${mark}`);
  await field(page, 'PROFESSION').locator('select').selectOption('JUDGE');
  await control(page, 'CORPS').fill('Corps judiciaire');
  await field(page, 'INSTITUTION').locator('select').selectOption('ENM');
  await control(page, 'SUMMARY').fill(`Forme des magistrats, ${mark}.`);
  const languages = field(page, 'LANGUAGES');
  // Chosen with the arrow keys, say: nothing is added before one says so.
  await languages.getByLabel('Ajouter une langue').selectOption('el');
  await expect(languages.locator('li')).toHaveCount(0);
  await languages.getByRole('button', { name: /^Ajouter\s*,/ }).click();
  await expect(languages.locator('li select')).toBeFocused();
  await field(page, 'THEMES').locator('input[value="PROSECUTION"]').check();
  await field(page, 'COUNTRIES').locator('input[value="GR"]').check();
  await control(page, 'VOUCHED_BY').fill('Ministère de la Justice');
  await control(page, 'CONTACT').fill(`ariane.${mark}@expert.example`);
  await page.getByLabel('Langue des messages').selectOption('el');
  await page.getByLabel('Qui peut voir le nom').selectOption('PUBLIC');
  await save(page).click();
  // A level is chosen, and what is opened was agreed to on a day.
  await expect(languages).toContainText('Choisissez le niveau de chaque langue.');
  await expect(field(page, 'CONSENTED_ON')).toContainText('Indiquez quel jour l’expert l’a accepté.');
  await languages.locator('li select').selectOption('C1');
  const day = field(page, 'CONSENTED_ON');
  await day.locator('.date-day input').fill('3');
  await day.locator('select').selectOption('2');
  await day.locator('.date-year input').fill('2026');
  await save(page).click();
  await expect(page).toHaveURL(/\/fr\/experts\/Expert_[0-9a-f-]+\/edit$/);
  await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  await sound(page);
  const address = new URL(page.url()).pathname.replace('/edit', '');

  await page.getByRole('button', { name: 'Traductions' }).click();
  await page.getByLabel('Langue de la traduction').selectOption('el');
  await page.locator('textarea').fill(`Εκπαιδεύει δικαστές, ${mark}.`);
  await page.getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  await page.getByRole('button', { name: 'Revenir à la fiche' }).click();

  await besides('of two who change it at once the second sees what is saved', async () => {
    // Elsewhere the same sheet was read, and is changed first.
    const colleague = await visitOf(browser, 'fr', 'adviser');
    await colleague.goto(`${address}/edit`);
    await expect(control(colleague, 'SUMMARY')).toHaveValue(`Forme des magistrats, ${mark}.`);
    await control(colleague, 'SUMMARY').fill(`Forme aussi des enquêteurs, ${mark}.`);
    await save(colleague).click();
    await expect(colleague.locator('.notice-done')).toHaveText('C’est enregistré.');
    await control(page, 'SUMMARY').fill(`Forme des greffiers, ${mark}.`);
    await save(page).click();
    const conflict = page.locator('.conflict');
    await expect(conflict).toContainText(`Forme aussi des enquêteurs, ${mark}.`);
    await expect(control(page, 'SUMMARY')).toHaveValue(`Forme des greffiers, ${mark}.`);
    await sound(page);
    await conflict.getByRole('button').click();
    await save(page).click();
    await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  });

  // On a telephone, in Greek: the name was agreed to, the institution was not; the Greek text says that it is older.
  await visitor.setViewportSize({ width: 390, height: 844 });
  await visitor.goto(address.replace('/fr/', '/el/'));
  await settled(visitor);
  const main = visitor.locator('main');
  await expect(main).toContainText(`Ariane Essai ${mark}`);
  await expect(main).toContainText('Corps judiciaire');
  await expect(main).toContainText(`Εκπαιδεύει δικαστές, ${mark}.`);
  await expect(main).toContainText('Ministère de la Justice');
  await expect(main).not.toContainText('École nationale de la magistrature');
  await expect(main).not.toContainText('expert.example');
  await expect(main.locator('a[href$="/edit"]')).toHaveCount(0);
  await sound(visitor);

  await page.getByRole('button', { name: 'Supprimer la fiche' }).click();
  await page.getByRole('button', { name: 'Oui, supprimer' }).click();
  await expect(page).toHaveURL('/fr/experts');
  expect((await ask<{ expert: unknown }>(page.request, 'fr', 'query ($id: ID!) { expert(id: $id) { id } }', { variables: { id: address.split('/').at(-1) } })).expert).toBeNull();
  expect(wrong()).toEqual([]);
});
