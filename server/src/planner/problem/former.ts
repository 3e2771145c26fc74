/** A former plan to stay near to, as a problem has it. Pure functions. */
import type { GoalLevel, Plan } from '@passerelle/shared/planning.ts';
import type { MissionFacts } from './facts.ts';
import type { PlanningSettings } from './settings.ts';

/** What is kept comes before what it costs, and behind the meetings. */
const KEPT: GoalLevel = { id: 'kept', terms: [{ measure: 'KEPT', weight: 1 }] };

/** What can be kept of it: the meetings and the people that are still there. How people travelled is not looked at, and of who is not there any more nothing stays. */
export function formerOf({ meetings, persons }: Pick<MissionFacts, 'meetings' | 'persons'>, { former }: Pick<PlanningSettings, 'former'>): Plan | null {
  if (former === null) return null;
  const [keys, people] = [new Set(meetings.map(({ key }) => key)), new Set(persons.map(({ key }) => key))];
  return {
    format: former.format, version: former.version, parties: [], team: [],
    meetings: former.meetings.filter(({ meetingId }) => keys.has(meetingId)).map(({ meetingId, startsAt, attends }) => ({ meetingId, startsAt, attends: attends.filter(({ personId }) => people.has(personId)), interpreted: [] })),
  };
}

export const goalsOf = ({ goals, former }: Pick<PlanningSettings, 'goals' | 'former'>): readonly GoalLevel[] => (former === null ? goals : [...goals.slice(0, 1), KEPT, ...goals.slice(1)]);
