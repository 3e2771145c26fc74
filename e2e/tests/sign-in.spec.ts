/** The page to sign in: what it says to whom, and that a visitor who only looks leaves no trace. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled } from '../support/page.ts';
import { askFor } from '../support/sign-in-page.ts';

test.use(OWN_NETWORK);

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
