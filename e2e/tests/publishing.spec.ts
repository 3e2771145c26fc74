/** An organisation that was let in is looked at and published by the embassy in its country; visitors find it then, and no more once it is taken back. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { openAccount } from '../support/desk.ts';
import { followLink } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { toldIn } from '../support/short.ts';
import { sound } from '../support/sound.ts';

interface Words {
  readonly officer: string;
  readonly name: string;
  readonly section: string;
  readonly unpublished: string;
  readonly language: string;
  readonly publish: string;
  readonly yes: string;
  readonly published: RegExp;
  readonly show: string;
  readonly showYes: string;
  readonly shown: RegExp;
  readonly hide: string;
  readonly stop: string;
  readonly stopYes: string;
  readonly stopped: RegExp;
}

const WORDS = {
  uk: {
    officer: 'scac.ua', name: 'Горизонт (демонстрація)', section: 'Ще не опубліковані', unpublished: 'Не опубліковано', language: 'Мова її назви', publish: 'Опублікувати', yes: 'Так, опублікувати',
    published: /^Опубліковано: Горизонт/, show: 'Її можна знайти: показувати її людей', showYes: 'Так, показувати її людей', shown: /^Людей показують публічно/, hide: 'Не показувати її людей публічно',
    stop: 'Скасувати публікацію', stopYes: 'Так, скасувати публікацію', stopped: /^Більше не опубліковано: Горизонт/,
  },
  el: {
    officer: 'ssi.gr', name: 'Ορίζοντας (επίδειξη)', section: 'Δεν έχουν δημοσιευτεί ακόμη', unpublished: 'Μη δημοσιευμένη', language: 'Γλώσσα της ονομασίας της', publish: 'Δημοσίευση', yes: 'Ναι, να δημοσιευτεί',
    published: /^Δημοσιεύτηκε: Ορίζοντας/, show: 'Μπορεί να εντοπιστεί: να εμφανίζονται τα μέλη της', showYes: 'Ναι, να εμφανίζονται τα μέλη της', shown: /^Τα μέλη εμφανίζονται δημόσια/, hide: 'Να μην εμφανίζονται δημόσια τα μέλη της',
    stop: 'Να μην είναι πια δημοσιευμένη', stopYes: 'Ναι, να μην είναι πια δημοσιευμένη', stopped: /^Δεν είναι πια δημοσιευμένη: Ορίζοντας/,
  },
} satisfies Partial<Record<Locale, Words>>;

for (const locale of toldIn(Object.keys(WORDS) as (keyof typeof WORDS)[])) {
  const words = WORDS[locale];
  test(`an officer publishes an organisation, and takes it back, in ${locale}`, async ({ page, browser }) => {
    test.setTimeout(120_000);
    const wrong = watch(page);
    const officer = await (await browser.newContext({ extraHTTPHeaders: networkOf(words.officer) })).newPage();
    await followLink(officer, locale, `${words.officer}@passerelle.example`);
    await openAccount(officer);
    /** How many rows a visitor finds of it. */
    const found = async (): Promise<number> => {
      await page.goto(`/${locale}/organisations?search=${encodeURIComponent(words.name)}`);
      await settled(page);
      return page.locator('article', { hasText: words.name }).count();
    };
    expect(await found()).toBe(0);

    await officer.goto(`/${locale}/approvals`);
    await settled(officer);
    const section = officer.locator('section', { has: officer.getByRole('heading', { name: words.section }) });
    await sound(officer);
    await section.getByRole('link', { name: words.name }).click();
    await expect(officer).toHaveURL(/\/organisations\/Organisation_/);
    await settled(officer);
    const [own, main] = [officer.url(), officer.locator('main')];
    await expect(main.getByText(words.unpublished, { exact: true })).toBeVisible();
    const office = officer.locator('section', { has: officer.locator('#office') });
    await sound(officer);

    await office.getByLabel(words.language).selectOption(locale);
    await office.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(office.locator('p[tabindex="-1"]')).toBeFocused();
    await sound(officer);
    await office.getByRole('button', { name: words.yes }).click();
    await expect(office.locator('.notice-done')).toHaveText(words.published);
    await expect(officer.locator('#office')).toBeFocused();
    await expect(main.getByText(words.unpublished, { exact: true })).toHaveCount(0);
    expect(await found()).toBe(1);
    await page.locator('article', { hasText: words.name }).getByRole('link').first().click();
    await expect(page).toHaveURL(own);
    await settled(page);
    await expect(page.locator('h1')).toContainText(words.name);
    await expect(page.locator('#office')).toHaveCount(0);
    await accessible(page);

    await office.getByRole('button', { name: words.show }).click();
    await office.getByRole('button', { name: words.showYes }).click();
    await expect(office.locator('.notice-done')).toHaveText(words.shown);
    await office.getByRole('button', { name: words.hide }).click();
    await expect(office.getByRole('button', { name: words.show })).toBeVisible();

    await office.getByRole('button', { name: words.stop, exact: true }).click();
    await office.getByRole('button', { name: words.stopYes }).click();
    await expect(office.locator('.notice-done')).toHaveText(words.stopped);
    expect(await found()).toBe(0);
    await page.goto(own);
    await settled(page);
    await expect(page.locator('h1')).not.toContainText(words.name);
    expect(wrong()).toEqual([]);
    await officer.context().close();
  });
}
