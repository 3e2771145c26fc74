/** The working file of a country: the adviser finds all of it in French; an officer of the embassy reads their own country in Albanian, and of another country nothing that is not for everybody; a visitor is told whom it is for. */
import { expect, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const part = (page: Page, name: string) => page.locator('main section', { has: page.locator(`#file-${name}`) });

test('the working file of a country shows each what they may see of it', async ({ browser, page }) => {
  test.setTimeout(120_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  await adviser.goto('/fr/countries/AL');
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Dossier de travail' }).click();
  await expect(adviser).toHaveURL(/\/fr\/countries\/AL\/file$/);
  await settled(adviser);
  await expect(adviser.locator('h1')).toHaveText('Dossier de travail\u202f: Albanie');
  await expect(part(adviser, 'needs').locator('li').first()).toBeVisible();
  await expect(part(adviser, 'people')).toContainText('SCAC');
  await expect(part(adviser, 'recommendations').getByRole('link')).toBeVisible();
  await sound(adviser);
  await part(adviser, 'needs').getByRole('link', { name: /^Tout voir/ }).click();
  await expect(adviser).toHaveURL(/\/fr\/needs\?country=AL$/);
  expect(wrong()).toEqual([]);

  await besides('an officer reads their own country, and of another what is for everybody', async () => {
    const officer = await visitOf(browser, 'sq', 'scac.al');
    await officer.goto('/sq/countries/AL/file');
    await settled(officer);
    await expect(part(officer, 'needs').locator('li').first()).toBeVisible();
    await sound(officer);
    await officer.goto('/sq/countries/RS/file');
    await settled(officer);
    await expect(part(officer, 'needs')).toContainText('Asnjë nevojë e hapur që mund të shihni.');
    await expect(part(officer, 'legs')).toContainText('Asnjë etapë e ardhshme që mund të shihni.');
    await expect(part(officer, 'recommendations').getByRole('link')).toBeVisible();
  });

  await page.goto('/el/countries/AL/file');
  await settled(page);
  await expect(page.locator('main')).toContainText('Αυτή η σελίδα είναι για τον περιφερειακό τεχνικό σύμβουλο');
  await expect(page.locator('main section li')).toHaveCount(0);
  await sound(page);
});
