/** What an embassy reads of training sessions, and what a visitor is told. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';
import { saved } from '../support/records.ts';
import { signIn } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('the adviser takes the people of a session along as a workbook, from the page of its registrations, and the journal says so', async ({ page }) => {
  // Not in the session of another story: whoever takes a list has signed in lately.
  await signIn(page, 'fr', 'adviser@passerelle.example');
  const { registrations } = await ask<{ registrations: { nodes: { session: { id: string } }[] } }>(page.request, 'fr', '{ registrations(first: 1, sort: LATEST) { nodes { session { id } } } }');
  await page.goto(`/fr/trainings/${registrations.nodes[0]!.session.id}/registrations`);
  await settled(page);
  await page.getByRole('link', { name: 'Emporter la liste' }).click();
  await expect(page).toHaveURL(/\/list$/);
  await sound(page);
  const { file, bytes } = await saved(page, 'En classeur (XLSX)');
  expect([file, bytes.toString('latin1', 0, 2)]).toEqual(['passerelle-participants.xlsx', 'PK']);
  await page.goto('/fr/audit?subject=EXPORT');
  await sound(page);
  await expect(page.getByText('a emporté une liste', { exact: false }).first()).toBeVisible();
});

test('a visitor is told to sign in', async ({ page }) => {
  await page.goto('/fr/training-record');
  await sound(page);
  await expect(page.getByText('Connectez-vous pour voir votre parcours de formation', { exact: false })).toBeVisible();
});
