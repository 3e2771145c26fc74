/** A plan with everybody at each meeting who is there and may be: a delegation is received as one. Only where it breaks nothing and is worth no less. */
import { compareValues, factsOf, type Plan, type PlannedMeeting, type Problem, validate, valueOf } from '@passerelle/shared/planning.ts';

interface More {
  readonly meetingId: string;
  readonly one: PlannedMeeting['attends'][number];
}

function withMore(plan: Plan, more: readonly More[]): Plan {
  return { ...plan, meetings: plan.meetings.map((meeting) => ({ ...meeting, attends: [...meeting.attends, ...more.flatMap(({ meetingId, one }) => (meetingId === meeting.meetingId ? [one] : []))] })) };
}

/** Who could attend what as well: whoever attends something else at that time could not. */
function moreOf(problem: Problem, { team, meetings }: Plan): More[] {
  const spanOf = ({ meetingId, startsAt }: PlannedMeeting): { readonly from: number; readonly until: number } => ({ from: startsAt, until: startsAt + factsOf(problem).meetings.get(meetingId)!.serviceMinutes });
  const isAt = ({ attends }: PlannedMeeting, personId: string): boolean => attends.some((one) => one.personId === personId);
  return meetings.flatMap((meeting) => {
    const [{ from, until }, { isOnlyAdviser }] = [spanOf(meeting), factsOf(problem).meetings.get(meeting.meetingId)!];
    const isBusy = (personId: string): boolean => meetings.some((other) => isAt(other, personId) && spanOf(other).from < until && spanOf(other).until > from);
    return team.filter(({ personId }) => !isAt(meeting, personId) && !isBusy(personId)).map(({ personId, as }) => ({ meetingId: meeting.meetingId, one: { personId, as: isOnlyAdviser ? as.filter((kind) => kind === 'ADVISER') : as } }));
  });
}

/** The same journeys and hours. First with all of them; where that is not as good, of halves of them, and so on. */
export function attended(problem: Problem, plan: Plan): Plan {
  let [best, value] = [plan, valueOf(problem, plan)];
  const add = (more: readonly More[]): void => {
    if (more.length === 0) return;
    const next = withMore(best, more);
    const worth = validate(problem, next).length === 0 ? valueOf(problem, next) : null;
    if (worth && compareValues(worth, value) >= 0) [best, value] = [next, worth];
    else if (more.length > 1) for (const half of [more.slice(0, more.length >> 1), more.slice(more.length >> 1)]) add(half);
  };
  add(moreOf(problem, plan));
  return best;
}
