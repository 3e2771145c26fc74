/** Keys beside the link: set up, shown, lost. */
import { expect, type Page, test } from '@playwright/test';
import { codeOf } from '../support/codes.ts';
import { addPerson } from '../support/database.ts';
import { giveDevice } from '../support/device.ts';
import { misplaced } from '../support/geometry.ts';
import { WORDS, type Words } from '../support/keys.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { openAccount } from '../support/desk.ts';
import { followLink } from '../support/mailbox.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { resetKeys } from '../support/people.ts';
import { besides, toldIn } from '../support/short.ts';

test.use(OWN_NETWORK);

const locales = Object.keys(WORDS) as (keyof typeof WORDS)[];

const signedOut = async (page: Page, words: Words): Promise<void> => {
  await page.locator('.viewer').getByRole('button', { name: words.signOut }).click();
  await expect(page).toHaveURL(/\/sign-in\?out/);
  await settled(page);
};

const atAccount = async (page: Page, words: Words): Promise<void> => {
  await openAccount(page);
  await expect(page.locator('h1')).toHaveText(words.account);
};

for (const locale of toldIn(locales)) {
  const words = WORDS[locale];
  test(`a translator sets up their keys and signs in with each, in ${locale}`, async ({ page, context }, { retry }) => {
    test.setTimeout(120_000);
    const email = `keys-${locale}-${retry}@example.org`;
    await addPerson(email, 'Ana Horvat', 'TRANSLATOR');
    await giveDevice(page, context);
    const wrong = watch(page);

    await followLink(page, locale, email);
    await expect(page).toHaveURL(/\/sign-in\/second-step$/);
    await settled(page);
    await expect(page.locator('h1')).toHaveText(words.first);
    await accessible(page);
    // Whoever has not done it finds no account.
    await page.goto(`/${locale}/account`);
    await expect(page).toHaveURL(/\/sign-in\?back=/);
    await settled(page);
    await page.locator('main .notice a[href$="/sign-in/second-step"]').click();
    await settled(page);

    await page.getByRole('button', { name: words.setUp }).click();
    await expect(page.locator('.qr-code')).toBeVisible();
    const secret = (await page.locator('.key-text').textContent())!;
    const field = page.getByLabel(words.code);
    await field.fill('12345');
    await page.getByRole('button', { name: words.confirm }).click();
    await expect(field).toHaveAccessibleDescription(words.wrong);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('12345');
    await accessible(page);
    // A half-minute may end before the code arrives: the one before and the one after count too.
    await field.fill(codeOf(secret));
    await page.getByRole('button', { name: words.confirm }).click();
    const codes = page.locator('.code-list code');
    await expect(codes).toHaveCount(10);
    await expect(page.locator('#recovery-codes')).toBeFocused();
    const [recovery] = await codes.allTextContents();
    await accessible(page);
    await page.getByRole('button', { name: words.kept }).click();
    await atAccount(page, words);

    await page.getByLabel(words.name).fill('Telephone');
    await page.getByRole('button', { name: words.add }).click();
    await expect(page.locator('.key-row')).toContainText('Telephone');
    await expect(page.locator('#keys')).toBeFocused();
    await accessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width}`).toEqual([]);
    }

    await signedOut(page, words);
    await page.getByRole('button', { name: words.signIn }).click();
    await atAccount(page, words);

    await signedOut(page, words);
    await followLink(page, locale, email);
    await expect(page.locator('h1')).toHaveText(words.second);
    await settled(page);
    await accessible(page);
    await page.getByLabel(words.code).fill(codeOf(secret, 1));
    await page.getByRole('button', { name: words.confirm }).first().click();
    await atAccount(page, words);

    await signedOut(page, words);
    await followLink(page, locale, email);
    await expect(page.locator('h1')).toHaveText(words.second);
    await page.getByText(words.lost).click();
    await page.getByLabel(words.recovery).fill(recovery!.toLowerCase());
    await page.locator('details').getByRole('button', { name: words.confirm }).click();
    await atAccount(page, words);
    await expect(page.locator('.key-ways .count')).toHaveText(words.left);

    await page.locator('.key-row').getByRole('button', { name: words.remove }).click();
    await expect(page.locator('.key-row')).toHaveCount(0);
    await settled(page);
    await page.getByRole('button', { name: words.removeApplication }).click();
    await expect(page.locator('.key-ways .notice')).toHaveText(words.stays);
    await page.goto(`/${locale}/mailbox`);
    await settled(page);
    await expect(page.locator('.mail', { hasText: email }).filter({ hasText: words.mail })).toHaveCount(1);

    await besides('everything is lost', async () => {
      // The operator takes the keys away, and the person begins anew.
      await resetKeys(email);
      await page.goto(`/${locale}/account`);
      await expect(page).toHaveURL(/\/sign-in\?back=/);
      await followLink(page, locale, email);
      await settled(page);
      await expect(page.locator('h1')).toHaveText(words.first);
    });
    expect(wrong()).toEqual([]);
  });
}
