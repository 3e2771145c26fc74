/** The desk: what waits for somebody, in what they answer for, and the ways on. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { misplaced } from '../support/geometry.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { signIn } from '../support/sign-in.ts';

interface Words {
  readonly title: string;
  readonly opinions: RegExp;
  readonly requests: RegExp;
  readonly registrations: RegExp;
  readonly lastDay: RegExp;
  readonly longest: RegExp;
  readonly invitations: RegExp;
  readonly country: string;
}

const WORDS = {
  uk: { title: 'Ваш робочий простір', opinions: /^\d+ ще не надан(?:ий висновок|і висновки|их висновків) щодо/, requests: /^\d+ запити? на доступ/, registrations: /^\d+ реєстраці[яїй] для підтвердження$/, lastDay: /^останній день для першого:\s\p{L}[\p{L}’ʼ]+,\s\d+\s\p{L}+\s20\d\d\sр\.$/u, longest: /^найдавніша очікує \d+ (день|дні|днів)$/, invitations: /^\d+ запрошення ще без відповіді$/, country: 'Україна' },
  fr: { title: 'Votre espace de travail', opinions: /^\d+ avis/, requests: /^\d+ demandes? d’accès à trancher$/, registrations: /^\d+ inscriptions? à valider$/, lastDay: /^dernier jour pour le premier\s: \p{L}+\s(?:1er|\d+)\s\p{L}+\s20\d\d$/u, longest: /^la plus ancienne attend depuis \d+ jours?$/, invitations: /^\d+ invitations? encore sans réponse$/, country: 'Ukraine' },
} satisfies Partial<Record<Locale, Words>>;

test('an officer sees who waits for an answer, and goes there, in their language', async ({ page }) => {
  test.slow();
  const wrong = watch(page);
  await signIn(page, 'uk', 'ssi.ua@passerelle.example');
  for (const [locale, words] of Object.entries(WORDS)) {
    await page.goto(`/${locale}/desk`);
    await settled(page);
    await expect(page.locator('h1')).toHaveText(words.title);
    await expect(page.locator('.desk-waiting a')).toHaveText([words.opinions, words.requests, words.registrations, words.invitations]);
    await expect(page.locator('.desk-waiting .quiet')).toHaveText([words.lastDay, words.longest]);
    await expect(page.locator('.desk-sessions h3').first()).toHaveText(words.country);
    await accessible(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await misplaced(page), `${width} wide`).toEqual([]);
    }
  }
  const waiting = Number(/\d+/.exec(await page.locator('.desk-waiting a').nth(1).innerText())![0]);
  await page.locator('.desk-waiting a').nth(1).click();
  await expect(page).toHaveURL('/fr/approvals');
  await settled(page);
  await expect(page.locator('main form')).toHaveCount(waiting);
  expect(wrong()).toEqual([]);
});
