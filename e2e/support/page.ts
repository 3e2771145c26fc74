/** What every page must be, whatever it shows. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Collects what a page must not do: errors in its console, failed requests, requests to anybody else. */
export function watch(page: Page): () => string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A question that the page lets go of, since another took its place, is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') wrong.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') wrong.push(`elsewhere: ${request.url()}`);
  });
  return () => wrong;
}

/** Waits until the application has taken over the frame that came with the document, and shows more than it. */
export async function takenOver(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => '__vue_app__' in (document.getElementById('app') ?? {}))).toBe(true);
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
}

/** Waits until nothing on the page is on its way. */
export async function settled(page: Page): Promise<void> {
  await takenOver(page);
  await expect(page.locator('h1')).not.toBeEmpty();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** No fault that axe finds, by the rules of WCAG 2.2 at the levels A and AA and by those it holds to be good practice. */
export async function accessible(page: Page): Promise<void> {
  // The site has no frames: axe need not open a page of its own to gather what they say.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' | ')}`)).toEqual([]);
}
