/** Places that change while people look at them. */
import { expect, type Page, test } from '@playwright/test';
import { announcedOn, registerOne, visitor } from '../support/live.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';

const left = (page: Page) => page.locator('.session-facts .figure');

test('two people who look at a session in two languages see its places change, and whoever prepares it its registrations', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const coordinator = await visitOf(browser, 'fr', 'ngo-coordinator.mk');
  const id = await announcedOn(adviser, 3, `2031-03-1${retry}`);
  const [macedonian, greek] = [await visitor(browser, `/mk/trainings/${id}`), await visitor(browser, `/el/trainings/${id}`)];
  const wrong = [watch(macedonian), watch(greek)];
  await expect(left(macedonian)).toHaveText('3');
  await adviser.goto(`/fr/trainings/${id}/registrations`);
  await settled(adviser);
  await expect(adviser.getByText('Personne n’est encore inscrit.')).toBeVisible();

  await registerOne(coordinator, id, `zhiva${retry}@ngo.example`);
  await expect(left(macedonian)).toHaveText('2');
  await expect(left(greek)).toHaveText('2');
  await expect(greek.locator('.session-facts')).toContainText('2 διαθέσιμες θέσεις σε σύνολο 3');
  await expect(adviser.getByText('Проба Пробна').first()).toBeVisible();

  // Without a network the page stays as it is, and follows again once there is one.
  await greek.context().setOffline(true);
  await registerOne(coordinator, id, `zhiva-vtora${retry}@ngo.example`);
  await expect(left(macedonian)).toHaveText('1');
  await greek.context().setOffline(false);
  await expect(left(greek)).toHaveText('1', { timeout: 20_000 });

  expect(await macedonian.context().cookies()).toEqual([]);
  for (const page of [macedonian, greek]) await accessible(page);
  expect(wrong.flatMap((of) => of()).filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
  for (const page of [macedonian, greek, coordinator, adviser]) await page.context().close();
});
