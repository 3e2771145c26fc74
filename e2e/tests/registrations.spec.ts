/** Registering colleagues, and validating them. */
import { expect, test } from '@playwright/test';
import { accessible, settled, watch } from '../support/page.ts';
import { mailTo, openSessions, person, row, type } from '../support/registrations.ts';
import { deskOf, signInAgain, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('a coordinator in Moldova registers two colleagues; the embassy in Chişinău validates one and refuses the other, and no other embassy can', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const wrong = watch(page);
  const [vera, petru] = [{ name: 'Vera Probă', email: 'vera.proba@ngo.example' }, { name: 'Petru Probă', email: 'petru.proba@ngo.example' }];
  await signInAgain(page, 'ro', 'ngo-coordinator.md@passerelle.example');
  const session = (await openSessions(page, true)).find(({ placesLeft }) => placesLeft > 2)!;

  await page.goto(`/ro/trainings/${session.id}`);
  await settled(page);
  await page.getByRole('link', { name: 'Înscrieți persoane' }).click();
  await expect(page).toHaveURL(/\/register$/);
  await settled(page);
  await type(page, 1, vera.name, vera.email);
  await page.getByRole('button', { name: 'Adăugați o persoană' }).press('Enter');
  await expect(person(page, 2).locator('input[type="text"]')).toBeFocused();
  await type(page, 2, petru.name, petru.email);
  await sound(page);

  // Without their consent nobody is registered; the sentence stands at the box and is read with it.
  await page.getByRole('button', { name: 'Înscrieți', exact: true }).press('Enter');
  const consent = page.getByRole('checkbox');
  await expect(consent).toBeFocused();
  await expect(consent).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator(`[id="${(await consent.getAttribute('aria-describedby'))!}"]`)).toHaveText(/Fără consimțământul lor/);
  await sound(page);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Înscrieți', exact: true }).press('Enter');
  const result = page.locator('section.notice-done');
  await expect(result).toBeFocused();
  await expect(result.getByText('În așteptarea validării de către ambasada de la Chișinău')).toHaveCount(2);
  await sound(page);
  expect((await openSessions(page, true)).find(({ id }) => id === session.id)!.placesLeft).toBe(session.placesLeft);

  await test.step('an officer of another country sees nothing of it', async () => {
    const elsewhere = await visitOf(browser, 'fr', 'scac.al');
    await elsewhere.goto('/fr/registrations');
    await settled(elsewhere);
    await expect(elsewhere.getByRole('heading', { name: 'En attente de votre validation' })).toBeVisible();
    await expect(elsewhere.getByText(vera.name)).toHaveCount(0);
    await elsewhere.goto(`/fr/trainings/${session.id}/registrations`);
    await settled(elsewhere);
    await expect(elsewhere.getByText(vera.name)).toHaveCount(0);
    await elsewhere.context().close();
  });

  await test.step('the officer in Chişinău validates one and refuses the other', async () => {
    const officer = await deskOf(browser, 'fr', 'scac.md');
    await officer.getByRole('link', { name: /inscriptions? à valider/ }).click();
    await expect(officer).toHaveURL(/\/registrations$/);
    await sound(officer);
    await row(officer, vera.name).getByRole('button', { name: /^Valider/ }).click();
    await expect(officer.locator('.notice-done')).toHaveText(`Inscription validée\u202f: ${vera.name}`);
    await settled(officer);
    await row(officer, petru.name).getByRole('button', { name: /^Refuser/ }).click();
    await row(officer, petru.name).getByRole('button', { name: /^Refuser/ }).click();
    await expect(row(officer, petru.name).locator('textarea')).toHaveAttribute('aria-invalid', 'true');
    await row(officer, petru.name).locator('textarea').fill('Sesiunea este destinată magistraților.');
    await accessible(officer);
    await row(officer, petru.name).getByRole('button', { name: /^Refuser/ }).click();
    await expect(officer.locator('.notice-done')).toHaveText(`Inscription refusée\u202f: ${petru.name}`);
    await officer.context().close();
  });

  await mailTo(page, 'ro', vera.email, /Înscriere confirmată/);
  const refusal = await mailTo(page, 'ro', petru.email, /Înscriere respinsă/);
  await expect(refusal).toContainText('Sesiunea este destinată magistraților.');
  await page.goto('/ro/registrations');
  await settled(page);
  await expect(row(page, vera.name)).toContainText('Confirmată');
  await expect(row(page, petru.name)).toContainText('Respinsă');
  expect((await openSessions(page, true)).find(({ id }) => id === session.id)!.placesLeft).toBe(session.placesLeft - 1);
  expect(wrong()).toEqual([]);
});

test('the pages of registrations say to visitors whose they are, and an offer without its link does nothing', async ({ page }) => {
  for (const path of ['/fr/registrations', '/fr/offer', '/fr/leave']) {
    await page.goto(path);
    await sound(page);
  }
  await expect(page.getByRole('button', { name: 'Accepter la place' })).toHaveCount(0);
});
