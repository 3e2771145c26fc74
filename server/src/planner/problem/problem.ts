/** What is known of a mission becomes what a planner is asked. A pure function: the version of the database of zones apart, it depends on nothing but what it is given. */
import { COST_KINDS, type Country, dayNumber, instantOf, type Limit, type Pin, type Place, type Problem, type Zone } from '@passerelle/shared/planning.ts';
import { withSought } from './competences.ts';
import { sourceOf, zoneOf } from './dated.ts';
import type { KnownCity, MissionFacts } from './facts.ts';
import { formerOf } from './former.ts';
import { goalsOf } from './goals.ts';
import { ownHoursOf } from './hours.ts';
import { interpretersOf } from './interpreters.ts';
import { confirmedOf, meetingOf } from './meetings.ts';
import { chosenOf } from './pins.ts';
import { ratesOf, termsOf } from './money.ts';
import { personsOf } from './people.ts';
import { DEFAULT_SETTINGS, type PlanningSettings } from './settings.ts';
import { borderRuleOf, type LeftOutLink, servicesOf } from './travel.ts';

/** Whose day the regional adviser’s is. */
const ZONE = 'Europe/Paris';

/** The problem, and what could not be planned with: links of which something is not known, and who begins where somebody has assumed it. */
export interface Posed {
  readonly problem: Problem;
  readonly leftOut: readonly LeftOutLink[];
  readonly assumedHomes: readonly string[];
}

function countriesOf(facts: MissionFacts, codes: readonly string[], { workingHours }: PlanningSettings): Country[] {
  const { holidays } = facts;
  const own = new Map(ownHoursOf(facts).map(({ country, hours }) => [country, hours]));
  return codes.map((id) => ({
    id, isAbstract: false, workingHours: own.get(id) ?? workingHours,
    daysOff: holidays.filter(({ country }) => country === id).map((holiday) => ({ id: `${id}.${holiday.day}`, validFrom: holiday.day, validUntil: holiday.day, day: holiday.day, kind: 'HOLIDAY' as const, source: sourceOf(holiday) })),
  }));
}

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();

/** The problem of a mission. Its countries are those of its cities and of what is crossed on the way; its cities those of meetings, of whoever could go, and of the links that people can take. */
export function problemOf(facts: MissionFacts, settings: PlanningSettings = DEFAULT_SETTINGS): Posed {
  const zones = new Map(unique([ZONE, ...facts.cities.map(({ timeZone }) => timeZone)]).map((zone) => [zone, zoneOf(zone, facts.startsOn, facts.endsOn)]));
  const { services, leftOut } = servicesOf(facts.links);
  const paris = zones.get(ZONE)!;
  const { meetings, persons } = withSought(facts.meetings.map((meeting) => meetingOf(meeting, settings)), { facts, settings, persons: personsOf(facts, settings, paris), zone: paris });
  const named = new Set([...facts.meetings.map(({ city }) => city), ...persons.map(({ startPlaceId }) => startPlaceId), ...services.flatMap(({ from, to }) => [from, to])]);
  const cities = facts.cities.filter(({ code }) => named.has(code));
  const countries = unique([...cities.map(({ country }) => country), ...services.flatMap((service) => service.countries)]);
  const zoneOfCity = (city: string): Zone => zones.get(facts.cities.find(({ code }) => code === city)!.timeZone)!;
  const former = formerOf(facts, settings);
  const problem: Problem = {
    format: 'passerelle.problem', version: 1, tzdata: process.versions.tz ?? 'unknown', zones: unique(cities.map(({ timeZone }) => timeZone)).map((zone) => zones.get(zone)!),
    period: { earliestDeparture: instantOf(paris, dayNumber(facts.startsOn), 0), latestReturn: instantOf(paris, dayNumber(facts.endsOn) + 1, 0) },
    countries: countriesOf(facts, countries, settings), places: cities.map((city) => placeOf(city, settings)), meetings,
    precedences: facts.precedences.map(({ before, after, gapMinutes }) => ({ id: `${before}.${after}`, before, after, gapMinutes, kind: 'IF_BOTH' as const })), persons,
    teamRule: facts.team.map(({ kind, atLeast }) => ({ id: `team.${kind}`, kind, atLeast, scope: 'MISSION' as const })), maxParties: 1, riding: 'TOGETHER', maxTeam: null, maxCountries: settings.mostCountries, maxNights: null,
    travel: services, borderRules: facts.borderRules.map(borderRuleOf), workRules: settings.workRules,
    allowances: { rules: termsOf(facts.terms), rates: ratesOf(facts.rates.filter(({ country }) => countries.includes(country)), facts.exchanges) }, interpreters: interpretersOf(facts, settings, { meetings, cities }),
    limits: limitsOf(facts, settings), pins: [...confirmedOf(facts.meetings, zoneOfCity), ...keptOf(facts, settings), ...chosenOf(facts, settings)], former, goals: goalsOf(settings.goals, former !== null, { startsOn: facts.startsOn, countryIds: unique(facts.meetings.map(({ city }) => cities.find(({ code }) => code === city)!.country)) }), efforts: settings.efforts,
  };
  return { problem, leftOut, assumedHomes: facts.persons.filter(({ homeCity }) => homeCity === null).map(({ key }) => key) };
}

/** The envelope, and what may be spent of single kinds. */
const limitsOf = ({ envelopeCents }: Pick<MissionFacts, 'envelopeCents'>, { kindLimits }: Pick<PlanningSettings, 'kindLimits'>): Limit[] =>
  [...(envelopeCents === null ? [] : [{ id: 'envelope', kinds: COST_KINDS, cents: envelopeCents }]), ...kindLimits.map(({ kind, cents }) => ({ id: `limit.${kind}`, kinds: [kind], cents }))];

const placeOf = ({ code, country, timeZone }: KnownCity, { transferMinutes, bufferMinutes }: PlanningSettings): Place => ({ id: code, countryId: country, zoneId: timeZone, transferMinutes, bufferMinutes });

/** Who is in the team goes, unless whoever plans leaves that open, or lets them stay. */
const keptOf = ({ persons }: MissionFacts, { isTeamKept, pins }: PlanningSettings): Pin[] =>
  (isTeamKept ? persons.filter(({ key, isMember, isSubstitute }) => isMember && !isSubstitute && !pins.some(({ pin, personKey }) => pin === 'STAYS' && personKey === key)).map(({ key }) => ({ id: `${key}.goes`, why: 'ADVISER' as const, pin: 'GOES' as const, personId: key })) : []);
