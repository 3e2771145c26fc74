/** Somebody who uses no mouse decides about a request and invites: each step by keys alone, with the focus where the next one begins. */
import { expect, test } from '@playwright/test';
import { reach, walkThrough } from '../support/keyboard.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { signIn, visitOf } from '../support/sign-in.ts';

test.use(OWN_NETWORK);

test('an officer approves a request and invites by keyboard alone', async ({ page }, { retry }) => {
  test.setTimeout(90_000);
  const wrong = watch(page);
  const country = retry === 0 ? 'gr' : 'rs';
  const [asking, invited] = [`asking1.${country}@ngo.example`, `by-keyboard.${country}@ngo.example`];
  await signIn(page, 'fr', `ssi.${country}@passerelle.example`);
  await page.goto('/fr/account');
  await settled(page);
  await reach(page, page.locator('main a[href$="/approvals"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/approvals$/);
  await settled(page);

  const request = page.locator('.member-row', { hasText: asking });
  await reach(page, request.locator('textarea'));
  await page.keyboard.type('Bienvenue.');
  await reach(page, request.locator('.button-main'));
  await page.keyboard.press('Space');
  // The row goes to those that are decided: reading goes on at what was done.
  await expect(page.locator('.notice-done')).toBeFocused();
  await expect(page.locator('section[aria-labelledby="decided"] .member-row', { hasText: asking })).toContainText('Bienvenue.');
  await settled(page);
  await accessible(page);

  await reach(page, page.locator('.answering-ways a[href$="/invitations"]'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/invitations$/);
  await settled(page);
  const form = page.locator('main form').first();
  const [role, organisation] = [form.locator('select').nth(0), form.locator('select').nth(1)];
  // There is one role that an embassy invites as.
  await expect(role).toHaveValue('NGO_COORDINATOR');
  await reach(page, organisation);
  await page.keyboard.press('ArrowDown');
  await expect(organisation).not.toHaveValue('');
  await reach(page, form.locator('input').first());
  await page.keyboard.type('Katia Clavier');
  await reach(page, form.locator('input[type="email"]'));
  await page.keyboard.type(invited);
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice-done')).toContainText(invited);
  await expect(form.locator('input').first()).toBeFocused();
  await expect(page.locator('.member-row', { hasText: 'Katia Clavier' })).toContainText(invited);
  await accessible(page);
  expect(wrong()).toEqual([]);
});

/** The pages of accounts, rights, the trail and jobs. */
const PAGES = ['/desk', '/account', '/account/data', '/members', '/invitations', '/approvals', '/audit', '/jobs', '/data-requests'] as const;
test('all that can be used on the pages of accounts, rights, the trail and jobs is reached from the top by the key that goes on, and is seen to be', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'mk', 'adviser');
  for (const path of PAGES) {
    await page.goto(`/mk${path}`);
    await settled(page);
    // Until it is known who looks, the foot leads to where one signs in.
    await expect(page.locator('.bottom a[href="/mk/sign-in"]')).toBeHidden();
    const { usable, reached, unseen } = await walkThrough(page);
    expect.soft(reached, path).toEqual(usable);
    expect.soft(unseen, `${path}: the focus is not seen`).toEqual([]);
  }
  await page.context().close();
});
