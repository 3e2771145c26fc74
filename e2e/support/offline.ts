/** The check-in page, and what a browser keeps of it. */
import type { Page } from '@playwright/test';

export const KEPT = 'sont gardées sur cet appareil';
export const NAMES = ['Ana Probă', 'Ion Probă', 'Maria Probă', 'Vlad Probă'];

export async function type(telephone: Page, code: string): Promise<void> {
  await telephone.getByLabel('Caractères du laissez-passer').fill(code.toLowerCase());
  await telephone.getByRole('button', { name: 'Noter la présence' }).press('Enter');
}

/** What this browser keeps: workers by the path of their scope, caches, and the list as it stands there. */
export const keptBy = (page: Page): Promise<{ workers: string[]; caches: string[]; list: string; key: boolean }> => page.evaluate(async () => {
  const names = await caches.keys();
  const list = (await Promise.all(names.map(async (name) => {
    const cache = await caches.open(name);
    return Promise.all((await cache.keys()).filter(({ url }) => url.includes('/check-in-list/')).map(async ({ url }) => (await cache.match(url))!.text()));
  }))).flat().join('');
  return { workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname), caches: names, list, key: document.cookie.includes('kept-key=') };
});

export const NOTHING = { workers: [], caches: [], list: '', key: false };
