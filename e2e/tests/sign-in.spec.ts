/** The page to sign in: what it says to whom, what it keeps of what was typed, and that a visitor who only looks leaves no trace. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled } from '../support/page.ts';

test.use(OWN_NETWORK);

/** Asks for a link. */
async function askFor(page: Page, email: string): Promise<void> {
  await page.locator('input[type="email"]').fill(email);
  await page.locator('main form button[type="submit"]').click();
}

/** What a browser keeps of this site. */
async function kept(page: Page, context: BrowserContext): Promise<object> {
  return { cookies: await context.cookies(), ...(await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }))) };
}

test('an address that nobody has is answered the same', async ({ page }) => {
  const answers: string[] = [];
  for (const email of ['scac.ba@passerelle.example', 'nobody@passerelle.example']) {
    await page.goto('/en/sign-in');
    await settled(page);
    await askFor(page, email);
    await expect(page.locator('.sent')).toBeVisible();
    answers.push((await page.locator('main').innerText()).replace(email, 'address'));
  }
  expect(answers[1]).toBe(answers[0]);
});

test('what is no address is said beside the field, which keeps it', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  const field = page.getByLabel('E-\u2060mail address');
  await askFor(page, 'anna@');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('anna@');
  await expect(field).toHaveAccessibleDescription('This is not a complete e-\u2060mail address. Check what you typed.');
  await accessible(page);
});

test('what was typed is kept while the server cannot be reached', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  await page.route('**/graphql?**', (route) => route.abort('connectionrefused'));
  await askFor(page, 'anna@example.org');
  await expect(page.getByRole('alert')).toContainText('The server could not be reached');
  await expect(page.getByLabel('E-\u2060mail address')).toHaveValue('anna@example.org');
  await page.unroute('**/graphql?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.sent')).toBeVisible();
});

test('a link that is not known signs nobody in, and one without a secret says what to do', async ({ page, context }) => {
  await page.goto(`/fr/sign-in/confirm#${'a'.repeat(32)}`);
  await settled(page);
  await page.locator('main form button').click();
  await expect(page.getByRole('alert')).toContainText(/Ce lien ne peut pas servir/);
  expect(await context.cookies()).toEqual([]);
  await page.getByRole('link', { name: 'Demander un autre lien' }).click();
  await expect(page).toHaveURL(/\/fr\/sign-in$/);
  await page.goto('/fr/sign-in/confirm');
  await settled(page);
  await expect(page.locator('main')).toContainText('Pour vous connecter, ouvrez le lien');
  await accessible(page);
});

test('a visitor who only looks asks nothing about accounts and leaves no trace', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/graphql')) asked.push(request.url());
  });
  const document = await page.goto('/fr/sign-in');
  await settled(page);
  expect(asked).toEqual([]);
  expect(await kept(page, context)).toEqual({ cookies: [], local: {}, session: {} });
  expect(document!.headers()['set-cookie']).toBeUndefined();
  expect(document!.headers().vary).toContain('Cookie');
});

test('the page to sign in is done by keyboard alone', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('E-\u2060mail address')).toBeFocused();
  await page.keyboard.type('nobody@passerelle.example');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sent h2')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Ask for another link' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-\u2060mail address')).toBeFocused();
  await expect(page.getByLabel('E-\u2060mail address')).toHaveValue('nobody@passerelle.example');
});
