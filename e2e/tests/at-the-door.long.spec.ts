/** At the door, as a whole: who teaches reads passes on a telephone without a network, and what comes of it are certificates that anybody verifies. */
import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { sessionIsOver } from '../support/database.ts';
import { linkTo, linksTo } from '../support/mailbox.ts';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** A zone in which it is day now: what begins in some hours, and what was some hours ago, is of today. */
function zoneOfDay(): string {
  const hourIn = (timeZone: string): number => Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format());
  return ['Europe/Skopje', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'].find((zone) => hourIn(zone) >= 4 && hourIn(zone) <= 17)!;
}

const wall = (timeZone: string, hours: number): string =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(Date.now() + hours * 3_600_000).replace(' ', 'T');

interface Comer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly code: string;
}

/** Others at a second try: who has the name of somebody who is there may be one person. */
const twenty = (retry: number): string[] => Array.from({ length: 20 }, (_, n) => `${['Ana', 'Ion', 'Maria', 'Vlad'][n % 4]!} ${['Probă', 'Încercată'][retry]!} ${String.fromCodePoint(65 + n)}`);

/** A session of today that the expert teaches, in which twenty people of an organisation in Moldova have places. */
async function twentyToday(adviser: Page, trainer: Page, browser: Browser, retry: number): Promise<{ session: string; title: string; comers: readonly Comer[] }> {
  const { viewer: { sheet } } = await ask<{ viewer: { sheet: { expert: { id: string } } } }>(trainer.request, 'fr', '{ viewer { sheet { expert { id } } } }');
  const [zone, title] = [zoneOfDay(), `Vingt personnes à la porte ${randomUUID().slice(0, 6)}`];
  const session = await announced(adviser, 'fr', { title, timeZone: zone, starts: wall(zone, 4.1 + retry), ends: wall(zone, 4.9 + retry), places: 20, trainers: [sheet.expert.id], workingLanguages: ['fr'] });
  const coordinator = await visitOf(browser, 'ro', 'ngo-coordinator.md');
  const { viewer } = await ask<{ viewer: { registersFor: { organisation: { id: string } }[] } }>(coordinator.request, 'ro', '{ viewer { registersFor { organisation { id } } } }');
  const names = twenty(retry);
  const people = names.map((name) => ({ name, email: `${randomUUID().slice(0, 8)}@door.ngo.example`, locale: 'ro' }));
  const input = { session, organisation: viewer.registersFor[0]!.organisation.id, submission: randomUUID(), hasConsent: true, people };
  await ask(coordinator.request, 'ro', 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome } }', { variables: { input } });
  const { registrations } = await ask<{ registrations: { nodes: { id: string; participant: { name: string; email: string }; attendee: { code: string } }[] } }>(
    coordinator.request, 'ro', 'query ($id: ID!) { registrations(filter: { session: $id }, first: 50) { nodes { id participant { name email } attendee { code } } } }', { variables: { id: session } });
  await coordinator.context().close();
  const comers = registrations.nodes.map(({ id, participant, attendee }) => ({ id, ...participant, code: attendee.code }));
  return { session, title, comers: names.map((name) => comers.find((comer) => comer.name === name)!) };
}

/** Who was there, as the server has it, sorted. */
async function present(adviser: Page, session: string): Promise<string[]> {
  const { trainingSession } = await ask<{ trainingSession: { attendees: { nodes: { name: string; presences: { state: string }[] }[] } } }>(
    adviser.request, 'fr', 'query ($id: ID!) { trainingSession(id: $id) { attendees(first: 50) { nodes { name presences { state } } } } }', { variables: { id: session } });
  return trainingSession.attendees.nodes.filter(({ presences }) => presences.length === 1 && presences[0]!.state === 'PRESENT').map(({ name }) => name).sort();
}

test('eighteen of twenty are read without a network, are there once it is back, and have each a certificate that says what they let it say', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const [adviser, telephone] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'fr', 'expert')];
  const { session, title, comers } = await twentyToday(adviser, telephone, browser, retry);
  const came = comers.slice(0, 18);
  const wrong = watch(telephone);
  await telephone.setViewportSize({ width: 390, height: 844 });

  await test.step('on the telephone, without a network: half by pass, half by list, one of them twice', async () => {
    await telephone.goto(`/fr/trainings/${session}/check-in`);
    await settled(telephone);
    await expect(telephone.getByText('sont gardées sur cet appareil')).toBeVisible();
    await telephone.context().setOffline(true);
    for (const { name, code } of came.slice(0, 9)) {
      await telephone.getByLabel('Caractères du laissez-passer').fill(code.toLowerCase());
      await telephone.getByRole('button', { name: 'Noter la présence' }).press('Enter');
      await expect(telephone.getByText(`Présence notée\u202f: ${name}`)).toBeVisible();
    }
    await telephone.getByLabel('Caractères du laissez-passer').fill(came[0]!.code);
    await telephone.getByRole('button', { name: 'Noter la présence' }).press('Enter');
    await expect(telephone.getByText(`Présence déjà notée\u202f: ${came[0]!.name}`)).toBeVisible();
    for (const { name } of came.slice(9)) await telephone.locator('.presence-row', { hasText: name }).getByRole('button', { name: /^Présence/ }).press('Enter');
    await expect(telephone.getByText('En attente d’envoi\u202f: 18')).toBeVisible();
    expect(await present(adviser, session)).toEqual([]);
  });

  // The assistant has read two of them at another door meanwhile: they are there once all the same.
  const other = await visitOf(browser, 'fr', 'assistant');
  const input = came.slice(0, 2).map(({ id }) => ({ registration: id, state: 'PRESENT', at: new Date().toISOString() }));
  await ask(other.request, 'fr', 'mutation ($input: [PresenceInput!]!) { recordPresence(input: $input) { results { outcome } } }', { variables: { input } });
  await other.context().close();
  await telephone.context().setOffline(false);
  await expect.poll(() => present(adviser, session), { timeout: 20_000 }).toEqual(came.map(({ name }) => name).sort());
  await expect(telephone.getByText('En attente d’envoi', { exact: false })).toHaveCount(0);

  await test.step('once it is over exactly eighteen have a certificate', async () => {
    await sessionIsOver(session, 2 + 45 * retry);
    await adviser.goto(`/fr/trainings/${session}/attendance`);
    await settled(adviser);
    await adviser.getByRole('button', { name: 'Délivrer les attestations' }).press('Enter');
    await expect(adviser.locator('.notice-done')).toHaveText('Attestations délivrées\u202f: 18');
    await expect(adviser.locator('.member-row')).toHaveCount(18);
    for (const { name } of comers.slice(18)) await expect(adviser.locator('.member-row', { hasText: name })).toHaveCount(0);
  });

  const [owner] = came;
  const number = (await adviser.locator('.member-row', { hasText: owner!.name }).locator('code').first().textContent())!;
  const person = await (await browser.newContext()).newPage();
  const own = await linkTo(person.request, owner!.email, '/certificate');
  for (const { email } of comers.slice(18)) expect(await linksTo(person.request, email, '/certificate')).toEqual([]);

  await test.step('it is opened in French and in the language of its person, without an account', async () => {
    await person.goto(own);
    await settled(person);
    const saved = person.waitForEvent('download');
    await person.locator('main form button[type="submit"]').press('Enter');
    expect((await saved).suggestedFilename()).toBe(`passerelle-${number.replaceAll('-', '')}.pdf`);
    const file = await person.request.get('/certificate/own.pdf?languages=fr,ro', { headers: { authorization: `Bearer ${own.split('#')[1]!}` } });
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });

  const visitor = await (await browser.newContext()).newPage();
  const verified = async (asked: string): Promise<string> => {
    await visitor.goto(`/tr/verify/${asked}`);
    await settled(visitor);
    return visitor.locator('.verify-result').innerText();
  };
  await test.step('verified in Turkish by its number: valid, which session, when, and nothing else until its person says so', async () => {
    const said = await verified(number);
    expect(said).toContain('Bu katılım belgesi geçerli.');
    expect(said).toContain(title);
    for (const part of [owner!.name, owner!.email]) expect(said).not.toContain(part);
    await sound(visitor);
    await person.getByRole('button', { name: 'Afișați numele meu' }).press('Enter');
    await expect(person.locator('strong', { hasText: 'Numele dumneavoastră este afișat acolo.' })).toBeVisible();
    const agreed = await verified(number);
    expect(agreed).toContain(owner!.name);
    expect(agreed).not.toContain(owner!.email);
    await person.getByRole('button', { name: 'Nu mai afișați numele meu' }).press('Enter');
    await expect(person.locator('strong', { hasText: 'Numele dumneavoastră nu este afișat acolo.' })).toBeVisible();
    expect(await verified(number)).not.toContain(owner!.name);
    await sound(person);
    expect(await verified(`${number.slice(0, -1)}${number.endsWith('7') ? '8' : '7'}`)).not.toContain(title);
  });
  expect(wrong().filter((line) => !/ERR_INTERNET_DISCONNECTED|^failed: .*\/graphql|when fetching the script/.test(line))).toEqual([]);
  await Promise.all([adviser, telephone, person, visitor].map((page) => page.context().close()));
});
