/** Saying who was there from two telephones without a network, and by the camera of one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { coordinatorOf, row, sessionOfToday, statesOf } from '../support/attendance.ts';
import { CHROMIUM_ARGUMENTS } from '../support/chromium.ts';
import { accessible, settled } from '../support/page.ts';
import { pictureOf } from '../support/qr-video.ts';
import { deskOf, signInAgain, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('two telephones read passes without a network, and send them once there is one: everybody was there once', async ({ page, browser }) => {
  test.setTimeout(150_000);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const coordinator = await coordinatorOf(browser);
  const names = ['Ana Probă', 'Ion Probă', 'Maria Probă', 'Vlad Probă'];
  const { id, people } = await sessionOfToday(page, coordinator, names);

  await test.step('the pass is a page that needs no network', async () => {
    await coordinator.goto('/ro/registrations');
    await settled(coordinator);
    await coordinator.locator('.member-row', { hasText: 'Ana Probă' }).first().getByRole('link', { name: /^Permis de intrare/ }).click();
    await expect(coordinator).toHaveURL(/\/pass#/);
    await sound(coordinator);
    await expect(coordinator.getByRole('img', { name: 'Codul QR al permisului de intrare' })).toBeVisible();
    await expect(coordinator.locator('code')).toHaveText(/^[0-9A-Z]{4}\u00A0[0-9A-Z]{4}$/);
    await coordinator.context().close();
  });

  const other = await visitOf(browser, 'fr', 'assistant');
  const telephones = [page, other];
  for (const telephone of telephones) {
    await telephone.goto(`/fr/trainings/${id}/check-in`);
    await sound(telephone);
    await telephone.context().setOffline(true);
  }
  const type = async (telephone: Page, code: string): Promise<void> => {
    await telephone.getByLabel('Caractères du laissez-passer').fill(code.toLowerCase());
    await telephone.getByRole('button', { name: 'Noter la présence' }).press('Enter');
  };
  await type(page, people[0]!.attendee.code);
  await expect(page.getByText('Présence notée\u202f: Ana Probă')).toBeVisible();
  await type(page, people[1]!.attendee.code);
  await type(page, people[1]!.attendee.code);
  await expect(page.getByText('Présence déjà notée\u202f: Ion Probă')).toBeVisible();
  await type(page, 'ZZZZ ZZZZ');
  await expect(page.getByText('Aucun laissez-passer de cette session de formation n’a ces caractères.')).toBeVisible();
  await type(other, people[1]!.attendee.code);
  await row(other, 'Maria').getByRole('button', { name: /^Présence/ }).press('Enter');
  await expect(page.getByText('En attente d’envoi\u202f: 2')).toBeVisible();
  await expect(page.getByText('Il n’y a pas de réseau.', { exact: false })).toBeVisible();
  await accessible(page);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(stored).toContain(people[0]!.id);
  for (const name of names) expect(stored).not.toContain(name.split(' ')[0]);

  for (const telephone of telephones) await telephone.context().setOffline(false);
  await expect.poll(() => statesOf(page, id), { timeout: 20_000 }).toEqual({ 'Ana Probă': ['PRESENT'], 'Ion Probă': ['PRESENT'], 'Maria Probă': ['PRESENT'], 'Vlad Probă': [] });
  await expect(page.getByText('En attente d’envoi', { exact: false })).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('presence')))).toEqual([]);
  await other.context().close();
});

test('a camera reads a pass, on the one page that may use it', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const adviser = await deskOf(browser, 'fr', 'adviser');
  const coordinator = await coordinatorOf(browser);
  const { id, people } = await sessionOfToday(adviser, coordinator, ['Ana Probă']);
  await coordinator.context().close();
  expect((await adviser.request.get(`/fr/trainings/${id}/attendance`)).headers()['permissions-policy']).toContain('camera=()');
  expect((await adviser.request.get(`/fr/trainings/${id}/check-in`)).headers()['permissions-policy']).toContain('camera=(self)');
  // Nor may any other page name a worker.
  for (const [part, policies] of [['attendance', /trusted-types vue proof$/], ['check-in', /trusted-types vue proof check-in$/]] as const) {
    expect((await adviser.request.get(`/fr/trainings/${id}/${part}`)).headers()['content-security-policy']).toMatch(policies);
  }

  const file = join(process.env.E2E_DATA!, `pass-${retry}.y4m`);
  writeFileSync(file, pictureOf(people[0]!.attendee.token));
  const seeing = await chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: [...CHROMIUM_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
  });
  const telephone = await (await seeing.newContext({ baseURL: new URL(adviser.url()).origin, storageState: await adviser.context().storageState() })).newPage();
  await telephone.goto(`/fr/trainings/${id}/check-in`);
  await settled(telephone);
  await telephone.getByRole('button', { name: 'Allumer l’appareil photo' }).click();
  await expect(telephone.getByText('Présence notée\u202f: Ana Probă')).toBeVisible({ timeout: 20_000 });
  await accessible(telephone);
  await seeing.close();
  await expect.poll(() => statesOf(adviser, id)).toEqual({ 'Ana Probă': ['PRESENT'] });
  await adviser.context().close();
});
