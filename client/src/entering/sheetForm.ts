import type { Locale } from '@passerelle/shared/locales.ts';

import { comparing } from '../core/editing/index.ts';
import { emailFault } from '../accounts/parts/index.ts';
import type { Sheet, SheetFault, SheetInput } from './useEntering.ts';

export type Level = Sheet['languages'][number]['level'];
export type Visibility = Sheet['nameVisibility'];

/** A language that is chosen, with its level; empty until that is chosen too. */
export interface TypedSkill {
  readonly language: string;
  readonly level: Level | '';
}

/** A sheet as it is typed. Days are empty, or as `2027-03-28`. */
export interface TypedSheet {
  name: string;
  profession: string;
  corps: string;
  institution: string;
  sourceLocale: Locale;
  summary: string;
  languages: TypedSkill[];
  themes: string[];
  countries: string[];
  vouchedBy: string;
  vouchedSince: string;
  email: string;
  emailLocale: Locale;
  nameVisibility: Visibility;
  institutionVisibility: Visibility;
  emailVisibility: Visibility;
  missionsVisibility: Visibility;
  consentedOn: string;
}

export const SHEET_FIELDS = [
  'name', 'profession', 'corps', 'institution', 'sourceLocale', 'summary', 'languages', 'themes', 'countries', 'vouchedBy', 'vouchedSince', 'email', 'emailLocale', 'nameVisibility', 'institutionVisibility', 'emailVisibility', 'missionsVisibility', 'consentedOn',
] as const satisfies readonly (keyof TypedSheet)[];
export type SheetFieldName = (typeof SHEET_FIELDS)[number];

/** From those who see least to those who see most. */
export const VISIBILITIES = ['ADVISER', 'POST', 'NETWORK', 'PUBLIC'] as const satisfies readonly Visibility[];

const sorted = (codes: readonly string[]): string[] => codes.toSorted((one, other) => (one < other ? -1 : 1));

/** A sheet of which nothing is said yet: closed until it is known what the expert has agreed to, and in French, as French experts are written to. */
export function emptySheet(locale: Locale): TypedSheet {
  return {
    name: '', profession: '', corps: '', institution: '', sourceLocale: locale, summary: '', languages: [], themes: [], countries: [], vouchedBy: '', vouchedSince: '', email: '', emailLocale: 'fr',
    nameVisibility: 'ADVISER', institutionVisibility: 'ADVISER', emailVisibility: 'ADVISER', missionsVisibility: 'ADVISER', consentedOn: '',
  };
}

/** A sheet that is stored, as if it were typed: in the language in which it was first written, and in no other. */
export function typedOf({ texts, profession, institution, languages, themes, countries, contact, ...sheet }: Sheet): TypedSheet {
  const source = texts.find(({ isSource }) => isSource)!;
  return {
    name: sheet.name, profession: profession.code, corps: sheet.corps ?? '', institution: institution.code, sourceLocale: source.locale as Locale, summary: source.summary ?? '',
    languages: languages.map(({ language, level }) => ({ language: language.code, level })), themes: sorted(themes.map(({ code }) => code)), countries: sorted(countries.map(({ code }) => code)),
    vouchedBy: sheet.vouchedBy ?? '', vouchedSince: sheet.vouchedSince ?? '', email: contact?.email ?? '', emailLocale: (contact?.locale ?? 'fr') as Locale,
    nameVisibility: sheet.nameVisibility, institutionVisibility: sheet.institutionVisibility, emailVisibility: sheet.emailVisibility, missionsVisibility: sheet.missionsVisibility, consentedOn: sheet.consentedOn ?? '',
  };
}

/** What is typed, as it is compared and sent: the order in which somebody ticks says nothing, and a language without an address to write to neither. */
export function tidied(typed: TypedSheet): TypedSheet {
  return { ...typed, themes: sorted(typed.themes), countries: sorted(typed.countries), ...(typed.email.trim() === '' && { email: '', emailLocale: 'fr' as const }) };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What is sent of what is typed. `isBound`: the sheet belongs to an account, in which its expert chooses who sees what, and is written to. */
export function inputOf(typed: TypedSheet, isBound: boolean): SheetInput {
  const { name, profession, institution, sourceLocale, summary, themes, countries } = typed;
  return {
    name, profession, institution, sourceLocale, summary, themes, countries, corps: orNull(typed.corps),
    languages: typed.languages.flatMap(({ language, level }) => (level === '' ? [] : [{ language, level }])),
    vouchedBy: orNull(typed.vouchedBy), vouchedSince: orNull(typed.vouchedSince),
    ...(!isBound && {
      contact: orNull(typed.email) === null ? null : { email: typed.email.trim(), locale: typed.emailLocale }, consentedOn: orNull(typed.consentedOn),
      choices: { name: typed.nameVisibility, institution: typed.institutionVisibility, email: typed.emailVisibility, missions: typed.missionsVisibility },
    }),
  };
}

const isBlank = (text: string): boolean => text.trim() === '';
const missing = (field: SheetFault['field'], is: boolean): SheetFault[] => (is ? [{ field, fault: 'MISSING', maximum: null }] : []);

const CHOICES = ['nameVisibility', 'institutionVisibility', 'emailVisibility', 'missionsVisibility'] as const;

/** What is wrong with what is typed, as far as the page can know, in the order of the fields. `stored`: what it changes, of which what is open stays so, with the day on which it was agreed to. */
export function faultsOf(typed: TypedSheet, isBound: boolean, stored: TypedSheet = typed): SheetFault[] {
  const isOpen = CHOICES.some((field) => typed[field] !== 'ADVISER');
  const needsDay = isOpen && (stored.consentedOn !== '' || CHOICES.some((field) => typed[field] !== stored[field]));
  return [
    ...missing('NAME', isBlank(typed.name)), ...missing('PROFESSION', typed.profession === ''), ...missing('INSTITUTION', typed.institution === ''), ...missing('SUMMARY', isBlank(typed.summary)),
    ...missing('LANGUAGES', typed.languages.some(({ level }) => level === '')), ...missing('VOUCHED_BY', isBlank(typed.vouchedBy) && typed.vouchedSince !== ''),
    ...(!isBound && !isBlank(typed.email) && emailFault(typed.email) !== undefined ? [{ field: 'CONTACT', fault: 'UNREADABLE', maximum: null } as const] : []),
    ...missing('CONSENTED_ON', !isBound && needsDay && typed.consentedOn === ''),
  ];
}

/** What is typed of a sheet beside what is stored of it. */
export const { isChanged, merge } = comparing<TypedSheet, SheetFieldName>(SHEET_FIELDS);
