import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Keeps a picture of the whole page below the folder that `E2E_SHOTS` names, `<locale>/<path>.<screen>.png`: to be looked at one by one. Without it, nothing. */
export async function keepShot(page: Page, locale: string, path: string, screen: 'desk' | 'phone'): Promise<void> {
  const folder = process.env.E2E_SHOTS;
  if (!folder) return;
  const name = path.replaceAll(/[^\w-]+/g, '_') || 'home';
  await page.screenshot({ path: join(folder, locale, `${name}.${screen}.png`), fullPage: true, animations: 'disabled' });
}
