/** What stays in sight of the frame, how it goes by keyboard, and the way to work. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { neutral, pressThrice } from '../support/frame.ts';
import { misplaced } from '../support/geometry.ts';
import { reach } from '../support/keyboard.ts';
import { settled, takenOver } from '../support/page.ts';
import { everyPlace } from '../support/places.ts';
import { signIn } from '../support/sign-in.ts';

test.describe('the way out', () => {
  test('is taken by Escape pressed three times wherever one is', async ({ context, request }) => {
    test.slow();
    const places = (await everyPlace(request)).filter(({ who }) => who === 'visitor');
    for (const { path } of places.filter((_place, step) => step % 4 === 0)) {
      // A page that was left goes nowhere else.
      const page = await context.newPage();
      await neutral(page, false);
      await page.goto(`/sl${path}`);
      await takenOver(page);
      expect(await pressThrice(page), path).toEqual({ display: 'none', title: 'Wikipedia', path: '/' });
      await page.close();
    }
  });

  test('is not taken by Escape pressed twice: a menu closes, the page stays', async ({ page }) => {
    const asked = await neutral(page, true);
    await page.goto('/en/countries');
    await settled(page);
    await page.locator('.languages summary').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.locator('.languages')).not.toHaveAttribute('open');
    await page.waitForTimeout(1600);
    await page.keyboard.press('Escape');
    await expect(page.locator('h1')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('stays in sight: on top on a desk, under the thumb on a telephone', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/hu/countries/RO');
    await settled(page);
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect((await page.locator('.exit').boundingBox())!.y).toBeLessThan(20);
    await page.setViewportSize({ width: 390, height: 844 });
    const { y, height } = (await page.locator('.exit').boundingBox())!;
    expect(y + height).toBeGreaterThan(790);
    expect(height).toBeGreaterThanOrEqual(44);
  });
});

test('the menu of a telephone goes by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ro');
  await settled(page);
  await expect(page.locator('.menu a').first()).toBeHidden();
  await reach(page, page.locator('.menu-button'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.menu a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ro\/countries$/);
  await expect(page.locator('.menu a').first()).toBeHidden();
});

test('the way to work stands at the top: to sign in for a visitor, to the desk for who is signed in, and never one before the other', async ({ page, browser, request }) => {
  const way = (at: Page): Locator => at.locator('header .menu-work a');
  const still = await browser.newContext({ javaScriptEnabled: false });
  const before = await still.newPage();
  await before.goto('/fr');
  await expect(way(before)).toHaveText('Se connecter');
  await expect(way(before)).toHaveAttribute('href', '/fr/sign-in');
  await still.close();

  await signIn(page, 'fr', 'scac.me@passerelle.example');
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('/fr');
  await expect(page.locator('header .menu a').first()).toBeVisible();
  await expect(way(page)).toHaveCount(0);
  await page.unroute('**/assets/index-*.js');
  await page.reload();
  await settled(page);
  await expect(way(page)).toHaveText('Espace de travail');
  await way(page).click();
  await expect(page).toHaveURL('/fr/desk');
  // No cache may give one of the two for the other.
  expect((await request.get('/fr')).headers().vary).toContain('Cookie');

  // On a telephone it is in the menu, which is closed.
  await page.setViewportSize({ width: 320, height: 700 });
  await expect(way(page)).toBeHidden();
  expect(await misplaced(page)).toEqual([]);
  await page.locator('.menu-button').click();
  await expect(way(page)).toBeVisible();
});
