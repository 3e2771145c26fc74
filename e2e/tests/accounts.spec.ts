/** Signing in by a link, one's account, and signing out. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { address } from '../support/accounts.ts';
import { openAccount } from '../support/desk.ts';
import { misplaced } from '../support/geometry.ts';
import { linksTo } from '../support/mailbox.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { toldIn } from '../support/short.ts';

interface Words {
  readonly signIn: string;
  readonly ask: string;
  readonly sent: RegExp;
  readonly account: string;
  readonly scac: RegExp;
  readonly signOut: string;
  readonly save: string;
  readonly out: RegExp;
  readonly refused: RegExp;
}

const WORDS = {
  fr: {
    signIn: 'Se connecter', ask: 'Demander un lien', sent: /Si cette adresse a un compte ici.* pendant 10 minutes\./, account: 'Votre compte', scac: /Service de coopération et d’action culturelle/,
    signOut: 'Se déconnecter', save: 'Enregistrer', out: /session est fermée/, refused: /Ce lien ne peut pas servir/,
  },
  el: {
    signIn: 'Σύνδεση', ask: 'Αίτημα για σύνδεσμο', sent: /Αν αυτή η διεύθυνση έχει λογαριασμό εδώ.* μέσα σε 10 λεπτά\./, account: 'Ο λογαριασμός σας', scac: /Υπηρεσία Συνεργασίας και Μορφωτικής Δράσης/,
    signOut: 'Αποσύνδεση', save: 'Αποθήκευση', out: /Έχετε αποσυνδεθεί/, refused: /Αυτός ο σύνδεσμος δεν μπορεί να χρησιμοποιηθεί/,
  },
  uk: {
    signIn: 'Увійти', ask: 'Попросити посилання', sent: /Якщо ця адреса має тут обліковий запис.* протягом 10 хвилин\./, account: 'Ваш обліковий запис', scac: /Відділ співробітництва та культури/,
    signOut: 'Вийти', save: 'Зберегти', out: /Ви вийшли/, refused: /Цим посиланням не можна скористатися/,
  },
  'sr-Latn': {
    signIn: 'Prijava', ask: 'Zatraži link', sent: /Ako za ovu adresu ovde postoji nalog.* u roku od 10 minuta\./, account: 'Vaš nalog', scac: /Služba za saradnju i kulturne aktivnosti/,
    signOut: 'Odjava', save: 'Sačuvaj', out: /Odjavljeni ste/, refused: /Ovaj link se ne može iskoristiti/,
  },
} satisfies Partial<Record<Locale, Words>>;

/** Each story has somebody of its own, so that those that run at the same time do not read each other's mail. */
const PEOPLE = { fr: 'scac.al', el: 'scac.gr', uk: 'scac.ua', 'sr-Latn': 'scac.rs' } as const;
const locales = Object.keys(WORDS) as (keyof typeof WORDS)[];

test.use(OWN_NETWORK);

/** Asks for a link on the page to sign in. */
async function askFor(page: Page, email: string): Promise<void> {
  await page.locator('input[type="email"]').fill(email);
  await page.locator('main form button[type="submit"]').click();
}

/** Waits at the mailbox of the demonstration for the link to sign in that somebody is sent after those `before` it. */
async function openMailbox(page: Page, locale: Locale, email: string, before: readonly string[]): Promise<string> {
  const newest = page.locator('.mail', { hasText: email }).locator('a[href*="/sign-in/confirm#"]').first();
  let link = '';
  await expect(async () => {
    await page.goto(`/${locale}/mailbox`);
    await settled(page);
    const { pathname, hash } = new URL((await newest.getAttribute('href', { timeout: 1_000 }))!);
    link = pathname + hash;
    expect(before).not.toContain(link);
  }).toPass({ timeout: 20_000 });
  return link;
}

for (const locale of toldIn(locales)) {
  const words = WORDS[locale];
  test(`somebody signs in, reads their account and signs out, in ${locale}`, async ({ page, request }) => {
    test.slow();
    const wrong = watch(page);
    const email = address(PEOPLE[locale]);
    const before = await linksTo(request, email, '/sign-in/confirm');
    await page.goto(`/${locale}`);
    await settled(page);
    await page.locator('header').getByRole('link', { name: words.signIn, exact: true }).click();
    await expect(page).toHaveURL(`/${locale}/sign-in`);
    await expect(page.locator('h1')).toHaveText(words.signIn);
    await askFor(page, email);
    await expect(page.locator('.sent h2')).toBeFocused();
    await expect(page.locator('.sent')).toContainText(words.sent);
    await accessible(page);

    const link = await openMailbox(page, locale, email, before);
    await page.goto(link);
    await expect(page).toHaveURL(/\/sign-in\/confirm$/);
    await settled(page);
    expect(await page.content()).not.toContain(link.split('#')[1]!);
    await accessible(page);
    await page.locator('main form button').click();
    await openAccount(page);
    await expect(page.locator('.session-row')).not.toHaveCount(0);
    await settled(page);
    await expect(page.locator('h1')).toHaveText(words.account);
    await expect(page.locator('.facts').first()).toContainText(email);
    await expect(page.locator('.viewer')).toContainText(words.scac);
    await accessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width}`).toEqual([]);
    }

    await page.getByRole('combobox').first().selectOption(locale);
    await page.getByRole('button', { name: words.save, exact: true }).first().click();
    await expect(page.locator('.notice-done')).toBeVisible();
    await page.reload();
    await settled(page);
    await expect(page.getByRole('combobox').first()).toHaveValue(locale);

    await page.locator('.viewer').getByRole('button', { name: words.signOut }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in\\?out`));
    await expect(page.getByRole('status').filter({ hasText: words.out })).toBeVisible();
    await expect(page.locator('.viewer')).toHaveCount(0);
    // Nobody finds the account on the way back.
    await page.goBack();
    await expect(page).toHaveURL(/\/sign-in\?back=/);
    await settled(page);
    await expect(page.locator('.viewer, .session-row')).toHaveCount(0);

    await page.goto(link);
    await settled(page);
    await page.locator('main form button').click();
    await expect(page.getByRole('alert')).toContainText(words.refused);
    await expect(page.getByRole('alert')).toBeFocused();
    expect(wrong()).toEqual([]);
  });
}

test('a visitor at the account is led to where one signs in, and back from there to this site only', async ({ page }) => {
  await page.goto('/fr/account');
  await expect(page).toHaveURL(/\/fr\/sign-in\?back=\/fr\/account$/);
  await settled(page);
  await expect(page.locator('h1')).toHaveText('Se connecter');
});

test('pages about accounts are not for search engines; the one to sign in is', async ({ request }) => {
  const robots = async (path: string): Promise<boolean> => (await (await request.get(path)).text()).includes('<meta name="robots" content="noindex" />');
  expect(await Promise.all(['/fr/account', '/fr/sign-in/confirm', '/fr/demonstration-accounts'].map(robots))).toEqual([true, true, true]);
  expect(await robots('/fr/sign-in')).toBe(false);
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(sitemap).toContain('/fr/sign-in<');
  for (const path of ['account', 'confirm', 'demonstration-accounts']) expect(sitemap).not.toContain(path);
});
