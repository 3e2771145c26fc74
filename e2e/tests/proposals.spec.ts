/** An expert proposes to change their own sheet; the adviser takes one field and declines another, and the expert reads why. Everybody reads what was confirmed until then. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { ask } from '../support/api.ts';
import { besides } from '../support/short.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const control = (page: Page, name: string): Locator => page.locator(`:is(input, textarea)[data-field="${name}"]`);
const submit = (page: Page): Locator => page.locator('.prepare-form button[type="submit"]');

test('an expert proposes to change their sheet, which says what it said until the adviser has decided field by field', async ({ browser, page: visitor }) => {
  test.setTimeout(120_000);
  const mark = randomUUID().slice(0, 8);
  const expert = await visitOf(browser, 'mk', 'expert');
  const wrong = watch(expert);
  await expert.goto('/mk/account');
  await expert.getByRole('link', { name: 'Предложете промени на Вашиот лист' }).click();
  await expect(expert).toHaveURL('/mk/own-sheet');
  await expect(submit(expert)).toBeVisible();
  await sound(expert);
  await control(expert, 'CORPS').fill(`Corps ${mark}`);
  await control(expert, 'SUMMARY').fill('');
  await submit(expert).click();
  await expect(control(expert, 'SUMMARY')).toBeFocused();
  let summarised = `Forme des enquêteurs, ${mark}.`;
  await control(expert, 'SUMMARY').fill(summarised);
  await submit(expert).click();
  await expect(expert.locator('.notice-done')).toHaveText('Вашиот предлог е кај регионалниот технички советник.');
  await expect(expert.locator('.notice-done')).toBeFocused();
  await expect(expert.locator('.proposed-field')).toContainText([`Corps ${mark}`, `Forme des enquêteurs, ${mark}.`]);
  const summary = expert.locator('.proposed-field').last().locator('.localized').last();
  await expect(summary.locator('> [lang="fr"]')).toHaveText(`Forme des enquêteurs, ${mark}.`);
  await expect(summary.locator('.chip')).toContainText('français');
  await sound(expert);
  const { viewer } = await ask<{ viewer: { sheet: { expert: { id: string } } } }>(expert.request, 'mk', '{ viewer { sheet { expert { id } } } }');
  const { id } = viewer.sheet.expert;
  await visitor.goto(`/fr/experts/${id}`);
  await settled(visitor);
  await expect(visitor.locator('body')).not.toContainText(mark);

  const adviser = await deskOf(browser, 'fr', 'adviser');
  await adviser.locator('.desk-waiting').getByRole('link', { name: /propositions? d’experts? à trancher$/ }).click();
  await expect(adviser).toHaveURL('/fr/sheet-proposals');
  const form = adviser.locator('main form', { hasText: mark });
  await expect(form).toBeVisible();
  await sound(adviser);
  const corps = form.getByRole('group', { name: 'Corps de la fonction publique' });
  await corps.getByLabel('Refuser').check();
  await form.getByRole('button', { name: 'Trancher et prévenir l’expert' }).click();
  // The reason is missing, and what was chosen for the other field too.
  await expect(form.getByLabel('Motif du refus')).toBeFocused();
  await expect(form.locator('.fault')).toHaveCount(2);
  await sound(adviser);
  await form.getByLabel('Motif du refus').fill(`Corps à vérifier, ${mark}.`);
  await form.getByRole('group', { name: 'Profil' }).getByLabel('Reprendre sur la fiche').check();

  await besides('meanwhile the expert changes what they propose', async () => {
    // Meanwhile the expert changes what they propose: nothing is decided before that is read.
    await control(expert, 'SUMMARY').fill(`Forme aussi des juges, ${mark}.`);
    await submit(expert).click();
    await expect(expert.locator('.proposed-field').last()).toContainText('Forme aussi des juges');
    await form.getByRole('button', { name: 'Trancher et prévenir l’expert' }).click();
    await expect(form.locator('.notice-error')).toContainText('La fiche ou la proposition a été modifiée entre-temps.');
    await expect(form).toContainText(`Forme aussi des juges, ${mark}.`);
    await corps.getByLabel('Refuser').check();
    await expect(form.getByLabel('Motif du refus')).toHaveValue(`Corps à vérifier, ${mark}.`);
    await form.getByRole('group', { name: 'Profil' }).getByLabel('Reprendre sur la fiche').check();
    summarised = `Forme aussi des juges, ${mark}.`;
  });
  await form.getByRole('button', { name: 'Trancher et prévenir l’expert' }).click();
  await expect(adviser.locator('.notice-done')).toHaveText('C’est tranché. L’expert est prévenu par courriel.');
  await expect(adviser.locator('.notice-done')).toBeFocused();
  await sound(adviser);

  await expert.goto('/mk/own-sheet');
  await settled(expert);
  const fields = expert.locator('.proposed-field');
  await expect(fields).toContainText(['Не е внесено', 'Внесено на Вашиот лист']);
  await expect(fields.first().locator('.localized > [lang="fr"]').last()).toHaveText(`Corps à vérifier, ${mark}.`);
  await sound(expert);
  await visitor.goto(`/fr/experts/${id}`);
  await settled(visitor);
  await expect(visitor.locator('main')).toContainText(summarised);
  await expect(visitor.locator('body')).not.toContainText(`Corps ${mark}`);
  expect(wrong()).toEqual([]);
  for (const page of [expert, adviser]) await page.context().close();
});
