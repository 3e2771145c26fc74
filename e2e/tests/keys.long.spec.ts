/** Keys of invented people, the second step of a visitor, and acts that ask for a key shown lately. */
import { expect, test } from '@playwright/test';
import { addPerson } from '../support/database.ts';
import { giveDevice } from '../support/device.ts';
import { WORDS } from '../support/keys.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';
import { refuseOnce } from '../support/step-up.ts';

test.use(OWN_NETWORK);

test('what needs a key shown lately asks for it, keeps what was typed, and is done then', async ({ page, context }, { retry }) => {
  test.setTimeout(120_000);
  const words = WORDS.fr;
  const email = `keys-step-up-${retry}@example.org`;
  await addPerson(email, 'Claire Marchand', 'EXPERT');
  await giveDevice(page, context);
  await signIn(page, 'fr', email);
  await page.goto('/fr/account');
  await settled(page);
  await page.getByLabel(words.name).fill('Telephone');
  await page.getByRole('button', { name: words.add }).click();
  await page.getByRole('button', { name: words.kept }).click();
  await expect(page.locator('.key-row')).toHaveCount(1);

  await refuseOnce(page);
  await page.getByLabel(words.name).fill('Bureau');
  await page.getByRole('button', { name: words.add }).click();
  const dialog = page.getByRole('dialog', { name: words.stepUp });
  await expect(dialog).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel(words.name)).toHaveValue('Bureau');
  await expect(page.getByRole('button', { name: words.add })).toBeFocused();

  await refuseOnce(page);
  await page.locator('.key-row').getByRole('button').first().click();
  await page.locator('.key-row input').fill('Bureau');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: words.use }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.key-row h4')).toHaveText('Bureau');
});

test('an invented person is told why they have no key', async ({ page }) => {
  await signIn(page, 'fr', 'ssi.hu@passerelle.example');
  await page.goto('/fr/account');
  await settled(page);
  await expect(page.locator('.key-ways .notice')).toContainText('personne inventée de la démonstration');
  await expect(page.locator('.key-ways button')).toHaveCount(0);
  await accessible(page);
});

test('a visitor at the second step is told what comes before it', async ({ page }) => {
  await page.goto('/fr/sign-in/second-step');
  await settled(page);
  await expect(page.locator('main')).toContainText('Pour vous connecter, ouvrez le lien');
  await accessible(page);
});
