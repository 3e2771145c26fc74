/** The page of the map, once it is drawn. */
import { expect, type Page } from '@playwright/test';
import { settled } from './page.ts';

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
  await expect(page.locator('.map-label')).toHaveCount(16);
}
