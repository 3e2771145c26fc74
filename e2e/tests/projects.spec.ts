/** The adviser makes a regional project of a group of needs, chooses what is proposed, and decides it; needs, group and recommendation lead back to it; a colleague reads it in Serbian and says it in Greek, and both change it at once; an officer of a post learns of none of it. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { acceptedGroup, enteredNeed } from '../support/needs.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const control = (page: Page, name: string): Locator => page.locator(`main form :is(input, textarea)[data-field="${name}"]`);
const part = (page: Page, name: string): Locator => page.locator(`main form [data-field="${name}"]`);
const send = (page: Page): Promise<void> => page.locator('main form button[type="submit"]').last().press('Enter');

test('a group of needs becomes a regional project, with what the adviser has chosen of what is proposed', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(adviser);
  const serbian = await enteredNeed(adviser, { country: 'RS', sourceLocale: 'sr-Latn', theme: 'ASSISTANCE', title: `Prihvat žrtava ${mark}`, text: 'Nedostaju mesta za prihvat.' });
  const albanian = await enteredNeed(adviser, { country: 'AL', sourceLocale: 'sq', theme: 'ASSISTANCE', title: `Strehimi i viktimave ${mark}`, text: 'Mungojnë vendet e strehimit.' });
  const other = await enteredNeed(adviser, { country: 'MD', sourceLocale: 'ro', theme: 'ORGAN_REMOVAL', title: `Prelevarea de organe ${mark}`, text: 'Lipsește formarea medicilor.' });
  const group = await acceptedGroup(adviser, `Accueil ${mark}`, [serbian, albanian]);

  await adviser.goto(`/fr/common-needs/${group}`);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Proposer un projet régional' }).press('Enter');
  await expect(adviser).toHaveURL(new RegExp(`/fr/projects/new\\?from=${group}$`));
  await settled(adviser);
  await expect(control(adviser, 'TITLE')).toHaveValue(`Accueil ${mark}`);
  await expect(part(adviser, 'COUNTRIES').locator('label', { has: adviser.locator('input:checked') })).toHaveText([/Albanie/, /Serbie/]);
  await expect(part(adviser, 'NEEDS')).toContainText(`Prihvat žrtava ${mark}`);
  await expect(part(adviser, 'NEEDS')).not.toContainText(`Prelevarea de organe ${mark}`);
  await expect(adviser.locator('main form strong', { hasText: 'Régional' })).toBeVisible();

  // Each proposal says why, and none is ticked by itself.
  const recommended = part(adviser, 'RECOMMENDATIONS').locator('li').first();
  await expect(recommended.locator('p')).toContainText('Proposée car elle est ouverte');
  await expect(part(adviser, 'EXPERTS').locator('li').first().locator('p')).toContainText('connaît ces pays');
  await expect(adviser.locator('main section[aria-labelledby="project-proposals"] fieldset[data-field] input:checked')).toHaveCount(0);
  await sound(adviser);
  await recommended.locator('input').press('Space');
  await part(adviser, 'EXPERTS').locator('input').first().press('Space');
  await part(adviser, 'BUDGET').locator('.row-more').press('Enter');
  await part(adviser, 'BUDGET').locator('input').first().fill('Deux sessions de formation');
  await part(adviser, 'BUDGET').locator('input').nth(1).fill('beaucoup');
  await control(adviser, 'TITLE').fill(`Accueillir ensemble ${mark}`);
  await send(adviser);
  await expect(part(adviser, 'BUDGET').locator('.fault').last()).toContainText('Ce n’est pas un montant');
  await sound(adviser);
  await part(adviser, 'BUDGET').locator('input').nth(1).fill('18 500');
  await send(adviser);
  await expect(adviser).toHaveURL(/\/fr\/projects\/Project_/);
  await settled(adviser);
  const project = new URL(adviser.url()).pathname.replace('/fr', '');
  await expect(adviser.locator('.notice-done')).toHaveText('C’est enregistré.');
  await expect(adviser.locator('main')).toContainText('18 500,00 €');
  await sound(adviser);

  // Needs, group and recommendation lead back; a need of another country on another theme does not.
  const recommendation = await adviser.locator('main section[aria-labelledby="project-recommendations"] a').first().getAttribute('href');
  for (const page of [`/fr/needs/${serbian}`, `/fr/needs/${albanian}`, `/fr/common-needs/${group}`, recommendation!]) {
    await adviser.goto(page);
    await settled(adviser);
    await expect(adviser.getByRole('link', { name: `Accueillir ensemble ${mark}` }).first()).toBeVisible();
    await sound(adviser);
  }
  await adviser.goto(`/fr/needs/${other}`);
  await settled(adviser);
  await expect(adviser.locator('main')).not.toContainText(`Accueillir ensemble ${mark}`);

  await adviser.goto(`/fr${project}`);
  await settled(adviser);
  await besides('a colleague reads and says it in other languages, and both change it at once', async () => {
    // A colleague reads it in Serbian, where it is not said, and says it in Greek.
    const reader = await visitOf(browser, 'sr-Latn', 'assistant');
    await reader.goto(`/sr-Latn${project}`);
    await settled(reader);
    await expect(reader.locator('h1 .localized > [lang="fr"]')).toHaveText(`Accueillir ensemble ${mark}`);
    await expect(reader.locator('main')).toContainText('Regionalni');
    await sound(reader);
    await reader.goto(`/el${project}`);
    await settled(reader);
    await reader.getByRole('button', { name: 'Μεταφράσεις' }).press('Enter');
    await reader.locator('main form select').first().selectOption('el');
    await reader.locator('main form input[type="text"], main form input:not([type])').first().fill(`Κοινή φιλοξενία ${mark}`);
    await sound(reader);
    await send(reader);
    await expect(reader.locator('.notice-done')).toBeVisible();
    await reader.goto(`/el${project}`);
    await settled(reader);
    await expect(reader.locator('h1')).toHaveText(`Κοινή φιλοξενία ${mark}`);
    await expect(reader.locator('main')).toContainText('Περιφερειακό');
    await sound(reader);

    // Both change it at once: what the adviser typed stays, and what the colleague stored is shown.
    await adviser.reload();
    await settled(adviser);
    await adviser.getByRole('button', { name: 'Modifier le projet' }).press('Enter');
    await reader.getByRole('button', { name: 'Αλλαγή του έργου' }).press('Enter');
    await control(reader, 'TITLE').fill(`Accueillir mieux ${mark}`);
    await send(reader);
    await expect(reader.locator('.notice-done')).toBeVisible();
    await control(adviser, 'TITLE').fill(`Accueillir plus ${mark}`);
    await send(adviser);
    await expect(adviser.locator('main form [role="alert"]')).toContainText(`Accueillir mieux ${mark}`);
    await expect(control(adviser, 'TITLE')).toHaveValue(`Accueillir plus ${mark}`);
    await sound(adviser);
    await send(adviser);
    await expect(adviser.locator('.notice-done')).toBeVisible();
    await reader.context().close();
  });

  // To give it up needs a reason; it is selected instead.
  await adviser.getByRole('button', { name: 'Décider' }).press('Enter');
  await adviser.locator('main form select').selectOption({ label: 'Abandonné' });
  await send(adviser);
  await expect(adviser.locator('main form textarea')).toBeFocused();
  await adviser.locator('main form select').selectOption({ label: 'Retenu' });
  await adviser.locator('main form textarea').fill('Deux pays prêts cette année.');
  await sound(adviser);
  await send(adviser);
  await expect(adviser.locator('.notice-done')).toBeVisible();
  await expect(adviser.locator('main ol.rows')).toContainText('Deux pays prêts cette année.');
  await sound(adviser);

  await adviser.goto(`/fr/projects?search=${mark}&kind=REGIONAL&status=SELECTED`);
  await settled(adviser);
  await expect(adviser.locator('main .rows > li')).toHaveCount(1);
  await expect(adviser.locator('main .rows > li')).toContainText('Albanie');
  await sound(adviser);
  expect(wrong()).toEqual([]);

  await besides('a post learns of no project', async () => {
    // A post learns of no project, not even of one that answers its own need.
    const officer = await visitOf(browser, 'sq', 'scac.al');
    await officer.goto('/sq/projects');
    await settled(officer);
    await expect(officer.locator('main')).toContainText('Kjo faqe është për këshilltarin teknik rajonal dhe ekipin e tij.');
    await sound(officer);
    for (const page of [`/sq${project}`, `/sq/needs/${albanian}`]) {
      await officer.goto(page);
      await settled(officer);
      await expect(officer.locator('main')).not.toContainText(`plus ${mark}`);
    }
    const { projects, needs } = await ask<{ projects: { totalCount: number }; needs: { nodes: { projects: unknown[] }[] } }>(officer.request, 'sq', `{ projects { totalCount } needs(filter: { search: "${mark}" }) { nodes { projects { id } } } }`);
    expect([projects.totalCount, needs.nodes]).toEqual([0, [{ projects: [] }]]);
    await officer.context().close();
  });
  await adviser.context().close();
});
