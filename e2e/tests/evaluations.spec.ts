/** Asking those who were at a session what it was like, answering by the link of the mail, and what is shown of it. */
import { type APIRequestContext, expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { linkTo } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { signInAgain } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

interface Session {
  readonly id: string;
  readonly evaluation: { readonly state: string; readonly asked: number; readonly answered: number | null; readonly can: { readonly open: boolean } } | null;
}

/** The sessions that are over, as the adviser reads them. */
async function sessionsOver(request: APIRequestContext): Promise<Session[]> {
  const found: Session[] = [];
  let after: string | null = null;
  do {
    const page: { trainingSessions: { nodes: Session[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await ask(request, 'fr',
      'query ($after: String) { trainingSessions(filter: { states: [DONE] }, first: 100, after: $after) { nodes { id evaluation { state asked answered can { open } } } pageInfo { hasNextPage endCursor } } }', { variables: { after } });
    found.push(...page.trainingSessions.nodes);
    after = page.trainingSessions.pageInfo.hasNextPage ? page.trainingSessions.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

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

test('what came of an evaluation is shown by question, as a chart and as a table of the same numbers, on paper too; of too few answers nothing is', async ({ page }) => {
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const sessions = await sessionsOver(page.request);
  const shown = sessions.find(({ evaluation }) => evaluation?.state === 'SHOWN')!;
  await page.goto(`/fr/trainings/${shown.id}/evaluation`);
  await sound(page);
  await expect(page.getByText(`Personnes ayant répondu\u202f: ${shown.evaluation!.answered} · Personnes interrogées\u202f: ${shown.evaluation!.asked}`)).toBeVisible();
  const table = page.getByRole('table').first();
  const numbers = (await table.getByRole('row').locator('td:first-of-type').allInnerTexts()).map(Number);
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(Number(/\d+/.exec(await table.locator('caption').innerText())![0]));
  const chart = page.getByRole('img', { name: /Diagramme en barres/ }).first();
  const total = numbers.reduce((sum, one) => sum + one, 0);
  /** The part of its scale that each bar of the chart takes as it is drawn, in hundredths. */
  const drawn = (): Promise<number[]> => chart.evaluate((svg) => {
    const widths = (kind: string): number[] => [...svg.querySelectorAll(`.chart-${kind}`)].map((bar) => bar.getBoundingClientRect().width);
    return widths('part').map((width, n) => Math.round((width / widths('whole')[n]!) * 100));
  });
  const parts = numbers.map((one) => Math.round((one / total) * 100));
  expect(await drawn()).toEqual(parts);
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const) {
    await page.emulateMedia(media);
    expect(await drawn()).toEqual(parts);
    const [bar, ground] = await chart.evaluate((svg) => ['part', 'whole'].map((kind) => getComputedStyle(svg.querySelector(`.chart-${kind}`)!).fill));
    expect(bar).not.toBe(ground);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null });
  await expect(page.getByText('Mai mult timp pentru întrebări.')).toHaveAttribute('lang', 'ro');

  const withheld = sessions.find(({ evaluation }) => evaluation?.state === 'WITHHELD')!;
  await page.goto(`/fr/trainings/${withheld.id}/evaluation`);
  await sound(page);
  await expect(page.getByText('Il y a eu trop peu de réponses', { exact: false })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
