/** Asking those who were at a session what it was like, and answering by the link of the mail. */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { type Session, sessionsOver } from '../support/evaluations.ts';
import { linkTo } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { signInAgain } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** Those of a session who were there, by address. */
async function presentAt(request: APIRequestContext, id: string): Promise<string[]> {
  const { registrations } = await ask<{ registrations: { nodes: { participant: { email: string }; attendee: { presences: { state: string }[] } | null }[] } }>(request, 'fr',
    'query ($id: ID!) { registrations(filter: { session: $id }, first: 50) { nodes { participant { email } attendee { presences { state } } } } }', { variables: { id } });
  return registrations.nodes.flatMap(({ participant, attendee }) => (attendee?.presences.some(({ state }) => state === 'PRESENT') ? [participant.email] : []));
}

/** A session with enough people to be asked; at a second try they have been. */
async function sessionToAsk(request: APIRequestContext): Promise<Session> {
  for (const session of await sessionsOver(request)) {
    if (session.evaluation?.state === 'OPEN') return session;
    if (session.evaluation?.can.open && (await presentAt(request, session.id)).length >= 11) return session;
  }
  throw new Error('No session to ask about');
}

test('the adviser asks those who were there; somebody answers in Romanian without signing in, once; nobody sees anything before the end', async ({ page, browser }, { retry }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const session = await sessionToAsk(page.request);
  // At a second try somebody else: the first has answered.
  const email = (await presentAt(page.request, session.id))[retry];
  await page.goto(`/fr/trainings/${session.id}`);
  await settled(page);
  await page.getByRole('link', { name: 'Évaluation', exact: true }).click();
  await expect(page).toHaveURL(/\/evaluation$/);
  await sound(page);
  if (session.evaluation!.state === 'NONE') {
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
    await page.getByRole('button', { name: 'Interroger les personnes présentes' }).press('Enter');
    await expect(page.getByText('Choisissez au moins une question.')).toBeVisible();
    for (const name of ['Comment était la session de formation dans son ensemble\u202f?', 'Que faudrait-il faire autrement\u202f?']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Interroger les personnes présentes' }).press('Enter');
  }
  await expect(page.getByText(/^Personnes interrogées\u202f: \d+$/)).toBeVisible();
  await sound(page);

  const somebody = await (await browser.newContext({ extraHTTPHeaders: networkOf(email!) })).newPage();
  const link = await linkTo(page.request, email!, '/evaluation');
  await somebody.goto(link.replace(/^\/[^/]+/, '/ro'));
  await settled(somebody);
  await expect(somebody.getByRole('heading', { level: 1, name: 'Cum a fost sesiunea de formare?' })).toBeVisible();
  await expect(somebody.getByRole('group', { name: 'Cum a fost sesiunea de formare în ansamblu?' })).toBeVisible();
  // The secret has left the address.
  expect(somebody.url()).not.toContain('#');
  await sound(somebody);
  const send = somebody.getByRole('button', { name: 'Trimiteți răspunsurile' });
  await send.press('Enter');
  await expect(somebody.getByText('Răspundeți la cel puțin o întrebare.')).toBeVisible();
  await somebody.getByRole('radio', { name: 'Foarte bine' }).check();
  await somebody.getByLabel('Ce ar trebui făcut altfel?').fill('Sunați-o la +373 69 123 456, are 17 ani.');
  await send.press('Enter');
  await expect(somebody.getByRole('alert')).toBeVisible();
  await somebody.getByLabel('Ce ar trebui făcut altfel?').fill('Mai mult timp pentru întrebări.');
  await send.press('Enter');
  await expect(somebody.getByText('Răspunsurile dumneavoastră au fost luate în calcul.', { exact: false })).toBeVisible();
  // The form was longer than what has taken its place.
  await somebody.evaluate(() => scrollTo(0, 0));
  await sound(somebody);
  // The same link once more.
  await somebody.goto('/ro/contact');
  await somebody.goto(link.replace(/^\/[^/]+/, '/ro'));
  await expect(somebody.getByText('Cu acest link au fost deja trimise răspunsuri.')).toBeVisible();
  await somebody.context().close();

  const [after] = (await sessionsOver(page.request)).filter(({ id }) => id === session.id);
  expect(after!.evaluation).toMatchObject({ state: 'OPEN', answered: null });
  expect(wrong()).toEqual([]);
});
