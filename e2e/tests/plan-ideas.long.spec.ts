/**
 * Which countries, which team: the adviser has what is open counted as meetings that could be. Of a mission that has legs the answer is read; of one that has none it makes them, with the team and its journeys, in one step.
 */
import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { settled, watch } from '../support/page.ts';
import { INVENTED, look, missionOf } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** Waits until the plan is found, on the page: what listens to it may be told the same at that moment. */
const overOrExplained = (page: Page): Promise<void> => expect(page.getByText('What explains it is still being looked for.').or(page.getByText('The search is over.')).first()).toBeVisible({ timeout: 240_000 });

/** The four files of an idea, each of which says that none of its meetings is agreed, or proves itself. */
async function takesAlong(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [name, ending, says] of [['For printing (PDF)', 'pdf', '%PDF'], ['The meetings and journeys as CSV', 'csv', 'These meetings are not agreed, nor entered anywhere'], ['For a calendar (ICS)', 'ics', '_IDEA'], ['For other software (JSON)', 'json', '"isIdea": true']] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).press('Enter')]);
    expect(download.suggestedFilename()).toBe(`passerelle-plan.${ending}`);
    expect(await readFile((await download.path())!, 'utf8')).toContain(says);
    await expect(page.getByText('The file is on its way to your downloads.').last()).toBeVisible();
  }
}

// One search goes on at a time.
test.describe.configure({ mode: 'serial' });

test('which countries and which team: what is open counts, of two countries at most, and is not taken over', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await visitOf(browser, 'en', 'adviser');
  const wrong = watch(page);
  await look(page, `/en/missions/${INVENTED}/plan`);
  await page.getByLabel('Suggest countries and a team: what is open counts as meetings that could take place').check();
  await page.getByLabel('Everybody in the team goes').uncheck();
  await page.getByLabel('People who have no clearance yet').check();
  await page.getByLabel('Cost of an interpreter for half a day, in euros').fill('300');
  const most = page.getByLabel('At most so many countries');
  await most.fill('17');
  await page.getByRole('button', { name: 'Search for a plan' }).press('Enter');
  await expect(most).toBeFocused();
  await expect(most).toHaveValue('17');
  await expect(page.getByText('Enter a whole number from 1 to 16.')).toBeVisible();
  await most.fill('2');
  await page.getByRole('button', { name: 'Search for a plan' }).press('Enter');
  const idea = page.locator('section:has(> #plan-idea)');
  await expect(idea.getByRole('table')).toBeVisible({ timeout: 240_000 });
  await expect(idea.getByRole('columnheader', { name: 'Urges' })).toBeVisible();
  expect(await idea.locator('tbody tr').count()).toBeGreaterThan(1);
  const stop = page.getByRole('button', { name: 'Stop the search' });
  await overOrExplained(page);
  if (await stop.isVisible()) await stop.click();
  await expect(stop).toHaveCount(0);
  await expect(page.getByText('in this plan', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/^Points of a meeting: 10\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show what would change' })).toHaveCount(0);
  await sound(page);
  await takesAlong(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});

const adviser = (browser: Browser): Promise<Page> => visitOf(browser, 'en', 'adviser');

test('a mission without legs has them made as the plan says, which is read before it is confirmed; meetings are none', async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await adviser(browser);
  const wrong = watch(page);
  const mission = await missionOf(page.request, []);
  await look(page, `/en/missions/${mission}/plan`);
  await expect(page.getByLabel('Suggest countries and a team: what is open counts as meetings that could take place')).toBeChecked();
  await page.getByLabel('People who have no clearance yet').check();
  await page.getByLabel('At most so many countries').fill('2');
  await page.getByRole('button', { name: 'Search for a plan' }).press('Enter');
  await expect(page.locator('section:has(> #plan-idea)').getByRole('table')).toBeVisible({ timeout: 240_000 });
  await overOrExplained(page);
  const stop = page.getByRole('button', { name: 'Stop the search' });
  if (await stop.isVisible()) await stop.click();
  await expect(stop).toHaveCount(0);
  await expect(page.getByText('This plan also makes the legs. Meetings are entered later, once there are hosts.')).toBeVisible();
  await page.getByRole('button', { name: 'Show what would change' }).press('Enter');
  const changes = page.getByRole('table', { name: 'What changes' });
  await expect(changes.getByRole('row', { name: /Days of the leg Added/ }).first()).toBeVisible();
  await expect(changes.getByRole('row', { name: /Stay Added/ }).first()).toBeVisible();
  await sound(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Take over now' }).press('Enter');
  await expect(page.locator('p.notice-done')).toContainText('The plan has been taken over into the mission.');
  await page.getByRole('link', { name: 'To the mission', exact: true }).click();
  await settled(page);
  await expect(page.getByRole('link', { name: /^To the plan/ })).toBeVisible();
  expect(wrong()).toEqual([]);
  await page.context().close();
});
