/**
 * Where there is a scanner: the embassy in Skopje brings documents of a session. They wait and are given to nobody, and are there once they were looked at, on pages that stand open; one with the test
 * file of EICAR is taken away, the embassy reads why by mail and brings another. The adviser brings the document of a clearance. Who may not see a document never does.
 */
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { linkTo } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { EICAR, type ScannedSite, startScannedSite } from '../support/scanner.ts';
import { announced } from '../support/sessions.ts';
import { signIn } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** A PDF of one empty page, with a stream of its own that no page shows: files are written anew as they come, without remarks. */
const pdf = (stream = 'nothing'): Buffer => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\n4 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`);
/** A scanner that has kept a file waiting for too long is asked again some time later. */
const LATER = { timeout: 45_000 };

let site: ScannedSite;
let session = '';
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startScannedSite();
});
test.afterAll(() => (site as ScannedSite | undefined)?.close());

/** A browser in which somebody of the demonstration is signed in at that site; a visitor's for nobody. */
async function visit(browser: Browser, locale: 'mk' | 'fr', who?: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site.address, locale, extraHTTPHeaders: networkOf(who ?? 'visitor') })).newPage();
  if (who) await signIn(page, locale, `${who}@passerelle.example`);
  return page;
}
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}
const item = (page: Page, title: string): Locator => page.locator('.document-item, .session-documents li', { hasText: title });
const link = (of: Locator): Locator => of.locator('a[download]');

/** Brings a document on the page of the session's documents, in Macedonian. */
async function bring(page: Page, title: string, file: Buffer, visibility = 'EVERYBODY'): Promise<void> {
  await page.getByLabel('Датотека', { exact: true }).setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: file });
  await page.locator('.document-form [data-field="TITLE"]').fill(title);
  await page.getByLabel('Кој може да го види').selectOption(visibility);
  await page.getByRole('button', { name: 'Додај го документот' }).click();
  await expect(item(page, title)).toContainText('Задржано додека не се провери за вируси');
}

/** The addresses of the documents that whoever brought them is shown once they are there. */
const address = async (page: Page, title: string): Promise<string> => (await link(item(page, title)).getAttribute('href'))!;

test('a document waits, given to nobody, and is there once it was looked at, on the pages that stand open', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const [embassy, member, visitor] = [await visit(browser, 'mk', 'scac.mk'), await visit(browser, 'mk', 'authority.mk'), await visit(browser, 'mk')];
  const wrong = watch(embassy);
  session = await announced(embassy, 'mk', { title: `Обука со проверка ${retry}`, starts: `2099-06-1${retry}T09:00`, ends: `2099-06-1${retry}T17:00`, workingLanguages: ['mk'] });
  await open(embassy, `/mk/trainings/${session}/documents`);
  await bring(embassy, 'Програма', pdf());
  await bring(embassy, 'За обучувачите', pdf(), 'TRAINERS');
  await expect(link(item(embassy, 'Програма'))).toHaveCount(0);
  await sound(embassy);
  await open(member, `/mk/trainings/${session}`);
  await expect(item(member, 'Програма')).toContainText('Задржано додека не се провери за вируси');
  await expect(link(item(member, 'Програма'))).toHaveCount(0);
  await sound(member);

  // Whoever has its address is told the same, in their language, by a page that leads there again.
  const { trainingSession } = await ask<{ trainingSession: { documents: { id: string; title: { text: string } }[] } }>(embassy.request, 'mk', 'query ($id: ID!) { trainingSession(id: $id) { documents { id title { text } } } }', { variables: { id: session } });
  const [programme, secret] = ['Програма', 'За обучувачите'].map((title) => `/documents/${trainingSession.documents.find((one) => one.title.text === title)!.id}`) as [string, string];
  const direct = await member.context().newPage();
  expect((await direct.goto(programme))!.status()).toBe(423);
  await expect(direct.getByRole('heading', { level: 1 })).toHaveText('Датотеката се проверува');
  await expect(direct.locator('html')).toHaveAttribute('lang', 'mk');
  expect([(await visitor.request.get(programme)).status(), (await member.request.get(secret)).status()]).toEqual([404, 404]);

  site.turn();
  await expect(link(item(embassy, 'Програма'))).toBeVisible(LATER);
  await expect(item(embassy, 'Програма')).toContainText(/Проверено за вируси на .+: ништо не е најдено/);
  await expect(link(item(member, 'Програма'))).toBeVisible(LATER);
  await sound(embassy);
  const [download] = await Promise.all([direct.waitForEvent('download'), direct.getByRole('link', { name: 'Обиди се повторно' }).click()]);
  expect(download.suggestedFilename()).toBe('Програма.pdf');
  await expect(item(member, 'За обучувачите')).toHaveCount(0);
  await expect(link(item(embassy, 'За обучувачите'))).toBeVisible(LATER);
  expect(await address(embassy, 'За обучувачите')).toBe(secret);
  expect([(await visitor.request.get(programme)).status(), (await member.request.get(secret)).status(), (await member.request.get(programme)).status()]).toEqual([404, 404, 200]);
  expect(wrong()).toEqual([]);
  await Promise.all([embassy, member, visitor].map((page) => page.context().close()));
});

test('one in which something is found is taken away: whoever brought it sees that, reads why, and brings another', async ({ browser }) => {
  test.setTimeout(240_000);
  const [embassy, member] = [await visit(browser, 'mk', 'scac.mk'), await visit(browser, 'mk', 'authority.mk')];
  await open(embassy, `/mk/trainings/${session}/documents`);
  site.turn();
  await bring(embassy, 'Слајдови', pdf(EICAR));
  await open(member, `/mk/trainings/${session}`);
  await expect(item(member, 'Слајдови')).toBeVisible();
  site.turn();
  await expect(item(embassy, 'Слајдови')).toHaveCount(0, LATER);
  await expect(embassy.locator('.notice', { hasText: 'Датотека што чекаше проверка за вируси повеќе не е тука.' })).toBeVisible();
  await expect(item(member, 'Слајдови')).toHaveCount(0, LATER);
  await sound(embassy);

  const path = await linkTo(embassy.request, 'scac.mk@passerelle.example', '/documents');
  await open(embassy, '/mk/mailbox');
  const mail = embassy.locator('main article', { hasText: 'Un fichier a été supprimé de Passerelle' }).first();
  await expect(mail).toContainText('l’antivirus y a trouvé un élément malveillant');
  await expect(mail).toContainText('ouvrez les documents de la session de formation et ajoutez-en un');
  await expect(mail).not.toContainText('Слајдови');
  // Who has chosen no language for their mails has them in French; the page is read in any.
  expect(path).toBe(`/fr/trainings/${session}/documents`);
  await open(embassy, path.replace('/fr/', '/mk/'));
  await embassy.getByLabel('Датотека', { exact: true }).setInputFiles({ name: 'Слајдови.pdf', mimeType: 'application/pdf', buffer: pdf('mended') });
  await embassy.getByRole('button', { name: 'Додај го документот' }).click();
  await expect(link(item(embassy, 'Слајдови'))).toBeVisible(LATER);
  await Promise.all([embassy, member].map((page) => page.context().close()));
});

test('so is the document of a clearance; the mail leads to the clearances of the expert', async ({ browser }) => {
  test.setTimeout(180_000);
  const adviser = await visit(browser, 'fr', 'adviser');
  const { experts } = await ask<{ experts: { nodes: { id: string }[] } }>(adviser.request, 'fr', '{ experts(first: 1) { nodes { id } } }');
  const key = crypto.randomUUID();
  const input = { fromOn: '2091-03-01', untilOn: '2091-03-31', givenBy: 'Employeur d’essai', givenOn: '2025-01-15', remark: '', locale: 'fr', mission: null };
  await ask(adviser.request, 'fr', 'mutation ($expert: ID!, $key: UUID!, $input: ClearanceInput!) { saveClearance(expert: $expert, key: $key, version: 0, input: $input) { outcome faults { field fault } } }', { variables: { expert: experts.nodes[0]!.id, key, input } });
  await open(adviser, `/fr/experts/${experts.nodes[0]!.id}/clearances`);
  const own = adviser.locator('.rows > li', { hasText: 'Employeur d’essai' });
  site.turn();
  await own.getByLabel(/^Ajouter le document/).setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf(EICAR) });
  await expect(own).toContainText('Disponible une fois vérifié par l’antivirus');
  await expect(link(own)).toHaveCount(0);
  await sound(adviser);
  site.turn();
  await expect(own.getByLabel(/^Ajouter le document/)).toBeAttached(LATER);
  await expect(adviser.locator('.notice', { hasText: 'Un fichier qui attendait l’antivirus n’est plus ici.' })).toBeVisible();
  await open(adviser, await linkTo(adviser.request, 'adviser@passerelle.example', '/clearances'));
  await expect(own).toBeVisible();
  await own.getByLabel(/^Ajouter le document/).setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await expect(link(own)).toBeVisible(LATER);
  await adviser.context().close();
});
