/** The adviser imports recommendations by keyboard: what is wrong is said where it is, what would change is shown before it is written, a file twice is once, and who was slower than somebody of the team is shown what stands there now and keeps their file. A post finds the page closed. */
import { RECOMMENDATION_COLUMNS, type RecommendationColumn } from '@passerelle/shared/recommendationFile.ts';
import { expect, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const LINE: Readonly<Record<RecommendationColumn, string>> = {
  slug: '', country: 'SI', body: 'GRETA', round: '3', year: '2023', paragraph: '42', verb: 'INVITE', themes: 'COMPENSATION', language: 'en', summary: '', source: 'Invented report', source_url: 'https://example.org/report', checked_on: '', note: '',
};
const fileOf = (...lines: Partial<typeof LINE>[]): string => [RECOMMENDATION_COLUMNS.join(';'), ...lines.map((line) => RECOMMENDATION_COLUMNS.map((column) => ({ ...LINE, ...line })[column]).join(';'))].join('\r\n');

async function choose(page: Page, text: string | Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name: 'greta.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.locator('#import-result')).toBeFocused();
}

test('recommendations are imported from a file, and nothing is overwritten unread', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const slug = `si-t-${Date.now()}-${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  await adviser.setViewportSize({ width: 360, height: 740 });
  await adviser.goto('/fr/recommendation-import');
  await settled(adviser);
  await sound(adviser);
  const [empty] = await Promise.all([adviser.waitForEvent('download'), adviser.getByRole('button', { name: 'Télécharger un fichier vide' }).press('Enter')]);
  expect(empty.suggestedFilename()).toBe('passerelle-recommendations-empty.csv');

  await choose(adviser, Buffer.from(fileOf({ slug, summary: 'L’accès à l’indemnisation' }), 'latin1'));
  await expect(adviser.locator('#import-result')).toContainText('UTF-8');
  await choose(adviser, fileOf({ slug, summary: 'One.', country: 'XX' }));
  await expect(adviser.locator('#import-result')).toContainText('Ligne 2, cellule 2, country – Ce code n’est pas connu.');
  await expect(adviser.locator('#import-result .button-main')).toHaveCount(0);
  await sound(adviser);

  await choose(adviser, fileOf({ slug, summary: 'One.' }));
  await expect(adviser.locator('#import-result')).toContainText('À ajouter : 1');
  await sound(adviser);

  // Somebody of the team is faster.
  const assistant = await visitOf(browser, 'el', 'assistant');
  await assistant.goto('/el/recommendation-import');
  await settled(assistant);
  await choose(assistant, fileOf({ slug, summary: 'Two.' }));
  await assistant.locator('#import-result .button-main').press('Enter');
  await expect(assistant.locator('#import-result .notice-done')).toBeVisible();
  await sound(assistant);

  await adviser.locator('#import-result .button-main').press('Enter');
  await expect(adviser.locator('#import-result [role="alert"]')).toContainText('Le registre a changé');
  await expect(adviser.locator('#import-result')).toContainText('Two.');
  await sound(adviser);
  await adviser.locator('#import-result .button-main').press('Enter');
  await expect(adviser.locator('#import-result .notice-done')).toContainText('Recommandations modifiées : 1.');
  await choose(adviser, fileOf({ slug, summary: 'One.' }));
  await expect(adviser.locator('#import-result')).toContainText('Le fichier ne change rien');
  await adviser.goto('/fr/recommendations?country=SI');
  await settled(adviser);
  await expect(adviser.locator('.report-row', { has: adviser.locator(`a[href$="${slug}"]`) })).toContainText('One.');
  await expect(adviser.locator('.report-row', { has: adviser.locator(`a[href$="${slug}"]`) }).locator('.chip-demonstration')).toBeVisible();
  await sound(adviser);
  expect(wrong()).toEqual([]);

  await besides('a post finds the page closed', async () => {
    const post = await visitOf(browser, 'sl', 'scac.si');
    await post.goto('/sl/recommendation-import');
    await settled(post);
    await expect(post.locator('input[type="file"]')).toHaveCount(0);
    await sound(post);
  });
});
