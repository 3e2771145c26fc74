/** Who sees missions, and who sees which of their legs: once in words of the reader, and once more in the rules of the tables. */
import { type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import type { LegPerson } from './leg-person.entity.ts';
import type { MissionLeg } from './mission-leg.entity.ts';

/** Missions are the adviser's: undefined for all of them. */
export function seenMissions({ circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'adviser' ? undefined : sql<boolean>`false`;
}

/** Legs are the adviser's too; a post sees those in its own country once they are shown. */
export function seenLegs(leg: Row<MissionLeg>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`(${leg.isShown} and ${leg.country} in (${ownCountries}))` : sql<boolean>`false`;
}

/** Who comes on a leg is told with it: to the adviser, and to the post of its country once it is shown. */
export function seenLegPeople(person: Row<LegPerson>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`exists (select from mission_leg l where l.uuid = ${person.leg} and l.is_shown and l.country_code in (${ownCountries}))` : sql<boolean>`false`;
}
