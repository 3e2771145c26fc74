import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { createI18n } from 'vue-i18n';

import { brought } from './brought.ts';
import { loadCatalogue, type Messages } from './catalogues.ts';
import { pluralForm } from './plurals.ts';

const pluralRules = Object.fromEntries(LOCALE_TAGS.map((tag) => [
  tag, (n: number, forms: number): number => pluralForm(tag, n, forms),
]));

/** The messages of the interface. One that lacks shows its key and is told of: no language stands in for another unsaid. */
export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: false,
  messages: {} as Record<Locale, Messages>,
  pluralRules,
  missing: (locale, key) => {
    console.error(`The catalogue of ${locale} has no ${key}, or the route does not name its part`);
  },
});

/** The part that every page needs. */
const CORE = 'core';
const loaded = new Set<string>();

/** Loads parts of a locale's messages, each once, with the part that every page needs. */
export async function loadMessages(locale: Locale, parts: readonly string[]): Promise<void> {
  const missing = [CORE, ...parts].filter((part) => !loaded.has(`${locale}/${part}`));
  const messages = await Promise.all(missing.map((part) => brought[`${locale}/${part}`] ?? loadCatalogue(locale, part)));
  i18n.global.setLocaleMessage(locale, Object.assign({}, i18n.global.getLocaleMessage(locale), ...messages) as Messages);
  for (const part of missing) loaded.add(`${locale}/${part}`);
}
