/** Who sees missions, and who sees which of their legs: once in words of the reader, and once more in the rules of the tables. */
import { type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ownCountries } from '../members/index.ts';
import type { LegPerson } from './leg-person.entity.ts';
import type { MissionLeg } from './mission-leg.entity.ts';

/** Missions are the adviser's: undefined for all of them. */
export function seenMissions({ circle }: RuleActor): Sql<boolean> | undefined {
  return circle === 'adviser' ? undefined : sql<boolean>`false`;
}

/** Legs are the adviser's too; a post sees those in its own country once they are shown, and an invented one no real leg. */
export function seenLegs(leg: Row<MissionLeg>, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`(${leg.isShown} and (${leg.isDemonstration} or not (select acts_invented())) and ${leg.country} in (${ownCountries}))` : sql<boolean>`false`;
}

/** Who comes is seen by whoever sees the leg, once it was told to its post. */
export function seenPeople(person: Row<LegPerson>, actor: RuleActor): Sql<boolean> | undefined {
  const seen = seenWithLeg(person, actor);
  return seen && sql<boolean>`(${person.isTold} and ${seen})`;
}

/** What stands in a leg – who is to be reached there, who comes – is seen by whoever sees the leg, and by nobody else. */
export function seenWithLeg(row: { readonly leg: Sql }, { circle }: RuleActor): Sql<boolean> | undefined {
  if (circle === 'adviser') return undefined;
  return circle === 'post' ? sql<boolean>`exists (select from mission_leg l where l.uuid = ${row.leg} and l.is_shown and (l.is_demonstration or not (select acts_invented())) and l.country_code in (${ownCountries}))` : sql<boolean>`false`;
}
