import type { Locale } from '@passerelle/shared/locales.ts';
import type { LocaleMessages, VueMessageType } from 'vue-i18n';

/** The messages of a part of a catalogue, by their keys. */
export type Messages = LocaleMessages<VueMessageType>;

const catalogues = import.meta.glob<Messages>('../../locales/*/*.json', { import: 'default' });

/**
 * Loads a part of a locale's messages; rejects when it cannot be had. This list serves development and tests: a build
 * computes the address instead (`scripts/catalogueFiles.ts`), since a list of every file would be a part of every visit.
 */
export async function loadCatalogue(locale: Locale, part: string): Promise<Messages> {
  const load = catalogues[`../../locales/${locale}/${part}.json`];
  if (load) return load();
  // Only while a translation is being written.
  const english = catalogues[`../../locales/en/${part}.json`];
  if (!english) throw new Error(`No catalogue ${part} for ${locale}`);
  console.warn(`No catalogue ${part} for ${locale}: its pages are shown in English during development`);
  return english();
}
