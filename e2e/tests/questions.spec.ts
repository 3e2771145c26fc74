/** The embassy in Skopje asks questions in Macedonian; a coordinator answers them on a telephone, by the keyboard alone; who prepares the session reads the answers in French. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { further } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test.describe.configure({ mode: 'serial' });

const field = (page: Page, name: string): Locator => page.locator(`:is([data-field="${name}"], [data-field="${name}"] *):is(input, select, textarea)`).first();
const item = (page: Page, label: string): Locator => page.locator('.question-item', { hasText: label });
const asked = (page: Page, label: string): Locator => page.locator('.answer-field', { hasText: label });

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

let id = '';

test('the embassy asks questions in Macedonian, one of them only of some, and says one in French', async ({ browser }, { retry }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'mk', 'scac.mk');
  const wrong = watch(page);
  const year = new Date().getFullYear() + 1;
  id = await announced(page, 'mk', { title: `Обука со прашања ${retry}`, starts: `${year}-05-1${retry}T09:00`, ends: `${year}-05-1${retry}T17:00`, workingLanguages: ['mk'] });
  await page.goto(`/mk/trainings/${id}/edit`);
  await settled(page);
  await page.getByRole('link', { name: 'Прашања од формуларот за пријавување' }).click();
  await expect(page).toHaveURL(/\/questions$/);
  await sound(page);

  await page.getByRole('button', { name: 'Додај прашање' }).click();
  await expect(field(page, 'KIND')).toBeFocused();
  await field(page, 'KIND').selectOption('CHOICE');
  await page.getByRole('button', { name: 'Зачувај го прашањето' }).click();
  await expect(field(page, 'LABEL')).toBeFocused();
  await expect(field(page, 'LABEL')).toHaveAccessibleDescription('Пополнете го ова поле.');
  await sound(page);
  await field(page, 'LABEL').fill('Која група?');
  const choices = page.locator('.choice-fields input');
  await choices.nth(1).fill('Прва група');
  await choices.nth(0).fill('Втора група');
  // The order of the choices is changed by the keyboard; what moves them keeps the focus.
  await page.getByRole('button', { name: /^Помести нагоре/ }).last().focus();
  await page.keyboard.press('Enter');
  await expect(choices.nth(0)).toHaveValue('Прва група');
  await expect(page.locator('.choice-fields [data-step]:focus')).toHaveCount(1);
  await expect(choices.nth(1)).toHaveValue('Втора група');
  await page.getByLabel('Одговорот е задолжителен').check();
  await page.getByRole('button', { name: 'Зачувај го прашањето' }).click();
  await expect(item(page, 'Која група?')).toContainText('Втора група');
  await expect(page.getByRole('button', { name: 'Додај прашање' })).toBeFocused();

  await page.keyboard.press('Enter');
  await field(page, 'LABEL').fill('Зошто втората?');
  await page.getByLabel('Кога се поставува прашањето').selectOption({ label: 'Која група?' });
  await page.getByLabel('Ако одговорот е').selectOption({ label: 'Втора група' });
  await page.getByLabel('Одговорот е задолжителен').check();
  await page.getByRole('button', { name: 'Зачувај го прашањето' }).click();
  await expect(item(page, 'Зошто втората?')).toContainText('Се поставува само ако: Која група? – Втора група');

  await page.getByRole('button', { name: 'Додај прашање' }).click();
  await field(page, 'KIND').selectOption('DIET_ACCESS');
  await expect(field(page, 'RETENTION_DAYS')).toHaveValue('7');
  await field(page, 'LABEL').fill('Оброци');
  await page.getByRole('button', { name: 'Зачувај го прашањето' }).click();
  await expect(page.locator('.question-item')).toHaveCount(3);

  await item(page, 'Која група?').getByRole('button', { name: /^Преводи/ }).first().click();
  const form = page.locator('.question-form');
  await form.locator('select').selectOption('fr');
  await form.getByLabel('Прашање').fill('Quel groupe ?');
  await form.getByLabel(/Втора група/).fill('Deuxième groupe');
  await sound(page);
  await form.getByRole('button', { name: 'Зачувај го преводот' }).click();
  await expect(page.locator('.notice-done')).toBeVisible();
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('a coordinator answers them on a telephone by the keyboard alone; what is wrong is said where it stands, and what was typed stays', async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await visitOf(browser, 'mk', 'ngo-coordinator.mk');
  const wrong = watch(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/mk/trainings/${id}/register`);
  await settled(page);
  await sound(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, page.locator('.person-fields input').first());
  await page.keyboard.type('Проба Одговорска');
  await page.keyboard.press('Tab');
  await page.keyboard.type('proba.odgovorska@ngo.example');

  // A second person is taken away, put back as they were typed, and taken away for good.
  await tabTo(page, page.getByRole('button', { name: 'Додај лице' }));
  await page.keyboard.press('Enter');
  const second = page.locator('.person-fields').nth(1).locator('input').first();
  await expect(second).toBeFocused();
  await page.keyboard.type('Втора Проба');
  for (const isBack of [true, false]) {
    await tabTo(page, page.getByRole('button', { name: 'Отстрани го лицето 2' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('.person-fields')).toHaveCount(1);
    await expect(page.getByRole('group', { name: 'Лицето е отстрането: Втора Проба' }).getByRole('button', { name: 'Врати' })).toBeFocused();
    if (!isBack) continue;
    await sound(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.keyboard.press('Enter');
    await expect(second).toBeFocused();
    await expect(second).toHaveValue('Втора Проба');
  }
  await tabTo(page, page.locator('.consent-field input'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Пријави', exact: true }));
  await page.keyboard.press('Enter');

  // What must be answered has the focus, and says so.
  const group = asked(page, 'Која група?').locator('select');
  await expect(group).toBeFocused();
  await expect(group).toHaveAccessibleDescription('Одговорете на ова прашање.');
  await expect(asked(page, 'Зошто втората?')).toHaveCount(0);
  await sound(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await group.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(group.locator('option:checked')).toHaveText('Втора група');
  await page.keyboard.press('Tab');
  const why = asked(page, 'Зошто втората?').locator('textarea');
  await expect(why).toBeFocused();
  await page.keyboard.type('Ана, 16 години, +389 70 123 456');
  await expect(page.locator('.guard-hint.is-told')).toBeVisible();
  await tabTo(page, asked(page, 'Оброци').locator('input[value="VEGAN"]'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Пријави', exact: true }));
  await page.keyboard.press('Enter');

  // What the page has warned of is refused; all that was typed is still there.
  await expect(page.locator('form [role="alert"]')).toBeVisible();
  await expect(why).toHaveValue(/16 години/);
  await expect(asked(page, 'Оброци').locator('input[value="VEGAN"]')).toBeChecked();
  await sound(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await why.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Повеќе вежби.');
  await tabTo(page, page.getByRole('button', { name: 'Пријави', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.locator('section.notice-done')).toBeFocused();
  await expect(page.locator('section.notice-done')).toContainText('Потврдено');

  // Who registered them reads what was answered, and not what they need at table.
  await page.goto('/mk/registrations');
  await settled(page);
  const row = page.locator('.member-row', { hasText: 'Проба Одговорска' }).first();
  await expect(row).toContainText('Повеќе вежби.');
  await expect(row).not.toContainText('Веганска храна');
  await sound(page);
  expect(wrong().filter((what) => !/status of 400|graphql/.test(what))).toEqual([]);
  await page.context().close();
});

further('who prepares the session reads the answers in French, with the language of each, and how often each was given', async ({ browser }) => {
  test.setTimeout(120_000);
  for (const who of ['adviser', 'scac.mk']) {
    const page = await visitOf(browser, 'fr', who);
    await page.goto(`/fr/trainings/${id}/registrations`);
    await settled(page);
    const row = page.locator('.member-row', { hasText: 'Проба Одговорска' });
    await expect(row).toContainText('Quel groupe ?');
    await expect(row).toContainText('Deuxième groupe');
    await expect(row).toContainText('Repas végétaliens');
    await expect(row.locator('[lang="mk"]', { hasText: 'Повеќе вежби.' })).toBeVisible();
    const answers = page.locator('.session-answers');
    await expect(answers).toContainText('Deuxième groupe');
    await expect(answers.locator('.answer-counts').first()).toContainText('1');
    await sound(page);
    await page.context().close();
  }
  const elsewhere = await visitOf(browser, 'fr', 'scac.al');
  await elsewhere.goto(`/fr/trainings/${id}/registrations`);
  await settled(elsewhere);
  await expect(elsewhere.locator('.session-answers')).toHaveCount(0);
  await elsewhere.goto(`/fr/trainings/${id}/questions`);
  await settled(elsewhere);
  await expect(elsewhere.getByText('Cette session est préparée par d’autres.')).toBeVisible();
  await elsewhere.context().close();
});

further('of two who change a question at once the second sees what is saved, and chooses; one that was answered is closed, not deleted', async ({ browser }) => {
  test.setTimeout(180_000);
  const [one, other] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'assistant')];
  for (const page of [one, other]) {
    await page.goto(`/fr/trainings/${id}/questions`);
    await settled(page);
    await item(page, 'Зошто втората?').getByRole('button', { name: /^Modifier/ }).click();
  }
  await expect(one.getByText('Cette question a déjà des réponses.')).toBeVisible();
  await field(one, 'LABEL').fill('Зошто?');
  await field(one, 'RETENTION_DAYS').fill('30');
  await one.getByRole('button', { name: 'Enregistrer la question' }).click();
  await expect(one.locator('.notice-done')).toHaveText('C’est enregistré.');
  await field(other, 'LABEL').fill('Од која причина?');
  await other.getByRole('button', { name: 'Enregistrer la question' }).click();
  await expect(other.locator('.conflict')).toContainText('Зошто?');
  await expect(field(other, 'RETENTION_DAYS')).toHaveValue('30');
  await expect(field(other, 'LABEL')).toHaveValue('Од која причина?');
  await sound(other);
  await other.getByRole('button', { name: /^Reprendre ce qui est enregistré/ }).click();
  await expect(field(other, 'LABEL')).toHaveValue('Зошто?');
  await other.getByRole('button', { name: 'Enregistrer la question' }).click();
  await expect(other.locator('.notice-done')).toHaveText('C’est enregistré.');

  // Of two who translate it at once the second sees what is written, beside what they have typed.
  for (const page of [one, other]) {
    await page.goto(`/fr/trainings/${id}/questions`);
    await settled(page);
    await item(page, 'Зошто?').getByRole('button', { name: /^Traductions/ }).click();
    await page.locator('.question-form select').selectOption('fr');
  }
  await one.getByLabel('Question', { exact: true }).fill('Pour quelle raison');
  await other.getByLabel('Question', { exact: true }).fill('Pourquoi');
  await one.getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await expect(one.locator('.notice-done')).toHaveText('La traduction est enregistrée.');
  await other.getByRole('button', { name: 'Enregistrer la traduction' }).click();
  await expect(other.locator('.question-form .typed-text')).toHaveText('Pour quelle raison');
  await expect(other.getByLabel('Question', { exact: true })).toHaveValue('Pourquoi');
  await sound(other);
  await other.getByRole('button', { name: /^Reprendre ce qui est enregistré/ }).click();
  await expect(other.getByLabel('Question', { exact: true })).toHaveValue('Pour quelle raison');
  await one.getByRole('button', { name: 'Fermer sans enregistrer' }).click();

  await expect(item(one, 'Pour quelle raison').getByRole('button', { name: /^Supprimer/ })).toHaveCount(0);
  await item(one, 'Pour quelle raison').getByRole('button', { name: /^Fermer la question/ }).click();
  await expect(item(one, 'Pour quelle raison')).toContainText('Fermée');
  await sound(one);
  // What was asked when it was answered stays with the answer.
  await one.goto(`/fr/trainings/${id}/registrations`);
  await settled(one);
  await expect(one.locator('.member-row', { hasText: 'Проба Одговорска' })).toContainText('Зошто втората?');
  await Promise.all([one, other].map((page) => page.context().close()));
});
