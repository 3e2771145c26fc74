/** The frame of every page: the way out, the menu, the languages, the looks. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import { reach } from '../support/keyboard.ts';
import { settled, takenOver } from '../support/page.ts';
import { everyPlace } from '../support/places.ts';
import { signIn } from '../support/sign-in.ts';

/** Lets nothing go out of the site, and tells where the page wanted to go; `answer` false keeps the request waiting. */
async function neutral(page: Page, answer: boolean): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/wikipedia\.org/, async (route) => {
    asked.push(route.request().url());
    if (answer) await route.fulfill({ contentType: 'text/html', body: '<title>Wikipedia</title><h1>Wikipedia</h1>' });
  });
  return asked;
}

/** Presses Escape three times, and tells what is seen then: in the same breath, for from then on Playwright waits for a page that never comes. */
function pressThrice(page: Page): Promise<{ display: string; title: string; path: string }> {
  return page.evaluate(() => {
    for (let i = 0; i < 3; i++) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return { display: getComputedStyle(document.documentElement).display, title: document.title, path: location.pathname };
  });
}

test.describe('the way out', () => {
  test('by the button leaves at once, and “back” does not lead to the page that was open', async ({ page }) => {
    const asked = await neutral(page, true);
    await page.goto('/fr/countries');
    await settled(page);
    await page.locator('.country-table a[href$="/AL"]').click();
    await expect(page).toHaveURL(/\/fr\/countries\/AL$/);
    await settled(page);
    await page.locator('.exit').click();
    await expect(page).toHaveURL('https://fr.wikipedia.org/');
    expect(asked).toEqual(['https://fr.wikipedia.org/']);
    await page.goBack();
    await expect(page).not.toHaveURL(/countries\/AL/);
  });

  test('by Escape pressed three times, from a field too, sends no word of where it comes from', async ({ page }) => {
    await neutral(page, true);
    const sent = page.waitForRequest(/wikipedia\.org/);
    await page.goto('/uk/trainings');
    await settled(page);
    await reach(page, page.locator('form[role=search] input[type=search]'));
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
    await expect(page).toHaveURL('https://uk.wikipedia.org/');
    expect((await sent).headers().referer).toBeUndefined();
  });

  test('hides everything even when the network does not answer', async ({ page }) => {
    await neutral(page, false);
    await page.goto('/el/countries/GR');
    await settled(page);
    expect(await pressThrice(page)).toEqual({ display: 'none', title: 'Wikipedia', path: '/' });
  });

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

test('on the page of a country the strip offers its own number, once verified, and the list of all otherwise', async ({ page }) => {
  await page.goto('/bg/countries/BG');
  await settled(page);
  await expect(page.locator('.strip-help a')).toHaveAttribute('href', 'tel:080020100');
  await page.goto('/sq/countries/AL');
  await settled(page);
  await expect(page.locator('.strip-help a')).toHaveAttribute('href', '/sq#hotlines');
  await page.locator('.strip-help a').click();
  await expect(page.locator('#hotlines')).toBeFocused();
  await expect(page.locator('#hotlines')).toBeInViewport();
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

test('the look that was chosen is kept, and nothing is once the device’s is chosen again', async ({ page }) => {
  await page.goto('/en');
  await settled(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.locator('.themes input[value="dark"]').check();
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(dark);
  await page.locator('.themes input[value="auto"]').check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(dark);
});
