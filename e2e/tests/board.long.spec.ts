/** The board of a mission in Greek, on a telephone and on paper, and for those whose it is not. */
import { expect, test } from '@playwright/test';
import { bars, look, MISSION } from '../support/board.ts';
import { watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('on a telephone the list comes first, in Greek; the timeline scrolls in its own region, and on paper it lies across one sheet', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'el', 'adviser');
  const wrong = watch(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, `/el/${MISSION}/board`);
  const views = page.getByRole('navigation', { name: 'Τρόπος εμφάνισης' });
  await expect(views.getByRole('link').first()).toHaveText('Λίστα');
  await expect(views.getByRole('link', { name: 'Λίστα' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('heading', { name: 'Τετάρτη 10 Νοεμβρίου 2027' })).toBeVisible();
  await views.getByRole('link', { name: 'Πρόσωπα' }).click();
  await expect(page).toHaveURL(/view=people$/);
  const scroller = page.getByRole('region', { name: 'Χρονοδιάγραμμα της αποστολής' });
  expect(await scroller.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(paper)!;
  expect(Number(width)).toBeGreaterThan(Number(height));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.board-grid').evaluate((grid) => grid.scrollWidth <= grid.clientWidth + 1)).toBe(true);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('an embassy and a visitor are told whose page it is, and see nothing of it', async ({ browser, page: visitor }) => {
  const embassy = await visitOf(browser, 'sr-Latn', 'scac.rs');
  for (const [page, locale] of [[embassy, 'sr-Latn'], [visitor, 'fr']] as const) {
    await look(page, `/${locale}/${MISSION}/board`);
    await expect(page.locator('main')).not.toContainText(/Sarajevo|Priština|Pristina/);
    await expect(bars(page)).toHaveCount(0);
    await sound(page);
  }
  await expect(embassy.locator('main')).toContainText('Ova stranica je za regionalnog tehničkog savetnika');
  await embassy.context().close();
});
