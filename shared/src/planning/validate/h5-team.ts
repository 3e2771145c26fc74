import type { Violation } from '../answer.ts';
import { countryOf, type Facts } from '../facts.ts';
import type { MissionNeed } from '../problem.ts';
import type { Reading, Traveller, Visit } from '../reading.ts';
import type { Id } from '../units.ts';
import { broken, each, ref } from './violation.ts';

function missing({ kind, atLeast }: MissionNeed, members: readonly Traveller[], counts: (visit: Visit) => boolean): number {
  return atLeast - members.filter(({ member, visits }) => member.as.includes(kind) && visits.some(counts)).length;
}

/** H5: as soon as there is a meeting those who attend anything are, by the kinds as which they go, what the team needs: in the mission, or in each country with a meeting. Not more go than may. Source: the rule of the mission’s team (`missionTeam.ts`). */
export function h5Team(facts: Facts, { members, meetings }: Reading): Violation[] {
  const countries = [...new Set(meetings.map(({ meeting }) => countryOf(facts, meeting.placeId).id))];
  const unmet = (need: MissionNeed, country: Id | null): Violation[] => {
    const amount = missing(need, members, ({ meeting }) => country === null || countryOf(facts, meeting.placeId).id === country);
    return amount > 0 ? [broken('H5', 'NEED_UNMET', [ref('NEED', need.id), ...(country === null ? [] : [ref('COUNTRY', country)])], { amount })] : [];
  };
  const { teamRule, maxTeam } = facts.problem;
  const unmetNeeds = meetings.length === 0 ? [] : each(teamRule, (need) => each(need.scope === 'MISSION' ? [null] : countries, (country) => unmet(need, country)));
  return maxTeam !== null && members.length > maxTeam ? [...unmetNeeds, broken('H5', 'TEAM_TOO_LARGE', [ref('BOUND', 'maxTeam')], { amount: members.length - maxTeam })] : unmetNeeds;
}
