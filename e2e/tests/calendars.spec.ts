/** One’s own calendar for one’s own application, by an address that can be taken away. */
import { expect, test } from '@playwright/test';
import { addressIn, fitsInNarrow, read } from '../support/calendars.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

test.use(OWN_NETWORK);

test('somebody’s own calendar is read at an address that is made, used and taken away', async ({ page, request }) => {
  test.slow();
  const wrong = watch(page);
  await signIn(page, 'fr', 'scac.hu@passerelle.example');
  await page.goto('/fr/account');
  await settled(page);
  const part = page.locator('.own-calendars');
  await part.scrollIntoViewIfNeeded();
  await part.getByRole('button', { name: 'Créer une adresse' }).click();
  await expect(part.locator('#new-calendar')).toBeFocused();
  const address = await addressIn(part).inputValue();
  expect(address).toMatch(/\/calendar\/own\/[\w-]{32}\.ics$/);
  await settled(page);
  await accessible(page);
  await fitsInNarrow(page);

  const own = await read(request, address);
  expect(own.status).toBe(200);
  expect(own.lines).toContain('X-WR-CALNAME:Passerelle · Vos sessions de formation');
  expect(own.events).toBeGreaterThan(0);
  await part.getByRole('button', { name: 'C’est fait' }).click();
  await expect(addressIn(part)).toHaveCount(0);

  await part.locator('select').selectOption({ label: 'Agenda de l’ambassade de France\u202F: Hongrie' });
  await part.getByRole('button', { name: 'Créer une adresse' }).click();
  await expect(part.locator('#new-calendar')).toBeFocused();
  const post = await addressIn(part).inputValue();
  expect((await read(request, post)).lines).toContain('X-WR-CALNAME:Passerelle · Ambassade de France · Hongrie');

  await part.getByRole('button', { name: 'C’est fait' }).click();
  const theme = await part.locator('option[value="theme IDENTIFICATION"]').innerText();
  await part.locator('select').selectOption({ label: theme });
  await part.getByRole('button', { name: 'Créer une adresse' }).click();
  await expect(part.locator('#new-calendar')).toBeFocused();
  const ofTheme = await addressIn(part).inputValue();
  expect((await read(request, ofTheme)).lines).toContain(`X-WR-CALNAME:Passerelle · Sessions de formation · ${theme.replace('Agenda d’un thème\u202F: ', '')}`);

  // An address is shown once, and is listed by what it is for.
  await page.reload();
  await settled(page);
  await expect(addressIn(part)).toHaveCount(0);
  await expect(part.locator('.rows h3')).toHaveText(['Votre propre agenda', 'Agenda de l’ambassade de France\u202F: Hongrie', theme]);
  await expect(part.locator('.rows dd[lang=fr]')).toHaveText(['français', 'français', 'français']);
  await fitsInNarrow(page);

  await part.getByRole('button', { name: /^Retirer/ }).first().click();
  await expect(part.locator('.notice-done')).toHaveText('L’adresse est retirée. Plus personne n’y lit quoi que ce soit.');
  await expect(part.locator('#calendars')).toBeFocused();
  await expect(part.locator('.rows h3')).toHaveText(['Agenda de l’ambassade de France\u202F: Hongrie', theme]);
  expect((await read(request, address)).status).toBe(404);
  await part.getByRole('button', { name: /^Retirer/ }).last().click();
  await expect(part.locator('.rows h3')).toHaveText(['Agenda de l’ambassade de France\u202F: Hongrie']);
  expect((await read(request, ofTheme)).status).toBe(404);
  expect((await read(request, post)).status).toBe(200);
  await accessible(page);
  expect(wrong()).toEqual([]);
});
