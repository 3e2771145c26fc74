/** The mailbox where mails are sent. */
import { expect, test } from '@playwright/test';
import { holding } from '../support/mailbox-page.ts';
import { settled } from '../support/page.ts';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('where mails are sent, nothing is at its address', async ({ page }) => {
  await page.route('**/graphql?**', holding('null'));
  await page.goto('/fr/mailbox');
  await settled(page);
  await expect(page.locator('h1')).toHaveText('Page non trouvée');
  await expect(page.locator('main')).not.toContainText('démonstration.');
});
