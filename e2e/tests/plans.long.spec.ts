/**
 * The adviser has a plan of a mission searched for: in French they read the best one, its proof, a meeting that is left out on a holiday with the change that would bring it in, and what it costs and other envelopes would bring, take it along as files, and take it over into the mission; in Greek they read the same. Of a mission of which
 * nothing can come they read what cannot be had together. Nobody else has the page.
 */
import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { ended, INVENTED, look, missionOf, november, toPlan } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

// One search goes on at a time.
test.describe.configure({ mode: 'serial' });

/** An hour that is typed, and one to which a meeting is dragged: refused in words with what stands in the way, or noted for the next search; taken back at the end. */
async function movesMeetings(page: Page): Promise<void> {
  const move = page.locator('section:has(> #plan-move)');
  const [meeting, hour] = [move.getByLabel('Rendez-vous').first(), move.getByLabel('Début à')];
  await meeting.selectOption('Parquet de Sarajevo');
  await expect(hour).not.toHaveValue('');
  await hour.fill('bientôt');
  await move.getByRole('button', { name: 'Fixer cette heure' }).press('Enter');
  await expect(hour).toHaveValue('bientôt');
  await expect(move.locator('.fault')).toBeVisible();
  await hour.fill('19:30');
  await hour.press('Enter');
  await expect(move.getByRole('alert')).toContainText(/«\s?Parquet de Sarajevo\s?» ne peut pas commencer à ce moment/);
  await expect(move.getByRole('alert')).toContainText('Ce qui s’y oppose');
  await expect(hour).toHaveValue('19:30');
  await hour.fill('15:15');
  await hour.press('Enter');
  await expect(move.getByRole('alert')).toHaveCount(0);
  const pins = page.locator('section:has(> #plan-pins)');
  await expect(pins.getByRole('listitem')).toHaveCount(1);
  await expect(pins).toContainText('15:15');
  await expect(move).toContainText('Personne d’autre qui pourrait partir n’a le même rôle.');
  // Dragged by mouse: the form shows where it was let go.
  await page.setViewportSize({ width: 1280, height: 900 });
  const mark = page.locator('.plan-mark[data-meeting]').first();
  await mark.scrollIntoViewIfNeeded();
  const box = (await mark.locator('circle').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(move.getByRole('alert')).toContainText('Ce qui s’y oppose');
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(pins.getByRole('listitem')).toHaveCount(0);
}

const adviser = (browser: Browser): Promise<Page> => visitOf(browser, 'fr', 'adviser');

test('the adviser reads the best plan, that none is better, what is left out and what would bring it in, and takes it over; in Greek the same', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await adviser(browser);
  const wrong = watch(page);
  const mission = await missionOf(page.request);
  await toPlan(page, mission);
  // What was typed stays where it is refused.
  await page.getByLabel('Une autre enveloppe en euros').fill('beaucoup');
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.getByLabel('Une autre enveloppe en euros')).toBeFocused();
  await expect(page.getByLabel('Une autre enveloppe en euros')).toHaveValue('beaucoup');
  await expect(page.getByText('Ce montant n’est pas possible.')).toBeVisible();
  await page.getByLabel('Une autre enveloppe en euros').fill('2 500');
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-bound strong')).toHaveText('Il est prouvé qu’aucun plan n’est meilleur.', { timeout: 240_000 });
  await expect(page.locator('.plan-figures')).toContainText(/Rendez-vous dans le plan\s: 2 sur 3/);

  const table = page.getByRole('table', { name: 'Le même plan en tableau' });
  await expect(table).toContainText('Parquet de Sarajevo');
  await expect(table).toContainText('Centre de protection');
  await expect(table).toContainText('Paris – Sarajevo');
  await expect(table).toContainText('Magistrature');
  await expect(page.getByRole('img', { name: /^Frise\s: jours et villes/ })).toBeVisible();
  await expect(page.locator('.plan-graph polyline')).toHaveCount(1);
  const out = page.locator('.plan-out');
  await expect(out.locator('.plan-changes li').first()).toBeVisible({ timeout: 300_000 });
  await expect(out).toHaveCount(1);
  await ended(page);
  await expect(out).toContainText(/«\sMarché de Belgrade\s» n’est pas dans le plan\s: les jours qui conviendraient sont fériés\./);
  await expect(out).toContainText('11 novembre 2027');
  await expect(out.locator('.plan-changes li').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'Coûts' })).toContainText('En tout');
  await expect(page.getByText(/Reste de l’enveloppe/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Vers les liaisons et les règles de passage des frontières' })).toHaveAttribute('href', '/fr/travel');
  await sound(page);

  await movesMeetings(page);

  // Taken along: on paper, as a list, for a calendar and for programs; each says that nothing is agreed, or proves itself.
  for (const [name, ending, says] of [['À imprimer (PDF)', 'pdf', '%PDF'], ['Les rendez-vous et les voyages au format CSV', 'csv', '"Parquet de Sarajevo"'], ['Les rendez-vous et les voyages au format CSV', 'csv', '"Voyage"'], ['Pour un calendrier (ICS)', 'ics', 'UID:Journey_'], ['Pour un autre logiciel (JSON)', 'json', '"format": "passerelle-plan"']] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).press('Enter')]);
    expect(download.suggestedFilename()).toBe(`passerelle-plan.${ending}`);
    expect(await readFile((await download.path())!, 'utf8')).toContain(says);
    await expect(page.getByText('Le fichier arrive dans vos téléchargements.').last()).toBeVisible();
  }

  // What more or less money would bring: a drawing, and the table that says the same.
  await page.getByRole('button', { name: 'Essayer d’autres enveloppes' }).press('Enter');
  const curve = page.locator('section.plan-curve');
  await expect(curve).toContainText('La recherche est terminée.', { timeout: 240_000 });
  await expect(page.getByRole('img', { name: /^Nombre de rendez-vous selon l’enveloppe/ })).toBeVisible();
  const envelopes = page.getByRole('table', { name: 'Ce qu’apporterait plus ou moins d’argent' });
  await expect(envelopes.getByRole('row', { name: /2\s500,00\s€ Celle de cette recherche/ })).toContainText('2');
  expect(await envelopes.locator('tbody tr').count()).toBeGreaterThan(4);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  // Taken over: what would change is read first, by keyboard, then all of it is done, and the mission leads back to it.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Ce qui change' })).toBeFocused();
  const changes = page.getByRole('table', { name: 'Ce qui change' });
  await expect(changes.getByRole('row', { name: /Heure du rendez-vous Ajout Parquet de Sarajevo/ })).toContainText('9 novembre 2027');
  await expect(changes.getByRole('row', { name: /Voyage Ajout/ }).first()).toContainText('Paris');
  await expect(changes.getByRole('row', { name: /Séjour Ajout/ })).toHaveCount(2);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Reprendre maintenant' }).press('Enter');
  const done = page.locator('p.notice-done', { hasText: 'Le plan a été repris dans la mission.' });
  await expect(done).toBeVisible();
  // The page has read the search again: what was said stays, and is still where the reader is.
  await settled(page);
  await expect(done).toBeFocused();
  await page.getByRole('link', { name: 'Vers la mission' }).click();
  await settled(page);
  const back = page.getByRole('link', { name: /^Vers le plan repris le/ });
  await expect(back).toHaveAttribute('href', /\/plan\?search=PlanSearch_/);
  const { mission: taken } = await ask<{ mission: { members: { stays: object[] }[]; legs: { meetings: { subject: { text: string }; day: string | null; people: object[] }[] }[] } }>(page.request, 'fr', 'query ($id: ID!) { mission(id: $id) { members { stays { legKey } } legs { meetings { subject { text } day people { name } } } } }', { variables: { id: mission } });
  expect(taken.members.map(({ stays }) => stays.length)).toEqual([2]);
  expect(taken.legs.flatMap(({ meetings }) => meetings.map(({ subject: { text }, day, people }) => [text, day, people.length]))).toEqual(expect.arrayContaining([['Parquet de Sarajevo', november(9), 1], ['Centre de protection', november(10), 1], ['Marché de Belgrade', null, 0]]));
  await back.click();
  await expect(page.getByText('Repris le', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click();
  await expect(page.getByText('La mission est déjà telle que ce plan la décrit.')).toBeVisible();

  // Fixed: a meeting is left out by a button, taken back and done again by keys, and the rest is planned without it.
  await page.getByRole('button', { name: 'Écarter Parquet de Sarajevo' }).press('Enter');
  const fixed = page.getByRole('region', { name: 'Fixé pour la prochaine recherche' });
  await expect(fixed.getByRole('listitem')).toContainText('Parquet de Sarajevo');
  await expect(page.getByRole('button', { name: 'Écarter Parquet de Sarajevo' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+z');
  await expect(fixed).toContainText('Rien n’est fixé.');
  await page.keyboard.press('Control+Shift+z');
  await expect(fixed.getByRole('listitem')).toHaveCount(1);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel('Rester proche du plan affiché (Le meilleur plan)').check();
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-figures')).toContainText(/Rendez-vous dans le plan\s: 1 sur 3/, { timeout: 240_000 });
  const former = page.locator('.plan-former');
  await expect(former).toContainText(/Changements par rapport au plan précédent\s: 1/);
  await expect(former.getByRole('listitem').filter({ hasText: 'Rendez-vous qui sortent du plan' })).toContainText('Parquet de Sarajevo');
  await expect(page.locator('.plan-out').filter({ hasText: 'Parquet de Sarajevo' })).toContainText(/rendez-vous écarté \(Parquet de Sarajevo\)/, { timeout: 300_000 });
  await ended(page);
  await fixed.getByRole('button', { name: /^Libérer/ }).press('Enter');
  await expect(fixed.getByRole('heading')).toBeFocused();
  await page.locator('section[aria-labelledby="plan-earlier"]').getByRole('link').last().click();
  await expect(page).toHaveURL(/search=PlanSearch_/);

  await look(page, `/el/missions/${mission}/plan?search=${new URL(page.url()).searchParams.get('search')}`);
  await expect(page.locator('.plan-bound strong')).toHaveText('Έχει αποδειχθεί ότι κανένα σχέδιο δεν είναι καλύτερο.');
  await expect(page.locator('.plan-out')).toContainText('μένει εκτός σχεδίου: οι ημέρες που θα ταίριαζαν είναι αργίες.');
  await expect(page.locator('.plan-out [lang="fr"]').first()).toHaveText('Marché de Belgrade');
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('where nobody speaks a language no plan is possible, which is said with what cannot be had together; with an interpreter there is one, and both searches are listed', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await adviser(browser);
  const wrong = watch(page);
  const searches = async (): Promise<number> => (await ask<{ mission: { planSearches: object[] } }>(page.request, 'fr', 'query ($id: ID!) { mission(id: $id) { planSearches { id } } }', { variables: { id: INVENTED } })).mission.planSearches.length;
  const before = await searches();
  await look(page, `/fr/missions/${INVENTED}/plan`);
  await page.getByLabel('Coût d’un interprète par demi-journée, en euros').fill('');
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  await page.getByRole('button', { name: 'Chercher un plan' }).click();
  await expect.poll(searches).toBe(before + 1);
  await expect(page.locator('.plan-bound strong')).toHaveText('Il est prouvé qu’aucun plan n’existe.', { timeout: 240_000 });
  await expect(page.locator('.plan')).toContainText(/demandé pour un rendez-vous \(serbe, Équipes communes d’enquête\)/, { timeout: 240_000 });
  await ended(page);
  await sound(page);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel('Coût d’un interprète par demi-journée, en euros').fill('300');
  await page.getByRole('button', { name: 'Chercher un plan' }).click();
  const earlier = page.locator('section[aria-labelledby="plan-earlier"]');
  await expect(earlier.getByRole('listitem')).toHaveCount(before + 2);
  await expect(page.locator('.plan-figures')).toBeVisible({ timeout: 240_000 });
  await expect(page.locator('.plan-bound strong')).toHaveText(/^(?:Il est prouvé qu’aucun plan n’est meilleur(?:\.| selon le premier critère\s;.*)|Au plus \d+\s% au-dessous du meilleur plan possible\.)$/, { timeout: 240_000 });
  await ended(page);
  const table = page.getByRole('table', { name: 'Le même plan en tableau' });
  await expect(table).toContainText('Équipes communes d’enquête');
  await expect(table).toContainText(/Interprétation\s: serbe/);
  await expect(table).toContainText('Confirmé par l’hôte');
  await expect(page.getByRole('table', { name: 'Coûts' })).toContainText('Interprétation');
  await sound(page);

  await page.setViewportSize({ width: 1280, height: 900 });
  await earlier.getByRole('link').nth(1).click();
  await expect(page).toHaveURL(/search=PlanSearch_/);
  await expect(page.locator('.plan-bound strong')).toHaveText('Il est prouvé qu’aucun plan n’existe.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Chercher un plan' })).toBeHidden();
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('an embassy has no such page', async ({ browser }) => {
  const page = await visitOf(browser, 'fr', 'scac.rs');
  await look(page, `/fr/missions/${INVENTED}/plan`);
  await expect(page.getByRole('button', { name: 'Chercher un plan' })).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText('Pristina');
  await page.context().close();
});
