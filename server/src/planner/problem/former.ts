/** A former plan to stay near to, as a problem has it. Pure functions. */
import type { Plan } from '@passerelle/shared/planning.ts';
import type { MissionFacts } from './facts.ts';
import type { PlanningSettings } from './settings.ts';

/** What can be kept of it: the meetings and the people that are still there. Journeys are as they were: where all of it still holds, a search begins with it. Of who is not there any more nothing stays. */
export function formerOf({ meetings, persons }: Pick<MissionFacts, 'meetings' | 'persons'>, { former }: Pick<PlanningSettings, 'former'>): Plan | null {
  if (former === null) return null;
  const [keys, people] = [new Set(meetings.map(({ key }) => key)), new Set(persons.map(({ key }) => key))];
  return {
    format: former.format, version: former.version, parties: former.parties, team: former.team.filter(({ personId }) => people.has(personId)),
    meetings: former.meetings.filter(({ meetingId }) => keys.has(meetingId)).map((meeting) => ({ ...meeting, attends: meeting.attends.filter(({ personId }) => people.has(personId)) })),
  };
}
