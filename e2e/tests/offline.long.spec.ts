/** A page without a network in a browser that was closed, and one that is newer on the server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, test } from '@playwright/test';
import { coordinatorOf, row, sessionOfToday, statesOf } from '../support/attendance.ts';
import { CHROMIUM_ARGUMENTS } from '../support/chromium.ts';
import { KEPT, keptBy, NAMES, NOTHING, type } from '../support/offline.ts';
import { settled } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';

test('a browser that was closed opens the page without a network, and signing out leaves nothing of it', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const coordinator = await coordinatorOf(browser);
  const { id, people } = await sessionOfToday(adviser, coordinator, NAMES.slice(0, 2));
  await coordinator.context().close();
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-telephone-'));
  const path = `/fr/trainings/${id}/check-in`;
  const start = (): Promise<BrowserContext> => chromium.launchPersistentContext(folder, {
    baseURL: baseURL!, locale: 'fr-FR', args: CHROMIUM_ARGUMENTS, ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
  });

  const before = await start();
  const first = before.pages()[0]!;
  await signIn(first, 'fr', 'adviser@passerelle.example');
  await first.goto(path);
  await expect(first.getByText(KEPT)).toBeVisible();
  await before.close();

  const after = await start();
  const telephone = after.pages()[0]!;
  await after.setOffline(true);
  await telephone.goto(path);
  await expect(row(telephone, 'Ana')).toBeVisible();
  await type(telephone, people[1]!.attendee.code);
  await expect(telephone.getByText('Présence notée\u202f: Ion Probă')).toBeVisible();
  await after.setOffline(false);
  await expect.poll(() => statesOf(adviser, id), { timeout: 30_000 }).toMatchObject({ 'Ion Probă': ['PRESENT'] });

  // Somebody else signs in: what was kept for whoever was here before is closed to them, without a network too.
  const key = async (): Promise<boolean> => (await keptBy(telephone)).key;
  expect(await key()).toBe(true);
  const [cookie] = (await after.cookies()).filter(({ name }) => name === 'kept-key');
  await signIn(telephone, 'fr', 'scac.mk@passerelle.example');
  expect(await key()).toBe(false);
  await after.setOffline(true);
  await telephone.goto(path);
  await expect(telephone.getByRole('heading', { level: 1 })).toHaveText('Lire les laissez-passer');
  await expect(telephone.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await expect(row(telephone, 'Ana')).toHaveCount(0);
  await expect.poll(() => keptBy(telephone)).toEqual(NOTHING);
  // The control: it was the key that was missing.
  expect(cookie!.value).toMatch(/^[\w-]{43}$/);
  await after.setOffline(false);

  await signIn(telephone, 'fr', 'adviser@passerelle.example');
  await telephone.goto(path);
  await expect(telephone.getByText(KEPT)).toBeVisible();
  await telephone.getByRole('button', { name: 'Se déconnecter' }).first().click();
  await expect(telephone).toHaveURL(/\/sign-in\?out$/);
  await settled(telephone);
  expect(await keptBy(telephone)).toEqual(NOTHING);
  await after.close();
  await adviser.context().close();
  await rm(folder, { recursive: true, force: true });
});

test('a page that is newer on the server is not hidden by what is kept', async ({ browser }) => {
  test.setTimeout(120_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const coordinator = await coordinatorOf(browser);
  const { id } = await sessionOfToday(adviser, coordinator, NAMES.slice(0, 1));
  await coordinator.context().close();
  const path = `/fr/trainings/${id}/check-in`;
  await adviser.goto(path);
  await expect(adviser.getByText(KEPT)).toBeVisible();
  // What is kept is of an older version: its document says so in a title of its own.
  await adviser.evaluate(async (address) => {
    const cache = await caches.open('check-in');
    const kept = (await cache.match(address))!;
    await cache.put(address, new Response((await kept.text()).replace(/<title>[^<]*/, '<title>Ancienne version'), { headers: kept.headers }));
  }, path);
  const isOld = (): Promise<boolean> => adviser.evaluate(async (address) => (await (await caches.match(address))!.text()).includes('Ancienne version'), path);
  expect(await isOld()).toBe(true);
  await adviser.reload();
  await expect(adviser.getByText(KEPT)).toBeVisible();
  await expect(adviser).not.toHaveTitle(/Ancienne version/);
  await expect.poll(isOld).toBe(false);
  await adviser.context().close();
});
