import { countryOf, factsOf, remove, type LeftOut, type Meeting, type Problem, type Ref, type Removable } from '@passerelle/shared/planning.ts';

/** Something that may stand in the way, and the problem without it, which only allows more. */
export interface Obstacle<R extends Ref = Ref> {
  readonly about: readonly R[];
  /** What it means where it keeps a meeting out. */
  readonly why: LeftOut['why'];
  readonly lift: (problem: Problem) => Problem;
}

const removable = (kind: Removable['kind'], why: LeftOut['why'], list: readonly { readonly id: string }[]): Obstacle<Removable>[] =>
  list.map(({ id }) => ({ about: [{ kind, id }], why, lift: (problem) => remove(problem, { kind, id }) }));

const wishes = (problem: Problem): Obstacle<Removable>[] => [
  ...removable('PIN', 'PINNED', problem.pins), ...removable('MEETING', 'DISPLACED', problem.meetings.filter(({ isMandatory }) => isMandatory)), ...removable('PRECEDENCE', 'ORDER', problem.precedences),
];
const needs = (problem: Problem): Obstacle<Removable>[] => removable('NEED', 'NOBODY_FOR_NEED', [...problem.meetings.flatMap((one) => [...one.needs, ...one.languages]), ...problem.teamRule]);
const facts = (problem: Problem): Obstacle<Removable>[] => [...removable('BLOCK', 'NO_COMMON_DAY', problem.persons.flatMap(({ blocks }) => blocks)), ...removable('LIMIT', 'ENVELOPE', problem.limits)];
const laws = (problem: Problem): Obstacle<Removable>[] => [...removable('DAY_OFF', 'DAY_OFF', problem.countries.flatMap(({ daysOff }) => daysOff)), ...removable('RULE', 'BORDER', problem.borderRules ?? []), ...removable('RULE', 'WORK', problem.workRules ?? [])];

/** All that can be taken away, what people wish first and what the law says last: a conflict of wishes alone is named before one with a law, for the former are theirs to change. */
export const removablesOf = (problem: Problem): Obstacle<Removable>[] => [...wishes(problem), ...needs(problem), ...facts(problem), ...laws(problem)];

const bound = (id: 'maxTeam' | 'maxCountries' | 'maxNights', problem: Problem): Obstacle[] => (problem[id] === null ? [] : [{ about: [{ kind: 'BOUND', id }], why: 'BOUND', lift: (one) => ({ ...one, [id]: null }) }]);

/** Where more parties are not to be proposed, so many are what is asked about. */
const parties = ({ efforts }: Problem): Obstacle[] =>
  (efforts.some(({ change }) => change === 'MORE_PARTIES') ? [{ about: [{ kind: 'BOUND', id: 'maxParties' }], why: 'BOUND', lift: (one) => ({ ...one, maxParties: Math.max(one.maxParties, one.persons.length) }) }] : []);

const reserves = ({ persons }: Problem): Obstacle[] => persons.filter(({ isReserve, maxDaysAway }) => isReserve || maxDaysAway !== null)
  .map(({ id }) => ({ about: [{ kind: 'PERSON', id }], why: 'NO_COMMON_DAY', lift: (problem) => ({ ...problem, persons: problem.persons.map((one) => (one.id === id ? { ...one, isReserve: false, maxDaysAway: null } : one)) }) }));

const unoffered = ({ travel }: Problem): Obstacle[] => travel.filter((one) => one.type === 'SERVICE' && !one.isOffered)
  .map(({ id }) => ({ about: [{ kind: 'TRAVEL', id }], why: 'NO_LINK', lift: (problem) => ({ ...problem, travel: problem.travel.map((one) => (one.id === id && one.type === 'SERVICE' ? { ...one, isOffered: true } : one)) }) }));

/** The hours that a meeting is bound to: its own, and those of its country. */
function hours(problem: Problem, meeting: Meeting): Obstacle[] {
  const country = countryOf(factsOf(problem), meeting.placeId);
  const own: Obstacle[] = meeting.windows === null ? [] : [{
    about: [...meeting.windows].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => ({ kind: 'WINDOW', id })), why: 'NO_COMMON_DAY', lift: (one) => ({ ...one, meetings: one.meetings.map((other) => (other.id === meeting.id ? { ...other, windows: null } : other)) }),
  }];
  const general: Obstacle[] = country.workingHours === null ? [] : [{
    about: [{ kind: 'HOURS', id: country.id }], why: 'NO_COMMON_DAY', lift: (one) => ({ ...one, countries: one.countries.map((other) => (other.id === country.id ? { ...other, workingHours: null } : other)) }),
  }];
  return [...own, ...general];
}

/** What nobody knows the price of: without rates nothing is counted. */
const rates = (problem: Problem, { placeId }: Meeting): Obstacle[] =>
  (problem.allowances === null ? [] : [{ about: [{ kind: 'COUNTRY', id: countryOf(factsOf(problem), placeId).id }], why: 'RATE_UNKNOWN', lift: (one) => ({ ...one, allowances: null }) }]);

/** All that may keep a meeting out. Beyond what can be taken away: its hours, bounds, reserves, services that are not offered, rates that are not known. */
export function obstaclesOf(problem: Problem, meeting: Meeting): Obstacle[] {
  return [
    ...wishes(problem), ...needs(problem), ...hours(problem, meeting), ...facts(problem), ...reserves(problem), ...bound('maxTeam', problem), ...parties(problem), ...bound('maxCountries', problem),
    ...bound('maxNights', problem), ...unoffered(problem), ...laws(problem), ...rates(problem, meeting),
  ];
}
