/** Drafts of needs: answers that are lost, a telephone that two share, signing out, how few taps it takes. */
import { expect, test } from '@playwright/test';
import { chosen, control, KEPT, kept, many, type } from '../support/need-drafts.ts';
import { networkOf } from '../support/network.ts';
import { settled } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';

/** In seconds: what a tap and a sign are taken to last on a telephone. They are assumed, not measured on people. */
const [TAP, SIGN] = [3, 0.4];

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
