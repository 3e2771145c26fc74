/** A visit leaves nothing behind but what the reader chose and what every browser keeps by itself, and closes to itself what it does not need of the device. */
import { expect, type Page, test } from '@playwright/test';
import { settled, takenOver } from '../support/page.ts';
import { everyPlace } from '../support/places.ts';
import { tracesOf, watchNetwork } from '../support/traces.ts';

const OUTSIDE = /wikipedia\.org/;

/** The addresses in the history of the tab, oldest first. */
async function historyOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  return entries.map(({ url }) => url);
}

/** Lets the neutral page answer without leaving the machine. */
async function answerOutside(page: Page): Promise<void> {
  await page.route(OUTSIDE, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Wikipedia</title>' }));
}

test('a visitor who opens every public page, in a look that they chose, leaves that choice and nothing else, and has spoken to nobody else', async ({ page, context, request, baseURL }) => {
  test.setTimeout(240_000);
  const places = (await everyPlace(request)).filter(({ who }) => who === 'visitor');
  const wrong = watchNetwork(context, baseURL!);
  const left: string[] = [];
  await page.goto('/hr');
  await settled(page);
  expect(await tracesOf(page)).toEqual([]);
  await page.locator('.themes input[value="dark"]').check();
  for (const { path } of places) {
    await page.goto(`/hr${path}`);
    await (path.startsWith('/components') ? takenOver(page) : settled(page));
    left.push(...(await tracesOf(page)).map((line) => `${path}: ${line}`));
  }
  expect([...new Set(left.map((line) => line.slice(line.indexOf(': ') + 2)))]).toEqual(['localStorage: theme']);
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('dark');
  await page.goto('/hr');
  await settled(page);
  await page.locator('.themes input[value="auto"]').check();
  expect(await tracesOf(page), 'nor that choice, once it is taken back').toEqual([]);
  expect(wrong()).toEqual([]);
});

test('a visitor who searches, filters, looks at a calendar and another language, types into a form and goes by links leaves nothing', async ({ page, context, baseURL }) => {
  const wrong = watchNetwork(context, baseURL!);
  await page.goto('/en/trainings');
  await settled(page);
  await page.locator('form[role=search] input[type=search]').fill('victim');
  await page.locator('form[role=search] button[type=submit]').click();
  await expect(page).toHaveURL(/search=victim/);
  await settled(page);
  await page.locator('.views a').nth(1).click();
  await expect(page).toHaveURL(/view=month/);
  await settled(page);
  await page.locator('.languages summary').click();
  await page.locator('.languages a[lang="bg"]').click();
  await expect(page).toHaveURL(/\/bg\/trainings/);
  await settled(page);
  await page.goto('/bg/request-access');
  await settled(page);
  await page.locator('main input[type="email"]').fill('somebody@ngo.example');
  await page.locator('footer a[href="/bg/privacy"]').click();
  await expect(page).toHaveURL('/bg/privacy');
  await settled(page);
  expect(await tracesOf(page)).toEqual([]);
  expect(wrong()).toEqual([]);
});

for (const way of ['its button', 'Escape, three times'] as const) {
  test(`the way out by ${way} takes the place of the page in the history of the tab, and leaves nothing`, async ({ page, context }) => {
    await answerOutside(page);
    await page.goto('/fr/countries');
    await settled(page);
    await page.locator('.country-table a[href$="/AL"]').click();
    await expect(page).toHaveURL('/fr/countries/AL');
    await settled(page);
    await (way === 'its button' ? page.locator('.exit').click() : page.keyboard.press('Escape').then(() => page.keyboard.press('Escape')).then(() => page.keyboard.press('Escape')));
    await expect(page).toHaveURL('https://fr.wikipedia.org/');
    // The page that was read before it stays, as the page about privacy says.
    expect((await historyOf(page)).filter((url) => url !== 'about:blank').map((url) => url.replace(/^http:\/\/localhost:\d+/, ''))).toEqual(['/fr/countries', 'https://fr.wikipedia.org/']);
    const after = await context.newPage();
    await after.goto('/robots.txt');
    expect(await tracesOf(after)).toEqual([]);
  });
}

test('control: whatever a page could leave is found, wherever it is', async ({ browser, baseURL }) => {
  // Its policy lets no script of the site start a worker.
  const context = await browser.newContext({ baseURL: baseURL!, bypassCSP: true });
  const wrong = watchNetwork(context, baseURL!);
  const page = await context.newPage();
  await page.goto('/fr/contact');
  await settled(page);
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => Object.assign(indexedDB.open('planted'), { onsuccess: resolve, onerror: reject }));
    await caches.open('planted');
    await (await navigator.storage.getDirectory()).getFileHandle('planted', { create: true });
    await navigator.serviceWorker.register('/check-in-worker.js', { scope: '/fr/trainings/planted/check-in' });
    for (const storage of [localStorage, sessionStorage]) storage.setItem('planted', 'x');
    document.cookie = 'planted=x';
    window.name = 'planted';
    await fetch('https://elsewhere.example/').catch(() => undefined);
  });
  expect((await tracesOf(page)).map((line) => line.replace(/http:.*(?=\/fr\/)/, ''))).toEqual([
    'cookie: planted', 'localStorage: planted', 'sessionStorage: planted', 'indexedDB: planted', 'cache: planted', 'service worker: /fr/trainings/planted/check-in', 'file: planted', 'window: planted',
  ]);
  expect(wrong()).toEqual(['elsewhere: https://elsewhere.example/']);
  await context.close();
});

/** What Chromium knows by name, and may be asked of the device, by a document. */
const featuresOf = (page: Page): Promise<{ known: string[]; allowed: string[] }> => page.evaluate(() => {
  const { featurePolicy } = document as unknown as { featurePolicy: { features: () => string[]; allowedFeatures: () => string[] } };
  return { known: featurePolicy.features(), allowed: featurePolicy.allowedFeatures().sort() };
});

test('of all that the browser can ask of a device a page may ask for keys to sign in with and to copy, and for nothing else', async ({ page }) => {
  for (const path of ['/fr', '/uk/trainings', '/mk/sign-in', '/el/nothing/here', '/countries']) {
    await page.goto(path);
    const { known, allowed } = await featuresOf(page);
    expect(known.length, 'the browser tells what it knows').toBeGreaterThan(40);
    expect(allowed, `${path}: what is not used is closed by server/src/core/http/permissions.ts`).toEqual(['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get']);
  }
  await page.goto('/robots.txt');
  expect((await featuresOf(page)).allowed, 'control: a policy of few words leaves more open').toContain('serial');
});
