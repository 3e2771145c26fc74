/** Saying who was there: by list, by pass without a network from two telephones; certificates, and verifying them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { coordinatorOf, row, sessionOfToday, statesOf } from '../support/attendance.ts';
import { CHROMIUM_ARGUMENTS } from '../support/chromium.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { pictureOf } from '../support/qr-video.ts';
import { deskOf, signInAgain, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('who prepares a session says by list who is there, and takes it back; nobody else reads the list', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const coordinator = await coordinatorOf(browser);
  const { id } = await sessionOfToday(page, coordinator, ['Ana Probă', 'Ștefan Probă']);
  await page.goto(`/fr/trainings/${id}`);
  await settled(page);
  await page.getByRole('link', { name: 'Présence', exact: true }).click();
  await expect(page).toHaveURL(/\/attendance$/);
  await sound(page);
  await row(page, 'Ana').getByRole('button', { name: /^Présence/ }).press('Enter');
  await row(page, 'Ștefan').getByRole('button', { name: /^Absence/ }).press('Enter');
  await expect(page.getByText('Présence\u202f: 1 · Absence\u202f: 1 · Non renseigné\u202f: 0')).toBeVisible();
  await expect.poll(() => statesOf(page, id)).toEqual({ 'Ana Probă': ['PRESENT'], 'Ștefan Probă': ['ABSENT'] });
  await row(page, 'Ștefan').getByRole('button', { name: /^Absence/ }).press('Enter');
  await expect.poll(() => statesOf(page, id)).toEqual({ 'Ana Probă': ['PRESENT'], 'Ștefan Probă': ['OPEN'] });
  await page.reload();
  await settled(page);
  await expect(row(page, 'Ana').getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');

  await coordinator.goto(`/ro/trainings/${id}/attendance`);
  await sound(coordinator);
  await expect(coordinator.getByText('Această pagină este pentru cei care pregătesc această sesiune de formare.')).toBeVisible();
  await coordinator.context().close();
  expect(wrong()).toEqual([]);
});

test('two telephones read passes without a network, and send them once there is one: everybody was there once', async ({ page, browser }) => {
  test.setTimeout(150_000);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const coordinator = await coordinatorOf(browser);
  const names = ['Ana Probă', 'Ion Probă', 'Maria Probă', 'Vlad Probă'];
  const { id, people } = await sessionOfToday(page, coordinator, names);

  await test.step('the pass is a page that needs no network', async () => {
    await coordinator.goto('/ro/registrations');
    await settled(coordinator);
    await coordinator.locator('.member-row', { hasText: 'Ana Probă' }).first().getByRole('link', { name: /^Permis de intrare/ }).click();
    await expect(coordinator).toHaveURL(/\/pass#/);
    await sound(coordinator);
    await expect(coordinator.getByRole('img', { name: 'Codul QR al permisului de intrare' })).toBeVisible();
    await expect(coordinator.locator('code')).toHaveText(/^[0-9A-Z]{4}\u00A0[0-9A-Z]{4}$/);
    await coordinator.context().close();
  });

  const other = await visitOf(browser, 'fr', 'assistant');
  const telephones = [page, other];
  for (const telephone of telephones) {
    await telephone.goto(`/fr/trainings/${id}/check-in`);
    await sound(telephone);
    await telephone.context().setOffline(true);
  }
  const type = async (telephone: Page, code: string): Promise<void> => {
    await telephone.getByLabel('Caractères du laissez-passer').fill(code.toLowerCase());
    await telephone.getByRole('button', { name: 'Noter la présence' }).press('Enter');
  };
  await type(page, people[0]!.attendee.code);
  await expect(page.getByText('Présence notée\u202f: Ana Probă')).toBeVisible();
  await type(page, people[1]!.attendee.code);
  await type(page, people[1]!.attendee.code);
  await expect(page.getByText('Présence déjà notée\u202f: Ion Probă')).toBeVisible();
  await type(page, 'ZZZZ ZZZZ');
  await expect(page.getByText('Aucun laissez-passer de cette session de formation n’a ces caractères.')).toBeVisible();
  await type(other, people[1]!.attendee.code);
  await row(other, 'Maria').getByRole('button', { name: /^Présence/ }).press('Enter');
  await expect(page.getByText('En attente d’envoi\u202f: 2')).toBeVisible();
  await expect(page.getByText('Il n’y a pas de réseau.', { exact: false })).toBeVisible();
  await accessible(page);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(stored).toContain(people[0]!.id);
  for (const name of names) expect(stored).not.toContain(name.split(' ')[0]);

  for (const telephone of telephones) await telephone.context().setOffline(false);
  await expect.poll(() => statesOf(page, id), { timeout: 20_000 }).toEqual({ 'Ana Probă': ['PRESENT'], 'Ion Probă': ['PRESENT'], 'Maria Probă': ['PRESENT'], 'Vlad Probă': [] });
  await expect(page.getByText('En attente d’envoi', { exact: false })).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('presence')))).toEqual([]);
  await other.context().close();
});

test('a camera reads a pass, on the one page that may use it', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const adviser = await deskOf(browser, 'fr', 'adviser');
  const coordinator = await coordinatorOf(browser);
  const { id, people } = await sessionOfToday(adviser, coordinator, ['Ana Probă']);
  await coordinator.context().close();
  expect((await adviser.request.get(`/fr/trainings/${id}/attendance`)).headers()['permissions-policy']).toContain('camera=()');
  expect((await adviser.request.get(`/fr/trainings/${id}/check-in`)).headers()['permissions-policy']).toContain('camera=(self)');
  // Nor may any other page name a worker.
  for (const [part, policies] of [['attendance', /trusted-types vue proof$/], ['check-in', /trusted-types vue proof check-in$/]] as const) {
    expect((await adviser.request.get(`/fr/trainings/${id}/${part}`)).headers()['content-security-policy']).toMatch(policies);
  }

  const file = join(process.env.E2E_DATA!, `pass-${retry}.y4m`);
  writeFileSync(file, pictureOf(people[0]!.attendee.token));
  const seeing = await chromium.launch({
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: [...CHROMIUM_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
  });
  const telephone = await (await seeing.newContext({ baseURL: new URL(adviser.url()).origin, storageState: await adviser.context().storageState() })).newPage();
  await telephone.goto(`/fr/trainings/${id}/check-in`);
  await settled(telephone);
  await telephone.getByRole('button', { name: 'Allumer l’appareil photo' }).click();
  await expect(telephone.getByText('Présence notée\u202f: Ana Probă')).toBeVisible({ timeout: 20_000 });
  await accessible(telephone);
  await seeing.close();
  await expect.poll(() => statesOf(adviser, id)).toEqual({ 'Ana Probă': ['PRESENT'] });
  await adviser.context().close();
});

test('who was there has a certificate, which anybody verifies by its number until it is revoked', async ({ page, browser }) => {
  test.setTimeout(150_000);
  const wrong = watch(page);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  // One of the demonstration: other stories issue certificates of theirs.
  const fields = 'id isDemonstration attendees(first: 50) { nodes { name hasAttended } }';
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: { id: string; isDemonstration: boolean; attendees: { nodes: { name: string; hasAttended: boolean }[] } }[] } }>(page.request, 'fr', `{ trainingSessions(first: 100, sort: LATEST, filter: { states: [DONE] }) { nodes { ${fields} } } }`);
  const session = trainingSessions.nodes.find(({ isDemonstration, attendees }) => isDemonstration && attendees.nodes.length > 4)!;
  await page.goto(`/fr/trainings/${session.id}/attendance`);
  await sound(page);
  await page.getByRole('button', { name: 'Délivrer les attestations' }).press('Enter');
  await expect(page.locator('.notice-done')).toHaveText(/^Attestations délivrées\u202f: \d+$/);
  await expect(page.locator('.member-row')).toHaveCount(session.attendees.nodes.filter(({ hasAttended }) => hasAttended).length);
  // What stays in sight above a page that is scrolled covers a part of it, and axe takes that for a small target; what comes below the pointer changes its colour.
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  await sound(page);

  const name = (await page.locator('.member-row .row-title bdi').last().textContent())!;
  const papers = page.locator('.member-row', { hasText: name });
  await papers.getByLabel('Seconde langue').selectOption('el');
  const address = (await papers.getByRole('link', { name: /^Télécharger/ }).getAttribute('href'))!;
  expect(address).toMatch(/languages=fr,el$/);
  const file = await page.request.get(address);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);

  const number = (await papers.locator('code').first().textContent())!;
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/el/verify');
  await sound(visitor);
  await visitor.getByRole('textbox', { name: 'Αριθμός της βεβαίωσης' }).fill(number);
  await visitor.getByRole('button', { name: 'Επαλήθευση' }).press('Enter');
  await expect(visitor.getByText('Αυτή η βεβαίωση παρακολούθησης είναι έγκυρη.')).toBeVisible();
  // Who issues it has no say in that: the name is its person's.
  await expect(visitor.locator('.verify-result')).not.toContainText(name);
  await sound(visitor);
  expect(await visitor.context().cookies()).toEqual([]);
  await visitor.goto(`/el/verify/${number.slice(0, -1)}${number.endsWith('7') ? '8' : '7'}`);
  await expect(visitor.getByText('Καμία βεβαίωση παρακολούθησης δεν έχει αυτόν τον αριθμό.', { exact: false })).toBeVisible();

  // Whoever was there has a link of their own to it, without an account.
  const { localMailbox } = await ask<{ localMailbox: { text: string | null }[] }>(visitor.request, 'en', '{ localMailbox { text } }');
  const own = localMailbox.flatMap(({ text }) => (text?.includes(`${name}\n`) ? (/\/certificate(#[\w-]+)/.exec(text)?.[1] ?? []) : []))[0]!;
  await visitor.goto(`/mk/certificate${own}`);
  await sound(visitor);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Вашата потврда за учество');
  const verified = async (): Promise<string> => {
    const { verifiedCertificate } = await ask<{ verifiedCertificate: { name: string | null } }>(visitor.request, 'mk', 'query ($number: String!) { verifiedCertificate(number: $number) { name } }', { variables: { number } });
    return verifiedCertificate.name ?? '';
  };
  expect(await verified()).toBe('');
  await visitor.getByRole('button', { name: 'Прикажи го моето име' }).press('Enter');
  await expect(visitor.locator('strong', { hasText: 'Вашето име се прикажува таму.' })).toBeVisible();
  expect(await verified()).toBe(name);
  await visitor.reload();
  await visitor.getByRole('button', { name: 'Не го прикажувај повеќе моето име' }).press('Enter');
  await expect(visitor.locator('strong', { hasText: 'Вашето име не се прикажува таму.' })).toBeVisible();
  expect(await verified()).toBe('');
  await sound(visitor);
  const saved = visitor.waitForEvent('download');
  await visitor.getByRole('button', { name: 'Преземи ја потврдата' }).press('Enter');
  expect((await saved).suggestedFilename()).toBe(`passerelle-${number.replaceAll('-', '')}.pdf`);

  await papers.getByRole('button', { name: /^Révoquer/ }).click();
  await papers.getByRole('button', { name: /^Révoquer/ }).click();
  await expect(papers.locator('textarea')).toHaveAttribute('aria-invalid', 'true');
  await papers.locator('textarea').fill('Le nom était mal orthographié.');
  await accessible(page);
  await papers.getByRole('button', { name: /^Révoquer/ }).click();
  await expect(page.locator('.notice-done')).toHaveText(`Attestation révoquée\u202f: ${name}`);
  await visitor.goto(`/el/verify/${number.replaceAll('-', '')}`);
  await expect(visitor.getByText('Αυτή η βεβαίωση παρακολούθησης ανακλήθηκε.', { exact: false })).toBeVisible();
  await expect(visitor.locator('.verify-result')).not.toContainText(name);
  await visitor.goto(`/mk/certificate${own}`);
  await visitor.getByRole('button', { name: 'Преземи ја потврдата' }).click();
  await expect(visitor.getByText('Оваа адреса не води до ниту една потврда', { exact: false })).toBeVisible();
  await visitor.context().close();
  expect((await page.request.get(address)).status()).toBe(404);
  expect(wrong()).toEqual([]);
});
