/** Who follows a way: those who are free for so long, as few as can cover it or as many as may go. */
import type { Person } from '@passerelle/shared/planning.ts';
import { isFree } from './at-once.ts';
import { crewOf } from './crew.ts';
import type { Going } from './crews.ts';
import type { Route } from './follow.ts';
import type { Model } from './model.ts';

/** Those who may be away for all of the journeys together, and whom a pin names: who has to go goes, or nobody. */
export function freeFor(model: Model, able: readonly Person[], { legs }: Route): readonly Person[] {
  const { problem } = model;
  const [first, last] = [legs[0], legs.at(-1)];
  const isFor = (person: Person): boolean => able.includes(person) && (!first || !last || isFree(model, person, { from: first.at, until: last.arrives }));
  return problem.persons.filter((person) => isFor(person) || problem.pins.some((pin) => 'personId' in pin && pin.personId === person.id));
}

/** Of teams, each larger than the one before, those that can cover as many meetings as the largest; the largest first where a place has more meetings than the smallest has people. */
export function teamsFor(model: Model, teams: readonly (readonly Going[])[]): readonly (readonly Going[])[] {
  const counts = teams.map((going) => crewOf(model, going).covers.filter(({ length }) => length > 0).length);
  const able = teams.filter((_, n) => counts[n] === counts.at(-1));
  const most = Math.max(0, ...model.places.map((_, place) => model.tasks.filter((task) => task.place === place && task.starts.length > 0).length));
  return most > (able[0]?.length ?? 0) ? able.toReversed() : able;
}
