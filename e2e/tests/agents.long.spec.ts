/** Agents of the French State: there at their provider and back, their identity on the account, out of both. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import type { OwnSite } from '../support/own-site.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { startAgentSite } from '../support/provider.ts';
import { toldIn } from '../support/short.ts';

interface Words {
  readonly signIn: string;
  readonly about: string;
  readonly identity: string;
  readonly bound: RegExp;
  readonly unbind: string;
  readonly unbound: RegExp;
  readonly out: RegExp;
  readonly signOut: string;
  readonly refused: RegExp;
  readonly cancelled: RegExp;
}

const WORDS = {
  fr: {
    signIn: 'S’identifier avec ProConnect', about: 'Qu’est-ce que ProConnect\u202f?', identity: 'Votre identité ProConnect', bound: /Liée à votre compte depuis le \d/, unbind: 'Retirer cette identité',
    unbound: /L’identité a été retirée/, out: /session est fermée/, signOut: 'Se déconnecter', refused: /aucun compte ne correspond ici à cette identité/, cancelled: /sans vous identifier/,
  },
  'sr-Cyrl': {
    signIn: 'Пријава преко услуге ProConnect', about: 'Шта је ProConnect?', identity: 'Ваш идентитет ProConnect', bound: /Везан за Ваш налог од: \d/, unbind: 'Уклони овај идентитет',
    unbound: /Идентитет је уклоњен/, out: /Одјављени сте/, signOut: 'Одјава', refused: /овде нема налога за тај идентитет/, cancelled: /без идентификације/,
  },
} satisfies Partial<Record<Locale, Words>>;
const PEOPLE = { fr: 'scac.al@passerelle.example', 'sr-Cyrl': 'scac.rs@passerelle.example' } as const;

let site: OwnSite;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await startAgentSite([...Object.values(PEOPLE), 'nobody@passerelle.example']);
});
test.afterAll(() => (site as OwnSite | undefined)?.close());

async function toProvider(page: Page, locale: keyof typeof WORDS, query = ''): Promise<void> {
  await page.goto(`${site.address}/${locale}/sign-in${query}`);
  await settled(page);
  await page.getByRole('link', { name: WORDS[locale].signIn, exact: true }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2\/interaction\//);
}

for (const locale of toldIn(Object.keys(WORDS) as (keyof typeof WORDS)[])) {
  const words = WORDS[locale];
  test(`an agent signs in, sees their identity, removes it and signs out, in ${locale}`, async ({ page }) => {
    test.slow();
    const wrong = watch(page);
    await page.goto(`${site.address}/${locale}/sign-in`);
    await settled(page);
    await expect(page.getByRole('link', { name: words.about })).toHaveAttribute('href', 'https://www.proconnect.gouv.fr/');
    await accessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width}`).toEqual([]);
    }

    await toProvider(page, locale, `?back=/${locale}/account`);
    await page.getByRole('link', { name: PEOPLE[locale] }).click();
    await expect(page).toHaveURL(`${site.address}/${locale}/account`);
    await settled(page);
    await expect(page.locator('.facts').first()).toContainText(PEOPLE[locale]);
    const part = page.locator('section', { has: page.getByRole('heading', { name: words.identity }) });
    await expect(part).toContainText(words.bound);
    await accessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width}`).toEqual([]);
    }

    await part.getByRole('button', { name: words.unbind }).click();
    await expect(part).toContainText(words.unbound);
    await expect(part.getByRole('heading')).toBeFocused();
    await expect(part.getByRole('button')).toHaveCount(0);

    await page.locator('.viewer').getByRole('button', { name: words.signOut }).click();
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/api\/v2\/session\/end/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(`${site.address}/${locale}/sign-in?out`);
    await expect(page.getByRole('status').filter({ hasText: words.out })).toBeVisible();
    await expect(page.locator('.viewer')).toHaveCount(0);
    // To the provider the browser goes as one goes to a page: nothing of ours asks it for anything.
    expect(wrong().filter((line) => !/^elsewhere: http:\/\/127\.0\.0\.1:\d+\/api\/v2\/(authorize|interaction|session)\b/.test(line))).toEqual([]);
  });

  test(`who has no account, and who turns back, is told so in ${locale}`, async ({ page, context }) => {
    await toProvider(page, locale);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(/\?agent=cancelled&/);
    await expect(page.getByRole('alert')).toContainText(words.cancelled);
    await toProvider(page, locale);
    await page.getByRole('link', { name: 'nobody@passerelle.example' }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in\\?agent=refused&back=`));
    await expect(page.getByRole('alert')).toContainText(words.refused);
    await settled(page);
    await accessible(page);
    expect(await context.cookies(site.address)).toEqual([]);
  });
}
