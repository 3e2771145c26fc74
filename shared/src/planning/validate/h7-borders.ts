import type { Violation } from '../answer.ts';
import { dayIn, type Facts } from '../facts.ts';
import type { BorderRule } from '../laws.ts';
import { serviceOf, type Reading, type Ride, type Traveller } from '../reading.ts';
import { isInForce } from '../time.ts';
import type { Id } from '../units.ts';
import { broken, each, ref } from './violation.ts';

interface Crossing {
  readonly from: Id;
  readonly to: Id;
  readonly ride: Ride;
}

/** The borders that somebody crosses, one after another. */
function crossingsOf({ rides }: Traveller): Crossing[] {
  return rides.flatMap((ride) => {
    const countries = serviceOf(ride.travel)?.countries ?? [];
    return countries.slice(1).map((to, n) => ({ from: countries[n]!, to, ride })).filter(({ from, to: into }) => from !== into);
  });
}

/** Of all rules about a border one has to be in force, and none that is may refuse. */
function crossing(facts: Facts, rules: readonly BorderRule[], { from, to, ride }: Crossing, { personId, cameFrom }: { readonly personId: Id; readonly cameFrom: Id | undefined }): Violation[] {
  const at = ride.journey.departsAt;
  const day = dayIn(facts, ride.journey.from, at);
  const here = rules.filter((rule) => rule.from === from && rule.to === to);
  const inForce = here.filter((rule) => isInForce(rule, day));
  const about = [ref('PERSON', personId), ref('TRAVEL', ride.travel.id)];
  if (here.length > 0 && inForce.length === 0) return [broken('H7', 'NO_RULE_IN_FORCE', [...about, ref('COUNTRY', from), ref('COUNTRY', to)], { at })];
  return inForce.filter(({ unlessEnteredFrom, exceptPersons }) => !exceptPersons.includes(personId) && (cameFrom === undefined || !unlessEnteredFrom.includes(cameFrom)))
    .map(({ id }) => broken('H7', 'CROSSING_REFUSED', [...about, ref('RULE', id)], { at }));
}

/** H7: nobody crosses a border that a rule closes to who last entered from where they did. Source: that of the rule, with its day and whether it is verified; there is none in code. */
export function h7Borders(facts: Facts, { members }: Reading): Violation[] {
  const { borderRules } = facts.problem;
  if (borderRules === null) return [];
  return each(members, (one) => {
    const entered = new Map(Object.entries(one.person.enteredFrom));
    return crossingsOf(one).flatMap((border) => {
      const found = crossing(facts, borderRules, border, { personId: one.person.id, cameFrom: entered.get(border.from) });
      entered.set(border.to, border.from);
      return found;
    });
  });
}
