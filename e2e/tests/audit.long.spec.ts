/** The journal as visitors are told of it, as it comes anew and as it cannot be had. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { answerAdviser, PAGE } from '../support/audit.ts';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, takenOver, watch } from '../support/page.ts';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

/** What a visitor calls the page, whose it is, and the way to sign in. */
const VISITORS = [
  ['fr', 'Qui a fait quoi', 'Seuls le conseiller technique régional et son équipe peuvent lire qui a fait quoi.', 'Se connecter avec le compte du conseiller'],
  ['el', 'Ποιος έκανε τι', 'Μόνο ο περιφερειακός τεχνικός σύμβουλος και η ομάδα του μπορούν να διαβάσουν ποιος έκανε τι.', 'Σύνδεση με τον λογαριασμό του συμβούλου'],
  ['sr-Cyrl', 'Ко је шта урадио', 'Само регионални технички саветник и његов тим могу да читају ко је шта урадио.', 'Пријава на налог саветника'],
] as const satisfies readonly (readonly [Locale, string, string, string])[];

for (const [locale, title, closed, signIn] of VISITORS) {
  test(`a visitor reads in ${locale} that the page is the adviser’s, and nothing else`, async ({ page }) => {
    const wrong = watch(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${locale}${PAGE}`);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const main = page.locator('main');
    await expect(main.getByRole('status')).toContainText(closed);
    await expect(main.getByRole('link', { name: signIn })).toHaveAttribute('href', `/${locale}/sign-in`);
    await expect(main.locator('form, time, bdi, .results')).toHaveCount(0);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await misplaced(page), `${width} wide`).toEqual([]);
      await accessible(page);
    }
    expect(wrong()).toEqual([]);
  });
}

test('the journal is asked for anew whenever its reader comes back to it', async ({ page }) => {
  const asked = await answerAdviser(page);
  await page.goto(`/en${PAGE}`);
  await settled(page);
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Experts' }).click();
  await expect(page).toHaveURL('/en/experts');
  await settled(page);
  const before = asked.length;
  await page.goBack();
  await settled(page);
  await expect.poll(() => asked.length).toBe(before + 1);
});

test('where the journal cannot be had the page says so, and can ask again', async ({ page }) => {
  await page.route('**/graphql?**', (route) => route.fulfill({ status: 503, body: 'not ready' }));
  await page.goto(`/en${PAGE}`);
  await takenOver(page);
  await expect(page.getByRole('alert')).toContainText('The server could not be reached');
  await page.unroute('**/graphql?**');
  await page.getByRole('alert').getByRole('button').click();
  await settled(page);
  await expect(page.locator('main').getByRole('status')).toContainText('Only the regional technical adviser');
});
