/** What a sentence is about, from the problem that knows it. Pure functions. */
import { type Block, type Dated, dayNumber, factsOf, instantOf, type Meeting, type Problem, type Ref, type TimeWindow, type WorkingHours, zoneOf } from '@passerelle/shared/planning.ts';
import { isAssumed, isChosen, isCompetence, type OwnHours } from '../planner/problem/index.ts';
import type { PlanBoundName, PlanRule } from './plan-codes.ts';
import type { PlanCountryHours, PlanRef, PlanSource, PlanWorkingHours } from './plan-sentence.type.ts';

/** Minutes since 1970 as an instant. */
export const instant = (minutes: number): Date => new Date(minutes * 60_000);

/** Where something dated is known from; what is so for ever begins on no day. */
export const showSource = ({ source: { text, url, checkedOn, isVerified }, validFrom, validUntil }: Omit<Dated, 'id'>): PlanSource =>
  ({ text, url, checkedOn, isVerified, validFrom: validFrom.startsWith('0001') ? null : validFrom, validUntil });

/** A minute of a day as a clock shows it; the midnight that ends it is `24:00`. */
const hourOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const showHours = (hours: readonly WorkingHours[]): PlanWorkingHours[] => hours.map(({ weekday, from, until }) => ({ weekday, from: hourOf(from), until: hourOf(until) }));

/** When a country works; without a source where that is assumed. */
export const showCountryHours = ({ country, hours, sources }: OwnHours): PlanCountryHours => ({ countryCode: country, hours: showHours(hours), sources: sources.map(showSource) });

type Said = Partial<Omit<PlanRef, 'kind' | 'id'>>;
type Find = (problem: Problem, id: string, ownHours: readonly OwnHours[]) => Said | undefined;

const of = <T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined => list.find((one) => one.id === id);

/** With what is between them of each meeting or person that something belongs to. */
function within<O extends { readonly id: string }, T extends { readonly id: string }>(owners: readonly O[], parts: (owner: O) => readonly T[], id: string): { readonly owner: O; readonly part: T } | undefined {
  for (const owner of owners) {
    const part = of(parts(owner), id);
    if (part) return { owner, part };
  }
  return undefined;
}

function block(problem: Problem, id: string): Said | undefined {
  const found = within(problem.persons, ({ blocks }): readonly Block[] => blocks, id);
  return found && { personKey: found.owner.id, cause: found.part.cause, from: instant(found.part.from), until: instant(found.part.until) };
}

/** From when to when a window is. */
function spanOf(problem: Problem, place: string, window: TimeWindow): Said {
  if (!('day' in window)) return { from: instant(window.from), until: instant(window.until) };
  const [zone, day] = [zoneOf(factsOf(problem), place), dayNumber(window.day)];
  return { from: instant(instantOf(zone, day, window.from)), until: instant(instantOf(zone, day, window.until)) };
}

/** A need of the team, of a meeting, or of a language of a meeting. What a meeting that could be seeks is its theme, after which it is named. */
function need(problem: Problem, id: string): Said | undefined {
  const ofTeam = of(problem.teamRule, id);
  if (ofTeam) return { role: ofTeam.kind, amount: ofTeam.atLeast };
  const role = within(problem.meetings, ({ needs }) => needs, id);
  if (role) return { meetingKey: role.owner.id, role: role.part.kind, amount: role.part.atLeast };
  const spoken = within(problem.meetings, ({ languages }: Meeting) => languages, id);
  return spoken && { meetingKey: spoken.owner.id, languages: spoken.part.anyOf.map(({ language }) => language).filter((code) => !isCompetence(code)) };
}

function travel(problem: Problem, id: string): Said | undefined {
  const link = of(problem.travel, id);
  return link?.type === 'SERVICE' ? { linkCode: id, mode: link.mode, fromCity: link.from, toCity: link.to, source: showSource(link) } : undefined;
}

/** What is said of a meeting, or of somebody. */
function saidRule(id: string): Said | undefined {
  const [said, key] = id.split(' ');
  if (said === 'SUBSTITUTE') return { rule: said, personKey: key! };
  return said === 'MANDATORY' || said === 'ONLY_ADVISER' ? { rule: said, meetingKey: key! } : undefined;
}

function rule(problem: Problem, id: string): Said | undefined {
  const border = of(problem.borderRules ?? [], id);
  if (border) return { rule: 'BORDER', fromCountry: border.from, toCountry: border.to, source: showSource(border) };
  const rate = of(problem.allowances?.rates ?? [], id);
  if (rate) return { rule: 'RATE', countryCode: rate.countryId, amount: rate.centsPerDay, source: showSource(rate) };
  const known: readonly (readonly [PlanRule, Dated | undefined])[] = [['WORK', of(problem.workRules ?? [], id)], ['ALLOWANCE', of(problem.allowances?.rules ?? [], id)]];
  const found = known.find(([, dated]) => dated);
  return found ? { rule: found[0], source: showSource(found[1]!) } : saidRule(id);
}

function dayOff(problem: Problem, id: string): Said | undefined {
  const found = within(problem.countries, ({ daysOff }) => daysOff, id);
  return found && { countryCode: found.owner.id, day: found.part.day, source: showSource(found.part) };
}

function pin(problem: Problem, id: string): Said | undefined {
  const found = of(problem.pins, id);
  if (!found) return undefined;
  return { pin: found.pin, meetingKey: 'meetingId' in found ? found.meetingId : null, personKey: 'personId' in found ? found.personId : null, from: 'startsAt' in found ? instant(found.startsAt) : null, isChosen: isChosen(found) };
}

/** The hours of a country: its own with their source, or those that are assumed. */
function hoursIn({ countries }: Problem, id: string, ownHours: readonly OwnHours[]): Said {
  const own = ownHours.find(({ country }) => country === id) ?? { country: id, hours: of(countries, id)?.workingHours ?? [], sources: [] };
  return { countryCode: id, hours: showCountryHours(own) };
}

const BOUNDS: Readonly<Record<string, readonly [PlanBoundName, (problem: Problem) => number | null]>> = {
  maxNights: ['NIGHTS', ({ maxNights }) => maxNights], maxParties: ['PARTIES', ({ maxParties }) => maxParties], maxCountries: ['COUNTRIES', ({ maxCountries }) => maxCountries], maxTeam: ['TEAM', ({ maxTeam }) => maxTeam],
};
const EDGES: Readonly<Record<string, readonly [PlanBoundName, 'earliestDeparture' | 'latestReturn']>> = { earliestDeparture: ['FIRST_DAY', 'earliestDeparture'], latestReturn: ['LAST_DAY', 'latestReturn'] };

function bound(problem: Problem, id: string): Said | undefined {
  const found = BOUNDS[id];
  return found && { bound: found[0], amount: found[1](problem) };
}

function edge({ period }: Problem, id: string): Said | undefined {
  const found = EDGES[id];
  return found && { bound: found[0], from: instant(period[found[1]]) };
}

const FIND: Readonly<Record<Ref['kind'], Find>> = {
  MEETING: (_problem, id) => ({ meetingKey: id }), PERSON: (_problem, id) => ({ personKey: id }), PLACE: (_problem, id) => ({ fromCity: id }), COUNTRY: (_problem, id) => ({ countryCode: id }), HOURS: hoursIn, PARTY: () => undefined,
  WINDOW: (problem, id) => {
    const found = within(problem.meetings, ({ windows }) => windows ?? [], id);
    return found && { meetingKey: found.owner.id, ...spanOf(problem, found.owner.placeId, found.part) };
  },
  INTERPRETER: (problem, id) => {
    const found = of(problem.interpreters, id);
    return found && { languages: [found.language], amount: found.cents, source: isAssumed(found) ? null : showSource(found) };
  },
  BLOCK: block, NEED: need, TRAVEL: travel, RULE: rule, DAY_OFF: dayOff, PIN: pin, BOUND: bound, PERIOD: edge,
  LIMIT: (problem, id) => {
    const found = of(problem.limits, id);
    return found && { amount: found.cents, costKind: found.kinds.length === 1 ? found.kinds[0]! : null };
  },
  PRECEDENCE: (problem, id) => {
    const found = of(problem.precedences, id);
    return found && { meetingKey: found.before, otherMeetingKey: found.after };
  },
};

const NOTHING: Omit<PlanRef, 'kind' | 'id'> = {
  meetingKey: null, otherMeetingKey: null, personKey: null, cause: null, role: null, languages: [], linkCode: null, mode: null, fromCity: null, toCity: null, countryCode: null, fromCountry: null, toCountry: null, rule: null, pin: null, isChosen: false, bound: null, costKind: null, amount: null, day: null,
  from: null, until: null, hours: null, source: null,
};

/** Something that is named by its id, with what the problem knows of it. What was added by a change, as a pin, is not in the problem: of that its id alone is said. `ownHours`: of countries whose hours are not assumed. */
export const showRef = (problem: Problem, { kind, id }: Ref, ownHours: readonly OwnHours[] = []): PlanRef => ({ ...NOTHING, ...FIND[kind](problem, id, ownHours), kind, id });
