/** The glossary: found from the foot of every page, searched in any language, with the name of a term in all of them and what nobody has checked. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import type { Terms } from '../support/glossary.ts';
import { settled, watch } from '../support/page.ts';
import { sound } from '../support/sound.ts';

const FIELDS = 'totalCount nodes { domain definition names { locale name isVerified source checkedOn } }';

test('a reader of Albanian finds a term by its Greek word, reads it in sixteen languages, and is told what nobody has checked', async ({ page, request }) => {
  const wrong = watch(page);
  await page.goto('/sq/countries');
  await settled(page);
  await page.locator('footer a[href="/sq/glossary"]').click();
  await expect(page).toHaveURL('/sq/glossary');
  await settled(page);
  const { all } = await ask<{ all: Terms['terms'] }>(request, 'sq', '{ all: terms(filter: { exceptDomain: "ui" }) { totalCount } }');
  await expect(page.locator('.count')).toHaveText(`${all.totalCount} terma`);
  await sound(page);

  await page.locator('form[role=search] input[type=search]').fill('εμπορία ανθρώπων');
  await page.locator('form[role=search] button[type=submit]').click();
  await expect(page).toHaveURL(/search=/);
  await settled(page);
  const { terms: { nodes: [term] } } = await ask<Terms>(request, 'sq', `{ terms(first: 1, filter: { exceptDomain: "ui", search: "εμπορία ανθρώπων" }) { ${FIELDS} } }`);
  const row = page.locator('.term').first();
  const nameIn = (locale: string): string => term!.names.find((name) => name.locale === locale)!.name;
  await expect(row.getByRole('heading')).toHaveText(nameIn('sq'));
  await expect(row.locator('p[lang="en"]')).toHaveText(term!.definition);
  const sourceIn = (locale: string): string => term!.names.find((name) => name.locale === locale)!.source!;
  const line = row.locator('p.provenance');
  for (const locale of ['sq', 'en']) await expect(line).toContainText(sourceIn(locale));
  await expect(line, 'what was read in other languages stands beside their words').not.toContainText(sourceIn('el'));

  expect(term!.names.map(({ checkedOn, isVerified }) => (checkedOn === null) !== isVerified)).not.toContain(false);
  await expect(line, 'as of when it is vouched for').toContainText(new RegExp(`nëntor.*${term!.names.find(({ locale }) => locale === 'sq')!.checkedOn!.slice(0, 4)}`));

  await row.locator('summary').click();
  await expect(row.locator('dd')).toHaveCount(LOCALE_TAGS.length);
  for (const { locale, name, isVerified, source } of term!.names) {
    const shown = row.locator(`dt[lang="${locale}"] + dd`);
    await expect(shown).toContainText(name);
    await expect(shown).toContainText(source!);
    await expect(shown.locator('.unverified')).toHaveCount(isVerified ? 0 : 1);
  }
  await sound(page);
  expect(wrong()).toEqual([]);
});
