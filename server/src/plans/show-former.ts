/** In what a plan differs from the one that it was to stay near to. Pure functions. */
import type { Plan, PlannedMeeting } from '@passerelle/shared/planning.ts';
import type { PlanFormerChanges } from './plan-former.type.ts';

const who = ({ attends }: PlannedMeeting): string => attends.map(({ personId }) => personId).sort().join(' ');
const without = (from: Plan, other: Plan): string[] => from.meetings.map(({ meetingId }) => meetingId).filter((id) => other.meetings.every(({ meetingId }) => meetingId !== id)).sort();

/** Null where there is no former plan. */
export function showFormer(plan: Plan, former: Plan | null): PlanFormerChanges | null {
  if (!former) return null;
  const both = plan.meetings.flatMap((now) => former.meetings.filter(({ meetingId }) => meetingId === now.meetingId).map((then) => ({ now, then })));
  const which = (differs: (pair: (typeof both)[number]) => boolean): string[] => both.filter(differs).map(({ now }) => now.meetingId).sort();
  const changes = { added: without(plan, former), dropped: without(former, plan), moved: which(({ now, then }) => now.startsAt !== then.startsAt), attended: which(({ now, then }) => who(now) !== who(then)) };
  return { count: Object.values(changes).reduce((sum, keys) => sum + keys.length, 0), ...changes };
}
