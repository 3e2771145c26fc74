/** What people show of themselves: somebody chooses who sees them on the page of their organisation, and takes it back. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { signedIn } from '../support/consents.ts';
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
