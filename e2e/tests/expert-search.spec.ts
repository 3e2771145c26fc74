/** In French the adviser finds experts for a mission: who may fit, why another does not, two side by side, and asks both on which days they are free. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** No other story is in this year. */
const YEAR = 2037;

async function day(page: Page, name: string, date: number): Promise<void> {
  const part = page.getByRole('group', { name, exact: true });
  await part.locator('.date-day input').fill(String(date));
  await part.locator('.date-month select').selectOption('11');
  await part.locator('.date-year input').fill(String(YEAR));
  // What is wrong with a day is said once it is left, and moves what stands below.
  await part.locator('.date-year input').press('Tab');
}

/** An expert who works in Serbian, cleared for the days where that is said. */
async function enter(page: Page, name: string, level: string, isCleared: boolean): Promise<void> {
  const key = randomUUID();
  const input = { sourceLocale: 'fr', name, profession: 'JUDGE', institution: 'ENM', summary: 'Forme des magistrats.', languages: [{ language: 'sr', level }], themes: ['ASSISTANCE'], countries: ['RS'], corps: '', vouchedBy: 'Ministère de la Justice', contact: { email: `${key}@expert.example`, locale: 'fr' } };
  const { createExpert } = await ask<{ createExpert: { outcome: string } }>(page.request, 'fr', 'mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { outcome } }', { variables: { key, input } });
  expect(createExpert.outcome).toBe('DONE');
  if (!isCleared) return;
  const clearance = { fromOn: `${YEAR}-11-01`, untilOn: `${YEAR}-11-30`, givenBy: 'Cour d’appel', givenOn: '2025-01-15', remark: '', locale: 'fr', mission: null };
  const { saveClearance } = await ask<{ saveClearance: { outcome: string } }>(page.request, 'fr', 'mutation ($expert: ID!, $key: UUID!, $input: ClearanceInput!) { saveClearance(expert: $expert, key: $key, version: 0, input: $input) { outcome } }', { variables: { expert: `Expert_${key}`, key: randomUUID(), input: clearance } });
  expect(saveClearance.outcome).toBe('DONE');
}

test('an adviser finds who may fit, reads why another does not, compares both and asks them', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const [fitting, other] = [`Aaline Convient${retry}`, `Aaron Débute${retry}`];
  const adviser = await deskOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  await enter(adviser, fitting, 'C1', true);
  await enter(adviser, other, 'B1', false);

  await adviser.getByRole('link', { name: 'Trouver des experts' }).click();
  await expect(adviser).toHaveURL(/\/fr\/find-experts$/);
  await settled(adviser);
  const filters = adviser.getByRole('search');
  await filters.getByLabel('Langue de travail').selectOption('sr');
  await filters.getByLabel('Niveau minimal').selectOption('C1');
  await day(adviser, 'Premier jour', 12);
  await day(adviser, 'Dernier jour', 8);
  await filters.getByLabel('Trier').selectOption('NAME');
  await filters.getByLabel('Autorisation pour tous ces jours').check();
  await filters.getByRole('button', { name: 'Afficher les résultats' }).click();
  // The last day is before the first: nothing is asked for yet.
  await expect(adviser).toHaveURL(/\/find-experts$/);
  await day(adviser, 'Premier jour', 8);
  await day(adviser, 'Dernier jour', 12);
  await filters.getByRole('button', { name: 'Afficher les résultats' }).click();
  await expect(adviser).toHaveURL(/language=sr&atLeast=C1&from=2037-11-08&until=2037-11-12&cleared=yes&sort=NAME/);
  await settled(adviser);

  await adviser.getByRole('link', { name: /^À vérifier \(/ }).click();
  const found = adviser.locator('.law-row', { hasText: fitting });
  await expect(found).toContainText('Question pas encore posée');
  await expect(found).toContainText('8–\u206012 novembre 2037');
  await expect(found).toContainText('Ministère de la Justice');
  await expect(adviser.locator('.law-row', { hasText: other })).toHaveCount(0);
  await found.getByLabel('Comparer').check();
  await expect(adviser.getByRole('heading', { name: 'Comparaison' })).toBeVisible();

  await adviser.getByRole('link', { name: /^Ne convient pas \(/ }).click();
  const left = adviser.locator('.law-row', { hasText: other });
  await expect(left).toContainText('Niveau insuffisant dans la langue');
  await expect(left).toContainText('serbe B1');
  await expect(left).toContainText('Pas d’autorisation');
  await left.getByLabel('Comparer').check();
  const table = adviser.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(2);
  await expect(table.getByRole('row', { name: /^Autorisations/ })).toContainText('novembre 2037');
  await expect(table.getByRole('row', { name: /^Garant/ })).toContainText('Ministère de la Justice');
  await sound(adviser);
  await expect(adviser.locator('main')).not.toContainText(/agréé/i);

  await adviser.getByRole('navigation', { name: 'Affichage' }).getByRole('link', { name: 'Carte', exact: true }).click();
  await expect(adviser).toHaveURL(/view=map/);
  await settled(adviser);
  await expect(adviser.getByRole('heading', { name: /^Les experts connaissent \d+ des 16 pays$/ })).toBeVisible();
  await adviser.getByText('Lire la carte sous forme de tableau').click();
  await expect(adviser.getByRole('row', { name: /^Serbie/ })).toContainText(/[1-9]/);
  await sound(adviser);

  await besides('a country of the map, or of the table that says the same, narrows the search to it: the address keeps it, and reading goes on at the list', async () => {
    const numberIn = (text: string | null): string => /\d+/.exec(text ?? '')![0];
    const counted = numberIn(await adviser.getByRole('row', { name: /^Serbie/ }).getByRole('cell').last().textContent());
    const narrowed = async (): Promise<void> => {
      await expect(adviser).toHaveURL(/^(?!.*view=map).*[?&]country=RS&knows=yes/);
      await settled(adviser);
      await expect(adviser.locator('.results .count')).toBeFocused();
      // As many as the map has said.
      expect(numberIn(await adviser.locator('.results .count').textContent())).toBe(counted);
      await expect(adviser.locator('.condition', { hasText: 'Seulement les experts qui connaissent ce pays' })).toBeVisible();
      await expect(adviser.locator('.condition', { hasText: 'Serbie' })).toBeVisible();
      await expect(adviser.locator('.law-row', { hasText: other })).toContainText('Niveau insuffisant dans la langue');
      await adviser.goBack();
      await expect(adviser).toHaveURL(/view=map/);
      await settled(adviser);
    };
    await adviser.getByRole('row', { name: /^Serbie/ }).getByRole('link').click();
    await narrowed();
    await adviser.locator('.map-label[data-code="RS"]').focus();
    await adviser.keyboard.press('Enter');
    await narrowed();
  });

  await besides('the mission that is asked for is named, also once none can be entered for it any more', async () => {
    const [key, title] = [randomUUID(), `Tournée nommée ${retry}`];
    const input = { sourceLocale: 'fr', title, purpose: '', startsOn: `${YEAR}-11-08`, endsOn: `${YEAR}-11-12`, objectives: [] };
    const { createMission } = await ask<{ createMission: { mission: { id: string; version: number } } }>(adviser.request, 'fr', 'mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { mission { id version } } }', { variables: { key, input } });
    const { id, version } = createMission.mission;
    const { giveUpMission } = await ask<{ giveUpMission: { outcome: string } }>(adviser.request, 'fr', 'mutation ($id: ID!, $version: Int!, $reasons: [LocaleTextInput!]!) { giveUpMission(id: $id, version: $version, reasons: $reasons) { outcome } }', { variables: { id, version, reasons: [{ locale: 'fr', text: 'Reportée.' }] } });
    expect(giveUpMission.outcome).toBe('DONE');
    const before = adviser.url();
    await adviser.goto(`${before}&mission=${id}`);
    await settled(adviser);
    await expect(adviser.getByRole('link', { name: `Pour la mission ${title}` })).toBeVisible();
    await expect(filters.getByLabel('Pour la mission')).toHaveValue(id);
    await sound(adviser);
    await adviser.goto(before);
    await settled(adviser);
  });

  await besides('an embassy is told whose page it is, and is given nobody', async () => {
    const post = await visitOf(browser, 'fr', 'scac.rs');
    await post.goto(adviser.url());
    await settled(post);
    await expect(post.locator('main')).toContainText('Cette page est pour le conseiller technique régional et son équipe.');
    await expect(post.locator('main')).not.toContainText('Convient');
    await post.context().close();
  });

  await adviser.getByRole('link', { name: 'Demander leurs disponibilités' }).click();
  await expect(adviser).toHaveURL(/\/availability\/new\?experts=/);
  await settled(adviser);
  await adviser.getByLabel('Titre').fill(`Mission à Belgrade ${retry}`);
  const until = adviser.locator('[data-field="ANSWERS_UNTIL"]');
  await until.locator('.date-day input').fill('1');
  await until.locator('.date-month select').selectOption('11');
  await until.locator('.date-year input').fill(String(YEAR));
  await adviser.getByRole('button', { name: 'Enregistrer la demande' }).click();
  await expect(adviser).toHaveURL(/\/availability\/AvailabilityCall_/);
  await settled(adviser);
  await expect(adviser.locator('main')).toContainText('8–\u206012 novembre 2037');
  await expect(adviser.getByRole('list', { name: 'Experts à interroger' }).getByRole('listitem')).toHaveCount(2);
  await adviser.getByRole('button', { name: 'Envoyer les courriels' }).click();
  await expect(adviser.locator('.notice-done', { hasText: fitting })).toBeFocused();
  await expect(adviser.getByText(/^Dernier courriel/)).toHaveCount(2);
  expect(wrong()).toEqual([]);
  await adviser.context().close();
});
