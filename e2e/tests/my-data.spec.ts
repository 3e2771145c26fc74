/** Somebody reads what is kept about them, corrects it, asks for something, and is erased; and the adviser's list. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import { linkTo } from '../support/mailbox.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { addPerson } from '../support/people.ts';
import { toldIn } from '../support/short.ts';
import { signIn } from '../support/sign-in.ts';

interface Words {
  readonly title: string;
  /** The names of two tables, in words. */
  readonly tables: readonly [account: string, browsers: string];
  readonly name: string;
  readonly saveName: string;
  readonly saved: RegExp;
  readonly address: string;
  readonly addressAsk: string;
  readonly text: string;
  readonly send: string;
  readonly sent: string;
  readonly guard: RegExp;
  readonly left: RegExp;
  readonly tick: string;
  readonly sure: string;
  readonly erase: string;
  readonly erased: string;
}

const WORDS = {
  hu: {
    title: 'Az Ön adatai', tables: ['Fiókok', 'Nyitott bejelentkezések böngészőnként'], name: 'Az Ön neve', saveName: 'A név mentése', saved: /Az Ön neve itt mostantól: Próba Éva/, address: 'Új e-\u2060mail-cím', addressAsk: 'A link küldése',
    text: 'Miről van szó, és miért', send: 'A kérelem elküldése', sent: 'A kérelmét elküldtük. A választ itt találja majd.', guard: /36 30 123 4567/, left: /még \d+ nap/,
    tick: 'Ha biztos benne, előbb jelölje be a négyzetet.', sure: 'Tudom, hogy ez nem vonható vissza', erase: 'A fiókom törlése', erased: 'Az Ön fiókját töröltük',
  },
  uk: {
    title: 'Ваші дані', tables: ['Облікові записи', 'Відкриті входи, за браузером'], name: 'Ваше ім’я та прізвище', saveName: 'Зберегти ім’я', saved: /Ваше ім’я тут тепер: Próba Éva/, address: 'Нова адреса електронної пошти', addressAsk: 'Надіслати посилання',
    text: 'Про що йдеться і чому', send: 'Надіслати запит', sent: 'Ваш запит надіслано. Відповідь буде тут.', guard: /36 30 123 4567/, left: /залиши\S+ \d+ д/,
    tick: 'Якщо Ви впевнені, спершу поставте позначку.', sure: 'Я знаю, що це не можна скасувати', erase: 'Видалити мій обліковий запис', erased: 'Ваш обліковий запис видалено',
  },
} satisfies Partial<Record<Locale, Words>>;

for (const locale of toldIn(Object.keys(WORDS) as (keyof typeof WORDS)[])) {
  const words = WORDS[locale];
  test(`somebody reads, corrects, asks and leaves, in ${locale}`, async ({ page }, { retry }) => {
    test.slow();
    const email = `story-${locale}-${retry}@passerelle.example`;
    await addPerson(email, 'Próba Eva', 'EXPERT');
    const wrong = watch(page);
    await signIn(page, locale, email);
    await page.goto(`/${locale}/account`);
    await settled(page);
    await page.locator('main').getByRole('link', { name: words.title, exact: true }).click();
    await expect(page).toHaveURL(`/${locale}/account/data`);
    await settled(page);
    await expect(page.locator('h1')).toHaveText(words.title);

    // All that is kept, folded in; what one signs in with is not shown.
    const tables = page.locator('details.own-table');
    const [account, browsers] = words.tables;
    await tables.locator('summary', { hasText: account }).press('Enter');
    await expect(page.locator('details[open] .own-row').first()).toContainText(email);
    await tables.locator('summary', { hasText: browsers }).click();
    // Each is called by words: a name of the database is no title.
    expect((await tables.locator('> summary').allInnerTexts()).filter((summary) => summary.includes('_'))).toEqual([]);
    await accessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width}`).toEqual([]);
    }
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#kept ~ p button').click()]);
    expect(file.suggestedFilename()).toBe('my-data.json');

    await page.getByLabel(words.name, { exact: true }).fill('Próba Éva');
    await page.getByRole('button', { name: words.saveName }).click();
    await expect(page.locator('.notice-done')).toHaveText(words.saved);

    // The guard hints before anything is sent; what was typed is kept.
    const text = page.getByLabel(words.text);
    await text.fill('+36 30 123 4567');
    await expect(page.locator('.guard-hint.is-told')).toContainText(words.guard);
    await text.fill('A névsor.');
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.locator('.notice-done').filter({ hasText: words.sent })).toBeVisible();
    await expect(page.locator('.own-requests li')).toContainText(words.left);
    await expect(text).toHaveValue('');

    // Another address takes the place of this one.
    const other = `story-${locale}-${retry}-new@passerelle.example`;
    await page.getByLabel(words.address).fill(other);
    await page.getByRole('button', { name: words.addressAsk }).click();
    await expect(page.locator('.notice-done').filter({ hasText: other })).toBeVisible();
    await page.goto(await linkTo(page.request, other, '/account/address'));
    await expect(page).toHaveURL(/\/account\/address$/);
    await settled(page);
    await accessible(page);
    await page.locator('main form button').click();
    await expect(page.locator('.notice-done')).toBeVisible();
    await page.locator('main .go-on').click();
    await settled(page);

    await page.getByRole('button', { name: words.erase }).click();
    await expect(page.getByLabel(words.sure)).toBeFocused();
    await expect(page.getByLabel(words.sure)).toHaveAccessibleDescription(words.tick);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: words.erase }).press('Enter');
    await expect(page).toHaveURL(`/${locale}/account/data?erased`);
    await settled(page);
    await expect(page.locator('h1')).toHaveText(words.erased);
    await accessible(page);
    await expect(page.locator('.viewer')).toHaveCount(0);
    await page.goto(`/${locale}/mailbox`);
    await settled(page);
    await expect(page.locator('.mail', { hasText: `story-${locale}-${retry}` })).toHaveCount(0);
    expect(wrong()).toEqual([]);
  });
}

test('the adviser answers what others ask; nobody else reads it', async ({ page, browser }, { retry }) => {
  test.slow();
  const email = `story-asks-${retry}@passerelle.example`;
  const name = `Nora Kérdez ${retry + 1}`;
  await addPerson(email, name, 'EXPERT');
  await signIn(page, 'en', email);
  await page.goto('/en/account');
  await settled(page);
  await page.getByRole('combobox').first().selectOption('en');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(page.locator('.notice-done')).toBeVisible();
  await page.goto('/en/account/data');
  await settled(page);
  await page.getByLabel('Do not use my data any more for this purpose').check();
  await page.getByLabel('What it is about, and why').fill('The list of speakers.');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.locator('.own-requests li')).toContainText('The list of speakers.');
  await page.goto('/en/data-requests');
  await settled(page);
  await expect(page.locator('main').getByRole('status').filter({ hasText: 'Only the regional technical adviser' })).toBeVisible();
  await expect(page.locator('.own-requests')).toHaveCount(0);

  const office = await (await browser.newContext()).newPage();
  await signIn(office, 'en', 'adviser@passerelle.example');
  await office.goto('/en/desk');
  await settled(office);
  await office.locator('main').getByRole('link', { name: 'Requests about data' }).click();
  await expect(office).toHaveURL(/\/data-requests$/);
  await settled(office);
  const asked = office.locator('.own-requests > li', { hasText: name });
  await expect(asked).toContainText(/\d+ days left/);
  await accessible(office);
  await office.setViewportSize({ width: 320, height: 900 });
  expect(await misplaced(office)).toEqual([]);
  await asked.getByRole('button', { name: 'Send the answer' }).click();
  await expect(asked.getByLabel('Answer')).toBeFocused();
  await asked.getByLabel('Answer').fill('Your name is no longer on it.');
  await asked.getByRole('button', { name: 'Send the answer' }).click();
  await expect(asked).toHaveCount(0);
  await office.context().close();

  // The mail leads to the answer and does not repeat it.
  await page.goto('/en/mailbox');
  await expect(async () => {
    await page.reload();
    await settled(page);
    await expect(page.locator('.mail', { hasText: email }).first()).toContainText('has been answered', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  const mail = page.locator('.mail', { hasText: email }).first();
  await expect(mail).not.toContainText('no longer on it');
  const { pathname } = new URL((await mail.locator('a[href*="/account/data"]').getAttribute('href'))!);
  await page.goto(pathname);
  await settled(page);
  await expect(page.locator('.own-requests li')).toContainText('Your name is no longer on it.');
});

test('an invented person reads what is kept about them, and is told why they can do no more', async ({ page }) => {
  await signIn(page, 'fr', 'scac.xk@passerelle.example');
  await page.goto('/fr/account/data');
  await settled(page);
  const notice = page.locator('main .notice');
  await expect(notice).toContainText('personne inventée de la démonstration');
  await expect(notice).not.toHaveClass(/notice-error/);
  await expect(page.locator('details.own-table').first()).toBeVisible();
  await expect(page.locator('main form')).toHaveCount(0);
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#kept ~ p button').click()]);
  expect(file.suggestedFilename()).toBe('my-data.json');
  await accessible(page);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await misplaced(page), `${width}`).toEqual([]);
  }
});

test('whoever has not shown lately that it is them reads nothing before they do, and is asked where they are', async ({ page }) => {
  let isStale = true;
  // As the server answers ten minutes after somebody has signed in.
  await page.route('**/graphql**', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (!isStale || !body.includes('"tables":')) return route.fulfill({ response });
    await route.fulfill({ json: { data: { myData: null }, errors: [{ message: 'Show first that it is you', path: ['myData', 'tables'], extensions: { code: 'STEP_UP_REQUIRED', params: {} } }] } });
  });
  await signIn(page, 'hu', 'scac.ro@passerelle.example');
  await page.goto('/hu/account/data');
  await settled(page);
  await expect(page.locator('#kept ~ p button').last()).toHaveText('Minden megjelenítése');
  await expect(page.locator('details.own-table')).toHaveCount(0);
  await accessible(page);
  await page.locator('#kept ~ p button').last().press('Enter');
  const dialog = page.locator('dialog.step-up');
  await expect(dialog.locator('h2')).toBeFocused();
  await accessible(page);
  isStale = false;
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('details.own-table')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('details.own-table').first()).toBeVisible();
});

test('a visitor is led to where one signs in, and back; the pages are for no search engine', async ({ page, request }) => {
  await page.goto('/uk/account/data');
  await expect(page).toHaveURL(/\/uk\/sign-in\?back=\/uk\/account\/data$/);
  for (const path of ['/fr/account/data', '/fr/account/address', '/fr/data-requests']) expect(await (await request.get(path)).text()).toContain('<meta name="robots" content="noindex" />');
  expect((await request.get('/my-data.json')).status()).toBe(401);
});
