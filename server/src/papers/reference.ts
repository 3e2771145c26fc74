/** What the codes in papers are called, read as who asks. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Facts, Texts } from './facts.ts';

type Named = Readonly<Record<string, Texts>>;

/** By their codes. */
export interface Reference {
  readonly countries: Named;
  /** What goes with the name of a country wherever it is printed. */
  readonly notes: Named;
  readonly cities: Named;
  /** IANA. */
  readonly zones: Readonly<Record<string, string>>;
  readonly languages: Named;
  readonly professions: Named;
  readonly organisations: Named;
}

const named = (table: string, key: string, column = 'name'): string => `(select coalesce(json_object_agg(n.code, n.texts), '{}') from (select x.${key} as code, json_object_agg(t.tag, t.said) as texts from ${table} x
  cross join lateral (values (x.locale, x.${column}), (case x.locale when 'sr-Cyrl' then 'sr-Cyrl in sr-Latn' end, serbian_latin(x.${column}))) t(tag, said)
  where x.${key} in (select jsonb_array_elements_text(?::jsonb)) and t.tag is not null and t.said is not null group by 1) n)`;

const READ = `select ${named('country_translation', 'country_code')} as countries, ${named('country_translation', 'country_code', 'name_note')} as notes, ${named('city_translation', 'city_code')} as cities, ${named('language_translation', 'language_code')} as languages,
  ${named('profession_translation', 'profession_code')} as professions, ${named('organisation_translation', 'organisation_slug')} as organisations,
  (select coalesce(json_object_agg(c.code, c.time_zone), '{}') from city c where c.code in (select jsonb_array_elements_text(?::jsonb))) as zones`;

type Codes = readonly (string | null | undefined)[];

/** What some codes are called. An organisation that whoever asks does not see has no name for them. */
export async function referenceOfCodes(em: EntityManager, { countries = [], cities = [], languages = [], professions = [], organisations = [] }: Readonly<Partial<Record<Exclude<keyof Reference, 'notes' | 'zones'>, Codes>>>): Promise<Reference> {
  const [lands, towns, spoken, done, hosts] = [countries, cities, languages, professions, organisations].map((codes) => JSON.stringify([...new Set(codes.filter((code) => code))]));
  const [row] = await em.execute<Reference[]>(READ, [lands, lands, towns, spoken, done, hosts, towns]);
  return row!;
}

/** What is named in the facts of a paper. */
export const referenceOf = (em: EntityManager, { leg, stays = [], journeys = [], people = [], member, meetings = [] }: Facts): Promise<Reference> => referenceOfCodes(em, {
  countries: [leg?.country, ...stays.map(({ country }) => country)], cities: [leg?.city, ...stays.map(({ city }) => city), ...journeys.flatMap(({ from, to }) => [from, to])],
  languages: [...meetings.flatMap((meeting) => meeting.languages.map(({ language }) => language)), ...people.flatMap((person) => (person.languages ?? []).map(({ language }) => language))],
  professions: [member?.profession, ...people.map(({ profession }) => profession)], organisations: meetings.map(({ organisation }) => organisation),
});
