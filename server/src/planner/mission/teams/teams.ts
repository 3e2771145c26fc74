/** Who follows a way: those who are free for so long and can be there, as few as can cover it or as many as may go. */
import type { Person } from '@passerelle/shared/planning.ts';
import type { Route } from '../labels/follow.ts';
import { isFree } from '../model/at-once.ts';
import { crewOf } from '../model/crew.ts';
import { reachOf } from '../model/earliest-arrivals.ts';
import type { Model } from '../model/model.ts';
import { neededOf } from '../model/needed.ts';
import { mayBeAway } from '../model/nights.ts';
import type { Going } from './crews.ts';

/** Whether so many are among some as the team needs. */
export const mayBeTeam = ({ problem }: Model, persons: readonly Person[]): boolean => [...neededOf(problem)].every(([kind, atLeast]) => persons.filter(({ roles }) => roles.includes(kind)).length >= atLeast);

/**
 * Those who may be away for all of the journeys together, and whom a pin names: who has to go goes, or nobody. Of people who live in several places twice: those who can be where the way begins when it does, and be home from its
 * end after all that is held there; and those who can make its journeys, who are more. Of these who cannot be a team are left out.
 */
export function freeFor(model: Model, able: readonly Person[], { place, legs, from, until }: Route): readonly (readonly Person[])[] {
  const { problem } = model;
  const [first, last] = [legs[0], legs.at(-1)];
  if (first && last && !mayBeAway(model, able, { from: first.at, until: last.arrives })) return [];
  const isNamed = ({ id }: Person): boolean => problem.pins.some((pin) => 'personId' in pin && pin.personId === id);
  const free = new Set(able.filter((person) => !first || !last || isFree(model, person, { from: first.at, until: last.arrives })));
  const areThere = (comes: number, leaves: number): readonly Person[] => problem.persons.filter((person) => {
    const reach = reachOf(model, person);
    return isNamed(person) || (free.has(person) && reach.comes[place]! <= comes && reach.leaves[last?.to ?? place]! >= leaves);
  });
  const all = [areThere(from, until), areThere(first?.at ?? Infinity, last?.arrives ?? -Infinity)].filter((some) => mayBeTeam(model, some));
  return all.length === 2 && all[0]!.length === all[1]!.length ? [all[0]!] : all;
}

/** Of teams, each larger than the one before, those that can cover as many meetings as the largest; the largest first where a place has more meetings than the smallest has people. */
export function teamsFor(model: Model, teams: readonly (readonly Going[])[]): readonly (readonly Going[])[] {
  const counts = teams.map((going) => crewOf(model, going).covers.filter(({ length }) => length > 0).length);
  const able = teams.filter((_, n) => counts[n] === counts.at(-1));
  const most = Math.max(0, ...model.places.map((_, place) => model.tasks.filter((task) => task.place === place && task.starts.length > 0).length));
  return most > (able[0]?.length ?? 0) ? able.toReversed() : able;
}
