import { earlierFirst } from '../core/i18n/index.ts';
import type { Conditions } from '../core/list/index.ts';
import type { ConventionCountry } from '../map/index.ts';
import type { ListedCountry } from './useCountries.ts';

/** What the list of countries can be filtered and sorted by, and what its map shows, as the address names it. */
export const COUNTRY_CONDITIONS = {
  search: 'text',
  language: 'text',
  membership: ['EU', 'CANDIDATE', 'COUNCIL_OF_EUROPE'],
  sort: ['SESSIONS', 'EXPERTS', 'CONVENTION'],
  show: ['SESSIONS', 'EXPERTS'],
} as const;

type Searched = Pick<ListedCountry, 'name' | 'capital' | 'officialLanguages' | 'memberships' | 'trainingSessions' | 'experts'>
  & { readonly convention?: Pick<ConventionCountry, 'inForceOn'> | undefined };

/**
 * The countries that meet the conditions, in the order asked for. There are sixteen, all in the page: they are sifted
 * here, by words without regard to accents and capitals. The order by name is the server's, which knows every language.
 */
export function sift<Listed extends Searched>(
  countries: readonly Listed[], conditions: Conditions<keyof typeof COUNTRY_CONDITIONS>,
): Listed[] {
  const { search, language, membership, sort } = conditions;
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = countries.filter((country) => {
    const text = fold(`${country.name.text} ${country.capital.text}`);
    return words.every((word) => text.includes(word))
      && (language === '' || country.officialLanguages.some((official) => official.code === language))
      && (membership === '' || isMember(country, membership));
  });
  const order = ORDERS[sort];
  return order ? found.sort(order) : found;
}

const ORDERS: Readonly<Record<string, (a: Searched, b: Searched) => number>> = {
  SESSIONS: (a, b) => b.trainingSessions.totalCount - a.trainingSessions.totalCount,
  EXPERTS: (a, b) => b.experts.totalCount - a.experts.totalCount,
  // Where it is not in force comes last.
  CONVENTION: (a, b) => earlierFirst(a.convention?.inForceOn ?? '9999', b.convention?.inForceOn ?? '9999'),
};

/** The official languages of the countries, each once, in order of appearance. */
export function officialLanguages(countries: readonly ListedCountry[]): ListedCountry['officialLanguages'] {
  return [...new Map(countries.flatMap((country) => country.officialLanguages).map((language) => [language.id, language])).values()];
}

function isMember({ memberships }: Searched, membership: string): boolean {
  return memberships.some(({ body, status }) => {
    if (membership === 'CANDIDATE') return body === 'EU' && (status === 'CANDIDATE' || status === 'POTENTIAL_CANDIDATE');
    return body === membership && status === 'MEMBER';
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i');
}
