/** The embassy in Skopje asks for a file; a coordinator brings it on a telephone by the keyboard alone, through a dead network and after one that is refused; who prepares the session saves it, and so does the person whose it is; once they are withdrawn it is gone. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { addPerson } from '../support/database.ts';
import { settled, watch } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

/** A PDF of one empty page. */
const pdf = (more = ''): Buffer => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`);
const field = (page: Page, name: string): Locator => page.locator(`:is([data-field="${name}"], [data-field="${name}"] *):is(input, select, textarea)`).first();
const asked = (page: Page): Locator => page.locator('.answer-field', { hasText: 'Писмо од институцијата' });
const control = (page: Page): Locator => asked(page).locator('input[type="file"]');

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Opens the list of files by the keyboard, and takes one. */
async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await tabTo(page, control(page));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 10_000 }), page.keyboard.press('Space')]);
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer });
}

let id = '';
let name = '';
let email = '';

test('the embassy asks for a file, and reads what kinds and how large', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  name = `Проба Писмо${'а'.repeat(retry)}`;
  email = `pismo-${retry}@passerelle.example`;
  await addPerson(email, name, 'EXPERT');
  const page = await visitOf(browser, 'mk', 'scac.mk');
  const wrong = watch(page);
  const year = new Date().getFullYear() + 1;
  const input = `{ sourceLocale: "mk", title: "Обука со писмо ${retry}", summary: "", programme: [], theme: "IDENTIFICATION", audiences: [], format: ON_SITE, country: "MK", town: "Скопје", timeZone: "Europe/Skopje",
    starts: "${year}-07-1${retry}T09:00", ends: "${year}-07-1${retry}T17:00", places: 20, needsValidation: false, trainers: [], workingLanguages: ["mk"], interpretation: [] }`;
  const { createSession } = await ask<{ createSession: { session: { id: string } } }>(page.request, 'mk', `mutation { createSession(key: "${randomUUID()}", input: ${input}) { session { id } } }`);
  id = createSession.session.id;
  await ask(page.request, 'mk', `mutation { openSession(id: "${id}") { outcome } }`);
  await page.goto(`/mk/trainings/${id}/questions`);
  await settled(page);
  await page.getByRole('button', { name: 'Додај прашање' }).click();
  await field(page, 'KIND').selectOption('FILE');
  await expect(page.locator('.question-form')).toContainText('најмногу 5 МБ');
  await field(page, 'LABEL').fill('Писмо од институцијата');
  await page.getByLabel('Одговорот е задолжителен').check();
  await sound(page);
  await page.getByRole('button', { name: 'Зачувај го прашањето' }).click();
  await expect(page.locator('.question-item')).toContainText('Датотека');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('a coordinator brings it on a telephone by the keyboard alone; what is refused says why, a dead network loses nothing', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'mk', 'ngo-coordinator.mk');
  const wrong = watch(page);
  // As long as somebody listens, the list of files is not opened on the screen.
  page.on('filechooser', () => undefined);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/mk/trainings/${id}/register`);
  await settled(page);
  await tabTo(page, page.locator('.person-fields input').first());
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await tabTo(page, page.locator('.consent-field input'));
  await page.keyboard.press('Space');
  const send = page.getByRole('button', { name: 'Пријави', exact: true });
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  await expect(control(page)).toBeFocused();
  await expect(control(page)).toHaveAccessibleDescription(/Одговорете на ова прашање\..*најмногу 5 МБ/s);
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });

  await choose(page, 'Писмо.pdf', pdf('/OpenAction << /S /JavaScript /JS (1) >>'));
  await expect(asked(page).locator('[role="alert"]')).toContainText('скрипти');
  await expect(asked(page)).toContainText('Оваа датотека не е прифатена: Писмо.pdf');
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  // Nobody is registered while a file that was chosen is not there.
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  await expect(control(page)).toBeFocused();
  await expect(asked(page).locator('.fault')).toContainText('Оваа датотека уште не пристигна');

  await page.route('**/answers/*', (route) => route.abort());
  await choose(page, 'Писмо.pdf', pdf());
  const again = asked(page).locator('[role="alert"] button');
  await expect(again).toBeVisible();
  await expect(page.locator('.person-fields input').first()).toHaveValue(name);
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.unroute('**/answers/*');
  await tabTo(page, again);
  await page.keyboard.press('Enter');
  await expect(asked(page)).toContainText('Датотеката пристигна и е проверена: Писмо.pdf');
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });

  // It is taken away, the focus comes back, and another one is brought.
  await tabTo(page, asked(page).getByRole('button', { name: /^Отстрани ја датотеката/ }));
  await page.keyboard.press('Enter');
  await expect(control(page)).toBeFocused();
  await expect(asked(page).locator('.answer-file')).toHaveCount(0);
  await choose(page, 'Упатно_писмо.pdf', pdf());
  await expect(asked(page)).toContainText('Датотеката пристигна и е проверена: Упатно_писмо.pdf');
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  await expect(page.locator('section.notice-done')).toContainText('Потврдено');
  expect(wrong().filter((what) => !/status of 400|ERR_FAILED|^failed: .*\/answers\//.test(what))).toEqual([]);
  await page.context().close();
});

test('the person whose answer it is finds it in what is kept about them, and saves it', async ({ page }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  await signIn(page, 'fr', email);
  await page.goto('/fr/account/data');
  await settled(page);
  const files = page.locator('details.own-table', { hasText: 'Fichiers joints aux réponses' }).first();
  await files.locator('summary').first().click();
  await expect(files).toContainText('Упатно писмо');
  await sound(page);
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('button', { name: /^Télécharger ce fichier/ }).click()]);
  expect(download.suggestedFilename()).toBe('Упатно писмо.pdf');
  expect(wrong()).toEqual([]);
});

test('who prepares the session saves it; once the person is withdrawn, neither answer nor link leads to it', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.goto(`/fr/trainings/${id}/registrations`);
  await settled(page);
  const link = page.locator('.member-row', { hasText: name }).getByRole('link', { name: 'Упатно писмо' });
  await expect(page.locator('.member-row', { hasText: name })).toContainText('PDF, 0,1 Mo');
  await expect(page.locator('.session-answers').getByRole('link', { name: 'Упатно писмо' })).toBeVisible();
  await sound(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('Упатно писмо.pdf');
  const address = (await link.getAttribute('href'))!;
  expect((await page.request.get(address)).status()).toBe(200);

  const coordinator = await visitOf(browser, 'mk', 'ngo-coordinator.mk');
  await coordinator.goto('/mk/registrations');
  await settled(coordinator);
  const row = coordinator.locator('.member-row', { hasText: name }).first();
  await expect(row.getByRole('link', { name: 'Упатно писмо' })).toBeVisible();
  const elsewhere = await visitOf(browser, 'fr', 'scac.al');
  expect((await elsewhere.request.get(address)).status()).toBe(404);
  const { registrations } = await ask<{ registrations: { nodes: { id: string; participant: { name: string } }[] } }>(coordinator.request, 'mk', `{ registrations(first: 50, filter: { session: "${id}" }) { nodes { id participant { name } } } }`);
  await ask(coordinator.request, 'mk', `mutation { withdrawRegistration(id: "${registrations.nodes[0]!.id}") { outcome } }`);
  await page.reload();
  await settled(page);
  await expect(page.getByRole('link', { name: 'Упатно писмо' })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
  expect(wrong()).toEqual([]);
  await Promise.all([page, coordinator, elsewhere].map((one) => one.context().close()));
});
