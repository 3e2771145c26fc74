/** The adviser adds a document in French, a translator says in Serbian what it is called; who reads Serbian finds that, who reads Greek finds the French with its mark. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** A PDF of one empty page. */
const FILE = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');
const item = (page: Page): Locator => page.locator('.document-item');

let id = '';

test('a document in French is said in Serbian by a translator, who can do nothing else with it', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const [adviser, page] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'translator')];
  const wrong = watch(page);
  id = await announced(adviser, 'fr', { title: `Une session à titres ${retry}`, starts: `2099-08-1${retry}T09:00`, ends: `2099-08-1${retry}T17:00` });
  await adviser.goto(`/fr/trainings/${id}/documents`);
  await settled(adviser);
  // The file is dropped onto the field.
  const dropped = await adviser.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'a.pdf', { type: 'application/pdf' }));
    return files;
  }, FILE.toString('latin1'));
  await adviser.locator('.file-field').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(adviser.locator('.file-name')).toHaveText('a.pdf');
  await adviser.getByLabel('Titre').fill('Support de cours');
  await adviser.getByLabel('Qui peut le voir').selectOption('EVERYBODY');
  await adviser.getByRole('button', { name: 'Ajouter le document' }).click();
  await expect(item(adviser).getByRole('button', { name: /^Traductions/ })).toBeVisible();

  await page.goto(`/fr/trainings/${id}/translations`);
  await settled(page);
  await expect(page.locator('.language-gaps > div', { hasText: 'shqip' }).locator('dd')).toHaveText('Rien n’est encore traduit.');
  await page.getByRole('link', { name: 'Documents', exact: true }).click();
  await expect(page).toHaveURL(/\/documents$/);
  await settled(page);
  await expect(page.locator('.document-form')).toHaveCount(0);
  await expect(item(page).getByRole('button')).toHaveCount(1);
  await item(page).getByRole('button', { name: /^Traductions/ }).click();
  await item(page).locator('select').selectOption('sr-Latn');
  await expect(item(page).getByLabel('Titre')).toHaveValue('');
  await expect(item(page).getByLabel('Titre')).toHaveAttribute('lang', 'sr-Latn');
  await item(page).getByLabel('Titre').fill('Materijal za obuku');
  await item(page).getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  await sound(page);
  expect(wrong()).toEqual([]);
  await Promise.all([adviser, page].map((one) => one.context().close()));
});

test('it is read in Serbian with the language of its file beside it; in Greek what stands in for it is marked, and is no translation', async ({ browser }) => {
  test.setTimeout(120_000);
  const [serbian, greek] = [await visitOf(browser, 'sr-Latn', 'authority.mk'), await visitOf(browser, 'el', 'translator')];
  await serbian.goto(`/sr-Latn/trainings/${id}`);
  await settled(serbian);
  const document = serbian.locator('.session-documents li');
  await expect(document.locator('a')).toHaveText('Materijal za obuku');
  await expect(document.locator('[lang="fr"]')).toHaveText('français');
  await expect(document.locator('.chip')).toHaveCount(0);
  await sound(serbian);
  await greek.goto(`/el/trainings/${id}`);
  await settled(greek);
  await expect(greek.locator('.session-documents a [lang="fr"]').first()).toHaveText('Support de cours');
  await expect(greek.locator('.session-documents .chip')).toContainText('français');
  await sound(greek);
  await greek.goto(`/el/trainings/${id}/documents`);
  await settled(greek);
  await item(greek).locator('.row-acts button').click();
  await item(greek).locator('select').selectOption('el');
  await expect(item(greek).locator('form input')).toHaveValue('');
  await sound(greek);
  await Promise.all([serbian, greek].map((page) => page.context().close()));
});
