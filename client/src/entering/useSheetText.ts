import { LOCALES } from '@passerelle/shared/locales.ts';

import { format } from '../core/i18n/index.ts';
import { useLabels } from '../core/labels/index.ts';
import { nameIn } from '../core/ui/index.ts';
import type { SheetFieldName, TypedSheet } from './sheetForm.ts';
import type { Entering } from './useEntering.ts';
import { useSheetWords } from './useSheetWords.ts';

/** What stands in a field of a sheet, in words, and in which language where that is not the reader’s. */
export interface SheetText {
  readonly text: (field: SheetFieldName, typed: TypedSheet) => string;
  readonly lang: (field: SheetFieldName, typed: TypedSheet) => string | undefined;
}

const namesIn = (choices: Parameters<typeof nameIn>[0], codes: readonly string[]): string => codes.map((code) => nameIn(choices, code)).join(', ');
const dayOf = (day: string): string => (day === '' ? '' : format.value.date(day));

/** Gives them, by the names that codes have. */
export function useSheetText(entering: () => Entering): SheetText {
  const words = useSheetWords();
  const labels = useLabels();

  function text(field: SheetFieldName, typed: TypedSheet): string {
    const { professions, institutions, languages, themes, countries } = entering();
    const written: Readonly<Partial<Record<SheetFieldName, () => string>>> = {
      sourceLocale: () => LOCALES[typed.sourceLocale].endonym, emailLocale: () => LOCALES[typed.emailLocale].endonym,
      profession: () => nameIn(professions, typed.profession), institution: () => institutions.find(({ code }) => code === typed.institution)?.name ?? typed.institution,
      languages: () => typed.languages.map(({ language, level }) => `${nameIn(languages, language)} (${level === '' ? '' : labels.cefrLevel(level)})`).join(', '),
      themes: () => namesIn(themes, typed.themes), countries: () => namesIn(countries, typed.countries), vouchedSince: () => dayOf(typed.vouchedSince), consentedOn: () => dayOf(typed.consentedOn),
      nameVisibility: () => words.visibility(typed.nameVisibility), institutionVisibility: () => words.visibility(typed.institutionVisibility), emailVisibility: () => words.visibility(typed.emailVisibility),
      missionsVisibility: () => words.visibility(typed.missionsVisibility),
    };
    return written[field]?.() ?? String(typed[field]);
  }

  function lang(field: SheetFieldName, typed: TypedSheet): string | undefined {
    if (field === 'summary' || field === 'sourceLocale') return typed.sourceLocale;
    return field === 'corps' || field === 'institution' ? 'fr' : undefined;
  }

  return { text, lang };
}
