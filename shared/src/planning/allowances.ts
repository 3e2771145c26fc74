import { countedDays, eurosOf, shareOf, type AllowanceRule, type Counted } from '../allowance.ts';
import type { CostLine, Costs } from './cost-line.ts';
import { clockIn, countryOf, type Facts } from './facts.ts';
import type { AllowanceTerms, DailyRate, DayPart } from './laws.ts';
import type { Member } from './plan.ts';
import type { Stay, Traveller } from './reading.ts';
import { dayOf, daysBetween, hourOf, isInForce, wallTimeOf } from './time.ts';
import type { Day, Instant } from './units.ts';
import { broken, ref } from './validate/violation.ts';

/** A stay of which allowances are given: away from where a person starts and ends, with an end. */
interface Abroad {
  readonly traveller: Traveller;
  readonly placeId: string;
  readonly arrivesAt: Instant;
  readonly leavesAt: Instant;
}

const partOf = ({ permille, from, until }: DayPart) => ({ permille, from: hourOf(from), until: hourOf(until) });
const written = new WeakMap<AllowanceTerms, AllowanceRule>();

/** The terms of a problem, which never change, with their hours as `allowance.ts` writes them. */
function ruleOf(terms: AllowanceTerms): AllowanceRule {
  let rule = written.get(terms);
  if (!rule) {
    const { night, isNightWhole, lunch, dinner } = terms;
    rule = { night: partOf(night), isNightWhole, lunch: partOf(lunch), dinner: partOf(dinner) };
    written.set(terms, rule);
  }
  return rule;
}

/** The days on which somebody is given a meal in the place of a stay: one of each kind a day, and of that day alone. */
function providedIn(facts: Facts, { traveller, placeId }: Abroad, meal: 'LUNCH' | 'DINNER'): Set<Day> {
  return new Set(traveller.visits.filter(({ meeting }) => meeting.provides === meal && meeting.placeId === placeId)
    .map(({ startsAt }) => dayOf(clockIn(facts, placeId, startsAt).day)));
}

/** The nights and meals that terms count on the days on which they are in force. */
function countedBy(facts: Facts, abroad: Abroad, terms: AllowanceTerms): Counted {
  const { traveller: { person }, placeId, arrivesAt, leavesAt } = abroad;
  const counted = countedDays({
    arrivesAt: wallTimeOf(clockIn(facts, placeId, arrivesAt)), leavesAt: wallTimeOf(clockIn(facts, placeId, leavesAt)), isLodgingProvided: person.lodgedAt.includes(placeId), lunchesProvided: 0, dinnersProvided: 0,
  }, ruleOf(terms));
  const [lunches, dinners] = [providedIn(facts, abroad, 'LUNCH'), providedIn(facts, abroad, 'DINNER')];
  const isOf = (day: Day): boolean => isInForce(terms, day);
  return { nights: counted.nights.filter(isOf), lunches: counted.lunches.filter((day) => isOf(day) && !lunches.has(day)), dinners: counted.dinners.filter((day) => isOf(day) && !dinners.has(day)) };
}

const onDays = (counted: Counted, days: (day: Day) => boolean): Counted => ({ nights: counted.nights.filter(days), lunches: counted.lunches.filter(days), dinners: counted.dinners.filter(days) });
const permilleOf = (counted: Counted, terms: AllowanceTerms): number => shareOf({ nights: counted.nights.length, lunches: counted.lunches.length, dinners: counted.dinners.length }, ruleOf(terms));

/** The lines of a stay by one set of terms: one for each rate in force, each rounded once; and of the days that no rate is known for, that it is not. */
function linesBy(facts: Facts, abroad: Abroad, terms: AllowanceTerms, rates: readonly DailyRate[]): Costs {
  const { traveller: { person }, placeId, arrivesAt } = abroad;
  const counted = countedBy(facts, abroad, terms);
  const about = [ref('PERSON', person.id), ref('PLACE', placeId)];
  const lines = rates.flatMap((rate): CostLine[] => {
    const days = onDays(counted, (day) => isInForce(rate, day));
    const permille = permilleOf(days, terms);
    return permille === 0 ? [] : [{ kind: 'ALLOWANCE', cents: eurosOf(rate.centsPerDay, permille, rate.micros), about: [...about, ref('RULE', terms.id), ref('RULE', rate.id)], at: arrivesAt, counted: days, permille, units: 1 }];
  });
  const without = permilleOf(onDays(counted, (day) => !rates.some((rate) => isInForce(rate, day))), terms);
  return { lines, unknown: without === 0 ? [] : [broken('H6', 'NO_RATE', [ref('PERSON', person.id), ref('COUNTRY', countryOf(facts, placeId).id)], { at: arrivesAt })] };
}

function abroadOf(traveller: Traveller): Abroad[] {
  const { startPlaceId, endPlaceId } = traveller.person;
  return traveller.stays.filter((stay): stay is Stay & { readonly arrivesAt: Instant; readonly leavesAt: Instant } => stay.arrivesAt !== null && stay.leavesAt !== null)
    .filter(({ placeId }) => placeId !== startPlaceId && placeId !== endPlaceId).map(({ placeId, arrivesAt, leavesAt }) => ({ traveller, placeId, arrivesAt, leavesAt }));
}

const known = new WeakMap<Member, { readonly facts: Facts; readonly meals: string; readonly costs: readonly Costs[] }>();

/**
 * The allowances of somebody: for each stay away from where they start and end, by the terms and rates in force on each of its local days. Each day of a stay needs terms, each day of which something is counted a rate.
 * An itinerary never changes: with the same meals it is counted once, whatever else is attended.
 */
export function allowancesOf(facts: Facts, traveller: Traveller): readonly Costs[] {
  const { member, visits } = traveller;
  const meals = visits.flatMap(({ meeting, startsAt }) => (meeting.provides === null ? [] : [`${meeting.id} ${startsAt}`])).join();
  const before = known.get(member);
  if (before?.facts === facts && before.meals === meals) return before.costs;
  const costs = countedFor(facts, traveller);
  known.set(member, { facts, meals, costs });
  return costs;
}

function countedFor(facts: Facts, traveller: Traveller): Costs[] {
  const { allowances } = facts.problem;
  if (allowances === null) return [];
  return abroadOf(traveller).flatMap((abroad) => {
    const { placeId, arrivesAt, leavesAt } = abroad;
    const country = countryOf(facts, placeId).id;
    const rates = allowances.rates.filter(({ countryId }) => countryId === country);
    const days = daysBetween(clockIn(facts, placeId, arrivesAt).day, clockIn(facts, placeId, leavesAt).day);
    const without = days.some((day) => !allowances.rules.some((terms) => isInForce(terms, dayOf(day))));
    const unknown = without ? [broken('H6', 'NO_RULE_IN_FORCE', [ref('PERSON', traveller.person.id), ref('COUNTRY', country)], { at: arrivesAt })] : [];
    return [{ lines: [], unknown }, ...allowances.rules.map((terms) => linesBy(facts, abroad, terms, rates))];
  });
}
