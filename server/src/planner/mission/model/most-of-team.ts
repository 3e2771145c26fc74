/** What those who go bring to a value at most by who they are, and what can still be kept of a former plan. */
import type { GoalTerm, Person, Problem } from '@passerelle/shared/planning.ts';
import type { Task } from './model.ts';

/** What a term measures of a team at most: no more go than may, and of each of some groups as many as of any. 0 for a term that measures something else. */
export function teamMeasure(term: GoalTerm, { maxTeam }: Problem, able: readonly Person[]): number {
  const size = Math.min(maxTeam ?? able.length, able.length);
  if (term.measure === 'FRESH') return Math.min(size, able.filter(({ lastMissionOn }) => lastMissionOn !== null && lastMissionOn < term.freshBefore).length);
  if (term.measure !== 'GROUPS') return 0;
  const groups = [...new Set(term.groups)];
  return groups.length === 0 ? 0 : Math.min(Math.floor(size / groups.length), ...groups.map((group) => able.filter(({ balanceGroup }) => balanceGroup === group).length));
}

/** How much of a former plan can be kept: of meetings that can still be held the hours at which they may begin, and who attended and may go. */
export function keepableOf({ former }: Problem, covered: readonly Task[], able: readonly Person[]): number {
  const [tasks, persons] = [new Map(covered.map((task) => [task.meeting.id, task])), new Set(able.map(({ id }) => id))];
  return (former?.meetings ?? []).reduce((sum, { meetingId, startsAt, attends }) => {
    const task = tasks.get(meetingId);
    return task ? sum + Number(task.starts.includes(startsAt)) + attends.filter(({ personId }) => persons.has(personId)).length : sum;
  }, 0);
}
