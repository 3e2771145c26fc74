/** A need that is typed on a telephone: it outlives a reload and a network that goes, is sent once when the network is back, and is gone once who typed it signs out. */
import { expect, test } from '@playwright/test';
import { chosen, control, KEPT, kept, many, type } from '../support/need-drafts.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

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
