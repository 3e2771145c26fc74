/** An expert proposes a photo: the adviser's first page counts it, the adviser declines it with a reason, and the expert reads why and brings another. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** One pixel: a PNG as small as they are. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const png = { name: 'photo.png', mimeType: 'image/png', buffer: PIXEL };

test('a photo that an expert proposes is declined with a reason that they read', async ({ browser }) => {
  test.setTimeout(120_000);
  const reason = `Visage dans l’ombre, ${randomUUID().slice(0, 8)}.`;
  const expert = await visitOf(browser, 'fr', 'expert');
  const { viewer } = await ask<{ viewer: { sheet: { expert: { id: string } } } }>(expert.request, 'fr', '{ viewer { sheet { expert { id } } } }');
  const { id } = viewer.sheet.expert;
  await expert.goto(`/fr/experts/${id}/photo`);
  await settled(expert);
  await expert.getByLabel(/^Photo que vous proposez/).setInputFiles(png);
  await expect(expert.locator('.notice-done')).toHaveText('Votre photo est transmise au conseiller technique régional.');
  await expect(expert.locator('.portrait img')).toHaveCount(1);

  const adviser = await deskOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  await adviser.locator('.desk-waiting').getByRole('link', { name: /photos? d’experts? à examiner$/ }).click();
  // The page of the expert where but one waits, else the list of all.
  await expect(adviser).toHaveURL(/\/fr\/(experts\/[^/]+\/photo|sheet-proposals)$/);
  await settled(adviser);
  await sound(adviser);
  await adviser.goto(`/fr/experts/${id}/photo`);
  await settled(adviser);
  const proposed = adviser.getByRole('region', { name: 'Photo proposée' });
  await proposed.getByRole('button', { name: 'Refuser' }).click();
  await expect(proposed.getByLabel('Motif du refus')).toBeFocused();
  await sound(adviser);
  await proposed.getByLabel('Motif du refus').fill(reason);
  await proposed.getByRole('button', { name: 'Refuser' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('Cette photo n’a pas été mise sur la fiche.');
  await expect(proposed).toContainText(reason);
  await expect(adviser.locator('.portrait img')).toHaveCount(0);
  await sound(adviser);
  expect(wrong()).toEqual([]);

  await expert.reload();
  await settled(expert);
  const own = expert.getByRole('region', { name: 'Photo proposée' });
  await expect(own).toContainText('Cette photo n’a pas été mise sur la fiche.');
  await expect(own.locator('dd')).toHaveText(reason);
  await sound(expert);
  await expert.getByLabel(/^Photo que vous proposez/).setInputFiles(png);
  await expect(expert.locator('.portrait img')).toHaveCount(1);
  await expect(own).not.toContainText(reason);
  await own.getByRole('button', { name: /^Supprimer la photo/ }).click();
  await own.getByRole('button', { name: /^Supprimer la photo/ }).click();
  await expect(own).toHaveCount(0);
});
