/** An expert opens their name and closes it again. */
import { expect, test } from '@playwright/test';
import { signedIn } from '../support/consents.ts';
import { settled, watch } from '../support/page.ts';
import { sound } from '../support/sound.ts';

test('an expert opens their name and closes it again; the adviser says whose account a sheet belongs to', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  const expert = await signedIn(browser, 'fr', 'expert@passerelle.example');
  const section = expert.locator('section', { has: expert.getByRole('heading', { name: 'Votre fiche d’expert' }) });
  const name = await section.locator('bdi').first().innerText();
  await sound(expert);
  const path = (await section.getByRole('link', { name: /^Votre fiche telle que/ }).getAttribute('href'))!;
  const choose = async (field: string, choice: string): Promise<void> => {
    await section.getByLabel(field, { exact: true }).selectOption(choice);
    await section.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(section.locator('.notice-done')).toHaveText('Choix enregistré. Il vaut dès maintenant.');
  };
  const look = async (): Promise<string> => {
    await page.goto(path);
    await settled(page);
    return page.locator('main').innerText();
  };

  await choose('Qui peut voir votre nom', 'PUBLIC');
  await choose('Qui peut voir votre institution de rattachement', 'NETWORK');
  await choose('Qui peut voir votre adresse électronique sur la fiche', 'PUBLIC');
  expect(await look()).toContain(name);
  await expect(page.locator('main').getByRole('link', { name: 'expert@passerelle.example' })).toHaveAttribute('href', 'mailto:expert@passerelle.example');
  await expect(page.locator('main')).toContainText('Institution non communiquée');
  await sound(page);
  await choose('Qui peut voir votre nom', 'ADVISER');
  await choose('Qui peut voir votre adresse électronique sur la fiche', 'ADVISER');
  const closed = await look();
  expect(closed).toContain('Nom non communiqué');
  expect(closed).not.toContain(name);

  const adviser = await signedIn(browser, 'fr', 'adviser@passerelle.example');
  await adviser.goto('/fr/members?role=EXPERT');
  await settled(adviser);
  await sound(adviser);
  await adviser.locator('.member-row').getByRole('link', { name: 'Ouvrir la fiche' }).click();
  await expect(adviser).toHaveURL(path);
  await settled(adviser);
  const account = adviser.locator('section', { has: adviser.locator('#expert-account') });
  await expect(account).toContainText('expert@passerelle.example');
  await account.getByRole('button', { name: 'Délier de ce compte' }).click();
  await expect(account.locator('p[tabindex="-1"]')).toBeFocused();
  await sound(adviser);
  await account.getByRole('button', { name: 'Oui, délier de ce compte' }).click();
  await expect(account.locator('.notice-done')).toHaveText(/n’est plus liée/);
  await expert.reload();
  await settled(expert);
  await expect(section).toHaveCount(0);
  await account.getByRole('button', { name: 'Lier à ce compte' }).click();
  await expect(account.locator('.notice-done')).toHaveText(/^La fiche est désormais liée au compte/);
  await expert.reload();
  await settled(expert);
  await expect(section).toBeVisible();
  expect(wrong()).toEqual([]);
  for (const other of [expert, adviser]) await other.context().close();
});
