/** Further questions about the register: its contents, what is proposed, its file, and where it cannot be had. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { reach } from '../support/keyboard.ts';
import { settled, takenOver } from '../support/page.ts';
import { PAGE, type Register, unfold } from '../support/register.ts';

test('its contents lead past hundreds of lines to whose data it is, and to the rights', async ({ page }) => {
  await page.goto(`/en${PAGE}`);
  await settled(page);
  const ways = page.locator('.on-page a');
  await expect(ways).toHaveText([...(await page.locator('.results section h2').allInnerTexts()), 'Tables without data about people', 'Your rights and whom to write to']);
  await reach(page, ways.last());
  await page.keyboard.press('Enter');
  await expect(page.locator('#rights')).toBeInViewport();
  await expect(page.locator('#rights')).toBeFocused();
});

test('what the controller has not confirmed is marked as proposed', async ({ page, request }) => {
  const { dataRegister } = await ask<Register>(request, 'en', '{ dataRegister { tables { name columns { name proposed } } } }');
  expect(dataRegister.tables.flatMap(({ columns }) => columns).some(({ proposed }) => proposed.includes('RETENTION'))).toBe(true);
  await page.goto(`/en${PAGE}`);
  await settled(page);
  await unfold(page);
  const row = page.getByRole('row', { name: /expert\.profession_code/ });
  await expect(row.getByRole('cell').nth(2)).toContainText('Proposed');
  await expect(row.getByRole('cell').nth(0)).not.toContainText('Proposed');
});

test('the register can be taken along as a file, with codes', async ({ page }) => {
  await page.goto(`/en${PAGE}`);
  await settled(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the register (JSON)' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('data-register.json');
  const register = JSON.parse(await readFile(await download.path(), 'utf8')) as { schemaVersion: number; tables: { name: string }[] };
  expect(register.schemaVersion).toBe(1);
  expect(register.tables.map(({ name }) => name)).toContain('expert');
});

test('where the register cannot be had the page says so, keeps the way to the operator, and can ask again', async ({ page }) => {
  await page.route('**/graphql?**', (route) => route.fulfill({ status: 503, body: 'not ready' }));
  await page.goto(`/en${PAGE}`);
  await takenOver(page);
  await expect(page.getByRole('alert')).toContainText('The server could not be reached');
  await expect(page.locator('main').getByRole('link', { name: 'Contact' })).toBeVisible();
  await page.unroute('**/graphql?**');
  await page.getByRole('alert').getByRole('button').click();
  await settled(page);
  await page.locator('.register-fold > summary').first().click();
  await expect(page.locator('.register').first()).toBeVisible();
});
