/** The work of a form is done once more when the first is no longer taken. */
import { expect, test } from '@playwright/test';
import { asked } from '../support/form-work.ts';
import { settled } from '../support/page.ts';

test('is done once more, by itself, when the first is no longer taken', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  const names = asked(page);
  await page.route('**/graphql?**', async (route) => {
    const sent = route.request().postDataJSON() as { variables?: { proof?: string } } | null;
    const isFirst = names.filter((name) => name === 'RequestSignInLink').length === 1;
    if (sent?.variables && isFirst) await route.continue({ postData: JSON.stringify({ ...sent, variables: { ...sent.variables, proof: 'no proof' } }) });
    else await route.continue();
  });
  await page.getByLabel('E-\u2060mail address').fill('anna@example.org');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sent h2')).toBeFocused();
  expect(names.filter((name) => name === 'RequestSignInLink')).toHaveLength(2);
});
