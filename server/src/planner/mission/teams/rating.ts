/** How good a crew seems before anything is planned for it: what it covers, and for how long its people can be away together. */
import type { Person } from '@passerelle/shared/planning.ts';
import { type Crew, crewOf } from '../model/crew.ts';
import { reachOf } from '../model/earliest-arrivals.ts';
import type { Model } from '../model/model.ts';

type Going = Parameters<typeof crewOf>[1][number];

export interface Covering {
  readonly met: number;
  readonly covered: number;
  readonly ways: number;
}

/** What the team needs, what is covered, and in how many ways. */
export function coveringOf(model: Model, going: readonly Going[]): Covering {
  const { covers }: Crew = crewOf({ ...model, problem: { ...model.problem, teamRule: [] } }, going);
  return {
    met: model.problem.teamRule.reduce((sum, { kind, atLeast }) => sum + Math.min(atLeast, going.filter(({ as }) => as.includes(kind)).length), 0),
    covered: covers.reduce((sum, some, n) => sum + (some.length > 0 ? 1 + model.tasks[n]!.meeting.profit : 0), 0), ways: covers.reduce((sum, some) => sum + some.length, 0),
  };
}

/** How good a crew seems: what the team needs first, then what it covers and for how long its people are free together, then in how many ways. */
export function rateOf(model: Model, going: readonly Going[], { met, covered, ways }: Covering): number {
  const { period } = model.problem;
  return met * 1e12 + covered * 1e6 * (longestOf(model, going) / (period.latestReturn - period.earliestDeparture + 1)) + ways * 1e2 - going.reduce((sum, { person }) => sum + person.engagementCents, 0) / 1e4;
}

/** The longest time for which all are free and may be away, in minutes: of the period, less how much later they come to the meetings, and how much earlier they leave them, than those who live nearest. */
function longestOf(model: Model, going: readonly Going[]): number {
  const lateness = latenessOf(model);
  const { earliestDeparture, latestReturn } = model.problem.period;
  const blocks = going.flatMap(({ person }) => person.blocks).sort((a, b) => a.from - b.from);
  const by = (which: 'comes' | 'leaves'): number => Math.max(0, ...going.map(({ person }) => lateness(person)[which]));
  let [from, longest] = [earliestDeparture + by('comes'), 0];
  const until = latestReturn - by('leaves');
  for (const block of blocks) {
    longest = Math.max(longest, Math.min(block.from, until) - from);
    from = Math.max(from, block.until);
  }
  longest = Math.max(longest, until - from);
  return Math.min(longest, ...going.map(({ person }) => (person.maxDaysAway ?? Infinity) * 1440));
}

interface Lateness {
  readonly comes: number;
  readonly leaves: number;
}

const latenesses = new WeakMap<Model['departures'], (person: Person) => Lateness>();

/** By how many minutes somebody is later at the first place with meetings to which they come, and has to leave the last one earlier, than whoever of all may be there first, and last. Nothing where all live in one place. */
function latenessOf(model: Model): (person: Person) => Lateness {
  const found = latenesses.get(model.departures) ?? latenessIn(model);
  latenesses.set(model.departures, found);
  return found;
}

function latenessIn(model: Model): (person: Person) => Lateness {
  const places = [...new Set(model.tasks.map(({ place }) => place))];
  const timesOf = (person: Person): Lateness => {
    const { comes, leaves } = reachOf(model, person);
    return { comes: Math.min(Infinity, ...places.map((place) => comes[place]!)), leaves: Math.max(-Infinity, ...places.map((place) => leaves[place]!)) };
  };
  const all = model.problem.persons.map(timesOf);
  const [first, last] = [Math.min(...all.map(({ comes }) => comes)), Math.max(...all.map(({ leaves }) => leaves))];
  const known = new Map(model.problem.persons.map((person, n) => [person.id, { comes: all[n]!.comes - first || 0, leaves: last - all[n]!.leaves || 0 }]));
  return ({ id }) => known.get(id) ?? { comes: 0, leaves: 0 };
}
