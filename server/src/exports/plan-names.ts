/** What the keys and codes of a plan are called in files. Pure functions. */
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { shownIn, type Told } from '../core/pdf/index.ts';
import { along, PAPER_WORDS } from '../papers/index.ts';
import type { PlanRead } from './plan-read.ts';
import { textIn } from './plan-texts.ts';

type Named = Pick<PlanRead, 'search' | 'reference'>;

/** Of a table of the reference. */
export const toldIn = ({ reference }: Named, table: 'countries' | 'cities' | 'languages', code: string, locale: Locale): Told => along(reference[table][code], locale, 'en') ?? { text: code, locale };

/** The same, as a text alone. */
export const calledIn = (read: Named, table: 'countries' | 'cities' | 'languages', code: string, locale: Locale): string => toldIn(read, table, code, locale).text;

/** A country with its star, where a note goes with its name; one outside of the area as the language calls it. */
export function countryToldIn({ reference }: Named, code: string, locale: Locale): Told {
  const known = along(reference.countries[code], locale, 'en');
  return known ? { ...known, text: `${known.text}${reference.notes[code] ? '*' : ''}` } : { text: new Intl.DisplayNames([LOCALES[locale].intl], { type: 'region' }).of(code) ?? code, locale };
}

export const countryIn = (read: Named, code: string, locale: Locale): string => countryToldIn(read, code, locale).text;

/** What a meeting that could be is about: its country, and what is open there. Undefined for any other. */
function ideaIn(read: Named, key: string, locale: Locale): Told | undefined {
  const found = read.search.assumed.candidates?.find((one) => one.key === key);
  if (!found) return undefined;
  const theme = along(read.search.themes[found.theme], locale, 'en') ?? { text: found.theme, locale };
  return { text: [countryToldIn(read, found.country, locale), theme].map((one) => shownIn(one, locale)).join(' – '), locale };
}

/** The title of a meeting; where it is not there any more that is said. */
export function subjectIn(read: Named, key: string, locale: Locale): Told {
  const known = read.search.meetings[key];
  return ideaIn(read, key, locale) ?? along(known?.subject, locale, known?.sourceLocale ?? locale) ?? { text: PAPER_WORDS[locale].removed, locale };
}

export const nameIn = ({ search: { people } }: Named, key: string, locale: Locale): string => people[key] ?? PAPER_WORDS[locale].removed;

/** From one city to another. */
export const wayIn = (read: Named, from: string, to: string, locale: Locale): string => [from, to].map((code) => calledIn(read, 'cities', code, locale)).join(' – ');

/** In what each plan is the best. */
export function kindIn(as: PlanRead['as'], locale: Locale): string {
  const t = textIn(locale);
  const kinds: Readonly<Record<PlanRead['as'], () => string>> = { BEST: () => t('plans.as.BEST'), CHEAPEST: () => t('plans.as.CHEAPEST'), SHORTEST: () => t('plans.as.SHORTEST'), WIDEST: () => t('plans.as.WIDEST') };
  return kinds[as]();
}

/** Which plan it is: of one search there are several. */
export const titleIn = ({ as }: PlanRead, locale: Locale): string => `${textIn(locale)('plans.title')} – ${kindIn(as, locale)}`;
