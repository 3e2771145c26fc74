/** The adviser consults two embassies in French; the SCAC in Belgrade agrees with a remark in Serbian, the SSI objects; the mission is agreed only once nothing stands in the way, and what does is said. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** No other story is in this year. */
const YEAR = 2032;

/** A mission in Belgrade whose team may be anybody and that is planned, as the adviser has made it: its id, and that of its leg. */
async function planned(page: Page, purpose: string): Promise<{ readonly mission: string; readonly leg: string }> {
  const run = async (document: string, variables: Record<string, unknown>): Promise<{ id: string; version: number; legs: { id: string }[] }> =>
    Object.values(await ask<Record<string, { mission: { id: string; version: number; legs: { id: string }[] } }>>(page.request, 'fr', document, { variables }))[0]!.mission;
  const input = { sourceLocale: 'fr', title: `Avis ${purpose}`, purpose: '', startsOn: `${YEAR}-11-08`, endsOn: `${YEAR}-11-12`, objectives: [], team: [] };
  const { id } = await run('mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) { mission { id version legs { id } } } }', { key: crypto.randomUUID(), input });
  const leg = { sourceLocale: 'fr', country: 'RS', city: 'belgrade', startsOn: `${YEAR}-11-09`, endsOn: `${YEAR}-11-10`, lodgingName: '', lodgingAddress: '', transport: '', purpose, note: '' };
  const { version, legs } = await run('mutation ($id: ID!, $key: UUID!, $input: MissionLegInput!) { saveMissionLeg(mission: $id, key: $key, version: 0, input: $input) { mission { id version legs { id } } } }', { id, key: crypto.randomUUID(), input: leg });
  await run('mutation ($id: ID!, $version: Int!) { planMission(id: $id, version: $version) { mission { id version legs { id } } } }', { id, version });
  return { mission: id, leg: legs[0]!.id };
}

const service = (page: Page, name: 'SCAC' | 'SSI'): Locator => page.locator('.opinions li', { hasText: name }).first();

test('an embassy is consulted, answers service by service, and the mission is agreed once nothing stands in the way', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const purpose = `Parquet consulté ${retry}`;
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const { mission, leg } = await planned(page, purpose);
  await page.goto(`/fr/missions/${mission}`);
  await settled(page);
  const days = page.getByLabel('Jours ouvrés pour répondre');
  await expect(days).toHaveValue('5');
  await days.fill('25');
  await page.getByRole('button', { name: 'Consulter les ambassades' }).click();
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await sound(page);
  await days.fill('10');
  await page.getByLabel('Le silence vaut accord').uncheck();
  await page.getByRole('button', { name: 'Consulter les ambassades' }).click();
  await expect(page.getByText('Le silence ne vaut pas accord.')).toBeVisible();
  await page.getByRole('button', { name: 'Déclarer la mission convenue' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('Un service n’a pas encore répondu.');
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('Belgrade');
  await sound(page);

  const asked = page.locator('section[aria-labelledby="desk-opinions"] .rows > li', { has: page.locator(`a[href$="${leg}"]`) });
  await besides('who has answered stands on the desk of whoever consults', async () => {
    // Who has answered, and until when the others can, stands on the desk of whoever consults; on that of the post, what it still has to answer.
    await page.goto('/fr/desk');
    await settled(page);
    await expect(asked).toContainText('Dernier jour pour répondre');
    await expect(asked.locator('li', { hasText: 'SSI' })).toContainText('Attendu');
    await sound(page);
  });

  const scac = await visitOf(browser, 'sr-Latn', 'scac.rs');
  await scac.goto('/sr-Latn/desk');
  await settled(scac);
  await expect(scac.locator('.desk-waiting')).toContainText(/mišljenj/);
  await scac.goto(`/sr-Latn/legs/${leg}`);
  await settled(scac);
  await expect(service(scac, 'SSI').getByRole('button')).toHaveCount(0);
  await service(scac, 'SCAC').getByRole('button', { name: 'Daj mišljenje' }).click();
  await scac.getByRole('button', { name: 'Pošalji mišljenje' }).click();
  await expect(scac.getByText('Izaberite saglasnost ili prigovor.')).toBeVisible();
  await sound(scac);
  await scac.getByLabel('Saglasnost', { exact: true }).check();
  await scac.getByLabel('Napomena').fill('Uz prevodioca.');
  await scac.getByRole('button', { name: 'Pošalji mišljenje' }).click();
  await expect(service(scac, 'SCAC')).toContainText('Saglasnost s napomenom');
  await expect(service(scac, 'SCAC').locator('.notice-done')).toBeFocused();
  await scac.setViewportSize({ width: 390, height: 844 });
  await sound(scac);

  const ssi = await visitOf(browser, 'sr-Cyrl', 'ssi.rs');
  await ssi.goto(`/sr-Cyrl/legs/${leg}`);
  await settled(ssi);
  await expect(service(ssi, 'SCAC').locator('.localized > [lang="sr-Latn"]')).toHaveText('Uz prevodioca.');
  await service(ssi, 'SSI').getByRole('button', { name: 'Дај мишљење' }).click();
  await ssi.getByLabel('Приговор', { exact: true }).check();
  await ssi.getByRole('button', { name: 'Пошаљи мишљење' }).click();
  await expect(ssi.getByLabel('Напомена')).toHaveAttribute('aria-invalid', 'true');
  await ssi.getByLabel('Напомена').fill('Није погодна недеља.');
  await ssi.getByRole('button', { name: 'Пошаљи мишљење' }).click();
  await expect(service(ssi, 'SSI').locator('.notice-done')).toBeVisible();

  await besides('and what they have answered', async () => {
    await page.goto('/fr/desk');
    await settled(page);
    await expect(asked.locator('li', { hasText: 'SCAC' })).toContainText('Accord avec remarque');
    await expect(asked.locator('li', { hasText: 'SSI' })).toContainText('Opposition');
  });
  await page.goto(`/fr/missions/${mission}`);
  await settled(page);
  await page.getByRole('button', { name: 'Déclarer la mission convenue' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('Un service s’oppose.');
  await service(ssi, 'SSI').getByRole('button', { name: 'Измени мишљење' }).click();
  await ssi.getByLabel('Сагласност', { exact: true }).check();
  await ssi.getByRole('button', { name: 'Пошаљи мишљење' }).click();
  await expect(service(ssi, 'SSI').locator('.notice-done')).toBeVisible();
  // Nobody agrees to what they have not read: the answer that came meanwhile is shown first.
  await page.getByRole('button', { name: 'Déclarer la mission convenue' }).click();
  await expect(page.locator('.prepare-steps .notice-error')).toContainText('vérifiez-le, puis décidez de nouveau');
  await expect(service(page, 'SSI')).not.toContainText('Opposition');
  await page.getByRole('button', { name: 'Déclarer la mission convenue' }).click();
  await expect(page.locator('.notice-done')).toHaveText('La mission est convenue.');
  await expect(page.locator('.opinions').first()).toContainText('Accord avec remarque');
  await page.setViewportSize({ width: 390, height: 844 });
  await sound(page);
  expect(wrong()).toEqual([]);
  for (const one of [page, scac, ssi]) await one.context().close();
});
