/** The form of a need, and what a browser keeps of it. */
import type { Locator, Page } from '@playwright/test';
import { ask } from './api.ts';

export const control = (page: Page, name: string): Locator => page.locator(`main form :is(input, textarea)[data-field="${name}"]`);
export const chosen = (page: Page, name: string): Locator => page.locator(`main form [data-field="${name}"] select`);
export const kept = (page: Page): Promise<string | null> => page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith('draft:need:'))?.[1] ?? null);
export const KEPT = 'Ajo që shkruani ruhet në këtë shfletues';

/** How many needs the API knows with these words in their title. */
export async function many(page: Page, words: string): Promise<number> {
  const { needs } = await ask<{ needs: { totalCount: number } }>(page.request, 'fr', 'query ($search: NonEmptyString!) { needs(filter: { search: $search }) { totalCount } }', { variables: { search: words } });
  return needs.totalCount;
}

export async function type(page: Page, title: string): Promise<void> {
  await control(page, 'TITLE').fill(title);
  await control(page, 'TEXT').fill('Mungojnë vende strehimi.');
  await chosen(page, 'THEME').selectOption('ASSISTANCE');
  await chosen(page, 'SUBTHEME').selectOption('SHELTER');
  await chosen(page, 'PILLAR').selectOption('PROTECTION');
}
