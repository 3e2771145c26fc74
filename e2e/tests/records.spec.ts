/** The training record, and taking lists along: who has not just shown that it is them is asked to first. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { saved } from '../support/records.ts';
import { signIn, signInAgain } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('whoever coordinates an NGO sees who took part in what, by organisation and years, and takes the list along', async ({ page }) => {
  const wrong = watch(page);
  await signIn(page, 'ro', 'ngo-coordinator.md@passerelle.example');
  await page.goto('/ro/desk');
  await settled(page);
  await page.getByRole('link', { name: 'Parcurs de formare' }).click();
  await expect(page).toHaveURL(/\/training-record$/);
  await sound(page);
  const { trainingRecord } = await ask<{ trainingRecord: { totalCount: number; nodes: { name: string }[] } }>(page.request, 'ro', '{ trainingRecord(first: 50) { totalCount nodes { name } } }');
  expect(trainingRecord.totalCount).toBeGreaterThan(0);
  await expect(page.locator('.member-row')).toHaveCount(trainingRecord.totalCount);
  const { file, bytes } = await saved(page, 'Ca CSV');
  expect([file, bytes.toString('utf8').split('\r\n').length - 2]).toEqual(['passerelle-record.csv', trainingRecord.totalCount]);
  expect(bytes.toString('utf8')).toContain(trainingRecord.nodes[0]!.name);
  await expect(page.locator('#main').getByText('Lista ajunge în descărcările dumneavoastră.')).toBeVisible();

  await page.getByLabel('Parcursul cui').selectOption('Al meu');
  await page.getByRole('button', { name: 'Afișați rezultatele' }).press('Enter');
  await expect(page).toHaveURL(/whose=own/);
  await expect(page.getByText('Nicio sesiune de formare încheiată nu îndeplinește aceste condiții.')).toBeVisible();
  expect(wrong()).toEqual([]);
});

test('an embassy reads what training sessions have come to in its country, each number with how it is counted; the address holds the conditions', async ({ page }) => {
  await signInAgain(page, 'sr-Latn', 'scac.rs@passerelle.example');
  await page.goto('/sr-Latn/desk');
  await settled(page);
  await page.getByRole('link', { name: 'Brojke', exact: true }).click();
  await expect(page).toHaveURL(/\/training-figures$/);
  await sound(page);
  const { trainingFigures } = await ask<{ trainingFigures: { total: { registered: number; present: number }; byCountry: { country: string }[] } }>(page.request, 'sr-Latn', '{ trainingFigures { total { registered present } byCountry { country } } }');
  expect(trainingFigures.byCountry).toEqual([{ country: 'RS' }]);
  await expect(page.locator('dl.facts > div', { hasText: 'Prisutni' }).first().locator('strong')).toHaveText(String(trainingFigures.total.present));
  await page.getByLabel('Država u kojoj osobe rade').selectOption('AL');
  await page.locator('form').getByRole('button', { name: 'Prikaži rezultate' }).press('Enter');
  await expect(page).toHaveURL(/country=AL/);
  await expect(page.getByText('Nijedna prijava za završenu obuku ne ispunjava ove uslove.')).toBeVisible();
});
