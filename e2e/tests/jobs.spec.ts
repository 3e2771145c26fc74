/** The adviser looks after what the service does by itself; everybody else is told whose page it is. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { toldIn } from '../support/short.ts';
import { signIn } from '../support/sign-in.ts';

const PAGE = '/jobs';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

const WORDS = {
  fr: {
    title: 'Tâches du service', closed: 'Seuls le conseiller technique régional et son équipe peuvent voir ces tâches.', recurrent: 'Tâches qui reviennent d’elles-mêmes',
    send: 'Envoyer un courriel', forget: 'Effacer les courriels de plus de 30 jours', givenUp: 'Abandonnée', attempts: '15 sur 15', retry: 'Réessayer maintenant', giveUp: 'Abandonner',
    unchanged: 'Rien n’a changé : la tâche est en cours ou n’existe plus.', empty: 'Aucune tâche n’est dans cet état.', state: 'État', apply: 'Afficher les résultats', account: 'assistant',
  },
  uk: {
    title: 'Завдання сервісу', closed: 'Лише регіональний технічний радник і його команда можуть бачити ці завдання.', recurrent: 'Завдання, що повторюються самі',
    send: 'Надсилання листа', forget: 'Стирання листів, старших за 30 днів', givenUp: 'Спроби припинено', attempts: '15 з 15', retry: 'Спробувати ще раз зараз', giveUp: 'Припинити спроби',
    unchanged: 'Нічого не змінено: завдання виконується або його вже немає.', empty: 'У цьому стані немає жодного завдання.', state: 'Стан', apply: 'Показати результати', account: 'adviser',
  },
} as const satisfies Partial<Record<Locale, Readonly<Record<string, string>>>>;
const locales = Object.keys(WORDS) as (keyof typeof WORDS)[];

const JOBS = [
  { name: 'MAIL_SEND', state: 'GIVEN_UP', failure: 'SMTP_451', attempts: 15, nextAt: null, startedAt: null },
  { name: 'MAIL_SEND', state: 'RETRYING', failure: 'ECONNREFUSED', attempts: 3, nextAt: '2026-11-25T12:00:00.000Z', startedAt: null },
  { name: 'MAIL_ERASE', state: 'RUNNING', failure: null, attempts: 1, nextAt: null, startedAt: '2026-11-25T11:00:00.000Z' },
].map((job, index) => ({ __typename: 'QueuedJob', id: `QueuedJob_${index}`, mostAttempts: 15, createdAt: '2026-11-25T10:00:00.000Z', ...job }));

/** Puts jobs into the answers that the API gives the adviser: in a demonstration nothing fails. What was done to which is told. */
async function withJobs(page: Page): Promise<string[]> {
  const done: string[] = [];
  await page.route('**/graphql?**', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data: Record<string, unknown> | null };
    const what = ['retryJob', 'giveUpJob'].find((name) => answer.data?.[name]);
    if (what) done.push(`${what} ${(route.request().postDataJSON() as { variables: { id: string } }).variables.id}`);
    if (!answer.data?.queuedJobs) return route.fulfill({ response });
    const shown = JOBS.filter(({ state }) => route.request().url().includes('RETRYING') === false || state === 'RETRYING');
    return route.fulfill({ response, json: { data: { ...answer.data, queuedJobs: { ...answer.data.queuedJobs, totalCount: shown.length, nodes: shown } } } });
  });
  return done;
}

for (const locale of toldIn(locales)) {
  const words = WORDS[locale];

  test(`a visitor reads in ${locale} that the page is the adviser’s, and nothing else`, async ({ page }) => {
    const wrong = watch(page);
    await page.goto(`/${locale}${PAGE}`);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await expect(page.locator('main').getByRole('status')).toContainText(words.closed);
    await expect(page.locator('main').locator('form, time, .results, button')).toHaveCount(0);
    await accessible(page);
    expect(wrong()).toEqual([]);
  });

  test(`the adviser’s office finds the page by the account and looks after jobs, in ${locale}`, async ({ page }) => {
    test.slow();
    const wrong = watch(page);
    await signIn(page, locale, `${words.account}@passerelle.example`);
    await page.goto(`/${locale}/account`);
    await settled(page);
    const done = await withJobs(page);
    await page.getByRole('link', { name: words.title }).click();
    await expect(page).toHaveURL(`/${locale}${PAGE}`);
    await settled(page);
    await expect(page.locator('h1')).toHaveText(words.title);
    await expect(page.getByRole('heading', { level: 2, name: words.recurrent })).toBeVisible();
    await expect(page.locator('section[aria-labelledby="recurrent"]').getByRole('heading', { level: 3, name: words.forget })).toBeVisible();

    const rows = page.locator('.job-row');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0)).toContainText(words.givenUp);
    await expect(rows.nth(0)).toContainText('SMTP_451');
    await expect(rows.nth(0)).toContainText(words.attempts);
    await expect(rows.nth(0).getByRole('button')).toHaveCount(1);
    await expect(rows.nth(1).getByRole('button')).toHaveCount(2);
    await expect(rows.nth(2).getByRole('button')).toHaveCount(0);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width}`).toEqual([]);
      await accessible(page);
    }

    // The API knows no such job, so that it says so.
    await rows.nth(0).getByRole('button', { name: `${words.retry} ${words.send}` }).press('Enter');
    await expect(page.locator('.notice-done')).toHaveText(words.unchanged);
    await expect(page.locator('[tabindex="-1"]:has(> .notice-done)')).toBeFocused();
    await rows.nth(1).getByRole('button', { name: `${words.giveUp} ${words.send}` }).click();
    await expect.poll(() => done).toEqual(['retryJob QueuedJob_0', 'giveUpJob QueuedJob_1']);

    await page.getByLabel(words.state).selectOption('RETRYING');
    await page.getByRole('button', { name: words.apply }).click();
    await expect(page).toHaveURL(`/${locale}${PAGE}?state=RETRYING`);
    await expect(rows).toHaveCount(1);
    await page.unrouteAll({ behavior: 'wait' });
    await page.goto(`/${locale}${PAGE}?state=RETRYING`);
    await settled(page);
    await expect(page.locator('.results')).toContainText(words.empty);
    expect(wrong()).toEqual([]);
  });
}

test('the page is in no list and is not to be found by a search', async ({ request }) => {
  expect(await (await request.get(`/en${PAGE}`)).text()).toContain('<meta name="robots" content="noindex" />');
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(PAGE);
});
