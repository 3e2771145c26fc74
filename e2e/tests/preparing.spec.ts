/** The adviser prepares a session in French, says it in Macedonian and announces it; others see it, or may not touch it; it is called off, and everybody reads why. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { further } from '../support/short.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

const TITLE = { fr: 'Repérer les victimes, d’essai', mk: 'Препознавање жртви, проба' };
const REASON = { fr: 'La salle n’est plus libre.', mk: 'Салата веќе не е слободна.', en: 'The room is no longer free.' };
const YEAR = String(new Date().getFullYear() + 1);

const field = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"]`);
/** The native field that text is typed in. */
const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea)[data-field="${name}"]`);

/** Types a day and an hour. */
async function time(page: Page, name: string, [day, month, year, hour]: readonly [string, string, string, string]): Promise<void> {
  const group = field(page, name);
  await group.locator('.date-day input').fill(day);
  await group.locator('select').selectOption(month);
  await group.locator('.date-year input').fill(year);
  await group.locator('.hour-field input').fill(hour);
}

const submit = (page: Page): Locator => page.locator('.prepare-form button[type="submit"]');

let address = '';

test('a draft is prepared in French; what is wrong is said, and what was typed stays', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await deskOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.locator('#desk-drafts').scrollIntoViewIfNeeded();
  await page.locator('.desk-drafts a[href$="/trainings/new"]').click();
  await expect(page).toHaveURL('/fr/trainings/new');
  await sound(page);

  await submit(page).click();
  await expect(control(page, 'TITLE')).toBeFocused();
  await expect(control(page, 'TITLE')).toHaveAccessibleDescription('Veuillez remplir ce champ.');
  await sound(page);

  await control(page, 'TITLE').fill(TITLE.fr);
  const summary = control(page, 'SUMMARY');
  await summary.fill('Une jeune fille de 16 ans de Tirana, +355 69 234 5678');
  await expect(page.locator('.guard-hint.is-told')).toContainText('Numéro de téléphone');
  await control(page, 'PROGRAMME').fill('Matin : les indicateurs\nAprès-midi : jeux de rôle');
  await field(page, 'THEME').locator('select').selectOption('IDENTIFICATION');
  await field(page, 'COUNTRY').locator('select').selectOption('MK');
  await expect(field(page, 'TIME_ZONE').locator('select')).toHaveValue('Europe/Skopje');
  await control(page, 'TOWN').fill('Скопје');
  // The night in which the clocks are put forward: the last Sunday of March.
  const march = new Date(Date.UTC(Number(YEAR), 2, 31));
  const sunday = 31 - march.getUTCDay();
  await time(page, 'STARTS', [String(sunday), '3', YEAR, '02:30']);
  await time(page, 'ENDS', ['20', '4', YEAR, '17:00']);
  await control(page, 'PLACES').fill('20');
  await field(page, 'AUDIENCES').getByRole('checkbox').first().check();
  await field(page, 'WORKING_LANGUAGES').locator('input[value="fr"]').check();
  await field(page, 'INTERPRETATION').locator('input[value="mk"]').check();
  await submit(page).click();
  await expect(field(page, 'STARTS')).toContainText('cette heure n’existe pas');
  await time(page, 'STARTS', ['19', '4', YEAR, '09:00']);

  const trainers = field(page, 'TRAINERS');
  await trainers.locator('input[type="search"]').fill('victimes');
  await trainers.locator('input[type="search"]').press('Enter');
  await trainers.getByRole('button', { name: /^Ajouter/ }).first().click();
  await expect(trainers.locator('ol > li')).toHaveCount(1);

  // The server refuses what the page has warned of, and keeps nothing; what was typed stays.
  await submit(page).click();
  await expect(page.locator('.prepare-form [role="alert"]')).toContainText('Rien n’a été enregistré');
  await expect(summary).toHaveValue(/16 ans/);
  await summary.fill('Des indicateurs, et que faire ensuite.');

  // Nor is anything lost on a network that is gone.
  await page.context().setOffline(true);
  await submit(page).click();
  await expect(page.locator('.prepare-form [role="alert"]')).toContainText('Ce que vous avez saisi est conservé');
  await expect(control(page, 'TITLE')).toHaveValue(TITLE.fr);
  await page.context().setOffline(false);
  await submit(page).click();
  await expect(page).toHaveURL(/\/fr\/trainings\/TrainingSession_[\w-]+\/edit$/);
  await expect(page.locator('.notice-done')).toHaveText('C’est enregistré.');
  address = new URL(page.url()).pathname;
  await sound(page);
  await page.goto('/fr/desk');
  await settled(page);
  await expect(page.locator('.desk-drafts')).toContainText(TITLE.fr);
  await sound(page);
  expect(wrong().filter((what) => !/ERR_INTERNET_DISCONNECTED|status of 400|graphql/.test(what))).toEqual([]);
  await page.context().close();
});

further('whoever teaches in it cannot be given another session at the same time: by what they are engaged is not said, and what was typed stays', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await page.goto('/fr/trainings/new');
  await settled(page);
  await control(page, 'TITLE').fill('Une autre session');
  await field(page, 'THEME').locator('select').selectOption('IDENTIFICATION');
  await field(page, 'COUNTRY').locator('select').selectOption('MK');
  await control(page, 'TOWN').fill('Битола');
  await time(page, 'STARTS', ['20', '4', YEAR, '10:00']);
  await time(page, 'ENDS', ['21', '4', YEAR, '17:00']);
  await control(page, 'PLACES').fill('20');
  await field(page, 'AUDIENCES').getByRole('checkbox').first().check();
  await field(page, 'WORKING_LANGUAGES').locator('input[value="fr"]').check();
  const trainers = field(page, 'TRAINERS');
  await trainers.locator('input[type="search"]').fill('victimes');
  await trainers.locator('input[type="search"]').press('Enter');
  await trainers.getByRole('button', { name: /^Ajouter/ }).first().click();
  await submit(page).click();
  const refusal = page.locator('.prepare-form [role="alert"]');
  await expect(refusal).toContainText('est déjà engagée au même moment');
  await expect(refusal).not.toContainText(TITLE.fr);
  await expect(control(page, 'TITLE')).toHaveValue('Une autre session');
  await expect(trainers.locator('ol > li')).toHaveCount(1);
  await sound(page);
  expect(wrong().filter((what) => !/status of 400|graphql/.test(what))).toEqual([]);
  await page.context().close();
});

further('of two who change it at once the second sees both texts, and chooses', async ({ browser }) => {
  test.setTimeout(180_000);
  const [one, other] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'assistant')];
  for (const page of [one, other]) {
    await page.goto(address);
    await settled(page);
  }
  await control(one, 'SUMMARY').fill('Le texte de l’une.');
  await control(one, 'PLACES').fill('24');
  await submit(one).click();
  await expect(one.locator('.notice-done')).toHaveText('C’est enregistré.');

  await control(other, 'SUMMARY').fill('Le texte de l’autre.');
  await submit(other).click();
  const conflict = other.locator('.conflict');
  await expect(conflict).toContainText('Le texte de l’une.');
  await expect(conflict).toContainText('Le texte de l’autre.');
  await expect(other.locator('.notice-error', { has: conflict })).toContainText('Nombre de places');
  await expect(control(other, 'PLACES')).toHaveValue('24');
  await expect(conflict.getByRole('button').first()).toBeFocused();
  await sound(other);
  await conflict.getByRole('button', { name: /^Reprendre ce qui est enregistré/ }).click();
  await expect(control(other, 'SUMMARY')).toHaveValue('Le texte de l’une.');
  await control(other, 'SUMMARY').fill('Le texte des deux.');
  await submit(other).click();
  await expect(other.locator('.notice-done')).toHaveText('C’est enregistré.');
  await Promise.all([one, other].map((page) => page.context().close()));
});

test('it is said in Macedonian and announced; visitors read it in their language, and another embassy cannot touch it', async ({ browser, page: visitor }) => {
  test.setTimeout(180_000);
  const shown = address.replace(/^\/fr|\/edit$/g, '');
  await visitor.goto(`/mk${shown}`);
  await settled(visitor);
  await expect(visitor.locator('h1')).not.toContainText('проба');

  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto(address);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Traductions' }).click();
  await expect(adviser).toHaveURL(/\/translations$/);
  await settled(adviser);
  await adviser.locator('main select').selectOption('mk');
  await adviser.locator('.translation input').fill(TITLE.mk);
  await adviser.locator('.translation textarea').first().fill('Показатели, и што потоа.');
  await sound(adviser);
  await adviser.locator('.translation button[type="submit"]').click();
  await expect(adviser.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  await adviser.getByRole('link', { name: 'Revenir à la préparation' }).click();
  await expect(adviser).toHaveURL(/\/edit$/);
  await settled(adviser);
  await adviser.getByRole('button', { name: 'Annoncer et ouvrir les inscriptions' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('La session est annoncée.');
  await sound(adviser);
  await adviser.context().close();

  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('h1')).toHaveText(TITLE.mk);
  await sound(visitor);
  await visitor.goto(`/fr${shown}`);
  await settled(visitor);
  await expect(visitor.locator('h1')).toHaveText(TITLE.fr);

  const officer = await visitOf(browser, 'fr', 'scac.al');
  await officer.goto(`/fr${shown}`);
  await settled(officer);
  await expect(officer.locator('h1')).toHaveText(TITLE.fr);
  await expect(officer.locator('main a[href$="/edit"]')).toHaveCount(0);
  await officer.goto(address);
  await settled(officer);
  await expect(officer.locator('main [role="status"]')).toContainText('Cette session est préparée par d’autres.');
  await expect(officer.locator('.prepare-form')).toHaveCount(0);
  await sound(officer);
  await officer.context().close();
});

further('it is called off, and everybody reads why in their language', async ({ browser, page: visitor }) => {
  test.setTimeout(180_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto(address);
  await settled(adviser);
  await adviser.getByRole('button', { name: 'Annuler la session' }).click();
  const form = adviser.locator('.prepare-steps form');
  await form.locator('button[type="submit"]').click();
  await expect(form.locator('textarea').first()).toBeFocused();
  for (const [locale, reason] of Object.entries(REASON)) await form.locator(`textarea[lang="${locale}"]`).fill(reason);
  await sound(adviser);
  await form.locator('button[type="submit"]').click();
  await expect(adviser.locator('.notice-done')).toHaveText('La session est annulée.');

  const shown = address.replace(/^\/fr|\/edit$/g, '');
  for (const [locale, reason] of Object.entries(REASON)) {
    await visitor.goto(`/${locale}${shown}`);
    await settled(visitor);
    await expect(visitor.locator('.notice-error')).toContainText(reason);
    await expect(visitor.locator('.notice-error .localized')).not.toHaveClass(/is-fallback/);
    await expect(visitor.locator('.state-cancelled')).toHaveCount(1);
    await expect(visitor.locator('.calendar-file')).toHaveCount(0);
    await sound(visitor);
  }
  await visitor.goto(`/sq${shown}`);
  await settled(visitor);
  await expect(visitor.locator('.notice-error .is-fallback')).toContainText(REASON.en);

  await visitor.goto(`/mk/trainings?country=MK&view=month&on=${YEAR}-04`);
  await settled(visitor);
  await expect(visitor.locator('.span.is-off').first()).toContainText('Скопје');
  await expect(visitor.locator('.session.is-off', { hasText: TITLE.mk })).toContainText('Откажана');

  await adviser.getByRole('button', { name: 'Archiver la session' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('La session est archivée.');
  await adviser.context().close();
  await visitor.reload();
  await settled(visitor);
  await expect(visitor.locator('.session', { hasText: TITLE.mk })).toHaveCount(0);
  await visitor.goto(`/mk${shown}`);
  await settled(visitor);
  await expect(visitor.locator('.notice-error')).toContainText(REASON.mk);
});
