/** A need that is typed on a telephone: it outlives a reload and a network that goes, is sent once when the network is back, waits for who typed it until they sign out, and is nobody else’s who signs in on the same telephone; and how much there is to do to enter one. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const control = (page: Page, name: string): Locator => page.locator(`main form :is(input, textarea)[data-field="${name}"]`);
const chosen = (page: Page, name: string): Locator => page.locator(`main form [data-field="${name}"] select`);
const kept = (page: Page): Promise<string | null> => page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith('draft:need:'))?.[1] ?? null);
const KEPT = 'Ajo që shkruani ruhet në këtë shfletues';

/** How many needs the API knows with these words in their title. */
async function many(page: Page, words: string): Promise<number> {
  const { needs } = await ask<{ needs: { totalCount: number } }>(page.request, 'fr', 'query ($search: NonEmptyString!) { needs(filter: { search: $search }) { totalCount } }', { variables: { search: words } });
  return needs.totalCount;
}

async function type(page: Page, title: string): Promise<void> {
  await control(page, 'TITLE').fill(title);
  await control(page, 'TEXT').fill('Mungojnë vende strehimi.');
  await chosen(page, 'THEME').selectOption('ASSISTANCE');
  await chosen(page, 'SUBTHEME').selectOption('SHELTER');
  await chosen(page, 'PILLAR').selectOption('PROTECTION');
}

test('what was typed comes back after a reload, waits for the network, and is sent once', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const mark = `Draft ${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'ssi.al');
  await officer.setViewportSize({ width: 360, height: 740 });
  const wrong = watch(officer);
  await officer.goto('/sq/needs/new');
  await settled(officer);
  await type(officer, mark);
  await expect(officer.locator('main form')).toContainText(KEPT);
  await sound(officer);
  const sealed = await kept(officer);
  expect(sealed).not.toBeNull();
  expect(sealed).not.toContain('Draft');
  await officer.reload();
  await settled(officer);
  await expect(control(officer, 'TITLE')).toHaveValue(mark);
  await expect(chosen(officer, 'THEME')).toHaveValue('ASSISTANCE');
  await expect(chosen(officer, 'SUBTHEME')).toHaveValue('SHELTER');
  await expect(officer.locator('main form .notice')).toContainText('Ende nuk është dërguar asgjë');
  await sound(officer);

  expect(wrong()).toEqual([]);
  await officer.context().setOffline(true);
  await officer.getByRole('button', { name: 'Dërgoni nevojën' }).press('Enter');
  await expect(officer.locator('main form')).toContainText('Nuk ka rrjet.');
  await expect(control(officer, 'TITLE')).toHaveValue(mark);
  await officer.context().setOffline(false);
  await expect(officer).toHaveURL(/\/sq\/needs\/Need_/, { timeout: 30_000 });
  await settled(officer);
  expect([await many(officer, mark), await kept(officer), await officer.evaluate(() => document.cookie.includes('draft-key='))]).toEqual([1, null, false]);
});

test('an answer that is lost does not make two of it, though the page is opened anew', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const mark = `Humbur ${Date.now()}${retry}`;
  const officer = await visitOf(browser, 'sq', 'ssi.al');
  await officer.goto('/sq/needs/new');
  await settled(officer);
  await type(officer, mark);
  // The server has it, and its answer never comes.
  await officer.route('**/graphql?**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await officer.getByRole('button', { name: 'Dërgoni nevojën' }).press('Enter');
  await expect(officer.locator('main form')).toContainText('Nuk ka rrjet.');
  await expect.poll(() => many(officer, mark)).toBe(1);
  await officer.unrouteAll({ behavior: 'ignoreErrors' });
  await officer.reload();
  await expect(officer).toHaveURL(/\/sq\/needs\/Need_/, { timeout: 30_000 });
  expect([await many(officer, mark), await kept(officer)]).toEqual([1, null]);
});

test('who typed it finds it again when they sign in anew; somebody else who signs in on the same telephone finds nothing of it, and the first neither then', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const mark = `Telefon ${Date.now()}${retry}`;
  // Sessions of their own: signing in anew ends the one before.
  const shared = await (await browser.newContext({ extraHTTPHeaders: networkOf(`drafts${retry}`) })).newPage();
  await signIn(shared, 'sq', 'ssi.al@passerelle.example');
  await shared.goto('/sq/needs/new');
  await settled(shared);
  await type(shared, mark);
  await expect(shared.locator('main form')).toContainText(KEPT);
  await shared.goto('/sq/needs');
  await settled(shared);
  // Control: the draft is there, and its author would have it.
  await expect(shared.getByRole('link', { name: 'Vazhdoni me nevojën që po shkruanit' })).toBeVisible();
  expect(await kept(shared)).not.toBeNull();
  await shared.context().clearCookies({ name: /passerelle/ });
  await signIn(shared, 'sq', 'ssi.al@passerelle.example');
  await shared.goto('/sq/needs/new');
  await settled(shared);
  await expect(control(shared, 'TITLE')).toHaveValue(mark);
  await signIn(shared, 'sq', 'scac.al@passerelle.example');
  expect(await shared.evaluate(() => document.cookie.includes('draft-key='))).toBe(false);
  await shared.goto('/sq/needs/new');
  await settled(shared);
  await expect(control(shared, 'TITLE')).toHaveValue('');
  expect(await kept(shared)).toBeNull();
});

test('whoever signs out leaves nothing of it, and a page that is still open says that it keeps nothing any more', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ extraHTTPHeaders: networkOf(`out${retry}`) });
  const [first, second] = [await context.newPage(), await context.newPage()];
  await signIn(first, 'sq', 'ssi.al@passerelle.example');
  for (const page of [first, second]) {
    await page.goto('/sq/needs/new');
    await settled(page);
    await expect(control(page, 'TITLE')).toHaveValue('');
    await type(page, `Dy ${retry}`);
    await expect(page.locator('main form')).toContainText(KEPT);
  }
  // Each tab has its own: neither is the other’s.
  expect(await second.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length)).toBe(2);
  await first.getByRole('button', { name: 'Dilni', exact: true }).click();
  await expect(first).toHaveURL(/sign-in\?out/);
  expect([await kept(first), await first.evaluate(() => document.cookie.includes('draft-key='))]).toEqual([null, false]);
  await expect(second.locator('main form')).not.toContainText(KEPT);
  await control(second, 'TITLE').fill('Më vonë');
  await second.waitForTimeout(1_000);
  expect([await kept(second), await second.evaluate(() => document.cookie.includes('draft-key='))]).toEqual([null, false]);
});

/** In seconds: what a tap and a sign are taken to last on a telephone. They are assumed, not measured on people. */
const [TAP, SIGN] = [3, 0.4];

test('a need is entered by few taps and two lines of text: by assumed times of a tap and a sign, in two minutes', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const officer = await visitOf(browser, 'sq', 'ssi.al');
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/needs');
  await settled(officer);
  const [title, text] = [`Mungojnë vende strehimi ${retry}`, 'Në veri nuk ka asnjë vend strehimi. Do të ndihmonte një trajnim i policisë dhe i shërbimeve sociale.'];
  let [taps, signs] = [0, 0];
  const tap = async (work: () => Promise<unknown>, needed = 1): Promise<void> => {
    taps += needed;
    await work();
  };
  const write = async (name: string, words: string): Promise<void> => {
    await tap(() => control(officer, name).click());
    signs += words.length;
    await officer.keyboard.type(words);
  };
  await tap(() => officer.getByRole('link', { name: 'Shkruani një nevojë' }).click());
  await settled(officer);
  await write('TITLE', title);
  await write('TEXT', text);
  // A list is opened, and one of it is taken.
  await tap(() => chosen(officer, 'THEME').selectOption('ASSISTANCE'), 2);
  await tap(() => chosen(officer, 'PILLAR').selectOption('PROTECTION'), 2);
  await tap(() => officer.getByLabel('Preken fëmijë').check());
  await tap(() => officer.getByRole('button', { name: 'Dërgoni nevojën' }).click());
  await expect(officer).toHaveURL(/\/sq\/needs\/Need_/);
  expect(taps).toBeLessThanOrEqual(10);
  expect(taps * TAP + signs * SIGN).toBeLessThanOrEqual(120);
});
