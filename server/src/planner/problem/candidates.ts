/** Meetings that could be and of which nobody has said anything yet: one for each country and theme with open needs or recommendations. Pure functions. */
import { createHash } from 'node:crypto';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { KnownCity, KnownMeeting, KnownTravelLink, MissionFacts } from './facts.ts';

/** That of a recommendation: how urgent its body finds it. */
type Verb = 'URGE' | 'CONSIDER' | 'INVITE' | 'OTHER';

/** Whom what is open asks for: somebody who works on the theme, as one of these, where its needs say whose work they concern; and the official languages of the country, by their codes, the first one first. */
export interface Sought {
  readonly theme: string;
  readonly roles: readonly TeamRole[];
  readonly languages: readonly string[];
}

/** What is open of a theme in a country: how many needs, recommendations by their verb, and whom it asks for. */
export interface KnownOpen extends Sought {
  readonly country: string;
  readonly needs: number;
  readonly verbs: readonly Verb[];
}

/** How much more a meeting is worth for each open recommendation, by its verb, and for each open need, that it is about. */
export interface OpenWorth {
  readonly recommendation: Readonly<Record<Verb, number>>;
  readonly need: number;
}

/** Urged counts for more than considered, considered for more than invited. */
export const OPEN_WORTH: OpenWorth = { recommendation: { URGE: 6, CONSIDER: 3, INVITE: 1, OTHER: 1 }, need: 4 };

/** What was made a meeting of: its key and its city, and what speaks for it. */
export interface Candidate extends KnownOpen {
  readonly key: string;
  readonly city: string;
}

/** More than a planner takes, and than anybody reads. */
const MOST = 48;
/** Of one country. */
const MOST_OF_COUNTRY = 4;
/** As long as a first talk is, in minutes. */
const MINUTES = 90;

/** What is open adds to what a meeting is worth. */
export const openWorth = ({ needs, verbs }: Pick<KnownOpen, 'needs' | 'verbs'>, worth: OpenWorth = OPEN_WORTH): number => needs * worth.need + verbs.reduce((sum, verb) => sum + worth.recommendation[verb], 0);

/** A key that is always the same for the same country and theme, as other keys are written. */
function keyOf({ country, theme }: Pick<KnownOpen, 'country' | 'theme'>): string {
  const hex = createHash('md5').update(`candidate ${country} ${theme}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const leadsTo = (links: readonly KnownTravelLink[], code: string): number => links.filter(({ toCity, hasService }) => hasService && toCity === code).length;

/** Where one would meet in a country: in the city to which most links lead. */
function cityOf({ cities, links }: Pick<MissionFacts, 'cities' | 'links'>, country: string): string | undefined {
  return cities.filter((one: KnownCity) => one.country === country).sort((a, b) => leadsTo(links, b.code) - leadsTo(links, a.code) || (a.code < b.code ? -1 : 1))[0]?.code;
}

/** The candidates, of each country those first for which most speaks; countries without a city have none. */
export function candidatesOf(facts: Pick<MissionFacts, 'cities' | 'links' | 'meetings'>, open: readonly KnownOpen[]): readonly Candidate[] {
  const inOrder = open.toSorted((a, b) => openWorth(b) - openWorth(a) || (`${a.country} ${a.theme}` < `${b.country} ${b.theme}` ? -1 : 1));
  const few = inOrder.filter((one, n) => inOrder.slice(0, n).filter(({ country }) => country === one.country).length < MOST_OF_COUNTRY);
  return few.flatMap((one) => {
    const city = cityOf(facts, one.country);
    return city === undefined ? [] : [{ ...one, key: keyOf(one), city }];
  }).slice(0, Math.max(0, MOST - facts.meetings.length));
}

/** A candidate as a meeting of which nothing is agreed: whenever its country works, with whom it asks for as far as they could go. */
export const meetingOfCandidate = ({ key, city, needs, verbs, theme, roles, languages }: Candidate): KnownMeeting => ({
  key, city, category: 'AUTHORITY', status: 'PROPOSED', minutes: MINUTES, isMandatory: false, isOnlyAdviser: false, day: null, starts: null, isExcused: false, windows: [], needs: [], languages: [], open: { needs, verbs }, sought: { theme, roles, languages },
});
