import type { Dated, Id } from './units.ts';
import type { Problem } from './problem.ts';
import type { ParseCode, ParseFault } from './shape.ts';
import type { Service, TravelMatrix } from './travel.ts';

/** What the form of the fields does not say: that ids are there and there once, that dated laws do not contradict each other, and that times run forwards. */

type Ask = (problem: Problem) => ParseFault[];

const fault = (code: ParseCode, path: string): ParseFault => ({ code, path });
const each = <T>(list: readonly T[], path: string, ask: (one: T, path: string) => ParseFault[]): ParseFault[] => list.flatMap((one, n) => ask(one, `${path}[${n}]`));

const unique = (ids: readonly Id[], path: string): ParseFault[] => ids.flatMap((id, n) => (ids.indexOf(id) < n ? [fault('TWICE', `${path}[${n}]`)] : []));
const idsOf = (list: readonly { readonly id: Id }[]): Id[] => list.map(({ id }) => id);

/** What is named by an id of its own kind is named once. */
const twice: Ask = (problem) => {
  const { zones, countries, places, meetings, persons, travel, interpreters, limits, pins, precedences, goals, efforts, allowances } = problem;
  const lists = {
    zones, countries, places, meetings, persons, travel, interpreters, limits, pins, precedences, goals,
    needs: [...problem.teamRule, ...meetings.flatMap((one) => [...one.needs, ...one.languages])], blocks: persons.flatMap(({ blocks }) => blocks), daysOff: countries.flatMap(({ daysOff }) => daysOff),
    rules: [...problem.borderRules ?? [], ...problem.workRules ?? [], ...allowances?.rules ?? [], ...allowances?.rates ?? []],
  };
  return [
    ...Object.entries(lists).flatMap(([name, list]) => unique(idsOf(list), name)), ...each(meetings, 'meetings', ({ windows }, path) => unique(idsOf(windows ?? []), `${path}.windows`)),
    ...unique(efforts.map(({ change }) => change), 'efforts'),
  ];
};

/** Each id that is named, with where it has to be found. */
const named: Ask = (problem) => {
  const sets = { place: new Set(idsOf(problem.places)), country: new Set(idsOf(problem.countries)), zone: new Set(idsOf(problem.zones)), meeting: new Set(idsOf(problem.meetings)), person: new Set(idsOf(problem.persons)), travel: new Set(idsOf(problem.travel)) };
  const is = (kind: keyof typeof sets, id: Id, path: string): ParseFault[] => (sets[kind].has(id) ? [] : [fault('NO_SUCH_ID', path)]);
  const are = (kind: keyof typeof sets, ids: readonly Id[], path: string): ParseFault[] => ids.flatMap((id, n) => is(kind, id, `${path}[${n}]`));
  return [
    ...each(problem.places, 'places', ({ countryId, zoneId }, path) => [...is('country', countryId, `${path}.countryId`), ...is('zone', zoneId, `${path}.zoneId`)]),
    ...each(problem.meetings, 'meetings', ({ placeId }, path) => is('place', placeId, `${path}.placeId`)),
    ...each(problem.precedences, 'precedences', ({ before, after }, path) => [...is('meeting', before, `${path}.before`), ...is('meeting', after, `${path}.after`)]),
    ...each(problem.persons, 'persons', ({ startPlaceId, endPlaceId, lodgedAt }, path) => [...is('place', startPlaceId, `${path}.startPlaceId`), ...is('place', endPlaceId, `${path}.endPlaceId`), ...are('place', lodgedAt, `${path}.lodgedAt`)]),
    ...each(problem.travel, 'travel', (one, path) => (one.type === 'MATRIX' ? are('place', one.placeIds, `${path}.placeIds`) : [...is('place', one.from, `${path}.from`), ...is('place', one.to, `${path}.to`)])),
    ...each(problem.borderRules ?? [], 'borderRules', ({ exceptPersons }, path) => are('person', exceptPersons, `${path}.exceptPersons`)),
    ...each(problem.allowances?.rates ?? [], 'allowances.rates', ({ countryId }, path) => is('country', countryId, `${path}.countryId`)),
    ...each(problem.interpreters, 'interpreters', ({ placeIds }, path) => are('place', placeIds, `${path}.placeIds`)),
    ...each(problem.pins, 'pins', (pin, path) => [
      ...('meetingId' in pin ? is('meeting', pin.meetingId, `${path}.meetingId`) : []), ...('personId' in pin ? is('person', pin.personId, `${path}.personId`) : []),
      ...('placeIds' in pin ? [...are('place', pin.placeIds, `${path}.placeIds`), ...unique(pin.placeIds, `${path}.placeIds`)] : []),
      ...('journey' in pin ? [...is('travel', pin.journey.travelId, `${path}.journey.travelId`), ...are('place', [pin.journey.from, pin.journey.to], `${path}.journey`)] : []),
    ]),
  ];
};

const meets = (a: Dated, b: Dated): boolean => a.validFrom <= (b.validUntil ?? '9999-12-31') && b.validFrom <= (a.validUntil ?? '9999-12-31');

/** On no day are two of the same in force. */
const overlaps = <T extends Dated>(list: readonly T[], path: string, key: (one: T) => string): ParseFault[] =>
  each(list, path, (one, at) => (list.some((other) => other !== one && list.indexOf(other) < list.indexOf(one) && key(other) === key(one) && meets(other, one)) ? [fault('OVERLAP', at)] : []));

const contradictions: Ask = ({ allowances, workRules }) => [
  ...overlaps(allowances?.rules ?? [], 'allowances.rules', () => ''), ...overlaps(allowances?.rates ?? [], 'allowances.rates', ({ countryId }) => countryId), ...overlaps(workRules ?? [], 'workRules', () => ''),
];

function ofService({ countries, from, to }: Service, path: string, countryOf: ReadonlyMap<Id, Id>): ParseFault[] {
  return countries[0] === countryOf.get(from) && countries.at(-1) === countryOf.get(to) ? [] : [fault('WRONG_ENDS', `${path}.countries`)];
}

function ofMatrix({ placeIds, minutes }: TravelMatrix, path: string, problem: Problem): ParseFault[] {
  const countries = new Set(problem.places.filter(({ id }) => placeIds.includes(id)).map(({ countryId }) => countryId));
  const isAbstract = problem.countries.filter(({ id }) => countries.has(id)).every((one) => one.isAbstract);
  return [
    ...(countries.size > 1 && !isAbstract ? [fault('SEVERAL_COUNTRIES', `${path}.placeIds`)] : []), ...unique(placeIds, `${path}.placeIds`),
    ...(minutes.length === placeIds.length && minutes.every((row) => row.length === placeIds.length) ? [] : [fault('NOT_SQUARE', `${path}.minutes`)]),
  ];
}

const ways: Ask = (problem) => {
  const countryOf = new Map(problem.places.map(({ id, countryId }) => [id, countryId]));
  return each(problem.travel, 'travel', (one, path) => (one.type === 'MATRIX' ? ofMatrix(one, path, problem) : ofService(one, path, countryOf)));
};

const forward = ({ from, until }: { readonly from: number; readonly until: number }, path: string): ParseFault[] => (from <= until ? [] : [fault('BACKWARDS', path)]);
const inForce = ({ validFrom, validUntil }: Dated, path: string): ParseFault[] => (validUntil === null || validFrom <= validUntil ? [] : [fault('BACKWARDS', path)]);

const backwards: Ask = (problem) => {
  const { period: { earliestDeparture, latestReturn }, allowances } = problem;
  return [
    ...forward({ from: earliestDeparture, until: latestReturn }, 'period'), ...each(problem.persons, 'persons', ({ blocks }, path) => each(blocks, `${path}.blocks`, forward)),
    ...each(problem.meetings, 'meetings', ({ windows }, path) => each(windows ?? [], `${path}.windows`, forward)),
    ...each(problem.countries, 'countries', ({ workingHours, daysOff }, path) => [...each(workingHours ?? [], `${path}.workingHours`, forward), ...each(daysOff, `${path}.daysOff`, inForce)]),
    ...each(allowances?.rules ?? [], 'allowances.rules', (one, path) => [...inForce(one, path), ...[one.night, one.lunch, one.dinner].flatMap((part) => forward(part, path))]),
    ...each(problem.travel, 'travel', (one, path) => (one.type === 'MATRIX' ? [] : [...inForce(one, path), ...('at' in one.departs ? [] : forward({ from: one.departs.first, until: one.departs.last }, `${path}.departs`))])),
    ...Object.entries({ borderRules: problem.borderRules, workRules: problem.workRules, interpreters: problem.interpreters, 'allowances.rates': allowances?.rates ?? [] }).flatMap(([name, list]) => each<Dated>(list ?? [], name, inForce)),
  ];
};

/** What is wrong with a problem whose fields are in order. */
export const references: Ask = (problem) => [twice, named, contradictions, ways, backwards].flatMap((ask) => ask(problem));
