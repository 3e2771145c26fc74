/** The adviser enters a clearance of an expert with its document; the expert reads theirs in their own language; besides, for another expert’s page, and for a visitor, there is nothing. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { day, experts } from '../support/clearances.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** A PDF of one empty page. */
const PAGE = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');

test('the adviser enters a clearance with its document; its expert reads it, and nobody else finds any', async ({ browser, page: visitor }, { retry }) => {
  test.setTimeout(120_000);
  const expert = await visitOf(browser, 'mk', 'expert');
  const { own, other } = await experts(expert);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const employer = `Employeur d’essai ${retry}`;
  await adviser.goto(`/fr/experts/${own}`);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Autorisations', exact: true }).click();
  await expect(adviser).toHaveURL(/\/clearances$/);
  await settled(adviser);
  const add = adviser.getByRole('button', { name: 'Ajouter une autorisation' });
  await add.click();
  await expect(adviser.getByLabel('Vaut pour')).toBeFocused();
  // What is missing is said, and the first of it has the focus.
  await adviser.getByRole('button', { name: 'Enregistrer l’autorisation' }).click();
  await expect(adviser.getByRole('group', { name: 'Premier jour', exact: true }).getByLabel('Jour')).toBeFocused();
  await sound(adviser);
  await day(adviser, 'Premier jour', ['1', '3', '2091']);
  await day(adviser, 'Dernier jour', ['31', '3', '2091']);
  await adviser.getByLabel('Donnée par').fill(employer);
  await day(adviser, 'Donnée le', ['15', '1', '2091']);
  await adviser.getByRole('button', { name: 'Enregistrer l’autorisation' }).click();
  // A day that is still to come is said to be so where it stands, and read with it.
  const given = adviser.getByRole('group', { name: 'Donnée le', exact: true });
  await expect(given).toHaveAccessibleDescription('Ce jour est encore à venir.');
  await expect(given.getByLabel('Jour')).toBeFocused();
  await sound(adviser);
  await day(adviser, 'Donnée le', ['15', '1', '2025']);
  await adviser.getByRole('button', { name: 'Enregistrer l’autorisation' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('L’autorisation est enregistrée.');
  await expect(add).toBeFocused();
  const item = (page: Page): Locator => page.locator('.rows > li', { hasText: employer });
  const file = item(adviser).getByLabel(/^Ajouter le document/);
  await file.focus();
  await file.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: PAGE });
  await expect(item(adviser).getByRole('link', { name: /^Télécharger le document \(PDF/ })).toBeFocused();
  await sound(adviser);
  expect(wrong()).toEqual([]);

  await expert.goto(`/mk/experts/${own}/clearances`);
  await settled(expert);
  await expect(expert.getByRole('heading', { level: 1 })).toHaveText('Одобренија');
  await expect(item(expert).locator('[lang="fr"]')).toHaveText(employer);
  await expect(expert.getByRole('button', { name: /^(?:Измени|Избриши|Додај)/ })).toHaveCount(0);
  await sound(expert);
  const [download] = await Promise.all([expert.waitForEvent('download'), item(expert).getByRole('link').click()]);
  expect(download.suggestedFilename()).toMatch(/^Employeur.*\.pdf$/);

  await besides('it is no other expert’s, and no visitor’s', async () => {
    // Theirs is no other expert's, and nobody's who is not signed in.
    await expert.goto(`/mk/experts/${other}/clearances`);
    await settled(expert);
    await expect(expert.locator('.rows')).toHaveCount(0);
    await expect(expert.locator('body')).not.toContainText(employer);
    await visitor.goto(`/sq/experts/${own}/clearances`);
    await settled(visitor);
    await expect(visitor.locator('main').getByRole('link', { name: 'Hyni' })).toBeVisible();
    await expect(visitor.locator('.rows')).toHaveCount(0);
    await expect(visitor.locator('body')).not.toContainText(employer);
    await visitor.goto(`/sq/experts/${own}`);
    await settled(visitor);
    await expect(visitor.getByRole('link', { name: 'Autorizimet', exact: true })).toHaveCount(0);
  });

  await besides('a colleague takes the document away meanwhile', async () => {
    // A colleague takes the document away meanwhile: nothing is removed before it is looked at.
    const colleague = await visitOf(browser, 'fr', 'assistant');
    await colleague.goto(`/fr/experts/${own}/clearances`);
    await settled(colleague);
    await item(colleague).getByRole('button', { name: /^Supprimer le document/ }).click();
    await expect(item(colleague).getByRole('button', { name: 'Garder' })).toBeFocused();
    await item(colleague).getByRole('button', { name: 'Garder' }).click();
    await expect(item(colleague).getByRole('button', { name: /^Supprimer le document/ })).toBeFocused();
    await item(colleague).getByRole('button', { name: /^Supprimer le document/ }).click();
    await item(colleague).getByRole('button', { name: 'Supprimer le document', exact: true }).click();
    await expect(item(colleague).getByLabel(/^Ajouter le document/)).toBeFocused();
    const remove = item(adviser).getByRole('button', { name: /^Supprimer\s*,/ });
    await remove.click();
    await item(adviser).getByRole('button', { name: 'Supprimer', exact: true }).click();
    await expect(item(adviser).locator('.notice-error')).toHaveText(/^Quelqu’un d’autre a modifié cette autorisation entre-temps\. Rien n’a été fait\./);
    await expect(remove).toBeFocused();
    await expect(item(adviser).getByLabel(/^Ajouter le document/)).toBeVisible();
    await sound(adviser);
    await remove.click();
    await item(adviser).getByRole('button', { name: 'Supprimer', exact: true }).click();
    await expect(item(adviser)).toHaveCount(0);
    await expect(adviser.locator('.notice-done')).toBeFocused();
    await colleague.context().close();
  });
  for (const page of [expert, adviser]) await page.context().close();
});
