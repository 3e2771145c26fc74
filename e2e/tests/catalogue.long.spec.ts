/** Further questions of a visitor: languages, names and notes, addresses that are unknown, a network that is dead, the keyboard. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { reach, skipToMain } from '../support/keyboard.ts';
import { settled } from '../support/page.ts';

interface Texts {
  readonly trainingSessions: { nodes: { id: string; title: { text: string; locale: string; isFallback: boolean } }[] };
}

test.describe('a visitor', () => {
  test('changes the language and stays on the same page with the same filters', async ({ page }) => {
    await page.goto('/fr/experts?theme=ASSISTANCE');
    await settled(page);
    const count = await page.locator('.rows > li, .items li').count();
    await page.goto('/sr-Cyrl/experts?theme=ASSISTANCE');
    await settled(page);
    expect(await page.locator('.rows > li, .items li').count()).toBe(count);
    await page.goto('/fr/experts?theme=ASSISTANCE');
    await settled(page);
    const link = page.locator('a[lang="el"], a[hreflang="el"]').first();
    if (!(await link.isVisible())) await page.locator('details summary').first().click();
    await link.click();
    await expect(page).toHaveURL(/\/el\/experts\?theme=ASSISTANCE/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'el');
  });

  test('is shown a text in another language as such, with its language marked', async ({ page, request }) => {
    const { trainingSessions } = await ask<Texts>(request, 'tr', '{ trainingSessions(first: 50) { nodes { id title { text locale isFallback } } } }');
    const fallback = trainingSessions.nodes.find(({ title }) => title.isFallback)!;
    await page.goto(`/tr/trainings/${fallback.id}`);
    await settled(page);
    await expect(page.locator(`h1 [lang="${fallback.title.locale}"]`).first()).toHaveText(fallback.title.text);
    await expect(page.locator('h1 .chip').first()).toBeVisible();
    const own = trainingSessions.nodes.find(({ title }) => !title.isFallback)!;
    await page.goto(`/tr/trainings/${own.id}`);
    await settled(page);
    await expect(page.locator('h1 .chip')).toHaveCount(0);
  });

  test('reads the note beside the name of Kosovo', async ({ page }) => {
    await page.goto('/fr/countries/XK');
    await settled(page);
    await expect(page.locator('main')).toContainText('1244');
  });

  test('tells experts of one profession, and recommendations to one country, apart by the titles of their pages', async ({ page, request }) => {
    const { experts, recommendations } = await ask<{
      experts: { nodes: { id: string; name: string | null; profession: { name: { text: string } }; institution: { name: string } | null }[] };
      recommendations: { nodes: { id: string; year: number | null; country: { name: { text: string } } }[] };
    }>(request, 'fr', '{ experts(first: 100) { nodes { id name profession { name { text } } institution { name } } } recommendations(first: 100) { nodes { id year country { name { text } } } } }');
    const open = async (path: string): Promise<void> => {
      await page.goto(`/fr/${path}`);
      await settled(page);
    };
    for (const { id, name, profession, institution } of [experts.nodes.find((one) => one.name !== null)!, experts.nodes.find((one) => one.name === null && one.institution !== null)!]) {
      await open(`experts/${id}`);
      await expect(page).toHaveTitle(`${profession.name.text} · ${name ?? institution!.name} – Passerelle`);
    }
    const { id, year, country } = recommendations.nodes.find((one) => one.year !== null)!;
    await open(`recommendations/${id}`);
    await expect(page).toHaveTitle(new RegExp(`– ${country.name.text} · ${year}.* – Passerelle$`));
  });

  test('sees at once that experts and sessions are invented', async ({ page }) => {
    await page.goto('/fr/experts');
    await settled(page);
    await expect(page.locator('body')).toContainText(/démonstration/i);
  });

  test('is given the dearest of a list of languages that is one of ours, by the server and without an address being opened twice', async ({ request }) => {
    for (const [languages, expected] of [
      ['sr', 'sr-Cyrl'], ['sr-RS,sr;q=0.9,en;q=0.8', 'sr-Cyrl'], ['sr-Latn-RS,sr;q=0.9', 'sr-Latn'], ['sh', 'sr-Latn'], ['hr-HR,hr;q=0.9', 'hr'], ['cnr', 'cnr'], ['sr-ME', 'cnr'],
      ['bs-Latn,bs;q=0.9', 'bs'], ['nb,no;q=0.9,sl;q=0.3', 'sl'], ['*', 'en'], ['de;q=1,*;q=0.5', 'en'], ['mk;q=0.5,el;q=0.8', 'el'], [';;,q=1,,tr', 'tr'],
    ] as const) {
      const answer = await request.get('/trainings?country=AL', { headers: { 'accept-language': languages }, maxRedirects: 0 });
      expect([languages, answer.status(), answer.headers().location]).toEqual([languages, 303, `/${expected}/trainings?country=AL`]);
    }
  });

  test('at an unknown address is told so, with ways on', async ({ page }) => {
    for (const [address, shown] of [['/mk/nothing/here', '/mk/nothing/here'], ['/nothing/here', '/fr/nothing/here'], ['/foo', '/fr/foo']] as const) {
      const answer = await page.goto(address);
      expect([answer!.status(), answer!.headers()['x-robots-tag']], address).toEqual([404, 'noindex']);
      await settled(page);
      await expect(page).toHaveURL(shown);
      await expect(page.locator('h1')).not.toBeEmpty();
      await expect(page.locator('main a').first()).toBeVisible();
    }
    await page.goto('/mk/trainings/TrainingSession_00000000-0000-7000-8000-000000000000');
    await expect(page.locator('h1')).not.toBeEmpty();
  });
});

test.describe('when the network is dead', () => {
  test('what was chosen is kept, and trying again works', async ({ page, context }) => {
    await page.goto('/hu/trainings');
    await settled(page);
    await context.setOffline(true);
    await page.locator('form[role=search] input[type=search]').fill('áldozat');
    await page.locator('form[role=search] button[type=submit]').click();
    await expect(page.locator('[role=alert]')).toBeVisible();
    await expect(page.locator('form[role=search] input[type=search]')).toHaveValue('áldozat');
    await context.setOffline(false);
    await page.locator('[role=alert] button').click();
    await expect(page.locator('[role=alert]')).toHaveCount(0);
    await settled(page);
  });
});

test('a whole visit goes by keyboard: skip link, filters, a result', async ({ page }) => {
  await page.goto('/ro/experts');
  await settled(page);
  await skipToMain(page);
  await reach(page, page.locator('.rows a, .items a').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ro\/experts\/Expert_/);
  await settled(page);
  await expect(page.locator('h1')).toBeFocused();
});

test('who has not chosen gets the best match of the browser’s languages', async ({ browser, baseURL }) => {
  for (const [language, expected] of [['sr-Latn-RS', 'sr-Latn'], ['hr-BA', 'hr'], ['uk-UA', 'uk'], ['de-AT', 'en']] as const) {
    const context = await browser.newContext({ locale: language, baseURL: baseURL! });
    const page = await context.newPage();
    await page.goto('/countries');
    await expect(page).toHaveURL(new RegExp(`/${expected}/countries$`));
    await context.close();
  }
});
