/** The adviser brings the photo of an expert, which a visitor sees once it is opened and not any more once that is taken back; a photo of a mission is public by a decision of its own, and withdrawn at once. */
import { deflateSync, crc32 } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of one colour (https://www.w3.org/TR/png-3/), with a remark that says where it was taken. */
function picture(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('tEXt', Buffer.from('Comment\0Taken at home')), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))), chunk('IEND', Buffer.alloc(0))]);
}

const png = (buffer: Buffer, name = 'photo.png'): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'image/png', buffer });

/** Whether a picture on a page has come. */
const hasCome = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().evaluate((image) => (image as HTMLImageElement).complete && (image as HTMLImageElement).naturalWidth > 0);

async function run<T>(page: Page, document: string, variables: Record<string, unknown>): Promise<T> {
  return Object.values(await ask<Record<string, T>>(page.request, 'fr', document, { variables }))[0]!;
}

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
  expect((await visitor.request.get(address)).status()).toBe(404);

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
  const given = await visitor.request.get(address);
  expect([given.status(), given.headers()['content-type'], given.headers()['cache-control'], (await given.body()).includes('Taken at home')]).toEqual([200, 'image/webp', 'private, no-store', false]);
  await sound(visitor);

  await page.getByLabel('Qui peut voir la photo').selectOption('ADVISER');
  await page.getByRole('button', { name: 'Enregistrer le choix' }).click();
  await expect(page.locator('.notice-done')).toHaveText('Choix enregistré. Il vaut dès maintenant.');
  await expect.poll(async () => (await visitor.request.get(address)).status()).toBe(404);
  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('.expert-name')).toHaveText(name);
  await expect(visitor.locator('.portrait')).toHaveCount(0);
  await sound(visitor);
  // The file that was refused.
  expect(wrong().filter((what) => !/status of 415/.test(what))).toEqual([]);
});

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
