/** How places are said and changed by two people, and what else follows while people look. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { announcedOn, registerOne, visitor } from '../support/live.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('whoever prepares a session says how many places there are and for whom, is told what would come of it, and loses nothing when somebody else does too', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const assistant = await visitOf(browser, 'mk', 'scac.mk');
  const coordinator = await visitOf(browser, 'fr', 'ngo-coordinator.mk');
  const id = await announcedOn(adviser, 1, `2031-04-1${retry}`);
  for (const n of [1, 2, 3]) await registerOne(coordinator, id, `mesto${n}.${retry}@ngo.example`);

  await adviser.goto(`/fr/trainings/${id}/edit`);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Places et quotas' }).click();
  await expect(adviser).toHaveURL(/\/places$/);
  await sound(adviser);
  const places = (page: Page, name: string) => page.getByLabel(name, { exact: true });
  await expect(adviser.getByText('Prises\u202f: 1 · En attente\u202f: 2').first()).toBeVisible();

  // What cannot be is told at its field.
  await places(adviser, 'Société civile').fill('-2');
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).press('Enter');
  await expect(places(adviser, 'Société civile')).toBeFocused();
  await expect(adviser.getByText(/Indiquez un nombre de 0 à/)).toBeVisible();
  await sound(adviser);

  // More places: how many will be offered one is said before.
  await places(adviser, 'Société civile').fill('2');
  await places(adviser, 'Nombre de places').fill('5');
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).press('Enter');
  await expect(adviser.getByText('Si vous enregistrez, une place sera proposée à 1 personne de la liste d’attente.')).toBeVisible();
  await sound(adviser);

  await test.step('the embassy changes them at the same time', async () => {
    await assistant.goto(`/mk/trainings/${id}/places`);
    await settled(assistant);
    await assistant.getByLabel('Број на места', { exact: true }).fill('4');
    await assistant.getByLabel('Преку интернет', { exact: true }).fill('2');
    await assistant.getByLabel('Додај ограничување за земја').selectOption('RS');
    await assistant.getByRole('button', { name: /^Додај\s?, Додај ограничување за земја$/ }).click();
    await expect(assistant.getByLabel('Србија', { exact: true })).toBeFocused();
    await assistant.getByLabel('Србија', { exact: true }).fill('1');
    await assistant.getByRole('button', { name: 'Зачувај ги промените' }).click();
    await expect(assistant.getByText(/место ќе им биде понудено на 2 лица/)).toBeVisible();
    await sound(assistant);
    await assistant.getByRole('button', { name: 'Зачувај ги промените' }).click();
    await expect(assistant.locator('.notice-done')).toHaveText('Зачувано е. Место им е понудено на 2 лица.');
  });

  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(adviser.getByRole('heading', { name: 'Quelqu’un d’autre a modifié cette session entre-temps' })).toBeVisible();
  await expect(places(adviser, 'Société civile')).toHaveValue('2');
  await expect(places(adviser, 'En ligne')).toHaveValue('2');
  await sound(adviser);
  await adviser.getByRole('button', { name: /^Garder/ }).click();

  // Fewer than are taken: nobody loses theirs, which is said.
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(adviser.getByText(/Personne ne perd sa place/)).toBeVisible();
  await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('C’est enregistré.');
  const { trainingSession } = await ask<{ trainingSession: object }>(adviser.request, 'fr', `{ trainingSession(id: "${id}") { places quotas { kind key places } placeCounts { kind value taken } } }`);
  expect(trainingSession).toMatchObject({
    places: 5, quotas: [{ kind: 'COUNTRY', key: 'RS', places: 1 }, { kind: 'MODE', key: 'ONLINE', places: 2 }, { kind: 'SECTOR', key: 'CIVIL_SOCIETY', places: 2 }],
    placeCounts: expect.arrayContaining([{ kind: 'SECTOR', value: 'CIVIL_SOCIETY', taken: 3 }]) as unknown,
  });
  for (const page of [assistant, coordinator, adviser]) await page.context().close();
});

test('a calendar, the places of a session and who was there follow what happens while people look', async ({ browser }, { retry }) => {
  test.setTimeout(150_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const coordinator = await visitOf(browser, 'fr', 'ngo-coordinator.mk');
  const day = `2031-06-1${retry}`;
  const id = await announcedOn(adviser, 3, day);
  const calendar = await visitor(browser, `/fr/trainings?view=month&on=${day}`);
  const wrong = watch(calendar);
  const seats = calendar.locator(`[data-session="${id}"] .session-state`);
  await expect(seats).toContainText('3 places libres sur 3');
  const places = await adviser.context().newPage();
  await places.goto(`/fr/trainings/${id}/places`);
  await settled(places);
  await expect(places.getByText('Prises\u202f: 0 · En attente\u202f: 0').first()).toBeVisible();
  await places.getByLabel('Société civile', { exact: true }).fill('2');
  await adviser.goto(`/fr/trainings/${id}/attendance`);
  await settled(adviser);
  await expect(adviser.locator('.presence-row')).toHaveCount(0);

  await registerOne(coordinator, id, `kalendar${retry}@ngo.example`);
  await expect(seats).toContainText('2 places libres sur 3');
  // What is being typed stays.
  await expect(places.getByText('Prises\u202f: 1 · En attente\u202f: 0').first()).toBeVisible();
  await expect(places.getByLabel('Société civile', { exact: true })).toHaveValue('2');
  await expect(adviser.locator('.presence-row')).toHaveCount(1);

  // Something else than places: the calendar asks anew. A draft is told of to nobody who does not prepare it.
  const other = await announcedOn(adviser, 5, day);
  await expect(calendar.locator(`[data-session="${other}"]`)).toBeVisible();
  await accessible(calendar);
  expect(wrong()).toEqual([]);
  expect(await calendar.context().cookies()).toEqual([]);
  for (const page of [calendar, coordinator, adviser]) await page.context().close();
});
