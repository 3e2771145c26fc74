/** What holds of a page that is there, on a telephone and on a desk. */
import { expect, type Page } from '@playwright/test';
import { misplaced } from './geometry.ts';
import { accessible, settled } from './page.ts';

/** Waits for the page; it has no fault that axe finds, and nothing of it is cut, overlaps or leaves the window at 320 and at 1280 pixels. */
export async function sound(page: Page): Promise<void> {
  await settled(page);
  await accessible(page);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await misplaced(page), `${page.url()} ${width} wide`).toEqual([]);
  }
}
