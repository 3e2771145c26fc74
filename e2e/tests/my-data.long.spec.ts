/** Further questions about one’s own data: answers of the adviser, invented people, what asks who somebody is. */
import { expect, test } from '@playwright/test';
import { addPerson } from '../support/database.ts';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

test('the adviser answers what others ask; nobody else reads it', async ({ page, browser }, { retry }) => {
  test.slow();
  const email = `story-asks-${retry}@passerelle.example`;
  const name = `Nora Kérdez ${retry + 1}`;
  await addPerson(email, name, 'EXPERT');
  await signIn(page, 'en', email);
  await page.goto('/en/account');
  await settled(page);
  await page.getByRole('combobox').first().selectOption('en');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.locator('.notice-done')).toBeVisible();
  await page.goto('/en/account/data');
  await settled(page);
  await page.getByLabel('Do not use my data any more for this purpose').check();
  await page.getByLabel('What it is about, and why').fill('The list of speakers.');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.locator('.own-requests li')).toContainText('The list of speakers.');
  await page.goto('/en/data-requests');
  await settled(page);
  await expect(page.locator('main').getByRole('status').filter({ hasText: 'Only the regional technical adviser' })).toBeVisible();
  await expect(page.locator('.own-requests')).toHaveCount(0);

  const office = await (await browser.newContext()).newPage();
  await signIn(office, 'en', 'adviser@passerelle.example');
  await office.goto('/en/desk');
  await settled(office);
  await office.locator('main').getByRole('link', { name: 'Requests about data' }).click();
  await expect(office).toHaveURL(/\/data-requests$/);
  await settled(office);
  const asked = office.locator('.own-requests > li', { hasText: name });
  await expect(asked).toContainText(/\d+ days left/);
  await accessible(office);
  await office.setViewportSize({ width: 320, height: 900 });
  expect(await misplaced(office)).toEqual([]);
  await asked.getByRole('button', { name: 'Send the answer' }).click();
  await expect(asked.getByLabel('Answer')).toBeFocused();
  await asked.getByLabel('Answer').fill('Your name is no longer on it.');
  await asked.getByRole('button', { name: 'Send the answer' }).click();
  await expect(asked).toHaveCount(0);
  await office.context().close();

  // The mail leads to the answer and does not repeat it.
  await page.goto('/en/mailbox');
  await expect(async () => {
    await page.reload();
    await settled(page);
    await expect(page.locator('.mail', { hasText: email }).first()).toContainText('has been answered', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  const mail = page.locator('.mail', { hasText: email }).first();
  await expect(mail).not.toContainText('no longer on it');
  const { pathname } = new URL((await mail.locator('a[href*="/account/data"]').getAttribute('href'))!);
  await page.goto(pathname);
  await settled(page);
  await expect(page.locator('.own-requests li')).toContainText('Your name is no longer on it.');
});

test('an invented person reads what is kept about them, and is told why they can do no more', async ({ page }) => {
  await signIn(page, 'fr', 'scac.xk@passerelle.example');
  await page.goto('/fr/account/data');
  await settled(page);
  const notice = page.locator('main .notice');
  await expect(notice).toContainText('personne inventée de la démonstration');
  await expect(notice).not.toHaveClass(/notice-error/);
  await expect(page.locator('details.own-table').first()).toBeVisible();
  await expect(page.locator('main form')).toHaveCount(0);
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#kept ~ p button').click()]);
  expect(file.suggestedFilename()).toBe('my-data.json');
  await accessible(page);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await misplaced(page), `${width}`).toEqual([]);
  }
});

test('whoever has not shown lately that it is them reads nothing before they do, and is asked where they are', async ({ page }) => {
  let isStale = true;
  // As the server answers ten minutes after somebody has signed in.
  await page.route('**/graphql**', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (!isStale || !body.includes('"tables":')) return route.fulfill({ response });
    await route.fulfill({ json: { data: { myData: null }, errors: [{ message: 'Show first that it is you', path: ['myData', 'tables'], extensions: { code: 'STEP_UP_REQUIRED', params: {} } }] } });
  });
  await signIn(page, 'hu', 'scac.ro@passerelle.example');
  await page.goto('/hu/account/data');
  await settled(page);
  await expect(page.locator('#kept ~ p button').last()).toHaveText('Minden megjelenítése');
  await expect(page.locator('details.own-table')).toHaveCount(0);
  await accessible(page);
  await page.locator('#kept ~ p button').last().press('Enter');
  const dialog = page.locator('dialog.step-up');
  await expect(dialog.locator('h2')).toBeFocused();
  await accessible(page);
  isStale = false;
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('details.own-table')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('details.own-table').first()).toBeVisible();
});
