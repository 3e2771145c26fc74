/** Saying who was there by list; certificates, and verifying them. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { coordinatorOf, row, sessionOfToday, statesOf } from '../support/attendance.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { signInAgain } from '../support/sign-in.ts';
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
  await besides('whoever was there has a link of their own to it, and says whether their name is shown', async () => {
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
  });

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
