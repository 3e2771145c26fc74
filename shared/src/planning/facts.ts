import type { Interpreter } from './laws.ts';
import type { Meeting, Person, Problem } from './problem.ts';
import { clockAt, dayOf, type Clock } from './time.ts';
import type { Country, Place, Travel, Zone } from './travel.ts';
import type { Day, Id, Instant } from './units.ts';

/** A problem with what it names found by its id. */
export interface Facts {
  readonly problem: Problem;
  readonly places: ReadonlyMap<Id, Place>;
  readonly countries: ReadonlyMap<Id, Country>;
  readonly zones: ReadonlyMap<Id, Zone>;
  readonly meetings: ReadonlyMap<Id, Meeting>;
  readonly persons: ReadonlyMap<Id, Person>;
  readonly travel: ReadonlyMap<Id, Travel>;
  readonly interpreters: ReadonlyMap<Id, Interpreter>;
}

const known = new WeakMap<Problem, Facts>();
const byId = <T extends { readonly id: Id }>(list: readonly T[]): ReadonlyMap<Id, T> => new Map(list.map((one) => [one.id, one]));

/** A problem never changes: it is indexed once. */
export function factsOf(problem: Problem): Facts {
  let facts = known.get(problem);
  if (!facts) {
    facts = {
      problem, places: byId(problem.places), countries: byId(problem.countries), zones: byId(problem.zones), meetings: byId(problem.meetings), persons: byId(problem.persons),
      travel: byId(problem.travel), interpreters: byId(problem.interpreters),
    };
    known.set(problem, facts);
  }
  return facts;
}

/** The zone of a place. */
export const zoneOf = (facts: Facts, placeId: Id): Zone => facts.zones.get(facts.places.get(placeId)!.zoneId)!;

/** The country of a place. */
export const countryOf = (facts: Facts, placeId: Id): Country => facts.countries.get(facts.places.get(placeId)!.countryId)!;

/** What the clocks of a place show. */
export const clockIn = (facts: Facts, placeId: Id, at: Instant): Clock => clockAt(zoneOf(facts, placeId), at);

/** The local day of a place. */
export const dayIn = (facts: Facts, placeId: Id, at: Instant): Day => dayOf(clockIn(facts, placeId, at).day);
