/** What a visit leaves in a browser, and whom it speaks to. */
import type { BrowserContext, Page } from '@playwright/test';

/** All that the browser keeps for the site, wherever a page could put it, each as a line: `indexedDB: name`. What the browser keeps by itself – its history, copies of pages – is not among it. */
export async function tracesOf(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie: ${name}`);
  const kept = await page.evaluate(async () => {
    const files: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & { keys: () => AsyncIterable<string> };
    for await (const name of folder.keys()) files.push(name);
    return [
      ...Object.keys(localStorage).map((key) => `localStorage: ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage: ${key}`),
      ...(await indexedDB.databases()).map(({ name }) => `indexedDB: ${name}`),
      ...(await caches.keys()).map((name) => `cache: ${name}`),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker: ${scope}`),
      ...files.map((name) => `file: ${name}`),
      ...(window.name === '' ? [] : [`window: ${window.name}`]),
    ];
  });
  return [...cookies, ...kept];
}

/** Collects who else than the site is asked for something, by whatever page or worker of the context, and what answers want to be kept as cookies. */
export function watchNetwork(context: BrowserContext, site: string): () => string[] {
  const { origin } = new URL(site);
  const wrong: string[] = [];
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) wrong.push(`elsewhere: ${request.url()}`);
  });
  context.on('response', (response) => {
    if ('set-cookie' in response.headers()) wrong.push(`set-cookie: ${response.url()}`);
  });
  return () => wrong;
}
