import { LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';
import { createI18n, type LocaleMessages, type VueMessageType } from 'vue-i18n';

import { pluralForm } from './plurals.ts';

type Messages = LocaleMessages<VueMessageType>;

const pluralRules = Object.fromEntries(LOCALE_TAGS.map((tag) => [
  tag, (n: number, forms: number): number => pluralForm(tag, n, forms),
]));

/** The messages of the interface. A message that lacks shows its key: no language stands in for another unsaid. */
export const i18n = createI18n<[Messages], Locale, false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: false,
  messages: {} as Record<Locale, Messages>,
  pluralRules,
});

const catalogues = import.meta.glob<Messages>('../../locales/*.json', { import: 'default' });

/** Loads the messages of a locale, once. */
export async function loadMessages(locale: Locale): Promise<void> {
  if (i18n.global.availableLocales.includes(locale)) return;
  i18n.global.setLocaleMessage(locale, await catalogue(locale));
}

async function catalogue(locale: Locale): Promise<Messages> {
  const load = catalogues[`../../locales/${locale}.json`];
  if (load) return load();
  // Only while a translation is being written: a build with a catalogue missing is not to be published.
  const english = catalogues['../../locales/en.json'];
  if (!import.meta.env.DEV || !english) throw new Error(`No catalogue for ${locale}`);
  console.warn(`No catalogue for ${locale}: its pages are shown in English during development`);
  return english();
}
