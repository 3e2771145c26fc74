/** Somebody who teaches says who is there: found from their desk, with the names and nothing else of those who come; who prepares the session sees it. */
import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { deskOf, signInAgain, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** A zone in which it is day now: a session that begins in an hour is one of today. */
function zoneOfDay(): string {
  const hourIn = (timeZone: string): number => Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format());
  return ['Europe/Skopje', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'].find((zone) => hourIn(zone) >= 4 && hourIn(zone) <= 18)!;
}

const wall = (timeZone: string, hours: number): string =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(Date.now() + hours * 3_600_000).replace(' ', 'T');

interface Registered {
  readonly participant: { readonly name: string };
  readonly attendee: { readonly code: string };
}

/** A session of today that the expert teaches, with two people of an organisation in Moldova; the signs of their passes, by name. */
async function taughtToday(adviser: Page, browser: Browser, retry: number): Promise<{ id: string; title: string; codes: ReadonlyMap<string, string> }> {
  const expert = await visitOf(browser, 'fr', 'expert');
  const { viewer: { sheet } } = await ask<{ viewer: { sheet: { expert: { id: string } } } }>(expert.request, 'fr', '{ viewer { sheet { expert { id } } } }');
  await expert.context().close();
  const [zone, title] = [zoneOfDay(), `Une journée avec son intervenante ${randomUUID().slice(0, 6)}`];
  const id = await announced(adviser, 'fr', { title, timeZone: zone, starts: wall(zone, 1 + 2 * retry), ends: wall(zone, 2 + 2 * retry), trainers: [sheet.expert.id], workingLanguages: ['fr'] });
  const coordinator = await visitOf(browser, 'ro', 'ngo-coordinator.md');
  const { viewer } = await ask<{ viewer: { registersFor: { organisation: { id: string } }[] } }>(coordinator.request, 'ro', '{ viewer { registersFor { organisation { id } } } }');
  const people = ['Ana Probă', 'Ion Probă'].map((name) => ({ name, email: `${randomUUID().slice(0, 8)}@ngo.example`, locale: 'ro' }));
  const input = { session: id, organisation: viewer.registersFor[0]!.organisation.id, submission: randomUUID(), hasConsent: true, people };
  await ask(coordinator.request, 'ro', 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome } }', { variables: { input } });
  const { registrations } = await ask<{ registrations: { nodes: Registered[] } }>(
    coordinator.request, 'ro', 'query ($id: ID!) { registrations(filter: { session: $id }, first: 9) { nodes { id participant { name } attendee { code } } } }', { variables: { id } });
  await coordinator.context().close();
  return { id, title, codes: new Map(registrations.nodes.map(({ participant, attendee }) => [participant.name, attendee.code])) };
}

test('somebody who teaches today reads passes, and who prepares the session sees who is there', async ({ page, browser }, { retry }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const { id, title, codes } = await taughtToday(page, browser, retry);

  const trainer = await deskOf(browser, 'fr', 'expert');
  await test.step('from the desk to the page where passes are read', async () => {
    await trainer.getByRole('region', { name: 'Vos sessions de formation' }).getByRole('link', { name: title }).click();
    await expect(trainer).toHaveURL(new RegExp(`/trainings/${id}$`));
    await settled(trainer);
    await expect(trainer.getByRole('link', { name: 'Présence', exact: true })).toHaveCount(0);
    await trainer.getByRole('link', { name: 'Lire les laissez-passer' }).click();
    await expect(trainer).toHaveURL(/\/check-in$/);
    await sound(trainer);
  });
  const row = trainer.locator('.presence-row', { hasText: 'Ana Probă' });
  await expect(row).not.toContainText('Moldavie');

  await trainer.getByLabel('Caractères du laissez-passer').fill(codes.get('Ana Probă')!.toLowerCase());
  await trainer.getByRole('button', { name: 'Noter la présence' }).press('Enter');
  await expect(trainer.getByText('Présence notée\u202f: Ana Probă')).toBeVisible();
  await expect(row.getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');

  await page.goto(`/fr/trainings/${id}/attendance`);
  await settled(page);
  await expect(page.locator('.presence-row', { hasText: 'Ana Probă' })).toContainText('Moldavie');
  await expect(page.locator('.presence-row', { hasText: 'Ana Probă' }).getByRole('button', { name: /^Présence/ })).toHaveAttribute('aria-pressed', 'true');

  await test.step('certificates and the share stay with who prepares it', async () => {
    await trainer.goto(`/fr/trainings/${id}/attendance`);
    await sound(trainer);
    await expect(trainer.getByRole('heading', { name: 'Attestations' })).toHaveCount(0);
    await trainer.context().close();
  });
  expect(wrong()).toEqual([]);
});
