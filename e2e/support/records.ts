/** Files that stories about records save. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Presses a button and gives what the browser saves. */
export async function saved(page: Page, name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).press('Enter')]);
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
