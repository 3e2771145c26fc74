/** What people show of themselves: somebody chooses who sees them on the page of their organisation, and takes it back. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { openAccount } from '../support/desk.ts';
import { followLink } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { toldIn } from '../support/short.ts';
import { sound } from '../support/sound.ts';

interface Words {
  readonly country: string;
  readonly who: string;
  readonly address: string;
  readonly save: string;
  readonly saved: string;
  readonly people: string;
  readonly never: RegExp;
}

const WORDS = {
  sq: {
    country: 'AL', who: 'Kush mund t’Ju shohë aty', address: 'Kush mund ta shohë adresën Tuaj email', save: 'Ruajeni', saved: 'U ruajt. Vlen menjëherë.', people: 'Kush punon këtu', never: /Disa organizata nuk duhet të gjenden/,
  },
  ro: {
    country: 'RO', who: 'Cine vă poate vedea acolo', address: 'Cine vă poate vedea adresa de e-\u2060mail', save: 'Salvați', saved: 'Salvat. Este valabil imediat.', people: 'Cine lucrează aici', never: /Unele organizații nu trebuie să poată fi găsite/,
  },
} satisfies Partial<Record<Locale, Words>>;

interface Account {
  readonly name: string;
  readonly email: string;
  readonly organisation: { readonly id: string } | null;
}

async function signedIn(browser: Browser, locale: Locale, email: string): Promise<Page> {
  const page = await (await browser.newContext({ extraHTTPHeaders: networkOf(email) })).newPage();
  await followLink(page, locale, email);
  await openAccount(page);
  return page;
}

for (const locale of toldIn(Object.keys(WORDS) as (keyof typeof WORDS)[])) {
  const words = WORDS[locale];
  test(`somebody is seen on the page of their organisation by those whom they chose, and by nobody once they take it back, in ${locale}`, async ({ page, browser, request }) => {
    test.setTimeout(120_000);
    const wrong = watch(page);
    const email = `ngo-member.${words.country.toLowerCase()}@passerelle.example`;
    const { demonstrationAccounts } = await ask<{ demonstrationAccounts: Account[] }>(request, locale, '{ demonstrationAccounts { name email organisation { id } } }');
    const { name, organisation } = demonstrationAccounts.find((account) => account.email === email)!;
    const [own, colleague] = [await signedIn(browser, locale, email), await signedIn(browser, locale, `authority.${words.country.toLowerCase()}@passerelle.example`)];

    const choose = async (label: string, choice: string, saved?: string): Promise<void> => {
      const section = own.locator('section', { has: own.getByLabel(label, { exact: true }) });
      await section.getByLabel(label, { exact: true }).selectOption(choice);
      await section.getByRole('button', { name: words.save }).click();
      await expect(section.locator('.notice-done')).toHaveText(saved ?? /.+/);
    };
    /** Whether somebody reads the name on the page of the organisation, and the address. */
    const look = async (reader: Page): Promise<readonly [boolean, boolean]> => {
      await reader.goto(`/${locale}/organisations/${organisation!.id}`);
      await settled(reader);
      const person = reader.locator('section', { has: reader.getByRole('heading', { name: words.people }) }).locator('li', { hasText: name });
      return [(await person.count()) > 0, (await person.getByRole('link', { name: email }).count()) > 0];
    };

    await expect(own.locator('main')).toContainText(words.never);
    await sound(own);
    expect(await look(colleague)).toEqual([false, false]);
    await choose(words.who, 'NETWORK', words.saved);
    expect(await look(colleague)).toEqual([true, false]);
    expect(await look(page)).toEqual([false, false]);
    await choose(words.address, 'NETWORK');
    expect(await look(colleague)).toEqual([true, true]);
    // It is said that they are invented.
    await expect(colleague.locator('li', { hasText: name }).locator('.chip-demonstration')).toBeVisible();
    await sound(colleague);
    // Nobody has said of the organisation that its place may be found.
    await choose(words.who, 'PUBLIC', words.saved);
    expect(await look(page)).toEqual([false, false]);
    await choose(words.who, 'NOBODY', words.saved);
    expect(await look(colleague)).toEqual([false, false]);
    expect(wrong()).toEqual([]);
    for (const other of [own, colleague]) await other.context().close();
  });
}

test('an expert opens their name and closes it again; the adviser says whose account a sheet belongs to', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  const expert = await signedIn(browser, 'fr', 'expert@passerelle.example');
  const section = expert.locator('section', { has: expert.getByRole('heading', { name: 'Votre fiche d’expert' }) });
  const name = await section.locator('bdi').first().innerText();
  await sound(expert);
  const path = (await section.getByRole('link', { name: /^Votre fiche telle que/ }).getAttribute('href'))!;
  const choose = async (field: string, choice: string): Promise<void> => {
    await section.getByLabel(field, { exact: true }).selectOption(choice);
    await section.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(section.locator('.notice-done')).toHaveText('Choix enregistré. Il vaut dès maintenant.');
  };
  const look = async (): Promise<string> => {
    await page.goto(path);
    await settled(page);
    return page.locator('main').innerText();
  };

  await choose('Qui peut voir votre nom', 'PUBLIC');
  await choose('Qui peut voir votre institution de rattachement', 'NETWORK');
  await choose('Qui peut voir votre adresse électronique sur la fiche', 'PUBLIC');
  expect(await look()).toContain(name);
  await expect(page.locator('main').getByRole('link', { name: 'expert@passerelle.example' })).toHaveAttribute('href', 'mailto:expert@passerelle.example');
  await expect(page.locator('main')).toContainText('Institution non communiquée');
  await sound(page);
  await choose('Qui peut voir votre nom', 'ADVISER');
  await choose('Qui peut voir votre adresse électronique sur la fiche', 'ADVISER');
  const closed = await look();
  expect(closed).toContain('Nom non communiqué');
  expect(closed).not.toContain(name);

  const adviser = await signedIn(browser, 'fr', 'adviser@passerelle.example');
  await adviser.goto('/fr/members?role=EXPERT');
  await settled(adviser);
  await sound(adviser);
  await adviser.locator('.member-row').getByRole('link', { name: 'Ouvrir la fiche' }).click();
  await expect(adviser).toHaveURL(path);
  await settled(adviser);
  const account = adviser.locator('section', { has: adviser.locator('#expert-account') });
  await expect(account).toContainText('expert@passerelle.example');
  await account.getByRole('button', { name: 'Délier de ce compte' }).click();
  await expect(account.locator('p[tabindex="-1"]')).toBeFocused();
  await sound(adviser);
  await account.getByRole('button', { name: 'Oui, délier de ce compte' }).click();
  await expect(account.locator('.notice-done')).toHaveText(/n’est plus liée/);
  await expert.reload();
  await settled(expert);
  await expect(section).toHaveCount(0);
  await account.getByRole('button', { name: 'Lier à ce compte' }).click();
  await expect(account.locator('.notice-done')).toHaveText(/^La fiche est désormais liée au compte/);
  await expert.reload();
  await settled(expert);
  await expect(section).toBeVisible();
  expect(wrong()).toEqual([]);
  for (const other of [expert, adviser]) await other.context().close();
});
