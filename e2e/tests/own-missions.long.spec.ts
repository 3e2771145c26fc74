/** An expert reads on a telephone, in Greek and in Bulgarian, the legs on which they come, their meetings and their journeys; on their record, the missions that they have been on. Nobody else reads any of it. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('an expert reads their own legs, meetings and journeys on a telephone', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'el', 'expert');
  const wrong = watch(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/el/own-missions');
  await settled(page);
  const main = page.locator('main');
  const athens = main.locator('.rows > li', { has: page.getByRole('heading', { level: 2, name: /Αθήνα/ }) });
  await expect(athens).toContainText('Εργαστήριο με τις κοινωνικές υπηρεσίες');
  await expect(athens).toContainText('Οι συναντήσεις σας');
  await expect(athens).toContainText('Οι ενδείξεις που εντοπίζουν οι κοινωνικές υπηρεσίες');
  // As what they go, and of each language of a meeting whether they follow it.
  await expect(athens).toContainText('Γλώσσες της συνάντησης');
  await expect(athens).toContainText(/Μπορείτε να παρακολουθήσετε τη συζήτηση|Χρειάζεστε διερμηνεία|Δεν είναι γνωστό ποιες γλώσσες μιλάτε/);
  await expect(athens.locator('[lang="fr"]', { hasText: 'Services sociaux' }).or(athens.getByText('Services sociaux (exemple inventé)'))).toBeVisible();
  await expect(main.locator('section[aria-labelledby="own-journeys"] li')).toHaveCount(3);
  await expect(main.locator('section[aria-labelledby="own-journeys"]')).toContainText('XX 210');
  await sound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/bg/own-missions');
  await settled(page);
  const sofia = main.locator('.rows > li', { has: page.getByRole('heading', { level: 2, name: /София/ }) });
  await expect(sofia).toContainText('Националният механизъм за насочване');
  await expect(sofia.getByRole('link', { name: '+359 2 000 00 00' })).toHaveAttribute('href', 'tel:+35920000000');
  await expect(sofia).not.toContainText('Οι ενδείξεις');
  await sound(page);
  expect(wrong()).toEqual([]);

  // What was done stands on the record, by country and year, and is nobody else’s to read.
  const { viewer } = await ask<{ viewer: { sheet: { expert: { id: string } } } }>(page.request, 'bg', '{ viewer { sheet { expert { id } } } }');
  await page.goto(`/bg/experts/${viewer.sheet.expert.id}/record`);
  await settled(page);
  await expect(main).toContainText('Осъществени мисии');
  await expect(main).toContainText(/2025\s· Северна Македония/);
  await sound(page);
  const post = await visitOf(browser, 'sr-Latn', 'scac.rs');
  await post.goto(`/sr-Latn/experts/${viewer.sheet.expert.id}/record`);
  await settled(post);
  await expect(post.locator('main')).not.toContainText('Obavljene misije');
  await post.goto('/sr-Latn/own-missions');
  await settled(post);
  await expect(post.locator('main')).toContainText('Ova stranica je za stručnjake');
  await sound(post);
  for (const one of [page, post]) await one.context().close();
});
