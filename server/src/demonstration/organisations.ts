/** The many invented organisations of the large set. They do not exist, and their names say so. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { PLACES } from './places.ts';

/** By the locale of an organisation: the name of one, that of another, and what says in brackets that it is invented. */
const NAMES: Partial<Readonly<Record<Locale, readonly [horizon: string, bridge: string, invented: string]>>> = {
  fr: ['Association Horizon', 'Association Le Pont', 'démonstration'], en: ['Horizon Association', 'Bridge Association', 'demonstration'],
  sq: ['Shoqata Horizonti', 'Shoqata Ura', 'demonstrim'], bs: ['Udruženje Horizont', 'Udruženje Most', 'demonstracija'], bg: ['Сдружение Хоризонт', 'Сдружение Мост', 'демонстрация'],
  el: ['Σύλλογος Ορίζοντας', 'Σύλλογος Γέφυρα', 'επίδειξη'], hr: ['Udruga Obzor', 'Udruga Most', 'demonstracija'], hu: ['Horizont Egyesület', 'Híd Egyesület', 'bemutató'],
  mk: ['Здружение Хоризонт', 'Здружение Мост', 'демонстрација'], ro: ['Asociația Orizont', 'Asociația Puntea', 'demonstrație'], 'sr-Cyrl': ['Удружење Хоризонт', 'Удружење Мост', 'демонстрација'],
  cnr: ['Udruženje Horizont', 'Udruženje Most', 'demonstracija'], sl: ['Društvo Obzorje', 'Društvo Most', 'predstavitev'], tr: ['Ufuk Derneği', 'Köprü Derneği', 'tanıtım'],
  uk: ['Товариство Горизонт', 'Товариство Міст', 'демонстрація'],
};

/** Rows by table, and the keys of the organisations of each country. */
export interface InventedOrganisations {
  readonly tables: Readonly<Record<'organisation' | 'organisation_translation', readonly object[]>>;
  readonly slugs: ReadonlyMap<string, readonly string[]>;
}

/** So many, the countries in turn, each called in the first language of its country, in French and in English. */
export function inventOrganisations(count: number): InventedOrganisations {
  const tables = { organisation: [] as object[], organisation_translation: [] as object[] };
  const slugs = new Map<string, string[]>(PLACES.map(({ country }) => [country, []]));
  for (let i = 0; i < count; i += 1) {
    const { country, locales } = PLACES[i % PLACES.length]!;
    const source = locales[0]!;
    const n = Math.floor(i / PLACES.length) + 1;
    const slug = `demonstration-${country.toLowerCase()}-${n}`;
    slugs.get(country)!.push(slug);
    tables.organisation.push({ slug, country_code: country, kind: 'NGO', source_locale: source, source: 'Invented for the demonstration', is_verified: false, is_published: true, is_protected: true, is_demonstration: true });
    for (const locale of new Set<Locale>([source, 'fr', 'en'])) tables.organisation_translation.push({ organisation_slug: slug, locale, name: nameOf(locale, n) });
  }
  return { tables, slugs };
}

function nameOf(locale: Locale, n: number): string {
  const [horizon, bridge, invented] = NAMES[locale]!;
  return `${n % 2 === 0 ? bridge : horizon} ${n} (${invented})`;
}
