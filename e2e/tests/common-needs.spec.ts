/** The adviser finds needs of three countries by their theme and accepts two of them as one; besides, the third is said not to belong, a colleague reads the group in Greek, and an officer of a post learns of none of it. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { control, press } from '../support/common-needs.ts';
import { enteredNeed } from '../support/needs.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('needs of three countries are suggested, two are accepted as one, and the third is said not to belong', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  // A theme of its own for each try: needs of the demonstration about it are over.
  const theme = ['ORGAN_REMOVAL', 'WITNESS_PROTECTION'][retry % 2]!;
  const mark = `${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const serbian = await enteredNeed(adviser, { country: 'RS', sourceLocale: 'sr-Cyrl', theme, title: `Заштита сведока ${mark}`, text: 'Тужиоцима треба обука о заштити сведока на суду.' });
  await enteredNeed(adviser, { country: 'AL', sourceLocale: 'sq', theme, title: `Mbrojtja e dëshmitarëve ${mark}`, text: 'Prokurorët kanë nevojë për trajnim për mbrojtjen e dëshmitarëve në gjykatë.' });
  await enteredNeed(adviser, { country: 'GR', sourceLocale: 'el', theme, title: `Προστασία μαρτύρων ${mark}`, text: 'Οι εισαγγελείς χρειάζονται κατάρτιση για την προστασία μαρτύρων στο δικαστήριο.' });

  await adviser.goto('/fr/needs');
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Besoins communs à plusieurs pays' }).click();
  await expect(adviser).toHaveURL(/\/fr\/common-needs$/);
  await sound(adviser);
  await adviser.goto(`/fr/common-needs?theme=${theme}&countries=3`);
  await settled(adviser);
  const suggested = adviser.locator('main .results > .items > .rows > li', { hasText: mark }).first();
  await expect(suggested.locator('h3')).toContainText('Serbie');
  for (const country of ['Albanie', 'Grèce']) await expect(suggested.locator('h3')).toContainText(country);
  await expect(suggested.locator('dl')).toContainText('Proximité');
  await sound(adviser);
  await press(suggested.getByRole('button', { name: 'Retenir comme besoin commun' }));
  await suggested.getByRole('button', { name: 'Réunir ces besoins' }).click();
  await expect(control(adviser, 'TITLE')).toBeFocused();
  await suggested.locator('[data-field="NEEDS"] label', { hasText: 'μαρτύρων' }).locator('input').press('Space');
  await control(adviser, 'TITLE').fill(`Protéger les témoins ${mark}`);
  await control(adviser, 'WHY').fill('Les parquets demandent la même formation.');
  await sound(adviser);
  await press(suggested.getByRole('button', { name: 'Réunir ces besoins' }));
  await expect(adviser).toHaveURL(/\/fr\/common-needs\/CommonNeed_/);
  await settled(adviser);
  const group = new URL(adviser.url()).pathname.replace('/fr', '');
  await expect(adviser.locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(adviser.locator('main [lang="sq"]').first()).toContainText(mark);
  await expect(adviser.locator('main')).not.toContainText('μαρτύρων');
  await expect(adviser.locator('main dl.facts')).toContainText('Ce dont plusieurs parlent');
  await sound(adviser);

  // The need says in which group it is, and the way leads back.
  await adviser.goto(`/fr/needs/${serbian}`);
  await settled(adviser);
  await adviser.getByRole('link', { name: `Protéger les témoins ${mark}` }).first().click();
  await expect(adviser).toHaveURL(new RegExp(`${group}$`));

  await besides('the third is said not to belong', async () => {
    await adviser.goto(`/fr/common-needs?theme=${theme}`);
    await settled(adviser);
    const joining = adviser.locator('main .results > .items > .rows > li', { hasText: `Προστασία μαρτύρων ${mark}` }).first();
    await expect(joining).toContainText(`Protéger les témoins ${mark}`);
    await sound(adviser);
    await press(joining.getByRole('button', { name: new RegExp(`^N’a pas sa place ici ?, Προστασία μαρτύρων ${mark}$`) }));
    await expect(adviser.locator('.notice-done')).toBeFocused();
    await settled(adviser);
    await expect(adviser.locator('main .results > .items > .rows > li', { hasText: `Προστασία μαρτύρων ${mark}` })).toHaveCount(0);
    await adviser.getByText('Besoins séparés par un choix de votre équipe').click();
    await expect(adviser.locator('details[open] .rows')).toContainText(`Προστασία μαρτύρων ${mark}`);
    await sound(adviser);
  });
  expect(wrong()).toEqual([]);

  await besides('a colleague reads the group in Greek, and a post learns of none', async () => {
    const reader = await visitOf(browser, 'el', 'assistant');
    await reader.goto(`/el${group}`);
    await settled(reader);
    await expect(reader.locator('h1 .localized > [lang="fr"]')).toHaveText(`Protéger les témoins ${mark}`);
    await expect(reader.locator('main')).toContainText('Η ομάδα έγινε δεκτή');
    await sound(reader);

    // A post learns of no group, not even of one with a need of its own.
    const officer = await visitOf(browser, 'sq', 'scac.al');
    await officer.goto('/sq/common-needs');
    await settled(officer);
    await expect(officer.locator('main')).toContainText('Kjo faqe është për këshilltarin teknik rajonal dhe ekipin e tij.');
    await expect(officer.locator('main')).not.toContainText(mark);
    await sound(officer);
    await officer.goto(`/sq${group}`);
    await settled(officer);
    await expect(officer.locator('main')).not.toContainText(mark);
    const { commonNeeds, commonNeedSuggestions, needs } = await ask<{ commonNeeds: { totalCount: number }; commonNeedSuggestions: null; needs: { nodes: { commonNeed: null }[] } }>(officer.request, 'sq', `{ commonNeeds { totalCount } commonNeedSuggestions { totalCount } needs(filter: { search: "${mark}" }) { nodes { commonNeed { id } } } }`);
    expect([commonNeeds.totalCount, commonNeedSuggestions, needs.nodes]).toEqual([0, null, [{ commonNeed: null }]]);
    for (const page of [reader, officer]) await page.context().close();
  });
  await adviser.context().close();
});
