/** A full session as a whole: twenty places, three for a country; who waits is offered a place in turn, and only the quota changes that. */
import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { offerIsOver } from '../support/database.ts';
import { linkTo } from '../support/mailbox.ts';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const REGISTER = 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome people { outcome position } } }';

/** Whose colleagues have three places each; two are left for Moldova. */
const OTHERS = ['rs', 'al', 'mk', 'ba', 'me', 'bg'] as const;

interface Registered {
  readonly id: string;
  readonly state: string;
  readonly country: { readonly code: string };
  readonly participant: { readonly name: string };
}

const addressOf = (name: string, retry: number): string => `${name.toLowerCase().normalize('NFD').replaceAll(/[^a-z]/g, '')}.${retry}@full.ngo.example`;

/** Registers people of the organisation of whoever is signed in: what came of it for each. */
async function register(page: Page, session: string, names: readonly string[], retry: number): Promise<readonly { outcome: string; position: number | null }[]> {
  const { viewer } = await ask<{ viewer: { registersFor: { organisation: { id: string } }[] } }>(page.request, 'fr', '{ viewer { registersFor { organisation { id } } } }');
  const people = names.map((name) => ({ name, email: addressOf(name, retry), locale: 'ro' }));
  const input = { session, organisation: viewer.registersFor[0]!.organisation.id, submission: randomUUID(), hasConsent: true, people };
  const { registerParticipants } = await ask<{ registerParticipants: { people: { outcome: string; position: number | null }[] } }>(page.request, 'fr', REGISTER, { variables: { input } });
  return registerParticipants.people;
}

/** Everybody who is registered for a session, as the adviser sees them. */
async function registered(adviser: Page, session: string): Promise<readonly Registered[]> {
  const { registrations } = await ask<{ registrations: { nodes: Registered[] } }>(adviser.request, 'fr', 'query ($id: ID!) { registrations(filter: { session: $id }, first: 50) { nodes { id state country { code } participant { name } } } }', { variables: { id: session } });
  return registrations.nodes;
}

const row = (page: Page, name: string) => page.locator('.member-row', { hasText: name }).first();

async function opened(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await settled(page);
  return page;
}

/** A session of twenty places, three for a country, that colleagues of seven countries fill. */
async function full(adviser: Page, moldova: Page, browser: Browser, retry: number): Promise<string> {
  const session = await announced(adviser, 'fr', { title: `Vingt places, trois par pays ${retry}`, starts: `2033-05-1${retry}T09:00`, ends: `2033-05-1${retry}T17:00`, places: 20 });
  const { trainingSession } = await ask<{ trainingSession: { version: number } }>(adviser.request, 'fr', `{ trainingSession(id: "${session}") { version } }`);
  const input = { session, version: trainingSession.version, places: 20, quotas: [{ kind: 'COUNTRY', key: '', places: 3 }] };
  expect(await ask(adviser.request, 'fr', 'mutation ($input: ChangePlacesInput!) { changePlaces(input: $input) { outcome } }', { variables: { input } })).toEqual({ changePlaces: { outcome: 'DONE' } });
  await Promise.all(OTHERS.map(async (country) => {
    const page = await visitOf(browser, 'fr', `ngo-coordinator.${country}`);
    expect((await register(page, session, ['Una', 'Duo', 'Tria'].map((name) => `${name} ${country}`), retry)).map(({ outcome }) => outcome)).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    await page.context().close();
  }));
  expect((await register(moldova, session, ['Una md', 'Duo md'], retry)).map(({ outcome }) => outcome)).toEqual(['CONFIRMED', 'CONFIRMED']);
  return session;
}

test('the twenty-first waits, is offered the place that becomes free, lets it lapse, and the next whom the quota allows has it', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const [adviser, moldova] = [await visitOf(browser, 'fr', 'adviser'), await visitOf(browser, 'ro', 'ngo-coordinator.md')];
  const session = await full(adviser, moldova, browser, retry);
  const [serbia, albania] = [await visitOf(browser, 'sr-Latn', 'ngo-coordinator.rs'), await visitOf(browser, 'sq', 'ngo-coordinator.al')];
  const wrong = [moldova, serbia].map((page) => watch(page));
  const list = `trainings/${session}/registrations`;

  await test.step('in Romanian somebody is the first who waits, and is told so by mail', async () => {
    await opened(moldova, `/ro/trainings/${session}/register`);
    await moldova.locator('.person-fields input[type="text"]').fill('Ana Așteaptă');
    await moldova.locator('.person-fields input[type="email"]').fill(addressOf('Ana Asteapta', retry));
    await moldova.getByRole('checkbox').check();
    await moldova.getByRole('button', { name: 'Înscrieți', exact: true }).press('Enter');
    await expect(moldova.locator('section.notice-done')).toContainText('Pe lista de așteptare, poziția 1');
    await linkTo(moldova.request, addressOf('Ana Asteapta', retry), '/leave');
  });
  expect(await register(serbia, session, ['Quarta rs'], retry)).toEqual([{ outcome: 'WAITING', position: 2 }]);
  expect(await register(moldova, session, ['Ion Următorul'], retry)).toEqual([{ outcome: 'WAITING', position: 3 }]);
  const idOf = async (name: string): Promise<string> => (await registered(adviser, session)).find(({ participant }) => participant.name === name)!.id;
  const [ana, ion] = [await idOf('Ana Așteaptă'), await idOf('Ion Următorul')];

  // Two people look at the same session in two languages, each at those of theirs.
  await opened(moldova, `/ro/${list}`);
  await opened(serbia, `/sr-Latn/${list}`);
  await expect(row(serbia, 'Quarta rs')).toContainText('Na listi čekanja, redni broj 2');
  await expect(serbia.getByText('Ana Așteaptă')).toHaveCount(0);

  const withdraw = async (name: string): Promise<void> => {
    await opened(albania, `/sq/${list}`);
    await row(albania, name).getByRole('button', { name: /^Tërhiqeni/ }).click();
    await row(albania, name).getByRole('button', { name: /^Tërhiqeni/ }).click();
    await expect(albania.locator('.notice-done')).toHaveText(`Regjistrimi u tërhoq: ${name}`);
  };
  await test.step('a place that becomes free in another country is offered to the first, with its deadline', async () => {
    await withdraw('Una al');
    await expect(row(moldova, 'Ana Așteaptă')).toContainText('Se oferă un loc');
    await expect(row(moldova, 'Ana Așteaptă')).toContainText(/Loc păstrat până la\s*\d.+\d\d:\d\d/);
    await opened(serbia, `/sr-Latn/${list}`);
    await expect(row(serbia, 'Quarta rs')).toContainText('Na listi čekanja, redni broj 1');
    await linkTo(moldova.request, addressOf('Ana Asteapta', retry), '/offer');
  });

  await test.step('an offer that lapses goes to the next whom the quota allows: Serbia has its three', async () => {
    await offerIsOver(ana);
    await expect(row(moldova, 'Ana Așteaptă')).toContainText('Loc neacceptat la timp');
    await expect(row(moldova, 'Ion Următorul')).toContainText('Se oferă un loc');
    await expect(row(serbia, 'Quarta rs')).toContainText('Na listi čekanja, redni broj 1');
    await sound(moldova);
  });

  await test.step('it is accepted by the link of the mail, without an account', async () => {
    const guest = await (await browser.newContext()).newPage();
    await opened(guest, await linkTo(guest.request, addressOf('Ion Urmatorul', retry), '/offer'));
    await guest.getByRole('button', { name: 'Acceptați locul' }).press('Enter');
    await expect(guest.locator('.notice')).toContainText('Locul este al dumneavoastră.');
    await guest.context().close();
    await expect(row(moldova, 'Ion Următorul')).toContainText('Confirmată');
  });

  await test.step('a place is left that nobody gets: why is said', async () => {
    await withdraw('Duo al');
    await opened(serbia, `/sr-Latn/${list}`);
    await expect(row(serbia, 'Quarta rs')).toContainText('Mesta za ovu državu su zauzeta.');
    await sound(serbia);
    await opened(adviser, `/fr/${list}`);
    await expect(row(adviser, 'Quarta rs')).toContainText('Les places pour ce pays sont prises.');
    await expect(adviser.getByText('3 / 3', { exact: true })).toHaveCount(6);
  });

  const all = await registered(adviser, session);
  const confirmed = all.filter(({ state }) => state === 'CONFIRMED').map(({ country }) => country.code);
  expect(confirmed).toHaveLength(19);
  expect(Math.max(...[...new Set(confirmed)].map((code) => confirmed.filter((one) => one === code).length))).toBe(3);
  expect(all.find(({ id }) => id === ion)!.state).toBe('CONFIRMED');
  expect(wrong.flatMap((of) => of())).toEqual([]);
  await Promise.all([adviser, moldova, serbia, albania].map((page) => page.context().close()));
});
