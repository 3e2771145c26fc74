/** The words of the site. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import type { Terms } from '../support/glossary.ts';
import { settled } from '../support/page.ts';

test('the words of the site stand there for who asks for them', async ({ page, request }) => {
  await page.goto('/uk/glossary?domain=ui');
  await settled(page);
  const { terms } = await ask<Terms>(request, 'uk', '{ terms(first: 1, filter: { domain: "ui" }) { totalCount } }');
  await expect(page.locator('.count')).toContainText(String(terms.totalCount));
  await expect(page.locator('.condition')).toContainText('Слова цього сайту');
  await page.locator('.condition').click();
  await expect(page).toHaveURL('/uk/glossary');
});
