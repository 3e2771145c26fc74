/**
 * The rules of borders, compiled: who is let through, by where they came from last. How somebody entered a country is asked when they leave it, and then never again: whoever is there once more has entered it once more. So it
 * is forgotten, and ways that differ in nothing else are one.
 */
import { type BorderRule, dayOf, type Person, type Problem } from '@passerelle/shared/planning.ts';
import { isInForce } from '@passerelle/shared/planning/time.ts';
import type { Departure } from './departures.ts';
import type { Model } from './model.ts';

export interface Borders {
  /** Countries out of which a rule leads: of these alone it is remembered how somebody entered, as long as they are there. */
  readonly watched: readonly number[];
  /** How somebody has entered the watched countries before they begin; -1 where nobody knows. */
  enteredBy(person: Person): number[];
  /** Whether somebody is let through by a departure; writes from `at` on how they have entered since. */
  pass(departure: Departure, person: Person, entered: number[], at: number): boolean;
  /** Of somebody of whom nothing is known but journeys that all have made: false where nobody would be let through. Gives how they have entered since. */
  passAll(departure: Departure, entered: readonly number[]): readonly number[] | false;
}

/** How somebody of whom nothing is known has entered. */
export const ANYHOW = -2;

/** How somebody has entered a country whom nobody need ask any more. */
const FORGOTTEN = -1;

/** Whether nobody comes into a country but by crossing into it: matrices may have places in several abstract ones. */
function areAllCrossed({ travel, places }: Pick<Problem, 'travel' | 'places'>): boolean {
  const countryOf = new Map(places.map(({ id, countryId }) => [id, countryId]));
  return travel.every((one) => one.type === 'SERVICE' || new Set(one.placeIds.map((id) => countryOf.get(id))).size <= 1);
}

const isExcepted = ({ exceptPersons }: BorderRule, person: Person | null): boolean => (person ? exceptPersons.includes(person.id) : exceptPersons.length > 0);

export function bordersOf({ problem, countryIndex }: Pick<Model, 'problem' | 'countryIndex'>): Borders {
  const rules = (problem.borderRules ?? []).map((rule) => ({ rule, from: countryIndex.get(rule.from)!, to: countryIndex.get(rule.to)!, unless: rule.unlessEnteredFrom.map((id) => countryIndex.get(id)!) }));
  const watched = [...new Set(rules.map(({ from }) => from))];
  const forgets = areAllCrossed(problem);

  const isLet = (from: number, to: number, { day }: Departure, who: { readonly person: Person | null; readonly cameFrom: number }): boolean => {
    const here = rules.filter((one) => one.from === from && one.to === to);
    if (here.length === 0) return true;
    const inForce = here.filter(({ rule }) => isInForce(rule, dayOf(day)));
    return inForce.length > 0 && inForce.every(({ rule, unless }) => isExcepted(rule, who.person) || who.cameFrom === ANYHOW || unless.includes(who.cameFrom));
  };

  return {
    watched,
    enteredBy: ({ enteredFrom }) => watched.map((country) => {
      const found = Object.entries(enteredFrom).find(([id]) => countryIndex.get(id) === country);
      return found ? countryIndex.get(found[1])! : -1;
    }),
    pass(departure, person, entered, at) {
      for (const [from, to] of departure.crossings) {
        const index = watched.indexOf(from);
        if (index >= 0 && !isLet(from, to, departure, { person, cameFrom: entered[at + index]! })) return false;
        if (index >= 0 && forgets) entered[at + index] = FORGOTTEN;
        const into = watched.indexOf(to);
        if (into >= 0) entered[at + into] = from;
      }
      return true;
    },
    passAll(departure, entered) {
      if (departure.crossings.length === 0 || watched.length === 0) return entered;
      const since = [...entered];
      for (const [from, to] of departure.crossings) {
        const index = watched.indexOf(from);
        if (index >= 0 && !isLet(from, to, departure, { person: null, cameFrom: since[index]! })) return false;
        // Who comes back by a matrix crosses nothing: they are taken to be let through.
        if (index >= 0) since[index] = ANYHOW;
        const into = watched.indexOf(to);
        if (into >= 0) since[into] = from;
      }
      return since;
    },
  };
}
