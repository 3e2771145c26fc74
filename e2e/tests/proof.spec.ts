/** The work that a form asks of the browser: done aside while somebody types, and said where it cannot be done. */
import { readFileSync } from 'node:fs';
import { expect, type Page, type Request, test } from '@playwright/test';
import { accessible, settled, watch } from '../support/page.ts';

/** The names of the operations, by the ids of their documents. */
const NAMES = Object.entries(JSON.parse(readFileSync(new URL('../../shared/trusted-documents.json', import.meta.url), 'utf8')) as Record<string, string>)
  .map(([id, text]) => ({ id, name: /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? '' }));

const nameOf = (request: Request): string => {
  const sent = request.url() + (request.postData() ?? '');
  return NAMES.find(({ id }) => sent.includes(id))?.name ?? sent;
};

/** What is asked of the API from now on. */
function asked(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/graphql')) names.push(nameOf(request));
  });
  return names;
}

test('is done while somebody types, and nothing is to be done for it', async ({ page }) => {
  const wrong = watch(page);
  await page.goto('/en/sign-in');
  await settled(page);
  const names = asked(page);
  const worker = page.waitForEvent('worker');
  await page.getByLabel('E-\u2060mail address').pressSequentially('a');
  await (await worker).evaluate(() => undefined).catch(() => undefined);
  await page.getByLabel('E-\u2060mail address').pressSequentially('nna@example.org');
  await expect.poll(() => page.workers()).toEqual([]);
  expect(names).toEqual(['ProofChallenge']);
  await page.keyboard.press('Enter');
  await expect(page.locator('.sent h2')).toBeFocused();
  expect(names.slice(0, 2)).toEqual(['ProofChallenge', 'RequestSignInLink']);
  expect(wrong()).toEqual([]);
});

test('is done once more, by itself, when the first is no longer taken', async ({ page }) => {
  await page.goto('/en/sign-in');
  await settled(page);
  const names = asked(page);
  await page.route('**/graphql?**', async (route) => {
    const sent = route.request().postDataJSON() as { variables?: { proof?: string } } | null;
    const isFirst = names.filter((name) => name === 'RequestSignInLink').length === 1;
    if (sent?.variables && isFirst) await route.continue({ postData: JSON.stringify({ ...sent, variables: { ...sent.variables, proof: 'no proof' } }) });
    else await route.continue();
  });
  await page.getByLabel('E-\u2060mail address').fill('anna@example.org');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sent h2')).toBeFocused();
  expect(names.filter((name) => name === 'RequestSignInLink')).toHaveLength(2);
});

for (const [locale, sentence] of [
  ['fr', 'Le contrôle contre les robots n’a pas abouti. Ce que vous avez saisi est conservé. Rechargez la page ou changez de navigateur, puis réessayez.'],
  ['bg', 'Проверката срещу роботи не успя. Въведеното от Вас не е загубено. Презаредете страницата или използвайте друг браузър и опитайте отново.'],
] as const) {
  test(`where a browser cannot do it, this is said and what was typed is kept, in ${locale}`, async ({ page }) => {
    await page.addInitScript('delete globalThis.Worker');
    await page.goto(`/${locale}/sign-in`);
    await settled(page);
    const field = page.locator('input[type="email"]');
    await field.fill('anna@example.org');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(field).toHaveValue('anna@example.org');
    await accessible(page);
  });
}
