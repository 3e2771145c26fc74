/** What waits on the desk of those who register people and of those who translate: until when, and done where the link leads. */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { deskOf, visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const REGISTER = 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { people { outcome } } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawRegistration(id: $id) { outcome } }';

/** The number in the link of a kind that waits; none where there is no such link. */
async function numberIn(page: Page, words: RegExp): Promise<number> {
  const link = page.locator('.desk-waiting a').filter({ hasText: words });
  return (await link.count()) === 0 ? 0 : Number(/\d[\d\s]*/.exec((await link.textContent())!)![0].replaceAll(/\s/g, ''));
}

test('a coordinator sees on the desk that a place is offered, and until when, and accepts it where the link leads', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const [adviser, page] = [await visitOf(browser, 'fr', 'adviser'), await deskOf(browser, 'fr', 'ngo-coordinator.ba')];
  const wrong = watch(page);
  const words = /proposées? atten/;
  const before = await numberIn(page, words);
  const id = await announced(adviser, 'fr', { title: 'Une place pour deux', starts: `2032-04-1${retry}T09:00`, ends: `2032-04-1${retry}T17:00`, places: 1 });
  const { viewer } = await ask<{ viewer: { registersFor: { organisation: { id: string } }[] } }>(page.request, 'fr', '{ viewer { registersFor { organisation { id } } } }');
  const people = ['Prva Proba', 'Druga Proba'].map((name, n) => ({ name: `${name} ${retry}`, email: `mjesto-${retry}-${n}@ngo.example`, locale: 'bs' }));
  await ask(page.request, 'fr', REGISTER, { variables: { input: { session: id, organisation: viewer.registersFor[0]!.organisation.id, submission: crypto.randomUUID(), hasConsent: true, people } } });
  const { registrations } = await ask<{ registrations: { nodes: { id: string }[] } }>(page.request, 'fr', `{ registrations(filter: { session: "${id}", states: [CONFIRMED] }) { nodes { id } } }`);
  await ask(page.request, 'fr', WITHDRAW, { variables: { id: registrations.nodes[0]!.id } });

  await page.goto('/fr/desk');
  await sound(page);
  expect(await numberIn(page, words)).toBe(before + 1);
  const offer = page.locator('.desk-waiting li').filter({ hasText: words });
  await expect(offer).toContainText(/la première est gardée jusqu’au \d.+\d\d:\d\d/);
  await offer.getByRole('link').click();
  await expect(page).toHaveURL('/fr/registrations');
  await sound(page);
  const part = page.locator('section[aria-labelledby="registrations-offered"]');
  await expect(part.getByRole('heading', { level: 2 })).toHaveText('Places proposées en attente de votre réponse');
  await part.locator('.member-row', { hasText: `Druga Proba ${retry}` }).getByRole('button', { name: /^Accepter/ }).click();
  await expect(page.locator('.notice-done')).toBeVisible();
  await expect(part.getByText(`Druga Proba ${retry}`)).toHaveCount(0);
  await page.goto('/fr/desk');
  await settled(page);
  expect(await numberIn(page, words)).toBe(before);
  expect(wrong()).toEqual([]);
  await Promise.all([adviser, page].map((one) => one.context().close()));
});

/** Which sessions lack something in French, of the first hundred: other stories add and take away others meanwhile. */
async function lackingInFrench(page: Page): Promise<readonly string[]> {
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: { id: string }[] } }>(page.request, 'fr', '{ trainingSessions(filter: { untranslatedIn: "fr" }, first: 100, sort: LATEST) { nodes { id } } }');
  return trainingSessions.nodes.map((node) => node.id);
}

test('a translator sees on the desk how many sessions lack something in their language, translates one, and it is no longer among them', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const adviser = await visitOf(browser, 'mk', 'adviser');
  const id = await announced(adviser, 'mk', { title: `Обука без превод ${retry}`, summary: 'Показатели.', starts: `2032-05-1${retry}T09:00`, ends: `2032-05-1${retry}T17:00` });
  const page = await deskOf(browser, 'fr', 'translator');
  const wrong = watch(page);
  const words = /^français\s: \d+ sessions? de formation à traduire ou à mettre à jour$/;
  expect(await numberIn(page, words)).toBeGreaterThan(0);
  expect(await lackingInFrench(page)).toContain(id);
  await sound(page);
  await page.locator('.desk-waiting a').filter({ hasText: words }).click();
  await expect(page).toHaveURL('/fr/trainings/untranslated');
  await settled(page);
  await expect(page.locator('h1')).toHaveText('Sessions à traduire');
  await expect(page.locator('.count')).toHaveText(words);
  await sound(page);
  const session = page.locator(`article[data-session="${id}"]`);
  while ((await session.count()) === 0) {
    await page.locator('a[rel="next"]').click();
    await settled(page);
  }
  await session.getByRole('link').click();
  await expect(page).toHaveURL(`/fr/trainings/${id}/translations`);
  await settled(page);
  await page.locator('main select').selectOption('fr');
  await page.locator('.translation input').fill(`Une formation traduite ${retry}`);
  await page.locator('.translation textarea').first().fill('Les indicateurs.');
  await page.locator('.translation button[type="submit"]').click();
  await expect(page.locator('.notice-done')).toHaveText('La traduction est enregistrée.');

  expect(await lackingInFrench(page)).not.toContain(id);
  await page.goto('/fr/trainings/untranslated?language=mk');
  await settled(page);
  await expect(page.locator('main select')).toHaveValue('mk');
  await expect(session).toHaveCount(0);
  expect(wrong()).toEqual([]);
  await Promise.all([adviser, page].map((one) => one.context().close()));
});

test('the list of what is to be translated is for those who do it, and says so to others', async ({ page, browser }) => {
  await page.goto('/fr/trainings/untranslated');
  await settled(page);
  await expect(page.locator('main')).toContainText('Cette page est pour celles et ceux qui traduisent ou préparent des sessions de formation.');
  await expect(page.locator('main article')).toHaveCount(0);
  const coordinator = await visitOf(browser, 'mk', 'ngo-coordinator.mk');
  await expect(coordinator.locator('a[href$="/trainings/untranslated"]')).toHaveCount(0);
  await coordinator.goto('/mk/trainings/untranslated');
  await settled(coordinator);
  await expect(coordinator.locator('main')).toContainText('Оваа страница е за оние што преведуваат или подготвуваат обуки.');
  await expect(coordinator.locator('main article')).toHaveCount(0);
  await coordinator.context().close();
});
