import { isLocale, LOCALES } from '@passerelle/shared/locales.ts';

import { within } from '../core/i18n/index.ts';

interface Teaching {
  readonly name: string | null;
  readonly profession: { readonly name: { readonly text: string; readonly locale: string } };
  readonly institution?: { readonly name: string } | null;
}

/** Those who teach in one line: by their names, or by professions, which begin with a small letter after the first. */
export function trainerNames(trainers: readonly Teaching[]): string {
  const wordOf = ({ text, locale }: Teaching['profession']['name'], n: number): string => (n > 0 && isLocale(locale) ? within(text, LOCALES[locale].intl) : text);
  return trainers.map(({ name, profession, institution }, n) => name ?? [wordOf(profession.name, n), institution?.name].filter(Boolean).join(', ')).join(', ');
}
