/** Calendars as an application reads them. */
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { misplaced } from './geometry.ts';

/** What an application reads at an address: its status, its lines put together again, and how many sessions it has: the first day of each has its id. */
export async function read(request: APIRequestContext, address: string): Promise<{ readonly status: number; readonly lines: readonly string[]; readonly events: number }> {
  const answer = await request.get(address);
  const lines = (await answer.text()).replaceAll('\r\n ', '').split('\r\n');
  return { status: answer.status(), lines, events: lines.filter((line) => /^UID:TrainingSession_[\da-f-]{36}$/.test(line)).length };
}

/** As on the narrowest telephone, and back. */
export async function fitsInNarrow(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 700 });
  expect.soft(await misplaced(page)).toEqual([]);
  await page.setViewportSize(before);
}

export const addressIn = (part: Page | Locator): Locator => part.locator('.calendar-address input');
