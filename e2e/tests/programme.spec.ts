/** The embassy in Skopje plans two days in Macedonian, by the keyboard where it can; two plan at once; a visitor reads the programme in French, and their calendar has a day for each. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { further } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

const field = (page: Page, name: string): Locator => page.locator(`:is([data-field="${name}"], [data-field="${name}"] *):is(input, select)`).first();
const item = (page: Page, title: string): Locator => page.locator('.part-item', { hasText: title });

let id = '';

test('the embassy plans two days in Macedonian; what is wrong is said, and a day without a part is named', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'mk', 'scac.mk');
  const wrong = watch(page);
  const year = new Date().getFullYear() + 1;
  id = await announced(page, 'mk', { title: `Обука по денови ${retry}`, format: 'HYBRID', starts: `${year}-06-1${retry}T09:00`, ends: `${year}-06-1${retry + 1}T17:00`, workingLanguages: ['mk'] });
  await page.goto(`/mk/trainings/${id}/edit`);
  await settled(page);
  await page.getByRole('link', { name: 'Програма по денови' }).click();
  await expect(page).toHaveURL(/\/programme$/);
  await sound(page);

  await page.getByRole('button', { name: 'Додај дел' }).click();
  await expect(field(page, 'TITLE')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'TITLE')).toBeFocused();
  await expect(field(page, 'TITLE')).toHaveAccessibleDescription(/^Пополнете го ова поле\./);
  await field(page, 'TITLE').fill('Отворање');
  await expect(field(page, 'STARTS')).toHaveValue('09:00');
  await field(page, 'ENDS').fill('08:30');
  await page.getByRole('button', { name: 'Зачувај го делот' }).click();
  await expect(field(page, 'ENDS')).toBeFocused();
  await sound(page);
  await field(page, 'ENDS').fill('10:00');
  await page.getByRole('button', { name: 'Зачувај го делот' }).click();
  await expect(item(page, 'Отворање')).toContainText('09:00–10:00');
  await expect(page.getByRole('button', { name: 'Додај дел' })).toBeFocused();
  await expect(page.locator('.notice[role="note"] li')).toHaveCount(1);

  await page.keyboard.press('Enter');
  await expect(field(page, 'STARTS')).toHaveValue('10:00');
  await field(page, 'TITLE').fill('Индикатори');
  await field(page, 'ENDS').fill('12:30');
  await field(page, 'ROOM').fill('Сала 2');
  await page.getByRole('button', { name: 'Зачувај го делот' }).click();
  await expect(page.locator('.part-item')).toHaveCount(2);
  await page.getByRole('button', { name: 'Додај дел' }).click();
  await field(page, 'TITLE').fill('Вежби');
  await field(page, 'DAY').selectOption('2');
  await page.getByLabel('Начин на одржување').selectOption('ONLINE');
  await field(page, 'ENDS').fill('16:30');
  await page.getByRole('button', { name: 'Зачувај го делот' }).click();
  await expect(page.locator('.part-item')).toHaveCount(3);
  await expect(page.locator('.notice[role="note"]')).toHaveCount(0);

  await item(page, 'Индикатори').getByRole('button', { name: /^Замени со претходниот/ }).click();
  await expect(page.locator('.part-item').first()).toContainText('09:00–11:30');
  await expect(page.locator('.part-item').nth(1)).toContainText('11:30–12:30');
  await item(page, 'Отворање').getByRole('button', { name: /^Преводи/ }).click();
  const form = page.locator('.part-form');
  await form.locator('select').selectOption('fr');
  await form.getByLabel('Наслов').fill('Ouverture');
  await sound(page);
  await form.getByRole('button', { name: 'Зачувај го преводот' }).click();
  await expect(page.locator('.notice-done')).toBeVisible();
  expect(wrong()).toEqual([]);
  await page.context().close();
});

further('of two who plan at once the second sees what is saved, and chooses', async ({ browser }) => {
  test.setTimeout(180_000);
  const [one, other] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'assistant')];
  for (const page of [one, other]) {
    await page.goto(`/fr/trainings/${id}/programme`);
    await settled(page);
    await item(page, 'Индикатори').getByRole('button', { name: /^Modifier/ }).click();
  }
  await field(one, 'TITLE').fill('Индикатори и вежби');
  await field(one, 'ROOM').fill('Сала 3');
  await one.getByRole('button', { name: 'Enregistrer la partie' }).click();
  await expect(one.locator('.notice-done')).toHaveText('C’est enregistré.');
  await field(other, 'TITLE').fill('Знаци');
  await other.getByRole('button', { name: 'Enregistrer la partie' }).click();
  await expect(other.locator('.conflict')).toContainText('Индикатори и вежби');
  await expect(field(other, 'ROOM')).toHaveValue('Сала 3');
  await expect(field(other, 'TITLE')).toHaveValue('Знаци');
  await sound(other);
  await other.getByRole('button', { name: /^Reprendre ce qui est enregistré/ }).click();
  await other.getByRole('button', { name: 'Enregistrer la partie' }).click();
  await expect(other.locator('.notice-done')).toHaveText('C’est enregistré.');
  const elsewhere = await visitOf(browser, 'fr', 'scac.al');
  await elsewhere.goto(`/fr/trainings/${id}/programme`);
  await settled(elsewhere);
  await expect(elsewhere.getByText('Cette session est préparée par d’autres.')).toBeVisible();
  await Promise.all([one, other, elsewhere].map((page) => page.context().close()));
});

further('a visitor in another time zone reads the programme in French, with their own hours; their calendar has an entry for each day', async ({ browser }) => {
  const page = await (await browser.newContext({ timezoneId: 'America/Montreal' })).newPage();
  const wrong = watch(page);
  await page.goto(`/fr/trainings/${id}`);
  await settled(page);
  const days = page.locator('section[aria-labelledby^="programme-"]');
  await expect(days).toHaveCount(2);
  await expect(days.first()).toContainText('Ouverture');
  await expect(days.first()).toContainText('Salle : Сала 3'.replace(' :', '\u202F:'));
  await expect(days.first().locator('[lang="mk"]', { hasText: 'Индикатори и вежби' })).toBeVisible();
  await expect(days.first()).toContainText('11:30–12:30');
  await expect(days.first()).toContainText('Dans votre fuseau horaire');
  await expect(days.last()).toContainText('En ligne');
  await sound(page);
  const file = (await (await page.request.get(`/calendar/session/${id}.ics?locale=fr`)).text()).replaceAll('\r\n ', '');
  expect([file.match(/BEGIN:VEVENT/g)!.length, file.match(/^UID:.*$/gm)!.map((line) => line.trim())]).toEqual([2, [`UID:${id}`, `UID:${id}-day-2`]]);
  expect(file).toContain('jour 2 sur 2');
  expect(wrong()).toEqual([]);
  await page.context().close();
});
