/** The way out, without leaving the site. */
import type { Page } from '@playwright/test';

/** Lets nothing go out of the site, and tells where the page wanted to go; `answer` false keeps the request waiting. */
export async function neutral(page: Page, answer: boolean): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/wikipedia\.org/, async (route) => {
    asked.push(route.request().url());
    if (answer) await route.fulfill({ contentType: 'text/html', body: '<title>Wikipedia</title><h1>Wikipedia</h1>' });
  });
  return asked;
}

/** Presses Escape three times, and tells what is seen then: in the same breath, for from then on Playwright waits for a page that never comes. */
export function pressThrice(page: Page): Promise<{ display: string; title: string; path: string }> {
  return page.evaluate(() => {
    for (let i = 0; i < 3; i++) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return { display: getComputedStyle(document.documentElement).display, title: document.title, path: location.pathname };
  });
}
