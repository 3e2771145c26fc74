/** The board of a mission: the adviser reads in French and in Greek who is where and what is lacking, as timelines, as a list and on a map, by keyboard, on a telephone and on paper; an embassy finds no such page. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** The invented mission through Sarajevo, Belgrade and Pristina. */
const MISSION = 'missions/Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';

const bars = (page: Page): Locator => page.locator('.board-bar');

async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

test('the adviser comes from the mission, reads what is lacking and where it is mended, and moves by keyboard from bar to bar', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  await look(page, `/fr/${MISSION}`);
  await page.getByRole('link', { name: 'Vers la vue d’ensemble de la mission' }).click();
  await expect(page).toHaveURL(/\/board$/);
  await settled(page);
  const lacks = page.locator('.board-lacks');
  await expect(lacks).toContainText('Ce rendez-vous n’est pas encore confirmé.');
  await expect(lacks).toContainText('Un service n’a pas encore répondu.');
  await expect(lacks).toContainText('Aucune autorisation ne couvre tous ces jours');
  await expect(lacks).toContainText('Sans jour fixé');

  // One stop for the keyboard; arrows lead on, along a person and to the next.
  await expect(page.locator('.board-bar[tabindex="0"]')).toHaveCount(1);
  await page.locator('.board-scroll').focus();
  await page.keyboard.press('Tab');
  await expect(bars(page).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const second = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.board-row:has(:focus)')).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe(second);
  await expect(page.locator('.board-told')).not.toBeEmpty();
  const meeting = page.getByRole('link', { name: /Rendez-vous\s· Équipes communes d’enquête\s· .*10:00.*Belgrade\s· Confirmé/ }).first();
  await meeting.focus();
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await meeting.press('Enter');
  await expect(page).toHaveURL(/\/legs\/MissionLeg_[\w-]+\/meetings$/);
  await settled(page);
  await page.goBack();
  await settled(page);

  const views = page.getByRole('navigation', { name: 'Affichage' });
  await views.getByRole('link', { name: 'Villes' }).click();
  await expect(page).toHaveURL(/view=places$/);
  await expect(page.getByRole('group', { name: /^Pristina/ })).toBeVisible();
  // Armistice Day stands in Belgrade's country on the 11th alone.
  await expect(page.getByRole('group', { name: /^Belgrade/ }).locator('.board-off')).toHaveCount(1);
  await expect(page.getByRole('link', { name: /Hôte disponible\s· Équipes communes d’enquête/ })).toHaveCount(2);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await views.getByRole('link', { name: 'Liste' }).click();
  await expect(page).toHaveURL(/view=list$/);
  const tenth = page.locator('section', { has: page.getByRole('heading', { name: 'mercredi 10 novembre 2027' }) });
  await expect(tenth).toContainText('Voiture');
  await expect(tenth).toContainText(/Durée\s: 5\sh 30\smin/);
  await expect(tenth).toContainText('Confirmé');
  await expect(tenth).toContainText('Lieu non connu');
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await views.getByRole('link', { name: 'Carte' }).click();
  await expect(page).toHaveURL(/view=map$/);
  await expect(page.getByRole('img', { name: 'Étapes de la mission, dans leur ordre – 1 Sarajevo, 2 Belgrade, 3 Pristina' })).toBeVisible();
  await expect(page.locator('.board-legs li')).toHaveCount(3);
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('on a telephone the list comes first, in Greek; the timeline scrolls in its own region, and on paper it lies across one sheet', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await visitOf(browser, 'el', 'adviser');
  const wrong = watch(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, `/el/${MISSION}/board`);
  const views = page.getByRole('navigation', { name: 'Τρόπος εμφάνισης' });
  await expect(views.getByRole('link').first()).toHaveText('Λίστα');
  await expect(views.getByRole('link', { name: 'Λίστα' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('heading', { name: 'Τετάρτη 10 Νοεμβρίου 2027' })).toBeVisible();
  await views.getByRole('link', { name: 'Πρόσωπα' }).click();
  await expect(page).toHaveURL(/view=people$/);
  const scroller = page.getByRole('region', { name: 'Χρονοδιάγραμμα της αποστολής' });
  expect(await scroller.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(paper)!;
  expect(Number(width)).toBeGreaterThan(Number(height));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.board-grid').evaluate((grid) => grid.scrollWidth <= grid.clientWidth + 1)).toBe(true);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('an embassy and a visitor are told whose page it is, and see nothing of it', async ({ browser, page: visitor }) => {
  const embassy = await visitOf(browser, 'sr-Latn', 'scac.rs');
  for (const [page, locale] of [[embassy, 'sr-Latn'], [visitor, 'fr']] as const) {
    await look(page, `/${locale}/${MISSION}/board`);
    await expect(page.locator('main')).not.toContainText(/Sarajevo|Priština|Pristina/);
    await expect(bars(page)).toHaveCount(0);
    await sound(page);
  }
  await expect(embassy.locator('main')).toContainText('Ova stranica je za regionalnog tehničkog savetnika');
  await embassy.context().close();
});
