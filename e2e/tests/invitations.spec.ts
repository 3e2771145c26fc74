/** Inviting somebody to a session by name: they read it in their language, bring the file that is asked for, are registered by the link and nobody else is, whoever has it. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { linkTo } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const QUESTION = 'mutation ($session: ID!, $key: UUID!, $input: QuestionInput!) { saveQuestion(session: $session, key: $key, version: 0, input: $input) { outcome } }';
/** A question that asks for a file. */
const FILE = { sourceLocale: 'fr', label: 'Lettre de mission', help: '', kind: 'FILE', isRequired: true, retentionDays: 30, condition: null, choices: [] };
/** A PDF of one empty page. */
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n');

test('the adviser invites an official in French, who reads it in Macedonian, registers once, and whoever the link is forwarded to does not', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const [title, name, email] = [`Une session sur invitation ${retry}`, 'Ана Петровска', `invited-${retry}@ministry.example`];
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const day = `2033-09-${String(5 + retry * 7).padStart(2, '0')}T`;
  const id = await announced(adviser, 'fr', { title, starts: `${day}09:00`, ends: `${day}17:00` });

  expect(await ask(adviser.request, 'fr', QUESTION, { variables: { session: id, key: randomUUID(), input: FILE } })).toEqual({ saveQuestion: { outcome: 'DONE' } });

  await adviser.goto(`/fr/trainings/${id}/registrations`);
  await settled(adviser);
  await adviser.getByRole('link', { name: 'Inviter des personnes' }).click();
  await expect(adviser).toHaveURL(/\/invitations$/);
  await settled(adviser);
  await expect(adviser.getByText('Une invitation ne réserve aucune place.', { exact: false })).toBeVisible();
  const send = adviser.getByRole('button', { name: 'Envoyer les invitations' });
  await send.press('Enter');
  await expect(adviser.getByLabel('Nom de la personne')).toBeFocused();
  await sound(adviser);
  await adviser.getByLabel('Nom de la personne').fill(name);
  await adviser.getByLabel('Adresse électronique').fill(email);
  await adviser.getByLabel('Langue du courriel').selectOption('mk');
  await adviser.getByLabel('À quel titre').selectOption('AUTHORITY');
  await adviser.getByLabel('Pays', { exact: true }).selectOption('MK');
  await send.press('Enter');
  const result = adviser.locator('section.notice-done', { hasText: 'Résultat' });
  await expect(result).toBeFocused();
  await expect(result).toContainText('Invitation envoyée');
  const row = adviser.locator('.member-row', { hasText: email });
  await expect(row).toContainText('Pas encore acceptée');
  await sound(adviser);

  const link = await linkTo(adviser.request, email, '/session-invitation');
  expect(link).toMatch(/^\/mk\//);
  const invited = await (await browser.newContext({ extraHTTPHeaders: networkOf(email) })).newPage();

  await test.step('the mail is in Macedonian and says that no place is kept', async () => {
    await invited.goto('/mk/mailbox');
    await settled(invited);
    await expect(invited.getByText('Таа не чува место', { exact: false }).first()).toBeVisible();
  });

  await invited.goto(link);
  await settled(invited);
  await expect(invited.getByRole('heading', { level: 1, name: 'Покана за обука' })).toBeVisible();
  // The secret has left the address.
  expect(invited.url()).not.toContain('#');
  await expect(invited.getByText(name, { exact: false }).first()).toBeVisible();
  await expect(invited.getByText('Органи на власта', { exact: false })).toBeVisible();
  await sound(invited);
  const accept = invited.getByRole('button', { name: 'Пријави ме' });
  await accept.press('Enter');
  await expect(invited.getByText('Без Ваша согласност не можете да бидете пријавени.', { exact: false })).toBeVisible();
  await invited.getByRole('checkbox', { name: 'Се согласувам', exact: false }).check();
  await accept.press('Enter');
  const asked = invited.locator('.answer-field', { hasText: 'Lettre de mission' });
  await expect(asked.locator('input[type="file"]')).toBeFocused();
  await asked.locator('input[type="file"]').setInputFiles({ name: 'Писмо.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(asked).toContainText('Датотеката пристигна и е проверена: Писмо.pdf');
  await expect(asked).toContainText('Можат да ја отворат само оние што ја подготвуваат обуката.');
  await sound(invited);
  await accept.press('Enter');
  const told = invited.locator('.notice-done');
  await expect(told).toBeFocused();
  await expect(told).toContainText('Потврдено');
  await invited.evaluate(() => scrollTo(0, 0));
  await sound(invited);

  await test.step('a colleague who is signed in opens the link that was forwarded', async () => {
    const colleague = await visitOf(browser, 'mk', 'ngo-coordinator.mk');
    await colleague.goto(link);
    await settled(colleague);
    await expect(colleague.locator('.notice-error')).toContainText('Оваа покана е веќе искористена.');
    await expect(colleague.getByText(name, { exact: false })).toHaveCount(0);
    await expect(colleague.getByRole('button', { name: 'Пријави ме' })).toHaveCount(0);
    await sound(colleague);
    await colleague.context().close();
  });

  await adviser.reload();
  await settled(adviser);
  await expect(row).toContainText('Acceptée');
  await expect(row.getByRole('button')).toHaveCount(0);
  await adviser.goto(`/fr/trainings/${id}/registrations`);
  await settled(adviser);
  await expect(adviser.locator('.member-row', { hasText: name })).toContainText('Confirmée');
  const [letter] = await Promise.all([adviser.waitForEvent('download'), adviser.locator('.member-row', { hasText: name }).getByRole('link', { name: 'Писмо' }).click()]);
  expect(letter.suggestedFilename()).toBe('Писмо.pdf');
  await Promise.all([adviser.context().close(), invited.context().close()]);
});
