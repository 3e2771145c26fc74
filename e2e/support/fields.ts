/** Fields of forms, found by the name that faults know them by. */
import type { Locator, Page } from '@playwright/test';

/** The input, list or text of that name. */
export const field = (page: Page, name: string): Locator => page.locator(`:is([data-field="${name}"], [data-field="${name}"] *):is(input, select, textarea)`).first();

/** Types a day of November into the field of that name. */
export async function typeNovember(page: Page, name: string, date: number, year: number): Promise<void> {
  const part = page.locator(`[data-field="${name}"]`);
  await part.locator('.date-day input').fill(String(date));
  await part.locator('.date-month select').selectOption('11');
  await part.locator('.date-year input').fill(String(year));
}
