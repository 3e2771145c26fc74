/** A telephone at the door that loses its network, whose page is opened anew: it goes on, and sends what it read once there is a network; nobody else’s browser keeps anything of it. */
import { expect, test } from '@playwright/test';
import { coordinatorOf, row, sessionOfToday, statesOf } from '../support/attendance.ts';
import { KEPT, keptBy, NAMES, NOTHING, type } from '../support/offline.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { signInAgain, visitOf } from '../support/sign-in.ts';

test('a telephone without a network opens the check-in page of its session again, goes on, and everybody was there once', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const coordinator = await coordinatorOf(browser);
  const { id, people } = await sessionOfToday(page, coordinator, NAMES);
  await coordinator.context().close();
  const other = await visitOf(browser, 'fr', 'assistant');
  const path = `/fr/trainings/${id}/check-in`;
  for (const telephone of [page, other]) {
    await telephone.goto(path);
    await expect(telephone.getByText(KEPT)).toBeVisible();
    await accessible(telephone);
  }
  const wrong = watch(page);

  await test.step('what is kept is that page alone, and a list that nobody reads without its key', async () => {
    const { list, ...kept } = await keptBy(page);
    expect(kept).toEqual({ workers: [path], caches: ['check-in'], key: true });
    expect(list.length).toBeGreaterThan(100);
    for (const secret of [...NAMES.map((name) => name.split(' ')[0]!), people[0]!.attendee.code, people[0]!.id]) expect(list).not.toContain(secret);
    // No script names a worker by itself, here either.
    expect(await page.evaluate(() => navigator.serviceWorker.register('/check-in-worker.js', { scope: '/fr/' }).then(() => 'started', ({ name }: Error) => name))).toBe('TypeError');
  });

  const { list: before } = await keptBy(page);
  await type(page, people[0]!.attendee.code);
  await expect.poll(() => statesOf(other, id)).toMatchObject({ 'Ana Probă': ['PRESENT'] });
  await expect.poll(async () => (await keptBy(page)).list === before).toBe(false);
  for (const telephone of [page, other]) {
    await telephone.context().setOffline(true);
    await telephone.reload();
    await expect(telephone.getByRole('heading', { level: 1 })).toHaveText('Lire les laissez-passer');
    await expect(row(telephone, 'Vlad')).toBeVisible();
    await expect(telephone.getByText('État de la liste', { exact: false })).toBeVisible();
  }
  await accessible(page);
  // What had been recorded is in the list that was kept.
  await expect(row(page, 'Ana').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');
  await type(page, people[0]!.attendee.code);
  await expect(page.getByText('Présence déjà notée\u202f: Ana Probă')).toBeVisible();

  await type(page, people[1]!.attendee.code);
  await type(other, people[1]!.attendee.code);
  await row(other, 'Maria').getByRole('button', { name: /^Présence/ }).press('Enter');
  // Once more: what was read without a network is still there.
  await page.reload();
  await expect(page.getByText('En attente d’envoi\u202f: 1')).toBeVisible();
  await expect(row(page, 'Ion').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');
  // The control: a page that is not kept does not open.
  await expect(page.context().newPage().then((another) => another.goto(`/fr/trainings/${id}`))).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);

  for (const telephone of [page, other]) await telephone.context().setOffline(false);
  await expect.poll(() => statesOf(page, id), { timeout: 30_000 }).toEqual({ 'Ana Probă': ['PRESENT'], 'Ion Probă': ['PRESENT'], 'Maria Probă': ['PRESENT'], 'Vlad Probă': [] });
  for (const telephone of [page, other]) {
    await expect(telephone.getByText('En attente d’envoi', { exact: false })).toHaveCount(0);
    await expect(telephone.getByText('État de la liste', { exact: false })).toHaveCount(0, { timeout: 20_000 });
    expect(await telephone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('presence')))).toEqual([]);
  }
  // Each sees what the other has read, without asking.
  await expect(row(page, 'Maria').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Les effacer de cet appareil' }).click();
  await expect(page.getByText(KEPT)).toHaveCount(0);
  await expect.poll(() => keptBy(page)).toEqual(NOTHING);
  await other.context().close();
  // Without a network questions to the API fail, and nothing else; a worker was named by hand above.
  expect(wrong().filter((line) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|TrustedScriptURL|^failed: [^?]+\/graphql(?:\/stream)?\?/.test(line))).toEqual([]);
});

test('a visitor who opens the page, and whoever is signed in and opens others, leave no trace of it', async ({ page, browser }) => {
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const coordinator = await coordinatorOf(browser);
  const { id } = await sessionOfToday(adviser, coordinator, NAMES.slice(0, 1));
  await coordinator.context().close();
  for (const path of [`/fr/trainings/${id}/check-in`, '/fr', `/fr/trainings/${id}`]) {
    await page.goto(path);
    await settled(page);
    expect(await keptBy(page)).toEqual(NOTHING);
  }
  for (const path of [`/fr/trainings/${id}/attendance`, '/fr/desk', '/fr']) {
    await adviser.goto(path);
    await settled(adviser);
    expect(await keptBy(adviser)).toEqual(NOTHING);
    const policy = await adviser.evaluate(() => {
      try {
        (globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }).trustedTypes.createPolicy('check-in', { createScriptURL: () => '/check-in-worker.js' });
        return 'made';
      } catch {
        return 'refused';
      }
    });
    expect(policy).toBe('refused');
  }
  await adviser.context().close();
});
