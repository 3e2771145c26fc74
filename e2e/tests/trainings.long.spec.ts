/** Further questions about the lists and calendars of training sessions. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { reach } from '../support/keyboard.ts';
import { accessible, settled } from '../support/page.ts';
import { form, type Found } from '../support/trainings.ts';

/** The month, written `2027-02`, in which a session to come begins, as the clock of its place has it. */
async function aMonth(page: Page): Promise<string> {
  const now = new Date().toISOString();
  const { trainingSessions } = await ask<Found>(page.request, 'en', `{ trainingSessions(first: 1, filter: { from: "${now}" }) { totalCount nodes { id startsAt timeZone theme { code } } } }`);
  const { startsAt, timeZone } = trainingSessions.nodes[0]!;
  return new Date(startsAt).toLocaleDateString('en-CA', { timeZone }).slice(0, 7);
}

test.describe('the filters of the training sessions', () => {
  test('refuse a day that does not exist, in the language of the page, and keep what was typed', async ({ page }) => {
    await page.goto('/sq/trainings');
    await settled(page);
    const field = page.locator(`${form} .date-field`).last();
    await field.locator('.date-day input').fill('31');
    await field.locator('select').selectOption({ label: 'Shkurt' });
    await field.locator('.date-year input').fill('2027');
    await page.locator(`${form} button[type=submit]`).click();
    await expect(field.locator('.field-error')).toHaveText('Kjo ditë nuk ekziston. Kontrolloni ditën, muajin dhe vitin.');
    await expect(page).toHaveURL(/\/sq\/trainings$/);
    await expect(field.locator('.date-day input')).toHaveValue('31');
    await accessible(page);
  });

  test('stay when the view changes', async ({ page }) => {
    await page.goto('/el/trainings?theme=IDENTIFICATION');
    await settled(page);
    await page.locator('.views a').nth(1).click();
    await expect(page).toHaveURL(/theme=IDENTIFICATION.*view=month/);
    await settled(page);
    await page.locator(`${form} select`).first().selectOption('GR');
    await page.locator(`${form} button[type=submit]`).click();
    await expect(page).toHaveURL(/view=month/);
    await expect(page).toHaveURL(/country=GR/);
    await page.locator('.views a').first().click();
    await expect(page).toHaveURL(/\/el\/trainings\?theme=IDENTIFICATION&country=GR$|\/el\/trainings\?country=GR&theme=IDENTIFICATION$/);
  });
});

test.describe('the list of the training sessions', () => {
  test('is by month, and says of each session whether one can still come', async ({ page }) => {
    await page.goto('/hr/trainings');
    await settled(page);
    const months = await page.locator('h2.month').allInnerTexts();
    expect(new Set(months).size).toBe(months.length);
    expect(months.every((month) => /^\p{Lu}\p{Ll}+ \d{4}\.?$/u.test(month)), months.join()).toBe(true);
    const rows = await page.locator('.session').count();
    await expect(page.locator('.session .session-state svg')).toHaveCount(rows);
  });
});

test.describe('the calendar of the training sessions', () => {
  test('is walked by keyboard: one stop, over the end of the month, and from a day to its sessions', async ({ page }) => {
    const month = await aMonth(page);
    await page.goto(`/en/trainings?view=month&on=${month}`);
    await settled(page);
    const stop = page.locator('[role=gridcell][tabindex="0"]');
    await expect(stop).toHaveCount(1);
    await reach(page, stop);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(new RegExp(`on=${month}`));
    await settled(page);
    await expect(page.locator(':focus')).toHaveAttribute('id', new RegExp(`^day-${month}`));
    // From its first day to the first that has a session.
    const day = page.locator('.calendar-day:focus');
    while (!(await day.getAttribute('id'))!.endsWith('-01')) await page.keyboard.press('ArrowLeft');
    while (!(await day.getAttribute('class'))!.includes('has-sessions')) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.locator('.twin .session a:focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en\/trainings\/TrainingSession_/);
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`view=month&on=${month}`));
  });

  test('goes to the week before, the week of today and the week after by links', async ({ page }) => {
    await page.goto('/fr/trainings?view=week&on=2026-12-31');
    await settled(page);
    await expect(page.locator('.calendar-head h2')).toHaveText(/28\sdécembre 2026\s–\s3\sjanvier 2027 · semaine 53/);
    await page.locator('.calendar-ways a[rel=next]').click();
    await expect(page).toHaveURL(/on=2027-01-04/);
    await expect(page.locator('.calendar-head h2')).toContainText('semaine 1');
    await page.locator('.calendar-ways a').nth(1).click();
    await expect(page.locator('[aria-current=date]')).toHaveCount(1);
  });
});

test.describe('a period of the calendar in which nothing is', () => {
  for (const [condition, sentence] of [['', 'There is no training session in this period.'], ['&theme=IDENTIFICATION', 'No training session meets these conditions in this period.']] as const) {
    test(`says that ${condition ? 'nothing meets the conditions' : 'there is none'}`, async ({ page }) => {
      await page.goto(`/en/trainings?view=month&on=2009-02${condition}`);
      await settled(page);
      await expect(page.locator('.count')).toHaveText('0 training sessions');
      await expect(page.locator('.twin > p')).toHaveText(sentence);
    });
  }
});
