/** What a page says of when a session is. */
import type { Page } from '@playwright/test';
import { settled } from './page.ts';

export const AWAY = 'America/New_York';

const spaces = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What the page of a session says of when it is: the main line, then the others. */
export async function whenOn(page: Page, id: string): Promise<{ main: string; others: string[] }> {
  await page.goto(`/en/trainings/${id}`);
  await settled(page);
  const when = page.locator('.when').first();
  return { main: spaces(await when.locator('.when-main').innerText()), others: (await when.locator('.quiet').allInnerTexts()).map(spaces) };
}
