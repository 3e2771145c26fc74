/** The board of the invented mission. */
import type { Locator, Page } from '@playwright/test';
import { settled } from './page.ts';

/** The invented mission through Sarajevo, Belgrade and Pristina. */
export const MISSION = 'missions/Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';

export const bars = (page: Page): Locator => page.locator('.board-bar');

export async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
