/** What the keys and codes of a plan stand for: names as texts that say their language. Pure functions. */
import type { PartNames } from '@passerelle/shared/planSentences.ts';

import { type LocalizedValue, starred } from '../../core/ui/index.ts';
import type { Part } from './planParts.ts';
import type { PlanPage, PlanSearch, SearchAnswer } from './usePlan.ts';

/** The clock by which the days of people are counted. */
const ADVISER = 'Europe/Paris';

/** Names by keys and codes. */
export interface PlanNames extends PartNames<Part> {
  readonly link: (code: string) => SearchAnswer['travelLinks'][number] | undefined;
}

interface Known {
  readonly page: PlanPage;
  /** Meetings that could be, which are named after what they are about. */
  readonly candidates: readonly Pick<PlanSearch['assumptions']['candidates'][number], 'meetingKey' | 'countryCode' | 'city' | 'themeCode'>[];
  readonly people: readonly Pick<PlanSearch['people'][number], 'key' | 'name'>[];
  readonly links: SearchAnswer['travelLinks'];
  /** What stands in the place of a name that nobody knows. */
  readonly unknown: string;
  /** The name of a country outside of the area, in the reader's language. */
  readonly region: (code: string) => string;
  /** What follows the name of a day that was invented for the demonstration. */
  readonly invented: string;
}

const by = <One, Key>(list: readonly One[], keyOf: (one: One) => Key): ReadonlyMap<Key, One> => new Map(list.map((one) => [keyOf(one), one]));

/** The names of a search. */
export function planNames({ page, people, candidates, links, unknown, region, invented }: Known): PlanNames {
  const legs = page.mission?.legs ?? [];
  const meetings = by(legs.flatMap((leg) => leg.meetings.map((meeting) => ({ ...meeting, city: leg.city.code }))), ({ key }) => key);
  const [cities, countries, languages, persons, known] = [by(page.cities, ({ code }) => code), by(page.countries, ({ code }) => code), by(page.languages, ({ code }) => code.toLowerCase()), by(people, ({ key }) => key), by(links, ({ code }) => code)];
  const [themes, ideas] = [by(page.themes, ({ code }) => code), by(candidates, ({ meetingKey }) => meetingKey)];
  /** Of what is open of a theme in a country. */
  const idea = (key: string | null): string | undefined => {
    const found = ideas.get(key ?? '');
    return found && `${countries.get(found.countryCode)?.name.text ?? region(found.countryCode)} – ${themes.get(found.themeCode)?.name.text ?? found.themeCode}`;
  };
  const named = (value: LocalizedValue | undefined, otherwise: string): Part => (value ? { value } : otherwise);
  return {
    meeting: (key) => named(meetings.get(key ?? '')?.subject, idea(key) ?? unknown),
    person: (key) => persons.get(key ?? '')?.name ?? unknown,
    city: (code) => named(cities.get(code ?? '')?.name, code ?? unknown),
    country: (code) => {
      const found = countries.get(code ?? '');
      return found ? { value: starred(found.name, found.nameNote) } : code === null ? unknown : region(code);
    },
    language: (code) => named(languages.get(code.toLowerCase())?.name, code),
    holiday: (country, day) => {
      const found = legs.find((leg) => leg.country.code === country)?.country.holidays.find(({ date }) => date === day);
      return found && { value: found.correction?.isDemonstration ? { ...found.name, text: `${found.name.text} – ${invented}` } : found.name };
    },
    zone: (key) => cities.get(meetings.get(key ?? '')?.city ?? ideas.get(key ?? '')?.city ?? '')?.timeZone ?? ADVISER,
    link: (code) => known.get(code),
  };
}
