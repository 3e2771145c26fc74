/** Somebody who uses no mouse decides about a request and invites: each step by keys alone, with the focus where the next one begins. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { deskOf, signIn } from '../support/sign-in.ts';

test.use(OWN_NETWORK);

/** Of a page of the site, with room: more presses lead nowhere. */
const MOST_STOPS = 80;

/** Goes on, or back, until what is looked for has the focus. */
async function reach(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < MOST_STOPS; press += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STOPS} × ${key} do not lead to ${String(target)}`);
}

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
/** What can be used in the main part of a page. */
const USABLE = 'main :is(a[href], button, input, select, textarea, summary):not([tabindex="-1"], [disabled])';

/** What is in sight and can be used, each once; of choices of which one is taken, the group is one. */
function usable(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const stops = new Map<unknown, HTMLElement>();
    for (const element of all) stops.set(element instanceof HTMLInputElement && element.type === 'radio' ? element.name : element, element);
    for (const element of document.querySelectorAll('[data-reached]')) element.removeAttribute('data-reached');
    return stops.size;
  }, USABLE);
}

test('all that can be used on the pages of accounts, rights, the trail and jobs is reached by the key that goes on, and is seen to be', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await deskOf(browser, 'mk', 'adviser');
  for (const path of PAGES) {
    await page.goto(`/mk${path}`);
    await settled(page);
    const expected = await usable(page);
    await page.locator('main').focus();
    const reached = new Set<string>();
    for (let press = 0; press < expected + MOST_STOPS; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate((selector) => {
        const at = document.activeElement as HTMLElement | null;
        if (!at?.matches(selector)) return null;
        const name = at instanceof HTMLInputElement && at.type === 'radio' ? `radio ${at.name}` : (at.dataset.reached ??= String(document.querySelectorAll('[data-reached]').length));
        const { outlineStyle, boxShadow } = getComputedStyle(at);
        return { name, isSeen: outlineStyle !== 'none' || boxShadow !== 'none', text: at.outerHTML.slice(0, 120) };
      }, USABLE);
      if (!stop) {
        if (reached.size > 0) break;
        continue;
      }
      expect.soft(stop.isSeen, `${path}: the focus is seen on ${stop.text}`).toBe(true);
      reached.add(stop.name);
    }
    expect.soft(reached.size, path).toBe(expected);
  }
  await page.context().close();
});
