/** The adviser asks experts in French on which days they are free; one answers in Croatian by the link of the mail, on a telephone and by keyboard alone; nobody else sees anything. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { linkTo } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** No other story is in this year. */
const YEAR = 2036;

async function day(page: Page, name: string, date: number): Promise<void> {
  const part = page.locator(`[data-field="${name}"]`);
  await part.locator('.date-day input').fill(String(date));
  await part.locator('.date-month select').selectOption('11');
  await part.locator('.date-year input').fill(String(YEAR));
}

/** Two experts without an account: one who is written to in Croatian, and one of whom nobody knows an address. */
async function experts(page: Page, name: string, email: string): Promise<void> {
  const create = 'mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { outcome } }';
  const input = { sourceLocale: 'fr', profession: 'JUDGE', institution: 'ENM', summary: 'Forme des magistrats.', languages: [], themes: ['ASSISTANCE'], countries: ['HR'], corps: '', vouchedBy: '' };
  for (const [who, contact] of [[name, { email, locale: 'hr' }], [`${name} Sansadresse`, null]] as const) {
    const { createExpert } = await ask<{ createExpert: { outcome: string } }>(page.request, 'fr', create, { variables: { key: randomUUID(), input: { ...input, name: who, contact } } });
    expect(createExpert.outcome).toBe('DONE');
  }
}

test('an expert is asked in French and answers in Croatian, by a link on a telephone and by keyboard alone', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const [title, name, email] = [`Mission à Zagreb ${retry}`, `Vesna Horvatić${retry}`, `vesna-${retry}@expert.example`];
  const adviser = await deskOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  await experts(adviser, name, email);

  await adviser.getByRole('link', { name: 'Demander des disponibilités' }).click();
  await expect(adviser).toHaveURL(/\/fr\/availability$/);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Préparer une demande de disponibilités' }).click();
  await expect(adviser).toHaveURL(/\/availability\/new$/);
  await settled(adviser);
  const save = adviser.getByRole('button', { name: 'Enregistrer la demande' });
  await save.click();
  await expect(adviser.getByLabel('Titre')).toBeFocused();
  await sound(adviser);
  await adviser.getByLabel('Titre').fill(title);
  await day(adviser, 'FROM', 8);
  await day(adviser, 'UNTIL', 10);
  await day(adviser, 'ANSWERS_UNTIL', 9);
  await save.click();
  await expect(adviser.getByText('Ce jour ne doit pas venir après le premier jour.')).toBeVisible();
  await expect(adviser.locator('[data-field="ANSWERS_UNTIL"] input').first()).toBeFocused();
  await day(adviser, 'ANSWERS_UNTIL', 1);
  await save.click();
  await expect(adviser).toHaveURL(/\/availability\/AvailabilityCall_/);
  await settled(adviser);
  await expect(adviser.getByText('Personne n’a encore été interrogé.')).toBeVisible();
  // Before anybody is asked it is said when they are reminded.
  await expect(adviser.locator('.facts > div', { hasText: 'Rappel automatique' })).toContainText(/29\soctobre\s\d{4}/);

  await adviser.getByRole('button', { name: 'Envoyer les courriels' }).click();
  await expect(adviser.getByText('Ajoutez d’abord au moins un expert.')).toBeVisible();
  await adviser.getByRole('searchbox').fill(name);
  await adviser.getByRole('searchbox').press('Enter');
  await adviser.getByRole('button', { name: `Ajouter ${name}`, exact: true }).click();
  await adviser.getByRole('button', { name: `Ajouter ${name} Sansadresse`, exact: true }).click();
  await sound(adviser);
  await adviser.getByRole('button', { name: 'Envoyer les courriels' }).click();
  const came = adviser.locator('.notice', { hasText: name }).first();
  await expect(came).toBeFocused();
  await expect(came).toContainText('Le courriel est en cours d’envoi.');
  await expect(came).toContainText('Expert non interrogé');
  await expect(adviser.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Dernier courriel' })).toContainText(/Rappel automatique\s:\s29\soctobre\s\d{4}/);
  expect(wrong()).toEqual([]);

  const link = await linkTo(adviser.request, email, '/availability-answer');
  expect(link).toMatch(/^\/hr\//);
  const expert = await (await browser.newContext({ extraHTTPHeaders: networkOf(email), viewport: { width: 360, height: 740 } })).newPage();

  await test.step('in Croatian, by keyboard alone', async () => {
    await expert.goto(link);
    await settled(expert);
    await expect(expert.getByRole('heading', { level: 1, name: 'Odgovor o raspoloživosti' })).toBeVisible();
    // The secret has left the address; a title in another language says so.
    expect(expert.url()).not.toContain('#');
    await expect(expert.locator('.lead [lang="fr"]').first()).toHaveText(title);
    const groups = expert.getByRole('group', { name: '2036' });
    await expect(groups).toHaveCount(3);
    await expert.getByRole('button', { name: 'Pošalji moj odgovor' }).press('Enter');
    await expect(groups.first().getByRole('radio').first()).toBeFocused();
    await expect(expert.getByText('Odaberite odgovor za ovaj dan.')).toHaveCount(3);
    await sound(expert);
    await expert.getByRole('button', { name: 'Svi dani slobodni' }).press('Enter');
    await groups.nth(1).getByRole('radio', { name: 'Da, slobodan dan' }).focus();
    await expert.keyboard.press('ArrowDown');
    await expect(groups.nth(1).getByRole('radio', { name: 'Možda' })).toBeChecked();
    await groups.nth(2).getByRole('radio', { name: 'Da, slobodan dan' }).focus();
    await expert.keyboard.press('ArrowUp');
    await expect(groups.nth(2).getByRole('radio', { name: 'Ne, zauzet dan' })).toBeChecked();
    await expert.getByLabel('Napomena').fill('Dolazim dan prije');
    await expert.getByLabel('Osoba koja bi mogla doći umjesto Vas').fill('Ana Primjer, 01 234 56 78');
    await expert.getByRole('button', { name: 'Pošalji moj odgovor' }).press('Enter');
    await expect(expert.getByLabel('Osoba koja bi mogla doći umjesto Vas')).toBeFocused();
    await expect(expert.getByText('Upišite samo ime, u jednom retku')).toBeVisible();
    await expert.getByLabel('Osoba koja bi mogla doći umjesto Vas').fill('Ana Primjer');
    await expert.getByRole('button', { name: 'Pošalji moj odgovor' }).press('Enter');
    await expect(expert.locator('.notice-done')).toBeFocused();
    await expect(expert.locator('.notice-done')).toContainText('Vaš je odgovor spremljen.');
    await sound(expert);
  });

  await besides('followed once more in the same window, the link holds what was answered', async () => {
    await expert.goto(link);
    await expect(expert.getByRole('group', { name: '2036' }).nth(1).getByRole('radio', { name: 'Možda' })).toBeChecked();
    await expect(expert.getByLabel('Napomena')).toHaveValue('Dolazim dan prije');
    await expect(expert.getByLabel('Osoba koja bi mogla doći umjesto Vas')).toHaveValue('Ana Primjer');
    await expert.getByRole('button', { name: 'Pošalji moj odgovor' }).press('Enter');
    await expect(expert.locator('.notice-done')).toBeFocused();
  });

  await adviser.reload();
  await settled(adviser);
  const table = adviser.locator('.availability-answers table');
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('row').nth(1)).toContainText('Disponible');
  await expect(table.getByRole('row').nth(2)).toContainText('Peut-être');
  await expect(table.getByRole('row').nth(3)).toContainText('Pas disponible');
  await expect(adviser.locator('.availability-answers .localized > [lang="hr"]')).toHaveText('Dolazim dan prije');
  await expect(adviser.locator('.availability-answers')).toContainText('Remplacement proposé');
  await expect(adviser.locator('.availability-answers')).toContainText('Ana Primjer');
  await sound(adviser);

  await besides('an embassy sees nothing of it', async () => {
    const post = await visitOf(browser, 'sr-Latn', 'scac.rs');
    await post.goto(adviser.url().replace(/.*\/fr/, '/sr-Latn'));
    await settled(post);
    await expect(post.locator('main')).not.toContainText('Zagreb');
    await post.context().close();
  });

  await adviser.getByRole('button', { name: 'Clore la demande' }).click();
  await adviser.getByRole('button', { name: 'La laisser ouverte' }).click();
  await expect(adviser.getByRole('button', { name: 'Clore la demande' })).toBeFocused();
  await adviser.getByRole('button', { name: 'Clore la demande' }).press('Enter');
  await adviser.getByRole('button', { name: 'Clore maintenant' }).press('Enter');
  await expect(adviser.locator('.notice-done', { hasText: 'La demande est close.' })).toBeFocused();
  await expert.goto(link);
  await settled(expert);
  await expect(expert.locator('.notice-error')).toContainText('Ovaj je upit zatvoren');
  await expect(expert.locator('main')).not.toContainText('Zagreb');
  await Promise.all([adviser.context().close(), expert.context().close()]);
});
