/** Registering oneself for a session to which nobody has to be nominated; where somebody has to be, being told who can. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { accessible, settled } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { signInAgain, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const row = (page: Page, title: string) => page.locator('.member-row', { hasText: title }).first();
const days = (n: number): string => `${new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)}T`;

/** In which countries the expert can take part, as their sheet says, by code. */
async function countriesOf(page: Page): Promise<string[]> {
  const { viewer } = await ask<{ viewer: { takesPartAs: { country: { code: string } }[] } }>(page.request, 'fr', '{ viewer { takesPartAs { country { code } } } }');
  return viewer.takesPartAs.map(({ country }) => country.code.toLowerCase());
}

test('an expert is told who nominates, registers themselves in Ukrainian once the adviser has opened the session to all, is validated in Albanian and leaves', async ({ page, browser }, { retry }) => {
  test.setTimeout(240_000);
  const title = `Une session ouverte à toutes et à tous ${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const day = days(200 + retry * 7);
  const id = await announced(adviser, 'fr', { title, starts: `${day}09:00`, ends: `${day}17:00`, needsValidation: true });

  await test.step('a visitor is told what the page of the session says, and of one that has none nothing', async () => {
    await page.goto(`/uk/trainings/${id}/register-myself`);
    await settled(page);
    await expect(page.locator('.notice')).toContainText('Учасників визначає організація чи орган влади.');
    await expect(page.locator('main')).not.toContainText('може зареєструватися й самостійно');
    await accessible(page);
    await page.goto('/uk/trainings/TrainingSession_00000000-0000-7000-8000-000000000000/register-myself');
    await settled(page);
    await expect(page.locator('main .ways-on')).toBeVisible();
    await expect(page.locator('.notice')).toHaveCount(0);
  });

  await signInAgain(page, 'uk', 'expert@passerelle.example');
  await page.goto(`/uk/trainings/${id}`);
  await settled(page);
  await expect(page.locator('.session-facts')).toContainText('Учасників визначає організація чи орган влади.');
  await expect(page.locator('.session-aside .notice')).toContainText('Зверніться до того, хто реєструє осіб');
  await expect(page.getByRole('link', { name: 'Зареєструватися самостійно' })).toHaveCount(0);
  await sound(page);
  await page.goto(`/uk/trainings/${id}/register-myself`);
  await settled(page);
  await expect(page.locator('.notice')).toContainText('учасників визначає організація чи орган влади');
  await expect(page.getByRole('button', { name: 'Зареєструватися' })).toHaveCount(0);
  await accessible(page);

  await test.step('the adviser lets people register themselves', async () => {
    await adviser.goto(`/fr/trainings/${id}/edit`);
    await settled(adviser);
    await adviser.getByLabel('Une organisation ou une autorité désigne les personnes qui participent').uncheck();
    await sound(adviser);
    await adviser.getByRole('button', { name: 'Enregistrer les modifications' }).click();
    await expect(adviser.locator('.notice-done', { hasText: 'C’est enregistré.' })).toBeVisible();
    await adviser.context().close();
  });

  const [country] = await countriesOf(page);
  await page.goto(`/uk/trainings/${id}`);
  await settled(page);
  await expect(page.locator('.session-facts')).toContainText('може зареєструватися й самостійно');
  await page.getByRole('link', { name: 'Зареєструватися самостійно' }).click();
  await expect(page).toHaveURL(/\/register-myself$/);
  await settled(page);
  await expect(page.locator('form.one-column')).toContainText('expert@passerelle.example');
  const capacity = page.locator('form.one-column select').first();
  if ((await capacity.inputValue()) === '') {
    await page.getByRole('button', { name: 'Зареєструватися' }).click();
    await expect(capacity).toBeFocused();
    await expect(page.locator('form.one-column')).toContainText('Виберіть, у якому статусі Ви берете участь.');
    await sound(page);
    await capacity.selectOption({ index: 1 });
  }
  await page.getByRole('button', { name: 'Зареєструватися' }).press('Enter');
  const result = page.locator('section.notice-done');
  await expect(result).toBeFocused();
  await expect(result).toContainText('Очікує на підтвердження');
  await sound(page);

  await test.step('the embassy of that country validates it', async () => {
    const officer = await visitOf(browser, 'sq', `scac.${country!}`);
    await officer.goto('/sq/registrations');
    await settled(officer);
    await expect(row(officer, title)).toContainText('Vetë personi');
    await accessible(officer);
    await row(officer, title).getByRole('button', { name: /^Miratojeni/ }).click();
    await expect(officer.locator('.notice-done')).toBeVisible();
    await officer.context().close();
  });

  await result.getByRole('link', { name: 'Ваші власні реєстрації' }).click();
  await expect(page).toHaveURL(/\/registrations\/mine$/);
  await settled(page);
  await expect(row(page, title)).toContainText('Підтверджено');
  await sound(page);
  await row(page, title).getByRole('button', { name: /^Відкликати/ }).click();
  await page.locator('.member-row .notice').getByRole('button', { name: /^Відкликати/ }).click();
  await expect(page.locator('.notice-done')).toBeFocused();
  await settled(page);
  await expect(row(page, title)).not.toContainText('Підтверджено');
  await accessible(page);
});
