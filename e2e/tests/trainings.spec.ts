/** The training sessions: found by filters that the address holds, seen in a calendar, read on a page of their own. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { form, type Found } from '../support/trainings.ts';

const sessions = (page: Page): Promise<(string | null)[]> =>
  page.locator('.sessions [data-session]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-session')));

test.describe('the filters of the training sessions', () => {
  test('are in the address, can be removed one by one, and come back with the back button', async ({ page }) => {
    const wrong = watch(page);
    await page.goto('/fr/trainings');
    await settled(page);
    await page.locator(`${form} select`).first().selectOption('GR');
    await page.locator(`${form} input[type=checkbox]`).check();
    await page.locator(`${form} .date-field`).first().locator('.date-day input').fill('3');
    await page.locator(`${form} .date-field`).first().locator('select').selectOption('1');
    await page.locator(`${form} .date-field`).first().locator('.date-year input').fill('2026');
    await page.locator(`${form} button[type=submit]`).click();
    await expect(page).toHaveURL(/country=GR/);
    await expect(page).toHaveURL(/from=2026-01-03/);
    await expect(page.locator(`${form} button[type=submit]`)).toBeFocused();
    await settled(page);
    await accessible(page);
    await expect(page.locator('.condition')).toHaveText([/Pays\s+Grèce/, /À partir du\s+3\sjanvier 2026/, /Avec les sessions terminées/]);
    const filtered = await page.locator('.count').innerText();

    await page.locator('.condition').first().click();
    await expect(page).not.toHaveURL(/country/);
    await expect(page.locator('.conditions')).toBeFocused();
    await expect(page.locator(`${form} select`).first()).toHaveValue('');
    await page.goBack();
    await expect(page).toHaveURL(/country=GR/);
    await expect(page.locator('.count')).toHaveText(filtered);
    await expect(page.locator(`${form} select`).first()).toHaveValue('GR');

    await page.locator('.conditions button').click();
    await expect(page).toHaveURL(/\/fr\/trainings$/);
    await settled(page);
    // Others announce sessions meanwhile: how many there are in all is not known.
    await expect(page.locator('.count')).not.toHaveText(filtered);
    expect(wrong()).toEqual([]);
  });
});

test.describe('the list of the training sessions', () => {
  test('begins with those to come and shows the others when asked', async ({ page }) => {
    await page.goto('/en/trainings');
    await settled(page);
    await expect(page.locator('.state-over')).toHaveCount(0);
    await page.locator('.conditions p a').click();
    await settled(page);
    await expect(async () => {
      // Others announce sessions meanwhile.
      const { trainingSessions } = await ask<Found>(page.request, 'en', '{ trainingSessions(first: 1) { totalCount nodes { id startsAt timeZone theme { code } } } }');
      await page.reload();
      await settled(page);
      await expect(page.locator('.count')).toHaveText(`${trainingSessions.totalCount} training sessions`, { timeout: 1_000 });
    }).toPass();
    await expect(page.locator('.state-over').first()).toContainText('Over');
  });
});

test.describe('the calendar of the training sessions', () => {
  test('says in its days, its lines and its list the same', async ({ page, browser }, { retry }) => {
    const wrong = watch(page);
    const adviser = await visitOf(browser, 'fr', 'adviser');
    // A month of its own: where a week has many, some have no line.
    const month = `2034-0${3 + retry}`;
    for (const [first, last] of [['06', '08'], ['07', '07'], ['18', '21']]) {
      await announced(adviser, 'fr', { title: `Un mois et ses jours ${first}`, starts: `${month}-${first}T09:00`, ends: `${month}-${last}T17:00` });
    }
    await adviser.context().close();
    await page.goto(`/uk/trainings?view=month&on=${month}`);
    await settled(page);
    const listed = await sessions(page);
    expect(listed).toHaveLength(3);
    const drawn = await page.locator('.span').evaluateAll((lines) => [...new Set(lines.map((line) => (line as HTMLAnchorElement).pathname.split('/').at(-1)))]);
    expect(new Set(drawn)).toEqual(new Set(listed));
    const dots = await page.locator('.span .bridge-dot').count();
    const named = await page.locator('[role=gridcell][aria-label]').evaluateAll((days) =>
      days.map((day) => Number(/, (\d+) зах[оі]д/.exec(day.getAttribute('aria-label') ?? '')?.[1] ?? 0)).reduce((sum, count) => sum + count, 0));
    expect(named).toBe(dots);
    expect(dots).toBe(8);
    expect(wrong()).toEqual([]);
  });
});

test.describe('the page of a training session', () => {
  test('gives a file for a calendar, and other sessions on the theme', async ({ page }) => {
    const { trainingSessions } = await ask<Found>(page.request, 'mk', '{ trainingSessions(first: 1, sort: LATEST, filter: { states: [OPEN, CLOSED, DONE] }) { totalCount nodes { id startsAt timeZone theme { code } } } }');
    const session = trainingSessions.nodes[0]!;
    const wrong = watch(page);
    await page.goto(`/mk/trainings/${session.id}`);
    await settled(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.calendar-file a').click()]);
    expect(download.suggestedFilename()).toBe(`passerelle-${session.startsAt.slice(0, 10)}.ics`);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const file = Buffer.concat(chunks as Uint8Array[]).toString('utf8');
    const onTheWall = new Date(session.startsAt).toLocaleString('sv-SE', { timeZone: session.timeZone }).replace(' ', 'T').replaceAll(/[-:]/g, '');
    expect(file).toContain(`DTSTART;TZID=${session.timeZone}:${onTheWall}\r\n`);
    expect(file).toContain(`UID:${session.id}\r\n`);
    expect(file).toContain('SUMMARY');
    await page.locator('.theme-sessions > p a').click();
    await expect(page).toHaveURL(new RegExp(`theme=${session.theme.code}`));
    expect(wrong()).toEqual([]);
  });
});
