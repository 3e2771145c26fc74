/** An organisation asks to join, the embassy decides, who coordinates it invites a colleague, and each sees what is theirs. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { openAccount } from '../support/desk.ts';
import { linkTo } from '../support/mailbox.ts';
import { accountOf } from '../support/members.ts';
import { OWN_NETWORK } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { besides, toldIn } from '../support/short.ts';
import { sound } from '../support/sound.ts';

interface Words {
  readonly country: string;
  readonly newOne: string;
  readonly organisation: string;
  readonly message: string;
  readonly victim: string;
  readonly found: RegExp;
  readonly confirmed: RegExp;
  readonly approve: RegExp;
  readonly approved: RegExp;
  readonly coordinator: RegExp;
  readonly member: RegExp;
  readonly invited: RegExp;
  readonly decided: RegExp;
}

const WORDS = {
  'sr-Latn': {
    country: 'RS', newOne: 'Nije na ovom spisku', organisation: 'Udruženje Probni most', message: 'Radimo na prevenciji u školama.', victim: 'Broj 0101990100102', found: /Matični broj/,
    confirmed: /Vaš zahtev je potvrđen/, approve: /^Odobri/, approved: /Zahtev odobren: Ana Probna/, coordinator: /Koordinacija NVO/, member: /Tim NVO/,
    invited: /Pozivnica je poslata na .* Važi 14 dana\./, decided: /Rešeni/,
  },
  el: {
    country: 'GR', newOne: 'Δεν υπάρχει σε αυτή τη λίστα', organisation: 'Δοκιμαστική Γέφυρα', message: 'Εργαζόμαστε για την πρόληψη σε σχολεία.', victim: '0101990100102', found: /αριθμός/i,
    confirmed: /Το αίτημά σας επιβεβαιώθηκε/, approve: /^Έγκριση/, approved: /Το αίτημα εγκρίθηκε: Ana Probna/, coordinator: /Συντονισμός ΜΚΟ/, member: /Ομάδα ΜΚΟ/,
    invited: /Η πρόσκληση στάλθηκε .* μέσα σε 14 ημέρες\./, decided: /Έχουν κριθεί/,
  },
} satisfies Partial<Record<Locale, Words>>;

type Told = keyof typeof WORDS;

test.use(OWN_NETWORK);

for (const locale of toldIn(Object.keys(WORDS) as Told[])) {
  const words = WORDS[locale];
  test(`an organisation asks, is let in, and invites a colleague, in ${locale}`, async ({ page, browser }, { retry }) => {
    test.setTimeout(180_000);
    const wrong = watch(page);
    const [ana, colleague] = ['ana', 'boris'].map((name) => `${name}.${locale.toLowerCase()}.${retry}@ngo.example`) as [string, string];
    const newOne = `${words.organisation} ${retry + 1}`;

    await page.goto(`/${locale}/request-access`);
    await settled(page);
    const form = page.locator('main form');
    const [country, organisation] = [form.locator('select').nth(0), form.locator('select').nth(1)];
    await form.locator('button[type="submit"]').click();
    await expect(country).toBeFocused();
    await expect(country).toHaveAccessibleDescription(/.+/);
    await country.selectOption(words.country);
    await organisation.selectOption(words.newOne);
    await form.locator('input').nth(0).fill(newOne);
    await form.locator('input[autocomplete="name"]').fill('Ana Probna');
    await form.locator('input[type="email"]').fill(ana);
    const message = form.locator('textarea');
    await message.fill(words.victim);
    await expect(form.locator('.guard-hint.is-told')).toContainText(words.found);
    await form.locator('button[type="submit"]').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(message).toHaveValue(words.victim);
    await sound(page);
    await message.fill(words.message);
    await form.locator('button[type="submit"]').click();
    await expect(page.locator('.sent h2')).toBeFocused();
    await sound(page);

    const secret = await linkTo(page.request, ana, '/request-access/confirm');
    await page.goto(secret);
    await expect(page).toHaveURL(/\/request-access\/confirm$/);
    await settled(page);
    expect(await page.content()).not.toContain(secret.split('#')[1]!);
    await page.locator('main form button').click();
    await expect(page.locator('main [role="status"]')).toContainText(words.confirmed);
    await sound(page);

    const officer = await accountOf(browser, locale, `ssi.${words.country.toLowerCase()}@passerelle.example`);
    await officer.locator('main a[href$="/approvals"]').click();
    await expect(officer).toHaveURL(/\/approvals$/);
    await settled(officer);
    const request = officer.locator('.member-row', { hasText: ana });
    await expect(request).toContainText(newOne);
    await expect(request).toContainText(words.message);
    await sound(officer);
    await request.getByRole('button', { name: words.approve }).click();
    await expect(officer.locator('.notice-done')).toHaveText(words.approved);
    await expect(officer.locator('section', { has: officer.getByRole('heading', { name: words.decided }) })).toContainText(ana);

    const coordinator = await accountOf(browser, locale, ana);
    await expect(coordinator.locator('.facts').first()).toContainText(words.coordinator);
    await expect(coordinator.locator('.facts').first()).toContainText(newOne);
    await sound(coordinator);
    await coordinator.locator('main a[href$="/invitations"]').click();
    await expect(coordinator).toHaveURL(/\/invitations$/);
    await settled(coordinator);
    const invite = coordinator.locator('main form');
    await invite.locator('select').first().selectOption('NGO_MEMBER');
    await invite.locator('input').first().fill('Boris Probni');
    await invite.locator('input[type="email"]').fill(colleague);
    await invite.locator('button[type="submit"]').click();
    await expect(coordinator.locator('.notice-done')).toHaveText(words.invited);
    await expect(coordinator.locator('.member-row', { hasText: 'Boris Probni' })).toContainText(colleague);
    await sound(coordinator);

    const invitation = await linkTo(page.request, colleague, '/invitation');
    await besides('whoever is signed in as somebody else is told so, and nothing happens', async () => {
      // Whoever is signed in as somebody else is told so, and nothing happens.
      await coordinator.goto(invitation);
      await settled(coordinator);
      await expect(coordinator.locator('main .notice').first()).toContainText('Ana Probna');
      await coordinator.locator('main form button').click();
      await expect(coordinator.locator('main .notice-error')).toBeVisible();
    });
    await page.goto(invitation);
    await expect(page).toHaveURL(/\/invitation$/);
    await settled(page);
    await sound(page);
    await page.locator('main form button').click();
    await openAccount(page);
    await expect(page.locator('.facts').first()).toContainText(words.member);
    await expect(page.locator('main a[href$="/members"]')).toHaveCount(0);

    await coordinator.goto(`/${locale}/members`);
    await settled(coordinator);
    await expect(coordinator.locator('.member-row')).toHaveCount(2);
    await sound(coordinator);
    await besides('somebody is suspended, through a network that fails, and let in again', async () => {
      // What the network kept back is done by the button of the notice, and what failed is no longer said then. Beside another role stands what suspends, then what lifts it.
      const row = coordinator.locator('.member-row', { hasText: colleague });
      const suspends = row.locator('.row-acts').getByRole('button').nth(1);
      const suspend = await suspends.innerText();
      await coordinator.route('**/graphql?**', (route) => route.abort('connectionrefused'));
      await suspends.click();
      await expect(row.getByRole('alert')).toBeVisible();
      await coordinator.unroute('**/graphql?**');
      await row.getByRole('alert').getByRole('button').click();
      await expect(coordinator.locator('.notice-done')).toContainText('Boris Probni');
      await expect(coordinator.getByRole('alert')).toHaveCount(0);
      await accessible(coordinator);
      const told = await coordinator.locator('.notice-done').innerText();
      // It is another button once the list has come.
      await expect(suspends).not.toHaveText(suspend);
      await suspends.click();
      await expect(coordinator.locator('.notice-done')).not.toHaveText(told);
    });
    expect(wrong().filter((line) => !/400/.test(line))).toEqual([]);
    for (const other of [officer, coordinator]) await other.context().close();
  });
}
