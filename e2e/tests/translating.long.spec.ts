/** A translator says an announced session, its programme and its questions in other languages while somebody else does too, and can do nothing else with it. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { drafted } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

let id = '';

const PART = 'mutation ($session: ID!, $key: UUID!, $input: SessionPartInput!) { saveSessionPart(session: $session, key: $key, version: 0, input: $input) { outcome } }';
const QUESTION = 'mutation ($session: ID!, $key: UUID!, $input: QuestionInput!) { saveQuestion(session: $session, key: $key, version: 0, input: $input) { outcome } }';

/** What the page says of a language. */
const gapOf = (page: Page, endonym: string): Locator => page.locator('.language-gaps > div', { hasText: endonym }).locator('dd');

test('a draft is none for a translator; once it is announced they find what is missing, and nothing that prepares it', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const [adviser, page] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'translator')];
  const wrong = watch(page);
  id = await drafted(adviser, 'fr', { title: `Une session à traduire ${retry}`, summary: 'Les indicateurs.', starts: `2099-05-1${retry}T09:00`, ends: `2099-05-1${retry}T17:00` });
  const part = { sourceLocale: 'fr', title: 'Ouverture', day: 1, starts: '09:00', ends: '10:00', format: 'ON_SITE', room: '', trainers: [] };
  expect(await ask(adviser.request, 'fr', PART, { variables: { session: id, key: randomUUID(), input: part } })).toEqual({ saveSessionPart: { outcome: 'DONE' } });
  const question = { kind: 'TEXT', sourceLocale: 'fr', label: 'Qu’attendez-vous ?', help: '', choices: [], isRequired: false, condition: null, retentionDays: 30 };
  expect(await ask(adviser.request, 'fr', QUESTION, { variables: { session: id, key: randomUUID(), input: question } })).toEqual({ saveQuestion: { outcome: 'DONE' } });
  await page.goto(`/fr/trainings/${id}/translations`);
  await settled(page);
  await expect(page.locator('h1')).toHaveText('Page non trouvée');
  await ask(adviser.request, 'fr', 'mutation ($id: ID!) { openSession(id: $id) { outcome } }', { variables: { id } });

  await page.goto(`/fr/trainings/${id}`);
  await settled(page);
  await expect(page.locator('main a[href$="/edit"]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Traductions' }).click();
  await expect(page).toHaveURL(/\/translations$/);
  await settled(page);
  await expect(page.locator('.language-gaps > div')).toHaveCount(16);
  await expect(gapOf(page, 'français')).toHaveText('Rien ne manque.');
  await expect(gapOf(page, 'македонски')).toHaveText('Rien n’est encore traduit.');
  await sound(page);
  await page.goto(`/fr/trainings/${id}/edit`);
  await settled(page);
  await expect(page.getByText('Cette session est préparée par d’autres.')).toBeVisible();
  expect(wrong()).toEqual([]);
  await Promise.all([adviser, page].map((one) => one.context().close()));
});

test('of a translator and a member of the adviser’s team who translate at once the second sees what is written, and chooses', async ({ browser }) => {
  test.setTimeout(180_000);
  const [page, other] = [await visitOf(browser, 'sq', 'translator'), await visitOf(browser, 'fr', 'assistant')];
  const wrong = watch(page);
  for (const [one, locale] of [[page, 'sq'], [other, 'fr']] as const) {
    await one.goto(`/${locale}/trainings/${id}/translations`);
    await settled(one);
    await one.locator('main select').selectOption('mk');
  }
  await page.locator('.translation input').fill('Обука за превод');
  await page.locator('.translation button[type="submit"]').click();
  await expect(page.locator('.notice-done')).toBeVisible();
  await expect(gapOf(page, 'македонски')).toContainText('Mungon: ');
  await expect(gapOf(page, 'македонски')).toContainText('(1)');
  await other.locator('.translation input').fill('Обука за преведување');
  await other.locator('.translation textarea').first().fill('Показатели.');
  await other.locator('.translation button[type="submit"]').click();
  await expect(other.locator('.translation .notice .typed-text [lang="mk"]').filter({ hasText: /^Обука за превод$/ })).toBeVisible();
  await expect(other.locator('.translation textarea').first()).toHaveValue('Показатели.');
  await sound(other);
  await other.getByRole('button', { name: /^Reprendre ce qui est enregistré/ }).click();
  await other.locator('.translation button[type="submit"]').click();
  await expect(other.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  expect(wrong()).toEqual([]);
  await Promise.all([page, other].map((one) => one.context().close()));
});

test('they say the programme and the questions too, where nothing but that can be done; whoever reads finds them in their language', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'fr', 'translator');
  const wrong = watch(page);
  await page.goto(`/fr/trainings/${id}/translations`);
  await settled(page);
  for (const [link, form, label, text] of [['Programme par jour', '.part-form', 'Titre', 'Отворање'], ['Questions du formulaire d’inscription', '.question-form', 'Question', 'Што очекувате?']] as const) {
    await page.getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(/\/(programme|questions)$/);
    await settled(page);
    await expect(page.locator('main .rows button')).toHaveCount(1);
    await expect(page.locator('main .button-main')).toHaveCount(0);
    await page.getByRole('button', { name: /^Traductions/ }).click();
    await page.locator(`${form} select`).selectOption('mk');
    await page.locator(form).getByLabel(label, { exact: true }).fill(text);
    await sound(page);
    await page.getByRole('button', { name: 'Enregistrer la traduction' }).click();
    await expect(page.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
    await page.locator('main').getByRole('link', { name: 'Traductions' }).click();
    await expect(page).toHaveURL(/\/translations$/);
    await settled(page);
  }
  await expect(gapOf(page, 'македонски')).toHaveText('Rien ne manque.');
  expect(wrong()).toEqual([]);
  await page.context().close();

  const reader = await visitOf(browser, 'mk', 'ngo-coordinator.mk');
  await reader.goto(`/mk/trainings/${id}`);
  await settled(reader);
  await expect(reader.locator('h1')).toHaveText('Обука за превод');
  await expect(reader.locator('section[aria-labelledby^="programme-"]').first()).toContainText('Отворање');
  await reader.goto(`/mk/trainings/${id}/register`);
  await settled(reader);
  await expect(reader.locator('main')).toContainText('Што очекувате?');
  await reader.goto(`/mk/trainings/${id}/translations`);
  await settled(reader);
  await expect(reader.locator('.translation, .language-gaps')).toHaveCount(0);
  await reader.context().close();
});
