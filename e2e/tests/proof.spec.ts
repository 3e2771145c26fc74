/** The work that a form asks of the browser: done aside while somebody types, and said where it cannot be done. */
import { expect, test } from '@playwright/test';
import { asked } from '../support/form-work.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { toldIn } from '../support/short.ts';

test('is done while somebody types, and nothing is to be done for it', async ({ page }) => {
  const wrong = watch(page);
  await page.goto('/en/sign-in');
  await settled(page);
  const names = asked(page);
  const worker = page.waitForEvent('worker');
  await page.getByLabel('E-\u2060mail address').pressSequentially('a');
  await (await worker).evaluate(() => undefined).catch(() => undefined);
  await page.getByLabel('E-\u2060mail address').pressSequentially('nna@example.org');
  await expect.poll(() => page.workers()).toEqual([]);
  expect(names).toEqual(['ProofChallenge']);
  await page.keyboard.press('Enter');
  await expect(page.locator('.sent h2')).toBeFocused();
  expect(names.slice(0, 2)).toEqual(['ProofChallenge', 'RequestSignInLink']);
  expect(wrong()).toEqual([]);
});

for (const [locale, sentence] of toldIn([
  ['fr', 'Le contrôle contre les robots n’a pas abouti. Ce que vous avez saisi est conservé. Rechargez la page ou changez de navigateur, puis réessayez.'],
  ['bg', 'Проверката срещу роботи не успя. Въведеното от Вас не е загубено. Презаредете страницата или използвайте друг браузър и опитайте отново.'],
] as const)) {
  test(`where a browser cannot do it, this is said and what was typed is kept, in ${locale}`, async ({ page }) => {
    await page.addInitScript('delete globalThis.Worker');
    await page.goto(`/${locale}/sign-in`);
    await settled(page);
    const field = page.locator('input[type="email"]');
    await field.fill('anna@example.org');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(field).toHaveValue('anna@example.org');
    await accessible(page);
  });
}
