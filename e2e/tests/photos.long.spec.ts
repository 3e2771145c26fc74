/** Photos of a mission. */
import { expect, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { hasCome, picture, png, run } from '../support/photos.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** A mission in June 2026 that is over, reported on and published, in Skopje: its id, and the address of what is published. */
async function published(page: Page, title: string): Promise<{ mission: string; address: string }> {
  const mutate = async (document: string, variables: Record<string, unknown>): Promise<{ id: string; version: number; publication: { publication: { id: string } } | null }> =>
    (await run<{ mission: { id: string; version: number; publication: { publication: { id: string } } | null } }>(page, document, variables)).mission;
  const back = '{ mission { id version publication { publication { id } } } }';
  const input = { sourceLocale: 'fr', title, purpose: '', startsOn: '2026-06-08', endsOn: '2026-06-09', objectives: [], team: [] };
  const { id } = await mutate(`mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) ${back} }`, { key: crypto.randomUUID(), input });
  const leg = { sourceLocale: 'fr', country: 'MK', city: 'skopje', startsOn: '2026-06-08', endsOn: '2026-06-09', lodgingName: '', lodgingAddress: '', transport: '', purpose: 'Police', note: '' };
  let { version } = await mutate(`mutation ($id: ID!, $key: UUID!, $input: MissionLegInput!) { saveMissionLeg(mission: $id, key: $key, version: 0, input: $input) ${back} }`, { id, key: crypto.randomUUID(), input: leg });
  for (const step of ['planMission', 'consultPosts', 'agreeMission']) ({ version } = await mutate(`mutation ($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) ${back} }`, { id, version }));
  const report = { sourceLocale: 'fr', summary: `Ce qui en est résulté : ${title}.`, evaluation: '', results: [] };
  ({ version } = await mutate(`mutation ($id: ID!, $input: MissionReportInput!) { saveMissionReport(id: $id, version: 0, input: $input) ${back} }`, { id, input: report }));
  ({ version } = await mutate(`mutation ($id: ID!, $version: Int!) { reportMission(id: $id, version: $version) ${back} }`, { id, version }));
  const { publication } = await mutate(`mutation ($id: ID!, $version: Int!, $input: MissionPublicationInput!) { publishMission(id: $id, version: $version, input: $input) ${back} }`, { id, version, input: { hasSummary: true, hasDays: false, countries: ['MK'], results: [], findings: [] } });
  return { mission: id, address: `/results/${publication!.publication.id}` };
}

test('a photo of a mission is public by a decision of its own, said in two languages, and gone once it is withdrawn', async ({ browser, page: visitor }, { retry }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const { mission, address } = await published(page, `Tournée photographiée ${retry}`);
  const [caption, translated] = [`La salle de formation, vide ${retry}.`, `Η αίθουσα, άδεια ${retry}.`];
  await page.goto(`/fr/missions/${mission}/report`);
  await settled(page);
  await page.getByRole('link', { name: 'Photos de la mission' }).click();
  await expect(page).toHaveURL(/\/photos$/);
  await settled(page);
  const add = page.getByRole('region', { name: 'Ajouter une photo' });
  // What can be seen is said first.
  await add.getByLabel(/^Photo/).setInputFiles(png(picture(60, 40, [60, 60, 170])));
  await expect(add.getByLabel('Légende')).toBeFocused();
  await sound(page);
  await add.getByLabel('Légende').fill(caption);
  await add.getByLabel(/^Photo/).setInputFiles(png(picture(1_200, 800, [60, 60, 170])));
  await expect(page.locator('.notice-done')).toHaveText('La photo est ajoutée.');
  const item = page.locator('.rows > li', { hasText: caption });
  await expect(item).toContainText('Non publique.');
  await item.getByRole('button', { name: /^Traductions/ }).click();
  await item.getByLabel('Langue de la traduction').selectOption('el');
  await item.getByLabel('Légende').fill(translated);
  await item.getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await item.getByRole('button', { name: 'Fermer sans enregistrer' }).click();

  await visitor.goto(`/el${address}`);
  await settled(visitor);
  await expect(visitor.locator('.photos')).toHaveCount(0);

  await item.getByRole('button', { name: /^Rendre publique/ }).click();
  const sure = item.getByRole('checkbox');
  await expect(sure).toBeFocused();
  await item.getByRole('button', { name: 'Rendre publique' }).click();
  await expect(item.getByRole('alert')).toHaveText('Confirmez d’abord cela.');
  await sound(page);
  await sure.check();
  await item.getByRole('button', { name: 'Rendre publique' }).click();
  await expect(item).toContainText('Publique depuis le');
  await sound(page);

  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('.photos figcaption')).toHaveText(translated);
  const image = visitor.locator('.photos img');
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => hasCome(visitor, '.photos img')).toBe(true);
  const picturedAt = (await image.getAttribute('src'))!;
  await sound(visitor);
  // In another language the caption says in which it is.
  await visitor.goto(`/sq${address}`);
  await settled(visitor);
  await expect(visitor.locator('.photos figcaption .is-fallback')).toBeVisible();

  await item.getByRole('button', { name: /^Retirer/ }).click();
  await expect(item).toContainText('Non publique.');
  await expect.poll(async () => (await visitor.request.get(picturedAt)).status()).toBe(404);
  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('.photos')).toHaveCount(0);
  expect(wrong()).toEqual([]);
});
