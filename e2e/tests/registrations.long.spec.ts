/** A full session, withdrawing by a link, and whose registrations are whose. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { mailTo, openSessions, row, type } from '../support/registrations.ts';
import { announced } from '../support/sessions.ts';
import { signInAgain, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('in a full session somebody waits, is offered the place that becomes free, and accepts it without an account', async ({ page, browser }, { retry }) => {
  test.setTimeout(180_000);
  const wrong = watch(page);
  const [first, second] = [{ name: 'Prva Probna', email: 'prva.probna@ngo.example' }, { name: 'Druga Probna', email: 'druga.probna@ngo.example' }];
  const adviser = await visitOf(browser, 'fr', 'adviser');
  // One of its own: those of other stories have people who wait.
  const made = await announced(adviser, 'fr', { title: `Une place et une seule ${retry}`, starts: `2032-03-0${retry + 1}T09:00`, ends: `2032-03-0${retry + 1}T17:00`, places: 5 });
  const session = (await openSessions(adviser, false)).find(({ id }) => id === made)!;
  const change = `mutation { changePlaces(input: { session: "${session.id}", version: ${session.version}, places: 1, quotas: [{ kind: SECTOR, key: "CIVIL_SOCIETY", places: 40 }] }) { outcome } }`;
  expect(await ask(adviser.request, 'fr', change)).toEqual({ changePlaces: { outcome: 'DONE' } });
  const { placeCounts } = (await ask<{ trainingSession: { placeCounts: readonly { kind: string; value: string; taken: number }[] } }>(adviser.request, 'fr', `{ trainingSession(id: "${session.id}") { placeCounts { kind value taken } } }`)).trainingSession;
  const before = placeCounts.find(({ kind, value }) => kind === 'SECTOR' && value === 'CIVIL_SOCIETY')?.taken ?? 0;

  await signInAgain(page, 'sr-Latn', 'ngo-coordinator.rs@passerelle.example');
  await page.goto(`/sr-Latn/trainings/${session.id}/register`);
  await settled(page);
  await type(page, 1, first.name, first.email);
  await page.getByRole('button', { name: 'Dodaj osobu' }).click();
  await type(page, 2, second.name, second.email);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Prijavi', exact: true }).click();
  const result = page.locator('section.notice-done');
  await expect(result).toContainText('Potvrđeno: mesto je rezervisano');
  await expect(result).toContainText('Na listi čekanja, redni broj 1');

  await test.step('the adviser sees the list, and the balance as the quota that it is', async () => {
    await adviser.goto(`/fr/trainings/${session.id}/registrations`);
    await sound(adviser);
    await expect(row(adviser, second.name)).toContainText('rang 1');
    const balance = adviser.getByRole('region', { name: 'Équilibre entre autorités et société civile' });
    await expect(balance).toContainText('L’équilibre est un quota');
    await expect(balance).toContainText(`${before + 1} / 40`);
    await adviser.context().close();
  });

  await page.goto('/sr-Latn/registrations');
  await sound(page);
  await row(page, first.name).getByRole('button', { name: /^Povuci/ }).click();
  await row(page, first.name).getByRole('button', { name: /^Povuci/ }).click();
  await expect(page.locator('.notice-done')).toHaveText(`Prijava povučena: ${first.name}`);
  await settled(page);
  await expect(row(page, second.name)).toContainText('Ponuđeno je mesto');

  const mail = await mailTo(page, 'sr-Latn', second.email, /Oslobodilo se mesto/);
  const { pathname, hash } = new URL((await mail.locator('a[href*="/offer#"]').first().getAttribute('href'))!);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(pathname + hash);
  await sound(guest);
  await guest.getByRole('button', { name: 'Prihvati mesto' }).press('Enter');
  await expect(guest.locator('.notice')).toHaveText(/Mesto je Vaše/);
  await accessible(guest);
  // The link does nothing more.
  await guest.goto('about:blank');
  await guest.goto(pathname + hash);
  await settled(guest);
  await guest.getByRole('button', { name: 'Odbij mesto' }).click();
  await expect(guest.locator('.notice')).toHaveText(/Ova ponuda više ne važi/);
  await guest.context().close();

  await page.goto('/sr-Latn/registrations');
  await settled(page);
  await expect(row(page, second.name)).toContainText('Potvrđeno');
  expect(wrong()).toEqual([]);
});

test('somebody who has a place withdraws by the link of their mail, without an account, and who registered them sees it', async ({ page, browser }) => {
  const wrong = watch(page);
  const third = { name: 'Treća Probna', email: 'treca.probna@ngo.example' };
  const session = (await openSessions(page, false)).filter(({ placesLeft }) => placesLeft > 2)[1]!;
  await signInAgain(page, 'sl', 'ngo-coordinator.rs@passerelle.example');
  await page.goto(`/sl/trainings/${session.id}/register`);
  await settled(page);
  await type(page, 1, third.name, third.email);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Prijavi', exact: true }).click();
  await expect(page.locator('section.notice-done')).toBeVisible();

  const mail = await mailTo(page, 'sl', third.email, /Prijava je potrjena/);
  // It brings the session into their calendar.
  await expect(mail.locator('a[download="passerelle.ics"]')).toHaveAttribute('href', /METHOD%3APUBLISH/);
  const { pathname, hash } = new URL((await mail.locator('a[href*="/leave#"]').first().getAttribute('href'))!);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(pathname + hash);
  await sound(guest);
  // Nothing happens by itself.
  await page.goto('/sl/registrations');
  await settled(page);
  await expect(row(page, third.name)).toContainText('Potrjeno');
  await guest.getByRole('button', { name: 'Umakni' }).press('Enter');
  await expect(guest.locator('.notice-done')).toHaveText(/Prijava je umaknjena\./);
  await accessible(guest);
  await guest.context().close();

  await page.goto('/sl/registrations');
  await settled(page);
  await expect(row(page, third.name)).toContainText('Umaknjeno');
  expect(wrong()).toEqual([]);
});

test('an officer of another country is told why they may not see who is registered for a session, and who prepares it sees it', async ({ page, browser }) => {
  const wrong = watch(page);
  await signInAgain(page, 'uk', 'scac.al@passerelle.example');
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: { id: string }[] } }>(page.request, 'uk', '{ trainingSessions(first: 100, sort: LATEST, filter: { country: "RS", states: [OPEN] }) { nodes { id } } }');
  // One for which nobody of their own country is registered.
  const seen = await ask<{ registrations: { nodes: { session: { id: string } | null }[] } }>(page.request, 'uk', '{ registrations(first: 100) { nodes { session { id } } } }');
  const id = trainingSessions.nodes.map((session) => session.id).find((one) => !seen.registrations.nodes.some(({ session }) => session?.id === one))!;
  await page.goto(`/uk/trainings/${id}/registrations`);
  await sound(page);
  await expect(page.locator('main .notice')).toHaveText(/^Ви не можете бачити реєстрації на цей навчальний захід, оскільки його готують інші\./);
  await expect(page.locator('#session-registrations')).toHaveCount(0);
  const officer = await visitOf(browser, 'uk', 'scac.rs');
  await officer.goto(`/uk/trainings/${id}/registrations`);
  await settled(officer);
  await expect(officer.locator('#session-registrations')).toBeVisible();
  await expect(officer.locator('main .notice')).toHaveCount(0);
  await officer.context().close();
  expect(wrong()).toEqual([]);
});
