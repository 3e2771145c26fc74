/** Two people at the same task, each in their language: the adviser and an embassy prepare a session; a coordinator registers somebody whom the embassy validates, and sees it without asking again. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { announced, drafted } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** The native field that text is typed in. */
const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea)[data-field="${name}"]`);
const submit = (page: Page): Locator => page.locator('.prepare-form button[type="submit"]');
const row = (page: Page, name: string): Locator => page.locator('.member-row', { hasText: name }).first();

test('the adviser in French and an embassy in English prepare the same session at once: what one has changed is taken, of what both have the second chooses', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const [adviser, post] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'en', 'scac.mk')];
  const wrong = [watch(adviser), watch(post)];
  const id = await drafted(adviser, 'fr', { title: `À deux, en deux langues ${retry}`, starts: `2099-07-1${retry}T09:00`, ends: `2099-07-1${retry}T17:00` });
  for (const [page, locale] of [[adviser, 'fr'], [post, 'en']] as const) {
    await page.goto(`/${locale}/trainings/${id}/edit`);
    await settled(page);
  }
  await control(post, 'PLACES').fill('24');
  await control(post, 'TOWN').fill('Охрид');
  await submit(post).click();
  await expect(post.locator('.notice-done')).toHaveText('It is saved.');

  await control(adviser, 'TITLE').fill('Repérer, à deux');
  await control(adviser, 'PLACES').fill('30');
  await submit(adviser).click();
  const conflict = adviser.locator('.conflict');
  await expect(conflict).toHaveCount(1);
  await expect(conflict).toContainText('24');
  await expect(adviser.locator('.notice-error', { has: conflict })).toContainText('Ville');
  await expect(control(adviser, 'TOWN')).toHaveValue('Охрид');
  await expect(control(adviser, 'TITLE')).toHaveValue('Repérer, à deux');
  await sound(adviser);
  await conflict.getByRole('button', { name: /^Garder ma saisie/ }).click();
  await submit(adviser).click();
  await expect(adviser.locator('.notice-done')).toHaveText('C’est enregistré.');

  // Parts are saved one by one: two who add some at once have both, and no conflict.
  for (const [page, locale] of [[adviser, 'fr'], [post, 'en']] as const) {
    await page.goto(`/${locale}/trainings/${id}/programme`);
    await settled(page);
  }
  await post.getByRole('button', { name: 'Add a part' }).click();
  await adviser.getByRole('button', { name: 'Ajouter une partie' }).click();
  for (const [page, title, starts, ends, save] of [[post, 'Welcome', '09:00', '09:30', 'Save the part'], [adviser, 'Les indicateurs', '10:00', '11:30', 'Enregistrer la partie']] as const) {
    await control(page, 'TITLE').fill(title);
    await control(page, 'STARTS').fill(starts);
    await control(page, 'ENDS').fill(ends);
    await page.getByRole('button', { name: save }).click();
    await expect(page.locator('.part-item', { hasText: title })).toBeVisible();
  }
  await expect(adviser.locator('.part-item')).toHaveCount(2);
  await expect(adviser.locator('.part-item').first().locator('h3 [lang="en"]').first()).toHaveText('Welcome');
  await expect(adviser.locator('.conflict')).toHaveCount(0);
  await sound(adviser);
  await post.goto(`/en/trainings/${id}/edit`);
  await settled(post);
  await expect(control(post, 'PLACES')).toHaveValue('30');
  await expect(control(post, 'TITLE')).toHaveValue('Repérer, à deux');
  expect(wrong.flatMap((of) => of())).toEqual([]);
  await Promise.all([adviser, post].map((page) => page.context().close()));
});

test('a coordinator registers somebody in Macedonian; the embassy, in French, sees it come and validates it, and the coordinator sees that without asking again', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const name = `Заедно Пробна${retry}`;
  const [adviser, post, coordinator] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'scac.mk'), await visitOf(browser, 'mk', 'ngo-coordinator.mk')];
  const wrong = [watch(post), watch(coordinator)];
  const id = await announced(adviser, 'fr', { title: `Inscrire à deux ${retry}`, starts: `2099-08-1${retry}T09:00`, ends: `2099-08-1${retry}T17:00`, needsValidation: true });
  await adviser.context().close();
  const list = await coordinator.context().newPage();
  await list.goto('/mk/registrations');
  await settled(list);
  await post.goto('/fr/registrations');
  await settled(post);

  await coordinator.goto(`/mk/trainings/${id}/register`);
  await settled(coordinator);
  await coordinator.locator('.person-fields input[type="text"]').fill(name);
  await coordinator.locator('.person-fields input[type="email"]').fill(`zaedno${retry}@ngo.example`);
  await coordinator.locator('.consent-field input').check();
  await coordinator.getByRole('button', { name: 'Пријави', exact: true }).click();
  await expect(coordinator.locator('section.notice-done')).toBeFocused();
  await expect(row(list, name)).toContainText(`Inscrire à deux ${retry}`);
  await expect(row(list, name)).not.toContainText('Потврдено');

  await expect(row(post, name)).toBeVisible();
  await row(post, name).getByRole('button', { name: /^Valider/ }).click();
  await expect(post.locator('.notice-done')).toHaveText(`Inscription validée\u202f: ${name}`);
  await expect(row(list, name)).toContainText('Потврдено');
  await sound(list);
  expect(wrong.flatMap((of) => of())).toEqual([]);
  await Promise.all([post, coordinator].map((page) => page.context().close()));
});
