import type { Meeting, Person, Problem } from '@passerelle/shared/planning.ts';

import { pinned } from './pin.ts';
import type { Asking } from './solve.ts';

/** Of more kinds of people it is not asked. */
const MOST_KINDS = 3;

/** What matters of somebody on the way, whenever they are free: also at which borders they are let through by name. */
const kindOf = ({ borderRules }: Problem, { id, startPlaceId, endPlaceId, lodgedAt, enteredFrom }: Person): string =>
  JSON.stringify([startPlaceId, endPlaceId, [...lodgedAt].sort(), Object.entries(enteredFrom).sort(), (borderRules ?? []).flatMap((rule) => (rule.exceptPersons.includes(id) ? [rule.id] : []))]);

/** Somebody who may do all that people of a kind may: always free, as long away as the one who may be so longest, for nothing. */
function freest(people: readonly Person[]): Person {
  const longest = people.some(({ maxDaysAway }) => maxDaysAway === null) ? null : Math.max(...people.map(({ maxDaysAway }) => maxDaysAway!));
  return { ...people[0]!, blocks: [], isReserve: false, maxDaysAway: longest, engagementCents: 0 };
}

/** A problem of one person, who is to be at one meeting: what is asked for of teams, of other meetings and of pins is gone. Others are there only where they give a meal, for that is what their absence may make dearer. */
function aloneAt(problem: Problem, { id }: Meeting, person: Person): Problem {
  const meetings = problem.meetings.filter((one) => one.id === id || one.provides !== null).map((one) => ({ ...one, needs: [], languages: [], isMandatory: false, isOnlyAdviser: false }));
  return pinned({ ...problem, meetings, persons: [person], precedences: [], teamRule: [], maxParties: 1, riding: 'TOGETHER', maxCountries: null, pins: [], former: null }, { pin: 'IN', meetingId: id });
}

/**
 * Whether it is proved that nobody can be at a meeting, even alone and with nothing else to do: then no plan has it. Whoever is at it in a plan could go their way alone: what fewer people and meetings cost is no more, and of work there is
 * less. By what each person may do apart from when they are free, so that few are asked about; false where nothing is proved.
 */
export function isRefusedAlone(asking: Asking, problem: Problem, meeting: Meeting): boolean {
  const kinds = Map.groupBy(problem.persons, (person) => kindOf(problem, person));
  const now = problem.meetings.find(({ id }) => id === meeting.id)!;
  return kinds.size <= MOST_KINDS && [...kinds.values()].every((people) => asking.verdict(aloneAt(problem, now, freest(people)), null) === 'NO');
}
