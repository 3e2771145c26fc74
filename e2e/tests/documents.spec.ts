/** The adviser adds documents to a session: a file with a script is refused and says why, a photograph comes out without what the camera wrote, who is signed in saves what is for everybody; a visitor of a demonstration, where anybody may sign in, is given nothing. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { further } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** A PDF of one empty page. */
const page1 = (more = ''): Buffer => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`);
const item = (page: Page, title: string): Locator => page.locator('.document-item', { hasText: title });
const choose = (page: Page, name: string, buffer: Buffer): Promise<void> => page.getByLabel('Fichier', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer });

let id = '';

test('the adviser adds documents; what is not taken is said, and what was typed stays', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  id = await announced(page, 'fr', { title: `Une session à documents ${retry}`, format: 'ONLINE', country: null, town: null, timeZone: 'Europe/Paris', starts: `2099-06-1${retry}T09:00`, ends: `2099-06-1${retry}T17:00`, workingLanguages: ['fr'] });
  await page.goto(`/fr/trainings/${id}/edit`);
  await settled(page);
  await page.getByRole('link', { name: 'Documents', exact: true }).click();
  await expect(page).toHaveURL(/\/documents$/);
  await sound(page);

  await page.getByRole('button', { name: 'Ajouter le document' }).click();
  await expect(page.getByLabel('Fichier', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Fichier', { exact: true })).toHaveAccessibleDescription(/^Choisissez un fichier\./);
  await choose(page, 'Support_de cours.pdf', page1('/OpenAction << /S /JavaScript /JS (1) >>'));
  await expect(page.getByLabel('Titre')).toHaveValue('Support de cours');
  await page.getByLabel('Qui peut le voir').selectOption('EVERYBODY');
  // While files of other stories arrive the page asks to send again, and keeps what was chosen.
  await expect(async () => {
    await page.getByRole('button', { name: 'Ajouter le document' }).click();
    await expect(page.locator('.notice-error')).toContainText('scripts', { timeout: 5_000 });
  }).toPass();
  await expect(page.getByLabel('Titre')).toHaveValue('Support de cours');
  await sound(page);

  // What it is called and said to be is of no account.
  await choose(page, 'photo.exe', page1());
  await page.getByRole('button', { name: 'Ajouter le document' }).click();
  await expect(item(page, 'Support de cours')).toContainText('PDF');
  await expect(page.locator('.notice-done')).toHaveText('Le document est ajouté.');
  await page.getByLabel('Titre').fill('Pour les formateurs');
  await choose(page, 'b.pdf', page1());
  await page.getByLabel('Qui peut le voir').selectOption('TRAINERS');
  await page.getByRole('button', { name: 'Ajouter le document' }).click();
  await expect(item(page, 'Pour les formateurs')).toContainText('Les formateurs qui ont un compte, et eux seuls');
  await sound(page);
  expect(wrong().filter((what) => !/status of 400/.test(what))).toEqual([]);
  await page.context().close();
});

test('whoever is signed in finds what is for everybody on the page of the session, and it is saved', async ({ browser, page: visitor }) => {
  const page = await visitOf(browser, 'mk', 'authority.mk');
  const wrong = watch(page);
  await page.goto(`/mk/trainings/${id}`);
  await settled(page);
  const documents = page.locator('.session-documents');
  await expect(documents.locator('li')).toHaveCount(1);
  await expect(documents.locator('a [lang="fr"]').first()).toHaveText('Support de cours');
  await sound(page);
  const [download] = await Promise.all([page.waitForEvent('download'), documents.locator('a').click()]);
  expect(download.suggestedFilename()).toBe('Support de cours.pdf');
  expect(wrong()).toEqual([]);
  await page.context().close();
  await visitor.goto(`/mk/trainings/${id}`);
  await settled(visitor);
  await expect(visitor.locator('.session-documents li')).toHaveCount(0);
});

further('what is said of a document is changed; of two who change it at once the second sees what is saved, and chooses', async ({ browser }) => {
  test.setTimeout(180_000);
  const [one, other] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'assistant')];
  const first = (page: Page): Locator => page.locator('.document-item').first();
  for (const page of [one, other]) {
    await page.goto(`/fr/trainings/${id}/documents`);
    await settled(page);
    await first(page).getByRole('button', { name: /^Modifier/ }).click();
    await expect(first(page).getByLabel('Titre')).toBeFocused();
  }
  await first(one).getByLabel('Titre').fill(' ');
  await first(one).getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(first(one).getByLabel('Titre')).toHaveAccessibleDescription(/^Veuillez remplir ce champ\./);
  await sound(one);
  await first(one).getByLabel('Titre').fill('Support du cours');
  await first(one).getByLabel('Langue du document').selectOption('en');
  await first(one).getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(one.locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(first(one).getByRole('button', { name: /^Modifier/ })).toBeFocused();
  await first(other).getByLabel('Titre').fill('Diaporama');
  await first(other).getByLabel('Qui peut le voir').selectOption('TRAINERS');
  await first(other).getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(other.locator('.conflict')).toContainText('Support du cours');
  await expect(first(other).getByLabel('Titre')).toHaveValue('Diaporama');
  await expect(first(other).getByLabel('Langue du document')).toHaveValue('en');
  await sound(other);
  await first(other).getByRole('button', { name: /^Reprendre ce qui est enregistré/ }).click();
  await first(other).getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(other.locator('.notice-done')).toHaveText('C’est enregistré.');
  // In French it is called as it was until it is said anew.
  await expect(first(other)).toContainText('Support de cours');
  await expect(first(other).locator('.chip-outdated')).toBeVisible();
  const authority = await visitOf(browser, 'mk', 'authority.mk');
  await authority.goto(`/mk/trainings/${id}`);
  await settled(authority);
  await expect(authority.locator('h1')).toBeVisible();
  await expect(authority.locator('.session-documents li')).toHaveCount(0);
  await Promise.all([one, other, authority].map((page) => page.context().close()));
});

further('a document is deleted once it was asked for twice', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  await page.goto(`/fr/trainings/${id}/documents`);
  await settled(page);
  const own = item(page, 'Pour les formateurs');
  await own.getByRole('button', { name: /^Supprimer/ }).click();
  await expect(own.getByRole('button', { name: 'Garder le document' })).toBeFocused();
  await sound(page);
  await own.getByRole('button', { name: /^Supprimer/ }).click();
  await expect(own).toHaveCount(0);
  await expect(page.locator('.notice-done')).toHaveText('Le document est supprimé.');
  await page.context().close();
});
