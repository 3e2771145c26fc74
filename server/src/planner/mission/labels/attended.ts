/** A plan with everybody at each meeting who is there and may be: a delegation is received as one. Only where it breaks nothing and is worth no less. */
import { compareValues, factsOf, type Plan, type PlannedMeeting, type Problem, validate, type Violation, valueOf } from '@passerelle/shared/planning.ts';

interface More {
  readonly meetingId: string;
  readonly one: PlannedMeeting['attends'][number];
}

function withMore(plan: Plan, more: readonly More[]): Plan {
  return { ...plan, meetings: plan.meetings.map((meeting) => ({ ...meeting, attends: [...meeting.attends, ...more.flatMap(({ meetingId, one }) => (meetingId === meeting.meetingId ? [one] : []))] })) };
}

/** Who could attend what as well: whoever attends something else at that time, or gets there from it too late, could not. */
function moreOf(problem: Problem, { team, meetings }: Plan): More[] {
  const facts = factsOf(problem);
  const spanOf = ({ meetingId, startsAt }: PlannedMeeting): { readonly from: number; readonly until: number } => {
    const { serviceMinutes, placeId } = facts.meetings.get(meetingId)!;
    return { from: startsAt, until: startsAt + serviceMinutes + facts.places.get(placeId)!.transferMinutes };
  };
  const isAt = ({ attends }: PlannedMeeting, personId: string): boolean => attends.some((one) => one.personId === personId);
  return meetings.flatMap((meeting) => {
    const [{ from, until }, { isOnlyAdviser }] = [spanOf(meeting), facts.meetings.get(meeting.meetingId)!];
    const isBusy = (personId: string): boolean => meetings.some((other) => isAt(other, personId) && spanOf(other).from < until && spanOf(other).until > from);
    return team.filter(({ personId }) => !isAt(meeting, personId) && !isBusy(personId)).map(({ personId, as }) => ({ meetingId: meeting.meetingId, one: { personId, as: isOnlyAdviser ? as.filter((kind) => kind === 'ADVISER') : as } }));
  });
}

/** A day, in minutes: what makes a duty too long begins within one of its beginning. */
const DAY = 1_440;

/** Whether a fault may come of somebody attending something: one that names meetings comes of these. */
function mayCome({ about, at }: Violation, { meetingId, one }: More, startsAt: number): boolean {
  const names = (kind: 'PERSON' | 'MEETING', id: string): boolean => about.some((ref) => ref.kind === kind && ref.id === id);
  return names('PERSON', one.personId) && (about.some(({ kind }) => kind === 'MEETING') ? names('MEETING', meetingId) : at === null || Math.abs(startsAt - at) < DAY);
}

/** The same journeys and hours. First with all of them; where that is not as good, of what the faults are not about and the rest apart, or of halves of them, and so on. */
export function attended(problem: Problem, plan: Plan): Plan {
  let [best, value] = [plan, valueOf(problem, plan)];
  const startsAt = new Map(plan.meetings.map((one) => [one.meetingId, one.startsAt]));
  const partsOf = (more: readonly More[], faults: readonly Violation[]): (readonly More[])[] => {
    const isSuspect = (one: More): boolean => faults.some((fault) => mayCome(fault, one, startsAt.get(one.meetingId)!));
    const suspects = more.filter(isSuspect);
    return suspects.length > 0 && suspects.length < more.length ? [more.filter((one) => !isSuspect(one)), suspects] : [more.slice(0, more.length >> 1), more.slice(more.length >> 1)];
  };
  const add = (more: readonly More[]): void => {
    if (more.length === 0) return;
    const next = withMore(best, more);
    const faults = validate(problem, next);
    const worth = faults.length === 0 ? valueOf(problem, next) : null;
    if (worth && compareValues(worth, value) >= 0) [best, value] = [next, worth];
    else if (more.length > 1) for (const part of partsOf(more, faults)) add(part);
  };
  add(moreOf(problem, plan));
  return best;
}
