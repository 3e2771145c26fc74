/** Fields of forms, found by the name that faults know them by. */
import type { Locator, Page } from '@playwright/test';

/** The input, list or text of that name. */
export const field = (page: Page, name: string): Locator => page.locator(`:is([data-field="${name}"], [data-field="${name}"] *):is(input, select, textarea)`).first();

/** Types a day into the field of that name. */
export async function typeDay(page: Page, name: string, [date, month, year]: readonly [number, number, number]): Promise<void> {
  const part = page.locator(`[data-field="${name}"]`);
  await part.locator('.date-day input').fill(String(date));
  await part.locator('.date-month select').selectOption(String(month));
  await part.locator('.date-year input').fill(String(year));
}

/** The same of November. */
export const typeNovember = (page: Page, name: string, date: number, year: number): Promise<void> => typeDay(page, name, [date, 11, year]);
