/** A telephone at the door that loses its network, whose page is opened anew and whose browser is closed: it goes on, and sends what it read once there is a network. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { coordinatorOf, row, sessionOfToday, statesOf } from '../support/attendance.ts';
import { CHROMIUM_ARGUMENTS } from '../support/chromium.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { signIn, signInAgain, visitOf } from '../support/sign-in.ts';

const KEPT = 'sont gardées sur cet appareil';
const NAMES = ['Ana Probă', 'Ion Probă', 'Maria Probă', 'Vlad Probă'];

async function type(telephone: Page, code: string): Promise<void> {
  await telephone.getByLabel('Caractères du laissez-passer').fill(code.toLowerCase());
  await telephone.getByRole('button', { name: 'Noter la présence' }).press('Enter');
}

/** What this browser keeps: workers by the path of their scope, caches, and the list as it stands there. */
const keptBy = (page: Page): Promise<{ workers: string[]; caches: string[]; list: string; key: boolean }> => page.evaluate(async () => {
  const names = await caches.keys();
  const list = (await Promise.all(names.map(async (name) => {
    const cache = await caches.open(name);
    return Promise.all((await cache.keys()).filter(({ url }) => url.includes('/check-in-list/')).map(async ({ url }) => (await cache.match(url))!.text()));
  }))).flat().join('');
  return { workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname), caches: names, list, key: document.cookie.includes('kept-key=') };
});

const NOTHING = { workers: [], caches: [], list: '', key: false };

test('a telephone without a network opens the check-in page of its session again, goes on, and everybody was there once', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const coordinator = await coordinatorOf(browser);
  const { id, people } = await sessionOfToday(page, coordinator, NAMES);
  await coordinator.context().close();
  const other = await visitOf(browser, 'fr', 'assistant');
  const path = `/fr/trainings/${id}/check-in`;
  for (const telephone of [page, other]) {
    await telephone.goto(path);
    await expect(telephone.getByText(KEPT)).toBeVisible();
    await accessible(telephone);
  }
  const wrong = watch(page);

  await test.step('what is kept is that page alone, and a list that nobody reads without its key', async () => {
    const { list, ...kept } = await keptBy(page);
    expect(kept).toEqual({ workers: [path], caches: ['check-in'], key: true });
    expect(list.length).toBeGreaterThan(100);
    for (const secret of [...NAMES.map((name) => name.split(' ')[0]!), people[0]!.attendee.code, people[0]!.id]) expect(list).not.toContain(secret);
    // No script names a worker by itself, here either.
    expect(await page.evaluate(() => navigator.serviceWorker.register('/check-in-worker.js', { scope: '/fr/' }).then(() => 'started', ({ name }: Error) => name))).toBe('TypeError');
  });

  const { list: before } = await keptBy(page);
  await type(page, people[0]!.attendee.code);
  await expect.poll(() => statesOf(other, id)).toMatchObject({ 'Ana Probă': ['PRESENT'] });
  await expect.poll(async () => (await keptBy(page)).list === before).toBe(false);
  for (const telephone of [page, other]) {
    await telephone.context().setOffline(true);
    await telephone.reload();
    await expect(telephone.getByRole('heading', { level: 1 })).toHaveText('Lire les laissez-passer');
    await expect(row(telephone, 'Vlad')).toBeVisible();
    await expect(telephone.getByText('État de la liste', { exact: false })).toBeVisible();
  }
  await accessible(page);
  // What had been recorded is in the list that was kept.
  await expect(row(page, 'Ana').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');
  await type(page, people[0]!.attendee.code);
  await expect(page.getByText('Présence déjà notée\u202f: Ana Probă')).toBeVisible();

  await type(page, people[1]!.attendee.code);
  await type(other, people[1]!.attendee.code);
  await row(other, 'Maria').getByRole('button', { name: /^Présence/ }).press('Enter');
  // Once more: what was read without a network is still there.
  await page.reload();
  await expect(page.getByText('En attente d’envoi\u202f: 1')).toBeVisible();
  await expect(row(page, 'Ion').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');
  // The control: a page that is not kept does not open.
  await expect(page.context().newPage().then((another) => another.goto(`/fr/trainings/${id}`))).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);

  for (const telephone of [page, other]) await telephone.context().setOffline(false);
  await expect.poll(() => statesOf(page, id), { timeout: 30_000 }).toEqual({ 'Ana Probă': ['PRESENT'], 'Ion Probă': ['PRESENT'], 'Maria Probă': ['PRESENT'], 'Vlad Probă': [] });
  for (const telephone of [page, other]) {
    await expect(telephone.getByText('En attente d’envoi', { exact: false })).toHaveCount(0);
    await expect(telephone.getByText('État de la liste', { exact: false })).toHaveCount(0, { timeout: 20_000 });
    expect(await telephone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('presence')))).toEqual([]);
  }
  // Each sees what the other has read, without asking.
  await expect(row(page, 'Maria').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Les effacer de cet appareil' }).click();
  await expect(page.getByText(KEPT)).toHaveCount(0);
  await expect.poll(() => keptBy(page)).toEqual(NOTHING);
  await other.context().close();
  // Without a network questions to the API fail, and nothing else; a worker was named by hand above.
  expect(wrong().filter((line) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|TrustedScriptURL|^failed: [^?]+\/graphql(?:\/stream)?\?/.test(line))).toEqual([]);
});

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

test('a visitor who opens the page, and whoever is signed in and opens others, leave no trace of it', async ({ page, browser }) => {
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const coordinator = await coordinatorOf(browser);
  const { id } = await sessionOfToday(adviser, coordinator, NAMES.slice(0, 1));
  await coordinator.context().close();
  for (const path of [`/fr/trainings/${id}/check-in`, '/fr', `/fr/trainings/${id}`]) {
    await page.goto(path);
    await settled(page);
    expect(await keptBy(page)).toEqual(NOTHING);
  }
  for (const path of [`/fr/trainings/${id}/attendance`, '/fr/desk', '/fr']) {
    await adviser.goto(path);
    await settled(adviser);
    expect(await keptBy(adviser)).toEqual(NOTHING);
    const policy = await adviser.evaluate(() => {
      try {
        (globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }).trustedTypes.createPolicy('check-in', { createScriptURL: () => '/check-in-worker.js' });
        return 'made';
      } catch {
        return 'refused';
      }
    });
    expect(policy).toBe('refused');
  }
  await adviser.context().close();
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
