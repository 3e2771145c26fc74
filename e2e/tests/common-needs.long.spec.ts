/** A group of needs is split, loses one and is merged again, by keyboard. */
import { expect, test } from '@playwright/test';
import { control, press } from '../support/common-needs.ts';
import { acceptedGroup, enteredNeed } from '../support/needs.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('a group is split in two by keyboard, one need of it is taken out, and the parts are merged again', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const mark = `${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const needs: string[] = [];
  for (const country of ['RS', 'AL', 'BA', 'MD', 'RO']) needs.push(await enteredNeed(adviser, { country, sourceLocale: 'fr', theme: 'NON_PUNISHMENT', title: `${country} ${mark}`, text: 'Exemple inventé.' }));
  const id = await acceptedGroup(adviser, `Groupe ${mark}`, needs);
  await adviser.goto(`/fr/common-needs/${id}`);
  await settled(adviser);
  await press(adviser.getByRole('button', { name: 'Retirer un besoin' }));
  await adviser.locator('main form select').selectOption({ label: `RO ${mark}` });
  await control(adviser, 'REASON').fill('Un autre sujet.');
  await sound(adviser);
  await press(adviser.locator('main form button[type="submit"]'));
  await expect(adviser.locator('.notice-done')).toBeVisible();
  await expect(adviser.locator('main')).toContainText('Besoin retiré du groupe');
  await expect(adviser.locator('main')).toContainText('Un autre sujet.');

  await press(adviser.getByRole('button', { name: 'Scinder le groupe' }));
  await adviser.locator('[data-field="NEEDS"] label', { hasText: `RS ${mark}` }).locator('input').press('Space');
  await control(adviser, 'TITLE').fill(`Partie ${mark}`);
  await control(adviser, 'WHY').fill('Deux pays ont la même loi.');
  await press(adviser.locator('main form button[type="submit"]'));
  await expect(adviser.locator('.check-list .field-error')).toContainText('au moins deux pays');
  await sound(adviser);
  await adviser.locator('[data-field="NEEDS"] label', { hasText: `AL ${mark}` }).locator('input').press('Space');
  await press(adviser.locator('main form button[type="submit"]'));
  await expect(adviser.locator('main')).toContainText('Une partie est devenue un autre groupe');
  await expect(adviser.locator('#group-needs + .rows > li')).toHaveCount(2);
  await sound(adviser);

  await press(adviser.getByRole('button', { name: 'Fusionner avec un autre groupe' }));
  await adviser.locator('main form select').selectOption({ label: `Partie ${mark}` });
  await press(adviser.locator('main form button[type="submit"]'));
  await expect(adviser.locator('#group-needs + .rows > li')).toHaveCount(4);
  await press(adviser.getByRole('button', { name: 'Clore le groupe' }));
  await control(adviser, 'REASON').fill('Un programme y répond déjà.');
  await sound(adviser);
  await press(adviser.locator('main form button[type="submit"]'));
  await expect(adviser.locator('.state').first()).toContainText('Clos');
  await expect(adviser.getByRole('button', { name: 'Scinder le groupe' })).toHaveCount(0);
  await sound(adviser);
  expect(wrong()).toEqual([]);
  await adviser.context().close();
});
