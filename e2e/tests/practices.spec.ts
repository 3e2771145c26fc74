/** The adviser enters a practice and a publication of an expert and decides to show them; they are shown once the expert agrees, and no longer once that is taken back. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea)[data-field="${name}"]`);

test('what an expert has shown abroad is seen by everybody once the adviser shows it and the expert agrees', async ({ browser, page: visitor }) => {
  test.setTimeout(120_000);
  const mark = randomUUID().slice(0, 8);
  const expert = await visitOf(browser, 'mk', 'expert');
  const { viewer } = await ask<{ viewer: { sheet: { expert: { id: string } } } }>(expert.request, 'mk', '{ viewer { sheet { expert { id } } } }');
  const { id } = viewer.sheet.expert;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  await adviser.goto(`/fr/experts/${id}/record`);
  await settled(adviser);
  await adviser.getByRole('button', { name: 'Ajouter une pratique' }).click();
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(control(adviser, 'TITLE')).toBeFocused();
  await control(adviser, 'TITLE').fill(`Audition filmée ${mark}`);
  await adviser.locator('[data-field="COUNTRY"] select').selectOption('RS');
  await adviser.locator('[data-field="THEME"] select').selectOption('ASSISTANCE');
  const day = adviser.locator('[data-field="SHOWN_ON"]');
  await day.locator('.date-day input').fill('3');
  await day.locator('select').selectOption('2');
  await day.locator('.date-year input').fill('2099');
  await adviser.getByLabel('Montrer à tout le monde').check();
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(day).toContainText('C’est encore à venir.');
  await sound(adviser);
  await day.locator('.date-year input').fill('2025');
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('L’élément est enregistré.');
  await expect(adviser.locator('.notice-done')).toBeFocused();
  const item = (page: Page): Locator => page.locator('.rows > li', { hasText: mark });
  await expect(item(adviser)).toContainText('l’expert n’a pas encore donné son accord');
  await sound(adviser);
  expect(wrong()).toEqual([]);

  // Nobody else finds it yet.
  await visitor.goto('/sr-Latn/practices?country=BA');
  await settled(visitor);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Francuske prakse predstavljene u inostranstvu');
  // One that is nobody’s in particular, which no other story takes back.
  await expect(visitor.locator('.rows > li')).not.toHaveCount(0);
  await visitor.goto('/sr-Latn/practices?country=RS');
  await settled(visitor);
  await expect(item(visitor)).toHaveCount(0);
  await sound(visitor);
  await expert.goto(`/mk/experts/${id}/record`);
  await settled(expert);
  await item(expert).getByRole('button', { name: /^Се согласувам да се прикаже/ }).click();
  await expect(expert.locator('.notice-done')).toHaveText('Се согласувате тоа да се прикаже.');
  await sound(expert);
  await visitor.reload();
  await settled(visitor);
  await expect(item(visitor).getByText(`Audition filmée ${mark}`)).toHaveAttribute('lang', 'fr');
  await expect(visitor.getByRole('button', { name: 'Izmeni' })).toHaveCount(0);
  await sound(visitor);

  await item(expert).getByRole('button', { name: /^Ја повлекувам согласноста/ }).click();
  await expect(expert.locator('.notice-done')).toHaveText('Вашата согласност е повлечена.');
  await visitor.reload();
  await settled(visitor);
  await expect(item(visitor)).toHaveCount(0);

  await besides('the adviser takes it away', async () => {
    // The adviser reads that it is taken back, and takes it away.
    await adviser.reload();
    await settled(adviser);
    await item(adviser).getByRole('button', { name: /^Supprimer/ }).click();
    await expect(item(adviser).getByRole('button', { name: 'Garder' })).toBeFocused();
    await item(adviser).getByRole('button', { name: 'Supprimer', exact: true }).click();
    await expect(item(adviser)).toHaveCount(0);
  });
  for (const page of [expert, adviser]) await page.context().close();
});
