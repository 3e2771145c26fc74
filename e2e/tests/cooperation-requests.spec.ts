/** An officer in Tirana asks for a training in Albanian, by keyboard on a telephone; the other service of the embassy is against; the adviser reads both in French and answers, which the officer reads in Albanian; besides, an officer elsewhere finds nothing, and what came of it leads there and back. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { control } from '../support/cooperation-requests.ts';
import { findsNothing } from '../support/elsewhere.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** Goes on with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 60 && !(await target.evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}

test('a request is sent by keyboard in Albanian, read and answered in French, and seen by nobody else', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `Trajnim ${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'ssi.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/cooperation-requests/new');
  await settled(officer);
  await tabTo(officer, control(officer, 'KIND'));
  await officer.keyboard.press('End');
  await officer.keyboard.press('ArrowUp');
  await officer.keyboard.press('ArrowUp');
  await expect(control(officer, 'KIND')).toHaveValue('TRAINING');
  await tabTo(officer, control(officer, 'SUBJECT'));
  await officer.keyboard.type(mark);
  await tabTo(officer, control(officer, 'TEXT'));
  await officer.keyboard.type('Dy ditë për prokurorët.');
  await tabTo(officer, control(officer, 'THEME'));
  await officer.keyboard.press('ArrowDown');
  await tabTo(officer, officer.getByLabel('Preken fëmijë'));
  await officer.keyboard.press('Space');
  await expect(officer.locator('form')).toContainText('E lartë');
  // No string of another language stands on the form, but for the names of languages.
  expect(await officer.locator('main form [lang]:not([lang="sq"]):not(option)').count()).toBe(0);
  await sound(officer);
  await tabTo(officer, officer.getByRole('button', { name: 'Dërgoni kërkesën' }));
  await officer.keyboard.press('Enter');
  await expect(officer).toHaveURL(/\/sq\/cooperation-requests\/CooperationRequest_/);
  await settled(officer);
  await expect(officer.locator('.notice-done')).toContainText('Kërkesa u dërgua.');
  const address = new URL(officer.url()).pathname.replace('/sq/', '');
  await sound(officer);
  expect(wrong()).toEqual([]);

  await besides('an embassy elsewhere finds nothing of it', () => findsNothing(browser, { list: 'cooperation-requests', address, mark }));

  const colleague = await visitOf(browser, 'sq', 'scac.al');
  await colleague.goto(`/sq/${address}`);
  await settled(colleague);
  await expect(colleague.locator('main')).toContainText('U kërkua mendimi i ambasadës');
  await colleague.getByRole('button', { name: 'Jepni mendimin' }).press('Enter');
  await colleague.locator('main form select').selectOption('AGAINST');
  await colleague.locator('main form button[type="submit"]').press('Enter');
  await expect(colleague.locator('main form textarea')).toBeFocused();
  await colleague.keyboard.type('Po bëhet tashmë.');
  await sound(colleague);
  await colleague.locator('main form button[type="submit"]').press('Enter');
  await expect(colleague.locator('.notice-done')).toBeVisible();
  await expect(colleague.locator('main')).toContainText('Kundër');
  await sound(colleague);

  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto(`/fr/cooperation-requests?country=AL&kind=TRAINING&search=${encodeURIComponent(mark)}`);
  await settled(adviser);
  await expect(adviser.locator('.rows > li', { hasText: mark })).toContainText('Formation');
  await sound(adviser);
  await adviser.locator('.rows').getByRole('link', { name: mark }).press('Enter');
  await expect(adviser).toHaveURL(/CooperationRequest_/);
  await settled(adviser);
  await expect(adviser.locator('h1')).toContainText(mark);
  await expect(adviser.locator('main')).toContainText('Défavorable');
  await expect(adviser.locator('main [lang="sq"]', { hasText: 'Po bëhet tashmë.' }).first()).toBeVisible();
  await sound(adviser);
  await adviser.getByRole('button', { name: 'Répondre à la demande' }).press('Enter');
  await adviser.locator('main form select').first().selectOption('GRANTED_IN_PART');
  await adviser.getByLabel('La demande relève du mandat du conseiller').selectOption('MET');
  await adviser.locator('main form button[type="submit"]').press('Enter');
  await expect(adviser.locator('main form textarea')).toBeFocused();
  await adviser.keyboard.type('Un jour peut être organisé.');
  await sound(adviser);
  await adviser.locator('main form button[type="submit"]').press('Enter');
  await expect(adviser.locator('.notice-done')).toBeVisible();
  await expect(adviser.locator('main')).toContainText('Accordée en partie');
  await sound(adviser);

  await officer.goto(`/sq/${address}`);
  await settled(officer);
  await expect(officer.locator('main')).toContainText('E pranuar pjesërisht');
  await expect(officer.locator('main li', { hasText: 'Kërkesa hyn në mandatin e këshilltarit' })).toContainText('Po');
  await expect(officer.locator('main [lang="fr"]', { hasText: 'Un jour peut être organisé.' }).first()).toBeVisible();
  await sound(officer);

  await besides('what came of it leads there and back', async () => {
    await adviser.getByRole('button', { name: 'Clore la demande' }).press('Enter');
    await adviser.locator('main form textarea').fill('La journée a eu lieu.');
    const [session, mission] = [adviser.getByLabel('Session de formation qui en est résultée'), adviser.getByLabel('Mission qui en est résultée')];
    await session.selectOption({ index: 1 });
    await mission.selectOption({ index: 1 });
    const chosen = await Promise.all([session, mission].map(async (one) => (await one.locator('option:checked').innerText()).split(' · ')[0]!));
    await sound(adviser);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('main')).toContainText('La journée a eu lieu.');
    // What came of it leads to the session and to the mission.
    for (const [n, title] of chosen.entries()) await expect(adviser.locator('main').getByRole('link', { name: title }).first()).toHaveAttribute('href', n === 0 ? /\/trainings\/TrainingSession_/ : /\/missions\/Mission_/);
    await sound(adviser);
    // And from each of them the way leads back.
    const [here, pages] = [new URL(adviser.url()).pathname, await Promise.all(chosen.map(async (title) => (await adviser.locator('main').getByRole('link', { name: title }).first().getAttribute('href'))!))];
    for (const there of pages) {
      await adviser.goto(there);
      await settled(adviser);
      await expect(adviser.locator('main section', { hasText: 'Demandes de coopération à l’origine' }).locator(`a[href="${here}"]`)).toBeVisible();
      await sound(adviser);
    }
  });
});
