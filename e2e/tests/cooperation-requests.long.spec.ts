/** An authority asks by its embassy’s side, and withdraws. */
import { expect, test } from '@playwright/test';
import { control } from '../support/cooperation-requests.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('an authority asks in Serbian and withdraws, and reads nothing of what its embassy asks for', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const mark = `Питање ${Date.now()}${retry}`;
  const authority = await visitOf(browser, 'sr-Cyrl', 'authority.rs');
  await authority.goto('/sr-Cyrl/cooperation-requests');
  await settled(authority);
  await expect(authority.locator('main')).not.toContainText('Stručnjak za nadzor gradilišta');
  await sound(authority);
  await authority.getByRole('link', { name: 'Пошаљите захтев' }).press('Enter');
  await expect(authority).toHaveURL(/cooperation-requests\/new/);
  await settled(authority);
  await authority.getByRole('button', { name: 'Пошаљи захтев' }).press('Enter');
  await expect(control(authority, 'KIND')).toBeFocused();
  await control(authority, 'KIND').selectOption('DIRECT_HELP');
  await control(authority, 'SUBJECT').fill(mark);
  await control(authority, 'TEXT').fill('Молимо за контакт.');
  await control(authority, 'THEME').selectOption('COMPENSATION');
  await authority.getByRole('button', { name: 'Пошаљи захтев' }).press('Enter');
  await expect(authority).toHaveURL(/CooperationRequest_/);
  await settled(authority);
  await authority.getByRole('button', { name: 'Повуци захтев' }).press('Enter');
  await authority.getByRole('textbox').fill('Решено је.');
  await sound(authority);
  await authority.locator('main form button[type="submit"]').press('Enter');
  await expect(authority.locator('.notice-done')).toBeVisible();
  await expect(authority.locator('main')).toContainText('Повучен');
  await expect(authority.locator('main')).toContainText('Решено је.');
  await sound(authority);
});
