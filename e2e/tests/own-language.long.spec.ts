/** The language that somebody has chosen is that of the pages that signing in leads to. */
import { expect, type Page, test } from '@playwright/test';
import { addPerson } from '../support/database.ts';
import { giveDevice } from '../support/device.ts';
import { followLink } from '../support/mailbox.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { settled } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

test.use(OWN_NETWORK);

const out = { fr: 'Se déconnecter', el: 'Αποσύνδεση' } as const;

async function signedOut(page: Page, press: string): Promise<void> {
  await page.locator('.viewer').getByRole('button', { name: press }).click();
  await expect(page).toHaveURL(/\/sign-in\?out/);
  await settled(page);
}

test('whoever has chosen a language is led into it by their passkey, on the way back and at the second step', async ({ page, context }, { retry }) => {
  test.setTimeout(120_000);
  const email = `keys-language-${retry}@example.org`;
  await addPerson(email, 'Éléni Marchand', 'EXPERT');
  await giveDevice(page, context);
  await signIn(page, 'fr', email);
  await page.goto('/fr/account');
  await settled(page);
  await page.getByLabel('Nom de la clé d’accès').fill('Telephone');
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByRole('button', { name: 'Je les ai mis de côté' }).click();
  await expect(page.locator('.key-row')).toHaveCount(1);
  const language = page.locator('section[aria-labelledby="language"]');
  await language.locator('select').selectOption('el');
  await language.getByRole('button').click();
  await expect(language.locator('.notice-done')).toBeVisible();

  await signedOut(page, out.fr);
  await page.goto('/fr/sign-in?back=/fr/trainings?country=RS');
  await settled(page);
  await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
  await expect(page).toHaveURL('/el/trainings?country=RS');
  await settled(page);

  await signedOut(page, out.el);
  await followLink(page, 'fr', email);
  await page.waitForURL('**/sign-in/second-step');
  await page.goto('/fr/sign-in/second-step');
  await settled(page);
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
  await expect(page).toHaveURL('/el/desk');
});
