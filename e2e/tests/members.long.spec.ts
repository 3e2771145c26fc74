/** Further questions about members: a name that an organisation has already, links without their secret, a network that is dead. */
import { expect, test } from '@playwright/test';
import { accountOf } from '../support/members.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled } from '../support/page.ts';
import { sound } from '../support/sound.ts';
import { refuseOnce } from '../support/step-up.ts';

test.use(OWN_NETWORK);

test('who decides is told which organisation has the name already, and the person joins that one', async ({ browser }, { retry }) => {
  const [locale, country, name] = retry === 0 ? (['sq', 'al', 'Qendra Horizonti (demonstrim)'] as const) : (['sr-Latn', 'rs', 'Udruženje Horizont (demonstracija)'] as const);
  const officer = await accountOf(browser, locale, `ssi.${country}@passerelle.example`);
  await officer.goto(`/${locale}/approvals`);
  await settled(officer);
  const row = officer.locator('.member-row', { hasText: `asking2.${country}@ngo.example` });
  const choices = row.getByRole('radio');
  // Not that of the dialog, which stands in the row for a moment more once it is closed.
  const decide = row.locator('.button-main:not(dialog *)');
  await expect(choices).toHaveCount(2);
  await expect(row.getByRole('radio', { name })).toBeChecked();
  await sound(officer);
  await choices.last().check();
  await choices.first().check();
  // Letting somebody in asks for a key shown lately; what was typed and chosen is there when the dialog is left.
  await row.locator('textarea').fill('OK');
  await refuseOnce(officer);
  await decide.click();
  await expect(row.getByRole('dialog').getByRole('heading')).toBeFocused();
  await accessible(officer);
  await officer.keyboard.press('Escape');
  await expect(row.getByRole('dialog')).toHaveCount(0);
  await expect(decide).toBeFocused();
  await expect(row.locator('textarea')).toHaveValue('OK');
  await expect(choices.first()).toBeChecked();
  await decide.click();
  await expect(officer.locator('.notice-done')).toBeVisible();
  const decided = officer.locator('section[aria-labelledby="decided"] .member-row', { hasText: `asking2.${country}@ngo.example` });
  await expect(decided).toContainText(name);
  await expect(decided.getByRole('radio')).toHaveCount(0);
  await sound(officer);
  await officer.context().close();
});

test.describe('a visitor', () => {
  for (const path of ['members', 'invitations', 'approvals']) {
    test(`reads at /${path} whose page it is, and nothing else`, async ({ page, request }) => {
      await page.goto(`/en/${path}`);
      await settled(page);
      await expect(page.locator('main').getByRole('status')).toContainText('This page is for those who coordinate an organisation');
      await expect(page.locator('main').getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', `/en/sign-in?back=/en/${path}`);
      await expect(page.locator('.member-row, main form')).toHaveCount(0);
      await accessible(page);
      expect(await (await request.get(`/en/${path}`)).text()).toContain('<meta name="robots" content="noindex" />');
    });
  }

  test('who follows a link without its secret, or with a wrong one, is told what to do', async ({ page }) => {
    await page.goto('/fr/invitation');
    await settled(page);
    await expect(page.locator('main')).toContainText('Ouvrez le lien du message que nous vous avons envoyé');
    await page.goto(`/fr/invitation#${'a'.repeat(32)}`);
    await settled(page);
    await page.locator('main form button').click();
    await expect(page.locator('main .notice-error')).toContainText('Ce lien ne peut pas servir');
    await expect(page.locator('main .notice-error')).toBeFocused();
    await accessible(page);
  });

  test('keeps what was typed while the server cannot be reached', async ({ page }) => {
    await page.goto('/en/request-access');
    await settled(page);
    await page.getByLabel('Country').selectOption('AL');
    await page.getByLabel('Your organisation').selectOption('Not in this list');
    await page.getByLabel('Name of the organisation').fill('A new one');
    await page.getByLabel('Your name').fill('Arta');
    await page.getByLabel('E-\u2060mail address').fill('arta@ngo.example');
    await page.route('**/graphql?**', (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await expect(page.getByRole('alert')).toContainText('The server could not be reached');
    await expect(page.getByLabel('Name of the organisation')).toHaveValue('A new one');
    await page.unroute('**/graphql?**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.sent')).toContainText('arta@ngo.example');
    await page.getByRole('button', { name: 'Change what you wrote' }).click();
    await expect(page.getByLabel('Your name')).toHaveValue('Arta');
  });
});
