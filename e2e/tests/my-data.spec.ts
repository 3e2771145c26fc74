/** Somebody reads what is kept about them, corrects it, asks for something, and is erased. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { addPerson } from '../support/database.ts';
import { misplaced } from '../support/geometry.ts';
import { linkTo } from '../support/mailbox.ts';
import { accessible, settled, watch } from '../support/page.ts';
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

test('a visitor is led to where one signs in, and back; the pages are for no search engine', async ({ page, request }) => {
  await page.goto('/uk/account/data');
  await expect(page).toHaveURL(/\/uk\/sign-in\?back=\/uk\/account\/data$/);
  for (const path of ['/fr/account/data', '/fr/account/address', '/fr/data-requests']) expect(await (await request.get(path)).text()).toContain('<meta name="robots" content="noindex" />');
  expect((await request.get('/my-data.json')).status()).toBe(401);
});
