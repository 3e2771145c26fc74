/** The adviser brings the photo of an expert, which a visitor sees once it is opened and not any more once that is taken back. */
import { expect, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { hasCome, picture, png, run } from '../support/photos.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** A connection that has rested for so long that the server closes it is opened anew. */
const AGAIN = { maxRetries: 1 };

/** An expert of the story’s own, whose name is open: the id. */
async function expertOf(page: Page, name: string): Promise<string> {
  const input = {
    sourceLocale: 'fr', name, profession: 'JUDGE', corps: null, institution: 'ENM', summary: 'Forme des magistrats.', languages: [{ language: 'fr', level: 'NATIVE' }], themes: [], countries: ['MK'], vouchedBy: null, vouchedSince: null, contact: null,
    choices: { name: 'PUBLIC', institution: 'ADVISER', email: 'ADVISER', missions: 'ADVISER' }, consentedOn: '2026-01-10',
  };
  const { expert } = await run<{ expert: { id: string } }>(page, 'mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { outcome expert { id } } }', { key: crypto.randomUUID(), input });
  return expert.id;
}

test('an expert’s photo is brought by the adviser, seen by a visitor once it is opened, and gone once that is taken back', async ({ browser, page: visitor }, { retry }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const name = `Ariane Photographe ${retry}`;
  const expert = await expertOf(page, name);
  await page.goto(`/fr/experts/${expert}`);
  await settled(page);
  await page.getByRole('link', { name: 'Photo de l’expert' }).click();
  await expect(page).toHaveURL(/\/photo$/);
  await settled(page);
  const file = page.getByLabel(/^Nouvelle photo de l’expert/);
  // What is another file too is refused, and says why.
  await file.setInputFiles(png(Buffer.concat([picture(40, 40, [9, 9, 9]), Buffer.from('<script>1</script>')])));
  await expect(page.locator('.notice-error')).toContainText('contient autre chose que l’image');
  await sound(page);
  await file.setInputFiles(png(picture(900, 1_200, [170, 60, 60])));
  await expect(page.locator('.notice-done')).toHaveText('La photo est sur la fiche. Personne d’autre ne la voit encore.');
  const image = page.locator('.portrait img');
  await expect(image).toHaveAttribute('alt', name);
  await expect.poll(() => hasCome(page, '.portrait img')).toBe(true);
  const address = (await image.getAttribute('src'))!;
  expect(address).toMatch(/^\/portraits\/ExpertPhoto_[\da-f-]{36}$/);

  await visitor.goto(`/el/experts/${expert}`);
  await settled(visitor);
  await expect(visitor.locator('.expert-name')).toHaveText(name);
  await expect(visitor.locator('.portrait')).toHaveCount(0);
  expect((await visitor.request.get(address, AGAIN)).status()).toBe(404);

  // Without the day on which the expert said so nothing is opened.
  await page.getByLabel('Qui peut voir la photo').selectOption('PUBLIC');
  await page.getByRole('button', { name: 'Enregistrer le choix' }).click();
  const day = page.getByRole('group', { name: 'Jour où l’expert l’a accepté' });
  await expect(day).toHaveAccessibleDescription(/Indiquez le jour/);
  await sound(page);
  await day.getByLabel('Jour').fill('10');
  await day.getByLabel('Mois').selectOption('1');
  await day.getByLabel('Année').fill('2026');
  await page.getByRole('button', { name: 'Enregistrer le choix' }).click();
  await expect(page.locator('.notice-done')).toHaveText('Choix enregistré. Il vaut dès maintenant.');

  await visitor.reload();
  await settled(visitor);
  const shown = visitor.locator('.portrait img');
  await expect(shown).toHaveAttribute('alt', name);
  await expect(shown).toHaveAttribute('loading', 'lazy');
  await expect.poll(() => hasCome(visitor, '.portrait img')).toBe(true);
  const given = await visitor.request.get(address, AGAIN);
  expect([given.status(), given.headers()['content-type'], given.headers()['cache-control'], (await given.body()).includes('Taken at home')]).toEqual([200, 'image/webp', 'private, no-store', false]);
  await sound(visitor);

  await page.getByLabel('Qui peut voir la photo').selectOption('ADVISER');
  await page.getByRole('button', { name: 'Enregistrer le choix' }).click();
  await expect(page.locator('.notice-done')).toHaveText('Choix enregistré. Il vaut dès maintenant.');
  await expect.poll(async () => (await visitor.request.get(address, AGAIN)).status()).toBe(404);
  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('.expert-name')).toHaveText(name);
  await expect(visitor.locator('.portrait')).toHaveCount(0);
  await sound(visitor);
  // The file that was refused.
  expect(wrong().filter((what) => !/status of 415/.test(what))).toEqual([]);
});
